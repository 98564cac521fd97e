"""What is remembered of breaks that the desk announces, and of notes among its staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NewType, Protocol

from intake.regulations.calendar import Break
from intake.tickets import Note
from intake.tid import Tid

BreakId = NewType("BreakId", int)


@dataclass(frozen=True, slots=True)
class AnnouncedBreak:
    """A break, with who announced it and when. One that was called off ends when it begins."""

    id: BreakId
    break_: Break
    by: str
    at: datetime


class BreakReading(Protocol):
    """A part of `Reading`."""

    def breaks(self) -> Sequence[AnnouncedBreak]:
        """Every break that was ever announced, in that order: they are few."""
        ...

    def notes(self, tid: Tid) -> Sequence[Note]:
        """What staff wrote down for each other about a ticket, in order."""
        ...


class BreakKeeping(Protocol):
    """A part of `Work`."""

    def announce_break(self, break_: Break, at: datetime, by: str) -> BreakId:
        """Add a break; `by` as in the history of the FAQ."""
        ...

    def end_break(self, id: BreakId, at: datetime) -> bool:
        """It is over by then, or never begins; False where there is none that lasts longer."""
        ...

    def note(self, tid: Tid, note: Note) -> None:
        """Write something down about a ticket that exists; its owner never sees it."""
        ...
