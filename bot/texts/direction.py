"""Keeps TIDs, addresses and names readable inside of lines that run from right to left (R37).

The marks stand outside of what is copied: around a TID, never in it.
https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from bot.texts.screen import Block, Paragraph, Quote, Role, Row, Span

RIGHT_TO_LEFT: Final = frozenset({"fa"})
# TIDs, addresses of pages and of people, without what ends the sentence behind them.
_LATIN: Final = re.compile(
    r"TID(?:-[0-9A-Z]{3}){3}|https?://[^\s\u2066-\u2069]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.ASCII,
)
MARKS: Final = 300
"""UTF-16 units of a screen that are kept for the marks of direction."""
_LEFT, _ANY, _END, _RIGHT_MARK = "\u2066", "\u2068", "\u2069", "\u200f"


def isolated(words: str) -> str:
    """Words of unknown direction that do not disturb the line around them."""
    return f"{_ANY}{words}{_END}" if words else words


def alone(words: str) -> str:
    """Words without the marks around them, where there is nothing else in their line."""
    inner = words[1:-1]
    is_alone = words == isolated(inner) and _ANY not in inner and _END not in inner
    return inner if is_alone else words


def laid_out(blocks: Iterable[Block], language: str) -> tuple[Block, ...]:
    """The blocks, each line running the way its language runs."""
    if language not in RIGHT_TO_LEFT:
        return tuple(blocks)
    return tuple(map(_rightward, blocks))


def _rightward(block: Block) -> Block:
    match block:
        case Paragraph(spans):
            return Paragraph((Span(_RIGHT_MARK), *_isolated(spans)))
        case Row(label, value):
            return Row(f"{_RIGHT_MARK}{label}", isolated(value))
        case Quote():
            # Somebody's own words, which run as they run.
            return block


def _isolated(spans: Iterable[Span]) -> Iterator[Span]:
    for each in spans:
        if each.role is Role.CODE or _LATIN.fullmatch(each.text):
            yield from (Span(_LEFT), each, Span(_END))
        elif each.url:
            yield from (Span(_ANY), each, Span(_END))
        else:
            yield replace(each, text=_LATIN.sub(_to_the_right, each.text))


def _to_the_right(found: re.Match[str]) -> str:
    return f"{_LEFT}{found[0]}{_END}"
