"""Has a model read the FAQ, in one process of all, and lets every process know what it found."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import structlog

from faq_index.entry import EntryId
from faq_index.meaning import Meaning, Meanings, middles
from faq_index.sense import Sense
from intake.ports import Meant, Store, StoreUnavailable, Unread

SLICE: Final = 64
"""Entries read in one go: a tenth of a second on a thread, most of it without the interpreter."""
_FETCHED: Final = 2_000
_LOOK: Final = 1.0
_BREATH: Final = 0.05
"""Seconds between two slices: people come first."""
_WORTH: Final = 8
"""What came is laid out anew once it is an eighth of what was there, or when no more comes."""

Told = Callable[[int], None]
"""Told how many entries were read."""

pause: Final = asyncio.sleep

log = structlog.get_logger()


@dataclass(slots=True)
class Understanding:
    """A model, and what is known so far of what the entries mean."""

    store: Store
    meaning: Meaning
    _vectors: dict[EntryId, bytes] = field(default_factory=dict)
    _number: int = 0
    _pending: int = 0

    def anew(self) -> "Understanding":
        """Knowing nothing yet, as when another FAQ was put in place of this one."""
        return Understanding(self.store, self.meaning)

    async def refreshed(self) -> Sense | None:
        """What is known now, where that is more than the last time it was asked."""
        meant = await self.store.read(
            lambda look: look.meanings(self.meaning.name, self._number, _FETCHED)
        )
        for each in meant:
            self._vectors[each.entry] = each.vector
            self._number = each.number
        self._pending += len(meant)
        due = len(self._vectors) // _WORTH if len(meant) else 1
        if not self._pending or self._pending < due:
            return None
        self._pending = 0
        return Sense(self.meaning, await asyncio.to_thread(Meanings.of, dict(self._vectors)))

    async def read_on(self) -> None:
        """Read whatever changes, until cancelled; for one process at a time (`OnlyOne`)."""
        done = -1
        while True:
            try:
                done = await self._read_since(done)
            except StoreUnavailable:
                log.warning("understanding.store_unavailable")
            except Exception:
                log.exception("understanding.round_failed")
            await pause(_LOOK)

    async def _read_since(self, done: int) -> int:
        version = await self.store.read(lambda look: look.faq_version())
        if version != done and (read := await self.read_all(breath=_BREATH)):
            log.info("faq.understood", entries=read, model=self.meaning.name)
        return version

    async def read_all(self, told: Told = lambda _: None, breath: float = 0.0) -> int:
        """Read everything that the model has not read yet; returns how many entries that was."""
        read, after = 0, EntryId("")
        while unread := await self._unread(after):
            vectors = await asyncio.to_thread(
                middles, self.meaning, [each.entry for each in unread]
            )
            await self._keep(unread, vectors)
            read, after = read + len(unread), unread[-1].entry.id
            told(read)
            if breath:
                await pause(breath)
        return read

    async def count(self) -> int:
        """How many entries the model has yet to read."""
        found, after = 0, EntryId("")
        while unread := await self._unread(after, _FETCHED):
            found, after = found + len(unread), unread[-1].entry.id
        return found

    async def _unread(self, after: EntryId, limit: int = SLICE) -> "list[Unread]":
        name = self.meaning.name
        return list(await self.store.read(lambda look: look.unread(name, after, limit)))

    async def _keep(self, unread: "list[Unread]", vectors: list[bytes]) -> None:
        meant = [
            Meant(each.entry.id, each.version, vector)
            for each, vector in zip(unread, vectors, strict=True)
        ]
        await self.store.record(lambda work: work.put_meanings(self.meaning.name, meant))
