"""Which files the desk takes, judged by their content and never by their name (R9)."""

from enum import StrEnum
from typing import Final

from intake.regulations.policy import AttachmentRules

HEAD: Final = 32
"""How many of a file's first bytes `judge` needs."""

# The first bytes that the formats' own specifications prescribe.
_SIGNATURES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"PK\x03\x04", "zip"),
    (b"Rar!\x1a\x07", "rar"),
    (b"BM", "bmp"),
)


class Refusal(StrEnum):
    """Why a file was not taken."""

    KIND = "kind"
    BMP = "bmp"
    TOO_BIG = "too-big"
    TOO_MANY = "too-many"
    EMPTY = "empty"
    UNREACHABLE = "unreachable"


def judge(head: bytes, size: int, rules: AttachmentRules) -> Refusal | None:
    """None where the file is taken. `head` is its first `HEAD` bytes, `size` all of them."""
    if size == 0:
        return Refusal.EMPTY
    if size > rules.max_bytes:
        return Refusal.TOO_BIG
    kind = kind_of(head)
    if kind == "bmp":
        return Refusal.BMP
    return None if kind in rules.kinds else Refusal.KIND


def kind_of(head: bytes) -> str:
    """The format that the first bytes announce, or nothing."""
    return next((kind for magic, kind in _SIGNATURES if head.startswith(magic)), "")
