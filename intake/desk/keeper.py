"""What staff do to the FAQ: bring entries in, hide and show them, undo what somebody did."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from faq_index import Entry, EntryId
from faq_index.seeding import Changes, Draft, compare
from intake.errors import IntakeError
from intake.ports import Clock, Reading, Revision, Stale, Store, Work

TRIES = 8


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
        for _ in range(TRIES):
            version, present = await self.store.read(
                lambda reading: (reading.faq_version(), reading.entries())
            )
            changes = compare(present, drafts)
            try:
                await self._put(lambda _, new=changes.entries: new, by, version)  # type: ignore[misc]  # mypy cannot infer a lambda with defaults
            except Stale:
                continue
            return changes
        raise Stale

    async def put(self, entries: Sequence[Entry], by: str) -> Sequence[Entry]:
        """Add or replace whole entries."""
        return await self._put(lambda _: entries, by)

    async def publish(self, ids: Iterable[EntryId], by: str, *, published: bool) -> Sequence[Entry]:
        """Show entries to people, or hide them. Raises NoSuchEntry."""
        wanted = [*ids]
        return await self._put(
            lambda work: [replace(_existing(work, id), published=published) for id in wanted], by
        )

    async def undo(self, id: EntryId | None, by: str) -> Sequence[Entry]:
        """Put back what an entry was before its last change, or all that the last change of the
        FAQ touched; what was new is hidden. This is a change too, and can be undone.

        Returns the entries as they are now. Raises NoSuchEntry, NothingToUndo.
        """
        return await self._put(lambda work: _before(work, id), by)

    async def _put(
        self, decide: Callable[[Work], Sequence[Entry]], by: str, version: int | None = None
    ) -> Sequence[Entry]:
        """Raises Stale where the FAQ is not of this version any more."""

        def unit(work: Work) -> Sequence[Entry]:
            if version not in (None, work.faq_version()):
                raise Stale
            entries = decide(work)
            work.put_entries(entries, self.clock(), by)
            return entries

        return await self.store.record(unit)


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


def _before(work: Work, id: EntryId | None) -> Sequence[Entry]:
    if id is None:
        before = work.entries_before(work.faq_version())
    else:
        now = _existing(work, id)
        earlier = work.history(id, 2)[1:]
        was = earlier[0].entry if earlier else replace(now, published=False)
        before = [] if was == now else [was]
    if not before:
        raise NothingToUndo
    return before
