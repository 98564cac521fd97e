"""Lengths as Telegram counts them: in UTF-16 units, after its markup was taken out."""

from collections.abc import Iterator
from typing import Final

LONGEST: Final = 4096
"""Units in one message: https://core.telegram.org/bots/api#sendmessage"""


def units(text: str) -> int:
    """What lies outside the basic plane, such as most emoji, counts two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def slices(text: str, longest: int) -> Iterator[str]:
    """The text in parts of at most `longest` units, cut behind a line or a word if there is one."""
    while units(text) > longest:
        end = _within(text, longest)
        cut = max(text.rfind("\n", 0, end), text.rfind(" ", 0, end)) + 1
        # A word that fills more than half of a message is cut like anything else.
        end = cut if cut > end // 2 else end
        yield text[:end]
        text = text[end:]
    if text:
        yield text


def _within(text: str, longest: int) -> int:
    """How many characters come to at most `longest` units."""
    used = 0
    for position, char in enumerate(text):
        used += 1 + (char > "\uffff")
        if used > longest:
            return position
    return len(text)
