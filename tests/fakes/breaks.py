"""The breaks and notes of the store in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from intake.ports.breaks import AnnouncedBreak, BreakId
from intake.regulations.calendar import Break
from intake.tickets import Note
from intake.tid import Tid
from tests.fakes.tables import Tables
from tests.fakes.words import check


class MemoryBreaks:
    _tables: Tables

    def breaks(self) -> Sequence[AnnouncedBreak]:
        return list(self._tables.breaks.values())

    def notes(self, tid: Tid) -> Sequence[Note]:
        return [note for (of, _), note in self._tables.notes.items() if of == tid]


class MemoryBreakChanges(MemoryBreaks):
    def announce_break(self, break_: Break, at: datetime, by: str) -> BreakId:
        check(break_.why, by)
        id = BreakId(len(self._tables.breaks) + 1)
        self._tables.breaks[id] = AnnouncedBreak(id, break_, by, at)
        return id

    def end_break(self, id: BreakId, at: datetime) -> bool:
        known = self._tables.breaks.get(id)
        if known is None or known.break_.end <= max(at, known.break_.start):
            return False
        over = replace(known.break_, end=max(at, known.break_.start))
        self._tables.breaks[id] = replace(known, break_=over)
        return True

    def note(self, tid: Tid, note: Note) -> None:
        check(note.name, note.text)
        self._tables.notes[tid, len(self._tables.notes)] = note
