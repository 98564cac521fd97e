"""The statements of announced breaks, and of notes among staff."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, insert, select, update

from bot.storage.clock_tables import breaks, notes
from bot.storage.transaction import Transaction
from intake.ports.breaks import AnnouncedBreak, BreakId
from intake.regulations.calendar import Break
from intake.tickets import Note
from intake.tid import Tid

_BREAKS: Final = select(breaks).order_by(breaks.c.id)
_ANNOUNCE: Final = insert(breaks).returning(breaks.c.id)
_END: Final = (
    update(breaks)
    .where(breaks.c.id == bindparam("of"), breaks.c.ends_at > bindparam("at_last"))
    .values(ends_at=bindparam("at_last"))
    .returning(breaks.c.id)
)
_ONE: Final = select(breaks).where(breaks.c.id == bindparam("of"))
_NOTES: Final = select(notes).where(notes.c.tid == bindparam("of")).order_by(notes.c.id)
_NOTE: Final = insert(notes)


class BreakRows(Transaction):
    """`Reading`, as far as breaks and notes go."""

    def breaks(self) -> Sequence[AnnouncedBreak]:
        return [
            AnnouncedBreak(row.id, Break(row.starts_at, row.ends_at, row.why), row.by, row.at)
            for row in self._all(_BREAKS, {})
        ]

    def notes(self, tid: Tid) -> Sequence[Note]:
        return [Note(row.name, row.text, row.at) for row in self._all(_NOTES, {"of": tid})]


class BreakChanges(Transaction):
    """`Work`, as far as breaks and notes go."""

    def announce_break(self, break_: Break, at: datetime, by: str) -> BreakId:
        told = {"starts_at": break_.start, "ends_at": break_.end, "why": break_.why}
        (row,) = self._all(_ANNOUNCE, {**told, "by": by, "at": at})
        return BreakId(row.id)

    def end_break(self, id: BreakId, at: datetime) -> bool:
        row = self._first(_ONE, {"of": id})
        return row is not None and self._hit(_END, {"of": id, "at_last": max(at, row.starts_at)})

    def note(self, tid: Tid, note: Note) -> None:
        self._run(_NOTE, {"tid": tid, "name": note.name, "text": note.text, "at": note.at})
