"""Secrets taken out of text, in every form in which a library or an error may repeat them (H1)."""

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote, quote_plus

BLOT: Final = "***"
_TELLING: Final = 12
"""A piece of a secret this long is as good as a secret; shorter ones are ordinary words."""
_SHORTENED: Final = 8
_SHAPES: Final = (
    r"(?<!\d)\d{6,12}:[A-Za-z0-9_-]{30,}",  # a Telegram token, of whatever bot
    r"x(?:ox[a-z]|app)-[\w-]{8,}",  # a Slack token
    r"(?<=://)[^\s/@:]*:[^\s/@]+(?=@)",  # who and with which password, within an address
)


class Blotter:
    """Replaces secrets, and whatever looks like one although nobody told us of it."""

    def __init__(self, secrets: Iterable[str]) -> None:
        known = {form for secret in secrets if secret for form in _forms(secret)}
        forms = [re.escape(each) for each in sorted(known, key=len, reverse=True)]
        starts = {re.escape(_start(each)) + r"[\w-]*" for each in secrets if _start(each)}
        self._pattern = re.compile("|".join([*forms, *sorted(starts), *_SHAPES]), re.IGNORECASE)

    def clean(self, text: str) -> str:
        """The text without any secret."""
        return self._pattern.sub(BLOT, text)


def _forms(secret: str) -> Iterator[str]:
    yield secret
    if len(secret) < _TELLING:
        return
    yield from (quote(secret, safe=""), quote_plus(secret), quote(secret))
    yield from (json.dumps(secret)[1:-1], repr(secret)[1:-1], secret.encode().hex())
    yield from _in_base64(secret.encode())
    yield from (piece for piece in re.split("[:/-]", secret) if len(piece) >= _TELLING)
    yield from (piece for piece in secret.split(":") if len(piece) >= _TELLING)


def _in_base64(secret: bytes) -> Iterator[str]:
    """What is the same wherever the secret stands in a longer text, such as `user:password`."""
    for before in range(3):
        text = b64encode(bytes(before) + secret).decode()
        first, last = -(-before * 8 // 6), (before + len(secret)) * 8 // 6
        yield text[first:last]
        yield text[first:last].replace("+", "-").replace("/", "_")


def _start(secret: str) -> str:
    """Half of it: what shortens a secret for show seldom leaves more."""
    half = secret[: len(secret) // 2]
    return half if len(half) >= _SHORTENED else ""
