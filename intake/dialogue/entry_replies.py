"""What staff are shown of the FAQ while they keep it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from faq_index import EntryId
from intake.dialogue.questions import Ask, Choice


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that a search found, for staff."""

    id: EntryId
    title: str
    url: str
    percent: int
    """The chance that it answers."""


@dataclass(frozen=True, slots=True)
class FoundEntries:
    """What a search for these words finds: asked for by staff, or what people are shown now."""

    why: Literal["found", "shown-now", "twin"]
    words: str
    items: tuple[Found, ...]
    choices: tuple[Choice, ...] = ()
    kind: Literal["found-entries"] = "found-entries"


@dataclass(frozen=True, slots=True)
class ChangedBy:
    at: datetime
    by: str


Why: TypeAlias = Literal["new", "edited", "look", "hide", "changed", "undone"]
"""Not kept yet; a kept one being changed; asked for; about to be hidden; changed by somebody else
meanwhile; as it is after a change was taken back."""


@dataclass(frozen=True, slots=True)
class EntryCard:
    """An entry of the FAQ, for staff."""

    why: Why
    id: EntryId
    fields: tuple[tuple[str, str], ...]
    """Names and values; `wordings` are lines."""
    hidden: bool = False
    shown_now: tuple[Found, ...] = ()
    """What people are shown now for its question, where it is not kept yet."""
    twin: str = ""
    """The title of an entry that seems to answer the same."""
    changes: tuple[ChangedBy, ...] = ()
    choices: tuple[Choice, ...] = ()
    kind: Literal["entry-card"] = "entry-card"


@dataclass(frozen=True, slots=True)
class EntryForm:
    """An entry to be filled in: a form where the channel can show one now, else a message."""

    id: EntryId
    """Empty for a new one."""
    stamp: str
    fields: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    instead: Ask | EntryCard
    miss: str = ""
    kind: Literal["entry-form"] = "entry-form"

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self.instead.choices


@dataclass(frozen=True, slots=True)
class Missed:
    """Questions that seem to ask the same and found no answer."""

    sample: str
    language: str
    people: int
    times: int


@dataclass(frozen=True, slots=True)
class MissedList:
    """What people asked in vain, what most of them asked first."""

    items: tuple[Missed, ...]
    more: int
    """So many others are not listed."""
    choices: tuple[Choice, ...] = ()
    kind: Literal["missed-list"] = "missed-list"


@dataclass(frozen=True, slots=True)
class Offered:
    """Words of people whom this entry helped."""

    words: str
    title: str
    times: int


@dataclass(frozen=True, slots=True)
class OfferedList:
    """Wordings that staff may take for their entries, or refuse."""

    items: tuple[Offered, ...]
    more: int
    choices: tuple[Choice, ...] = ()
    kind: Literal["offered-list"] = "offered-list"
