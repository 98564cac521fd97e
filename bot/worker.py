"""What happens without anybody writing: late replies, files to fetch, a FAQ that has changed."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Final

import structlog

from bot.delivery import Delivery
from bot.storage.attachments import Attachments, Stored, TooBig
from bot.understanding import Understanding
from faq_index import FaqIndex
from intake.desk.customer import Customer
from intake.dialogue.messages import FileId, Judged, Message, MessageId, RefusedFile, Speaker
from intake.ports import AwaitedFile, Clock, Store, StoreUnavailable, Work
from intake.regulations.attachments import Refusal, judge

EVERY: Final = 1.0
"""Seconds between two rounds."""
FETCH_HELD: Final = timedelta(seconds=60)
FETCH_PATIENCE: Final = 30.0
AT_ONCE: Final = 8
MARGIN: Final = 1 << 17
"""Bytes fetched beyond the limit at most: with more than the limit in hand a file is known to be
too big, whatever its size was declared to be (D7)."""

Fetch = Callable[[str, int], AsyncIterator[bytes]]
"""The bytes behind a file's `remote`, not more than the limit by much; raises what it likes."""
Hear = Callable[[Message], Awaitable[None]]

log = structlog.get_logger()


@dataclass(slots=True)
class Worker:
    """Every round does what is due; a round that fails is logged, and the next one comes."""

    store: Store
    customer: Customer
    delivery: Delivery
    attachments: Attachments
    fetchers: Mapping[str, Fetch]
    """How to fetch a channel's files, by the channel's name."""
    hear: Hear
    clock: Clock
    understanding: Understanding | None = None
    faq_version: int = -1

    async def run(self) -> None:
        """Until cancelled."""
        await _again_and_again(self.round)

    async def follow_faq(self) -> None:
        """For every process, and beside the rounds: a file that comes slowly delays those. Until
        cancelled."""
        await _again_and_again(self._follow)

    async def _follow(self) -> None:
        await self.refresh_notices()
        await self.refresh_faq()
        await self.refresh_sense()

    async def round(self) -> None:
        """Everything that is due now, once."""
        await self.delivery.sweep()
        await self.fetch_files()

    async def refresh_notices(self) -> None:
        """Know what is announced now, by whatever process (R36)."""
        now = self.clock()
        notices = tuple(await self.store.read(lambda reading: reading.notices(now)))
        if notices != self.customer.playbook.notices:
            self.customer.playbook = replace(self.customer.playbook, notices=notices)

    async def refresh_faq(self) -> None:
        """Search what the FAQ holds now; the old index serves until the new one is ready.

        Only what changed is read and laid out; all of it where the FAQ is another one, as after a
        backup was put back.
        """
        version = await self.store.read(lambda reading: reading.faq_version())
        if version == self.faq_version:
            return
        since, index = self.faq_version, self.customer.playbook.faq
        if not 0 <= since <= version:
            since, index = -1, FaqIndex.build(())
            if self.understanding:
                self.understanding = self.understanding.anew()
        entries = await self.store.read(lambda reading: reading.entries_since(since))
        self._search(await asyncio.to_thread(index.changed, entries))
        self.faq_version = version

    async def refresh_sense(self) -> None:
        """Search also by what the entries mean, as far as the model has read them."""
        if self.understanding and (sense := await self.understanding.refreshed()):
            self._search(replace(self.customer.playbook.faq, sense=sense))

    def _search(self, index: FaqIndex) -> None:
        self.customer.playbook = replace(self.customer.playbook, faq=index)

    async def fetch_files(self) -> None:
        """Fetch, judge and keep the files that were announced."""
        where = [f"{channel}:" for channel in self.fetchers]
        if not where:
            return
        mine = await self.store.record(
            lambda work: work.files_to_fetch(self.clock(), FETCH_HELD, AT_ONCE, where)
        )
        judged = await asyncio.gather(*(self._take(each) for each in mine))
        refused: dict[str, list[tuple[AwaitedFile, Refusal]]] = {}
        for each, why in zip(mine, judged, strict=True):
            if why is not None:
                refused.setdefault(each.conversation, []).append((each, why))
        for group in refused.values():
            await self._refuse(group)

    async def _take(self, awaited: AwaitedFile) -> Refusal | None:
        """Keep one file; None where it was taken."""
        file, rules = awaited.file, self.customer.playbook.policy.attachments
        if file.size is not None and file.size > rules.max_bytes:
            return Refusal.TOO_BIG
        try:
            async with asyncio.timeout(FETCH_PATIENCE):
                chunks = self.fetchers[_channel(awaited)](file.remote, rules.max_bytes + MARGIN)
                stored = await self.attachments.keep(chunks, rules.max_bytes)
        except TooBig:
            return Refusal.TOO_BIG
        except Exception:
            log.exception("worker.fetch_failed", file=file.id)
            return Refusal.UNREACHABLE
        return await self._judge(awaited, stored)

    async def _judge(self, awaited: AwaitedFile, stored: Stored) -> Refusal | None:
        why = judge(stored.head, stored.size, self.customer.playbook.policy.attachments)
        if why is not None:
            await self.attachments.forget(stored.path)
            return why
        file = awaited.file.id
        await self.store.record(
            lambda work: work.fetched(file, stored.path, stored.sha256, stored.size)
        )
        return None

    async def _refuse(self, refused: list[tuple[AwaitedFile, Refusal]]) -> None:
        """One verdict brings all refusals of a conversation into its talk; told before noted, so
        that a crash in between repeats the words instead of losing them."""
        first = refused[0][0]
        files = tuple(RefusedFile(each.file.id, each.file.name, why) for each, why in refused)
        await self.hear(
            Message(
                MessageId(f"desk:refused:{first.file.id}"),
                first.conversation,
                Speaker(first.person),
                Judged(files),
                self.clock(),
            )
        )
        for file, why in ((each.file.id, why) for each, why in refused):
            await self.store.record(partial(_note_refusal, file=file, why=why))


async def _again_and_again(act: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await act()
        except StoreUnavailable:
            log.warning("worker.store_unavailable")
        except Exception:
            log.exception("worker.round_failed")
        await asyncio.sleep(EVERY)


def _note_refusal(work: Work, file: FileId, why: Refusal) -> None:
    work.refuse_file(file, why)


def _channel(awaited: AwaitedFile) -> str:
    return awaited.conversation.partition(":")[0]
