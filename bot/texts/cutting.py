"""Keeps a screen within what every channel can show as one message."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from bot.texts.screen import Block, Paragraph, Quote, Row, plain

MOST: Final = 3_500
"""UTF-16 units of a screen's words. Telegram takes 4096, counted after parsing; links are free."""
QUOTE: Final = 3_000
"""UTF-16 units of one quote: as many as a section of Slack holds."""
GLIMPSE: Final = 300
"""UTF-16 units of a value where it is only shown to be recognised."""

_SHORTEST: Final = 12


def units(text: str) -> int:
    """The text's length as the platforms count it, in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def clip(text: str, most: int = GLIMPSE) -> str:
    """The text, cut with "…" where it is longer than `most` units."""
    if units(text) <= most:
        return text
    return f"{_head(text, most - 1).rstrip()}…"


def split(text: str, most: int = QUOTE) -> Iterator[str]:
    """The text in parts of at most `most` units, broken between lines or words if it can be."""
    while units(text) > most:
        head = _head(text, most)
        for gap in ("\n", " "):
            if (place := head.rfind(gap)) > len(head) // 2:
                head = head[: place + 1]
                break
        yield head
        text = text[len(head) :]
    yield text


def fit(blocks: Sequence[Block], most: int = MOST) -> tuple[Block, ...]:
    """The blocks with their longest quotes and values cut until all of it fits."""
    lines = [units(plain(block)) + len("\n") for block in blocks]
    excess = sum(lines) - len("\n") - most
    if excess <= 0:
        return tuple(blocks)
    cuttable = sorted((units(_cuttable(block)) for block in blocks), reverse=True)
    cap = _cap(cuttable, excess)
    return tuple(_cut(block, cap) for block in blocks)


def _cap(lengths: Sequence[int], excess: int) -> int:
    """The length to which the longest are cut down, so that together they lose `excess`."""
    total = 0
    for count, (length, shorter) in enumerate(pairwise([*lengths, 0]), start=1):
        total += length
        if (cap := (total - excess) // count) >= shorter:
            return max(_SHORTEST, cap)
    return _SHORTEST


def _cut(block: Block, cap: int) -> Block:
    match block:
        case Quote(text):
            return Quote(clip(text, cap))
        case Row(label, value):
            return Row(label, clip(value, cap))
        case Paragraph():
            return block


def _cuttable(block: Block) -> str:
    match block:
        case Quote(text):
            return text
        case Row(_, value):
            return value
        case Paragraph():
            return ""


def _head(text: str, most: int) -> str:
    """As many whole characters from the beginning as `most` units hold, at least one."""
    head = text[: max(most, 1)]
    while len(head) > 1 and (excess := units(head) - most) > 0:
        # A character takes one unit or two: half the excess is never too much to drop.
        head = head[: -max(1, excess // 2)]
    return head
