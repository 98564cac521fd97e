"""What staff do to the FAQ: bring entries in, hide and show them, undo what somebody did."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, TypeVar

from faq_index import Entry, EntryId
from faq_index.seeding import Changes, Draft, compare
from intake.errors import IntakeError
from intake.ports import Clock, Reading, Revision, Stale, Store, StoreUnavailable, Work

T = TypeVar("T")

TRIES: Final = 8
AT_ONCE: Final = 500
"""Entries that one short unit of work takes."""


class NoSuchEntry(IntakeError):
    """There is no entry with this id."""


class NothingToUndo(IntakeError):
    """There is no change that could be undone."""


@dataclass(frozen=True, slots=True)
class Keeper:
    """The FAQ in the hands of its staff. Whoever uses it has been let in by its caller.

    `by` is who does it, as the history names them: `cli`, `telegram:123`, ...
    """

    store: Store
    clock: Clock

    async def entry(self, id: EntryId) -> Entry:
        """Raises NoSuchEntry."""
        return await self.store.read(lambda reading: _existing(reading, id))

    async def entries(self) -> Sequence[Entry]:
        """The whole FAQ, hidden entries too."""
        return await self.store.read(lambda reading: reading.entries())

    async def history(
        self, id: EntryId | None, limit: int
    ) -> Sequence[tuple[Revision, Entry | None]]:
        """What became of an entry, or of the whole FAQ, newest first, each with what the entry was
        before; None where it was new. Raises NoSuchEntry."""
        return await self.store.read(lambda reading: _history(reading, id, limit))

    async def compare(self, drafts: Sequence[Draft]) -> Changes:
        """What bringing them in would change."""
        return compare(await self.entries(), drafts)

    async def bring_in(self, drafts: Sequence[Draft], by: str) -> Changes:
        """Add and change what they say, all of it or nothing; what they do not speak of stays,
        also where staff change it at the same moment."""

        def unit(reading: Reading) -> tuple[Changes, Sequence[Entry]]:
            changes = compare(reading.entries(), drafts)
            return changes, changes.entries

        return await self._put(unit, by)

    async def put(self, entries: Sequence[Entry], by: str) -> Sequence[Entry]:
        """Add or replace whole entries."""
        return await self._put(lambda _: (entries, entries), by)

    async def publish(self, ids: Iterable[EntryId], by: str, *, published: bool) -> Sequence[Entry]:
        """Show entries to people, or hide them. Raises NoSuchEntry."""
        wanted = [*ids]

        def unit(reading: Reading) -> tuple[Sequence[Entry], Sequence[Entry]]:
            now = [replace(_existing(reading, id), published=published) for id in wanted]
            return now, now

        return await self._put(unit, by)

    async def undo(self, id: EntryId | None, by: str) -> Sequence[Entry]:
        """Put back what an entry was before its last change, or all that the last change of the
        FAQ touched; what was new is hidden. This is a change too, and can be undone.

        Returns the entries as they are now. Raises NoSuchEntry, NothingToUndo.
        """

        def unit(reading: Reading) -> tuple[Sequence[Entry], Sequence[Entry]]:
            before = _before(reading, id)
            return before, before

        return await self._put(unit, by)

    async def _put(self, decide: Callable[[Reading], tuple[T, Sequence[Entry]]], by: str) -> T:
        """Decide what the FAQ is to hold, and put it where nobody has changed it meanwhile; else
        decide anew. Returns what was decided beside the entries. Raises Stale."""
        for _ in range(TRIES):
            version, (decided, entries) = await self.store.read(
                lambda reading: (reading.faq_version(), decide(reading))
            )
            try:
                await self._put_at(version, entries, by)
            except Stale:
                continue
            return decided
        raise Stale

    async def _put_at(self, version: int, entries: Sequence[Entry], by: str) -> None:
        """Many are laid ready first, so that people who talk meanwhile never wait for all of them.
        Raises Stale where the FAQ is not of this version any more."""
        if len(entries) <= AT_ONCE:
            await self._record(version, lambda work: work.put_entries(entries, self.clock(), by))
            return
        batch = 0
        for some in _slices(entries):
            batch = await self.store.record(partial(self._stage, batch=batch, some=some))
        try:
            await self._record(version, lambda work: work.put_staged(batch, self.clock(), by))
        finally:
            await self._clear(batch)

    async def _record(self, version: int, put: Callable[[Work], int]) -> None:
        """Raises Stale, and nothing is put, where the FAQ was of another version before."""

        def unit(work: Work) -> None:
            changed = put(work)
            # Asked afterwards, when nobody else can be changing the FAQ any longer.
            if work.faq_version() != version + bool(changed):
                raise Stale

        await self.store.record(unit)

    def _stage(self, work: Work, batch: int, some: Sequence[Entry]) -> int:
        return work.stage_entries(batch, some, self.clock())

    async def _clear(self, batch: int) -> None:
        # What stays after all is removed by night.
        with suppress(StoreUnavailable):
            while await self.store.record(lambda work: work.clear_staged(batch, AT_ONCE)):
                pass


def _slices(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    latest = list({entry.id: entry for entry in entries}.values())
    return (latest[first : first + AT_ONCE] for first in range(0, len(latest), AT_ONCE))


def _history(
    reading: Reading, id: EntryId | None, limit: int
) -> Sequence[tuple[Revision, Entry | None]]:
    if id is not None:
        _existing(reading, id)
    told: list[tuple[Revision, Entry | None]] = []
    for change in reading.history(id, limit):
        earlier = reading.history(change.entry.id, 1, change.number)
        told.append((change, earlier[0].entry if earlier else None))
    return told


def _existing(reading: Reading, id: EntryId) -> Entry:
    entry = reading.entry(id)
    if entry is None:
        raise NoSuchEntry
    return entry


def _before(reading: Reading, id: EntryId | None) -> Sequence[Entry]:
    if id is None:
        before = reading.entries_before(reading.faq_version())
    else:
        now = _existing(reading, id)
        earlier = reading.history(id, 2)[1:]
        was = earlier[0].entry if earlier else replace(now, published=False)
        before = [] if was == now else [was]
    if not before:
        raise NothingToUndo
    return before
