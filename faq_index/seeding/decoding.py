"""Makes text of a file's bytes, whatever program of whichever country wrote them."""

import codecs
import re
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ABOVE_ASCII: Final = re.compile(rb"[\x80-\xff]+")
_SEEN: Final = 1 << 20


class Undecodable(Exception):
    """The bytes are no text; the message says why."""


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """The text, and the encoding that it was in: the one asked for, or the one that its mark
    names, or UTF-8, or else one of the two of old Windows. Raises Undecodable."""
    encoding = encoding or next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if encoding:
        return _decoded(data, encoding), encoding
    if b"\0" in data[:_SEEN]:
        raise Undecodable("The file holds bytes that no text has.")
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError:
        legacy = _legacy(data[:_SEEN])
        return _decoded(data, legacy), legacy


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except LookupError:
        raise Undecodable(f"There is no encoding '{encoding}'.") from None
    except UnicodeError:
        raise Undecodable(f"The file is not text in {encoding}.") from None


def _legacy(data: bytes) -> str:
    """In Cyrillic whole words lie above ASCII; in Western letters one stands between others."""
    runs = _ABOVE_ASCII.findall(data)
    long = sum(len(run) for run in runs if len(run) > 1)
    return "windows-1251" if long > sum(map(len, runs)) / 2 else "windows-1252"
