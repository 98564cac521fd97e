"""A reply ready to be drawn: plain words with a few roles, so that no channel knows the texts.

Every string in here is literal: a channel escapes all of it for its platform, always.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Role(StrEnum):
    PLAIN = "plain"
    STRONG = "strong"
    """Emphasised: a title, the TID in the receipt."""
    CODE = "code"
    """To be copied as it is: a TID, a command."""
    FAINT = "faint"
    """Secondary: "3 of 5", an example."""


@dataclass(frozen=True, slots=True)
class Span:
    text: str
    role: Role = Role.PLAIN
    url: str = ""
    """Only ever a link of the desk's own (FAQ entries); a person's words never become one."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of spans; a span may hold line breaks of its own."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, shown as theirs; may be long and hold line breaks."""

    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its value, as on the review card."""

    label: str
    value: str


Block: TypeAlias = Paragraph | Quote | Row


@dataclass(frozen=True, slots=True)
class Button:
    token: str
    label: str
    """At most 32 characters in every shipped language, whatever the value."""
    emphasis: str = ""
    """"primary", "danger" or nothing."""


@dataclass(frozen=True, slots=True)
class Screen:
    """One message of ours."""

    blocks: tuple[Block, ...]
    buttons: tuple[Button, ...] = ()

    def plain(self) -> str:
        """The words alone, for notifications and tests."""
        return "\n".join(plain(block) for block in self.blocks)


def plain(block: Block) -> str:
    """The block's words alone."""
    match block:
        case Paragraph(spans):
            return "".join(span.text for span in spans)
        case Quote(text):
            return text
        case Row(label, value):
            return f"{label}: {value}"
