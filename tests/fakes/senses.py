"""What entries mean, in memory."""

from collections.abc import Sequence
from dataclasses import replace

from faq_index import EntryId
from intake.ports import Meant, Unread
from intake.ports.senses import SenseKeeping, SenseReading
from tests.fakes.tables import Tables
from tests.fakes.words import check


class MemorySenses(SenseReading):
    _tables: Tables

    def unread(self, model: str, after: EntryId, limit: int) -> Sequence[Unread]:
        known = {each.entry: each.version for each in self._of(model)}
        found = [
            Unread(entry, self._version(id))
            for id, entry in sorted(self._tables.entries.items())
            if id > after and entry.published and known.get(id, -1) < self._version(id)
        ]
        return found[:limit]

    def meanings(self, model: str, after: int, limit: int) -> Sequence[Meant]:
        kept = [each for each in self._of(model) if each.number > after]
        return sorted(kept, key=lambda each: each.number)[:limit]

    def _of(self, model: str) -> list[Meant]:
        return [each for (by, _), each in self._tables.meanings.items() if by == model]

    def _version(self, id: EntryId) -> int:
        return max(each.version for each in self._tables.revisions.values() if each.entry.id == id)


class MemorySenseChanges(MemorySenses, SenseKeeping):
    def put_meanings(self, model: str, meant: Sequence[Meant]) -> None:
        check(model)
        latest = {each.entry: each for each in meant}
        for each in latest.values():
            number = self._tables.versions["meanings"] = (
                self._tables.versions.get("meanings", 0) + 1
            )
            self._tables.meanings[model, each.entry] = replace(each, number=number)
