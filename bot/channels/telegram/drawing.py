"""A screen as Telegram's messages: HTML in which every word is literal, and a keyboard."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import Final

from bot.channels.telegram.lengths import LONGEST, slices, units
from bot.channels.telegram.wire import Json
from bot.texts.screen import Block, Button, Paragraph, Quote, Role, Row, Screen, Span

ROW_WIDTH: Final = 34
"""Characters that a phone shows in a row of equally wide buttons."""
ROW_BUTTONS: Final = 3
MOST_MENTIONS: Final = 20

_TAGS: Final = {Role.PLAIN: "", Role.STRONG: "b", Role.CODE: "code", Role.FAINT: "i"}
_MENTION: Final = re.compile(r"(?<!\w)(@\w+)")
_UNSENDABLE: Final = re.compile("[\ud800-\udfff\0]")


@dataclass(frozen=True, slots=True)
class Post:
    """One message of ours: as HTML, and plain for the case that the HTML is refused."""

    html: str
    plain: str
    keyboard: Json | None = None


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters in one format."""

    text: str
    tag: str = ""
    url: str = ""

    def html(self) -> str:
        words = escape(self.text, quote=False)
        if self.url:
            return f'<a href="{escape(self.url)}">{words}</a>'
        return f"<{self.tag}>{words}</{self.tag}>" if self.tag else words


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block, or what of it fits one message."""

    runs: tuple[_Run, ...]
    quoted: bool = False

    @property
    def plain(self) -> str:
        return "".join(run.text for run in self.runs)

    def html(self) -> str:
        words = "".join(run.html() for run in self.runs)
        return f"<blockquote>{words}</blockquote>" if self.quoted and words else words


def draw(screen: Screen) -> tuple[Post, ...]:
    """One post; more only where the words are too many for one. The last has the keyboard.

    Nothing in the screen takes effect but its own roles and links: no markup, and no mention,
    which Telegram would make of any ``@name`` that does not stand in code (B6 to B8).
    """
    pieces = (part for block in screen.blocks for part in _fitting(_piece(block)))
    posts = [_post(group) for group in _grouped(pieces)]
    shown = [post for post in posts if post.plain.strip()] or [Post("…", "…")]
    return (*shown[:-1], replace(shown[-1], keyboard=keyboard(screen.buttons)))


def keyboard(buttons: Iterable[Button]) -> Json | None:
    """Short labels share a row; a primary button stands alone, so that no thumb slips onto it.

    https://core.telegram.org/bots/api#inlinekeyboardmarkup
    """
    rows: list[list[Button]] = []
    for button in buttons:
        if rows and _fit([*rows[-1], button]):
            rows[-1].append(button)
        else:
            rows.append([button])
    return {"inline_keyboard": [list(map(_button, row)) for row in rows]} if rows else None


def _fit(row: list[Button]) -> bool:
    if any(button.emphasis == "primary" for button in row):
        return False
    widest = max(len(button.label) for button in row)
    return len(row) <= ROW_BUTTONS and widest * len(row) <= ROW_WIDTH


def _button(button: Button) -> Json:
    drawn: Json = {"text": _sendable(button.label), "callback_data": button.token}
    return {**drawn, "style": button.emphasis} if button.emphasis else drawn


def _piece(block: Block) -> _Piece:
    match block:
        case Paragraph(spans):
            return _Piece(tuple(run for span in spans for run in _span(span)))
        case Quote(text):
            return _Piece(tuple(_runs(text)), quoted=True)
        case Row(label, value):
            return _Piece((*_runs(label, "b"), _Run(": "), *_runs(value)))


def _span(span: Span) -> Iterator[_Run]:
    if span.url:
        yield _Run(_sendable(span.text), url=_sendable(span.url))
    else:
        yield from _runs(span.text, _TAGS[span.role])


def _runs(text: str, tag: str = "") -> Iterator[_Run]:
    """The text in its format, its mentions in code, where they are only characters."""
    clean = _sendable(text)
    parts = _MENTION.split(clean)
    # Beyond 100 formatted stretches Telegram ignores the rest, and with it what makes them inert.
    if len(parts) > 2 * MOST_MENTIONS:
        yield _Run(clean, "code")
        return
    for number, part in enumerate(parts):
        if part:
            yield _Run(part, "code" if number % 2 else tag)


def _sendable(text: str) -> str:
    return _UNSENDABLE.sub("�", text)


def _fitting(piece: _Piece) -> Iterator[_Piece]:
    """The piece, cut where it is longer than a message may be."""
    held: list[_Run] = []
    room = LONGEST
    for run in piece.runs:
        for part in slices(run.text, LONGEST):
            if units(part) > room:
                yield replace(piece, runs=tuple(held))
                held, room = [], LONGEST
            held.append(replace(run, text=part))
            room -= units(part)
    yield replace(piece, runs=tuple(held))


def _grouped(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    group: list[_Piece] = []
    room = LONGEST
    for piece in pieces:
        size = units(piece.plain) + 1
        if group and size > room:
            yield group
            group, room = [], LONGEST
        group.append(piece)
        room -= size
    if group:
        yield group


def _post(pieces: list[_Piece]) -> Post:
    return Post(
        "\n".join(piece.html() for piece in pieces), "\n".join(piece.plain for piece in pieces)
    )
