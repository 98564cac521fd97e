"""The FAQ in memory, with its history."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from faq_index import Entry, EntryId
from intake.ports import Revision
from intake.ports.faq import FaqKeeping, FaqReading
from tests.fakes.tables import Tables
from tests.fakes.words import check


class MemoryFaq(FaqReading):
    _tables: Tables

    def entries(self) -> Sequence[Entry]:
        return _in_order(self._tables.entries.values())

    def entry(self, id: EntryId) -> Entry | None:
        return self._tables.entries.get(id)

    def faq_version(self) -> int:
        return self._tables.versions.get("faq", 0)

    def entries_since(self, version: int) -> Sequence[Entry]:
        changed = {each.entry.id for each in self._newest_first() if each.version > version}
        return _in_order(self._tables.entries[id] for id in changed)

    def history(
        self, id: EntryId | None, limit: int, before: int | None = None
    ) -> Sequence[Revision]:
        of = [each for each in self._newest_first() if id in (None, each.entry.id)]
        return [each for each in of if before is None or each.number < before][:limit]

    def entries_before(self, version: int) -> Sequence[Entry]:
        changed = [each for each in self._newest_first() if each.version == version]
        return _in_order(map(self._earlier, changed))

    def _earlier(self, change: Revision) -> Entry:
        for each in self.history(change.entry.id, 1, change.number):
            return each.entry
        return replace(change.entry, published=False)

    def _newest_first(self) -> list[Revision]:
        return sorted(self._tables.revisions.values(), key=lambda each: -each.number)


class MemoryFaqChanges(MemoryFaq, FaqKeeping):
    def put_entries(self, entries: Sequence[Entry], at: datetime, by: str) -> int:
        latest = {entry.id: entry for entry in entries}
        check(by)
        for entry in latest.values():
            check(entry.id, entry.question, entry.answer, entry.url, entry.product)
            check(*entry.tags, *entry.wordings)
        known = self._tables.entries
        different = [entry for id, entry in sorted(latest.items()) if known.get(id) != entry]
        if different:
            version = self._tables.versions["faq"] = self.faq_version() + 1
            for number, entry in enumerate(different, len(self._tables.revisions) + 1):
                known[entry.id] = entry
                self._tables.revisions[number] = Revision(number, version, at, by, entry)
        return len(different)

    def stage_entries(
        self,
        batch: int,
        entries: Sequence[Entry],
        at: datetime,  # noqa: ARG002 - unread
    ) -> int:
        if not batch:
            batch = self._tables.versions["staged"] = self._tables.versions.get("staged", 0) + 1
        for entry in entries:
            if self.entry(entry.id) != entry:
                self._tables.staged[batch, entry.id] = entry
        return batch

    def put_staged(self, batch: int, at: datetime, by: str) -> int:
        return self.put_entries(self._ready(batch), at, by)

    def clear_staged(self, batch: int, limit: int) -> int:
        some = self._ready(batch)[:limit]
        for each in some:
            self._tables.staged[batch, each.id] = None
        return len(some)

    def _ready(self, batch: int) -> Sequence[Entry]:
        staged = self._tables.staged.items()
        return [entry for (of, _), entry in staged if of == batch and entry is not None]


def _in_order(entries: Iterable[Entry]) -> Sequence[Entry]:
    return sorted(entries, key=lambda entry: entry.id)
