"""Screens drawn in a terminal: in colours where somebody looks, else as plain lines."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from rich import box
from rich.columns import Columns
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.style import Style
from rich.text import Text

from bot.texts.screen import Block, Button, Paragraph, Quote, Role, Row, Screen, Span

_WIDEST: Final = 88
_STYLES: Final = {Role.PLAIN: "", Role.STRONG: "bold", Role.CODE: "bold cyan", Role.FAINT: "dim"}
_EMPHASIS: Final = {"primary": "bold green", "danger": "bold red"}
_TID: Final = re.compile(r"\bTID(?:-[0-9A-HJKMNP-TV-Z]{3}){3}\b")


class Face(Protocol):
    """How the talk looks."""

    def show(self, screen: Screen) -> None: ...

    def note(self, words: str) -> None:
        """A word of the terminal's own."""
        ...

    def prompt(self) -> None:
        """It is the person's turn."""
        ...

    def interrupt(self) -> None:
        """Something comes while the person may be typing."""
        ...

    def echo(self, line: str) -> None:
        """What the person said."""
        ...


class Pretty:
    """Panels, colours and links, for somebody who sits there."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def show(self, screen: Screen) -> None:
        width = min(self._console.width, _WIDEST)
        panel = Panel(draw(screen), box=box.ROUNDED, border_style="dim", width=width)
        self._console.print(panel)

    def note(self, words: str) -> None:
        self._console.print(Text(visible(words), "dim"))

    def prompt(self) -> None:
        self._console.print(Text("› ", "bold green"), end="")

    def interrupt(self) -> None:
        self._console.print()

    def echo(self, line: str) -> None:
        """The terminal shows what is typed by itself."""


class Plain:
    """Words only, neither coloured nor wrapped: a transcript to be read, searched and compared."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def show(self, screen: Screen) -> None:
        for line in plain_lines(screen):
            self._console.out(line, highlight=False)
        self._console.out("")

    def note(self, words: str) -> None:
        self._console.out(f"{visible(words)}\n", highlight=False)

    def prompt(self) -> None:
        """Nobody waits for one."""

    def interrupt(self) -> None:
        """Nothing is being typed."""

    def echo(self, line: str) -> None:
        self._console.out(f"> {visible(line)}", highlight=False)


def draw(screen: Screen) -> RenderableType:
    """The screen for Rich, its buttons numbered. All its words are literal."""
    drawn: list[RenderableType] = [_drawn(block) for block in screen.blocks]
    if screen.buttons:
        drawn += [Text(), Columns(map(_button, _numbered(screen.buttons)), padding=(0, 3))]
    return Group(*drawn)


def plain_lines(screen: Screen) -> Iterator[str]:
    """The screen as lines of plain text, its buttons numbered in the last one."""
    for block in screen.blocks:
        yield from visible(_plain(block)).split("\n")
    if screen.buttons:
        yield "   ".join(f"[{number}] {each.label}" for number, each in _numbered(screen.buttons))


def visible(text: str) -> str:
    """The text without what would steer the terminal, such as the codes for colours."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _drawn(block: Block) -> RenderableType:
    match block:
        case Paragraph(spans):
            return Text.assemble(*map(_span, spans))
        case Quote(text):
            return Padding(_words(text, "italic"), (0, 0, 0, 2))
        case Row(label, value):
            return Text.assemble((f"{visible(label)}: ", "dim"), _words(value))


def _span(span: Span) -> Text:
    style = Style.parse(_STYLES[span.role])
    if not span.url:
        return _words(span.text, style)
    # Not every terminal can open a link, but every one can copy an address.
    url = visible(span.url)
    return Text.assemble(_words(span.text, style + Style(link=url)), " ", (url, "dim"))


def _words(text: str, style: str | Style = "") -> Text:
    words = Text(visible(text), style)
    words.highlight_regex(_TID, "bold cyan")
    return words


def _button(numbered: tuple[int, Button]) -> Text:
    number, button = numbered
    return Text.assemble(
        (f"[{number}]", "dim"), " ", (button.label, _EMPHASIS.get(button.emphasis, "bold"))
    )


def _numbered(buttons: Sequence[Button]) -> Iterable[tuple[int, Button]]:
    return enumerate(buttons, start=1)


def _plain(block: Block) -> str:
    match block:
        case Paragraph(spans):
            return "".join(f"{each.text} <{each.url}>" if each.url else each.text for each in spans)
        case Quote(text):
            return "\n".join(f"| {line}" for line in text.split("\n"))
        case Row(label, value):
            return f"{label}: {value}".replace("\n", "\n  ")


def _shown(character: str) -> str:
    if character in "\n\t":
        return character
    match unicodedata.category(character):
        case "Cc":
            return ""
        case "Cs":
            return "\ufffd"
        case _:
            return character
