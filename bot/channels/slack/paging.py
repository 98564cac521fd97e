"""A screen that is too long for one Slack message, as several that are not."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, chain
from typing import Final

from bot.texts.screen import Block, Paragraph, Quote, Row, Screen, Span

LONGEST: Final = 8000
"""UTF-16 units of text in a message. Slack refuses somewhere above 9,600, and says nowhere where:
https://github.com/slackapi/bolt-js/issues/2867."""
MOST_BLOCKS: Final = 40
"""Of the 50 that a message may have; the buttons take some."""
_PIECE: Final = 2600
"""UTF-16 units of one text: Slack's own hold 3,000, and three of these fill a message."""


def pages(screen: Screen) -> tuple[Screen, ...]:
    """The screen in as many messages as it needs, the buttons under the last."""
    if len(screen.blocks) <= MOST_BLOCKS and units(screen.plain()) <= _PIECE:
        return (screen,)  # as nearly all do
    found: list[list[Block]] = [[]]
    room = LONGEST
    for block in chain.from_iterable(map(_pieces, screen.blocks)):
        needed = units(Screen((block,)).plain())
        if found[-1] and (needed > room or len(found[-1]) == MOST_BLOCKS):
            found.append([])
            room = LONGEST
        found[-1].append(block)
        room -= needed
    return tuple(
        Screen(tuple(blocks), screen.buttons if blocks is found[-1] else ()) for blocks in found
    )


def units(text: str) -> int:
    """The length as JavaScript and Java count it, never less than Python's own."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> Iterator[str]:
    """The text in parts of at most `limit` units; at a line's or word's end where there is one."""
    while units(text) > limit:
        most = _fitting(text, limit)
        at = max(text.rfind("\n", 1, most), text.rfind(" ", 1, most))
        at = at + 1 if at > most // 2 else most
        yield text[:at]
        text = text[at:]
    yield text


def _fitting(text: str, limit: int) -> int:
    """How many characters of the text make up at most `limit` units."""
    lengths = accumulate(1 + (character > "\uffff") for character in text[: limit + 1])
    return sum(length <= limit for length in lengths)


def _pieces(block: Block) -> Iterator[Block]:
    match block:
        case Quote(text):
            yield from (Quote(part) for part in cut(text, _PIECE))
        case Row(label, value):
            first, *rest = cut(value, _PIECE)
            yield Row(label, first)
            yield from (Paragraph((Span(part),)) for part in rest)
        case Paragraph(spans) if units(Screen((block,)).plain()) <= LONGEST // 2:
            yield Paragraph(tuple(piece for span in spans for piece in _span_pieces(span)))
        case Paragraph(spans):
            yield from (Paragraph((piece,)) for span in spans for piece in _span_pieces(span))


def _span_pieces(span: Span) -> Iterator[Span]:
    yield from (replace(span, text=part) for part in cut(span.text, _PIECE))
