"""What happens without anybody writing: late replies, files to fetch, a FAQ that has changed."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import structlog

from bot.delivery import Delivery
from bot.inspecting.pictures import Inspector, Look
from bot.inspecting.scanning import Scan, unscanned
from bot.storage.attachments import Attachments
from bot.taking import Fetch, Hear, Taking
from bot.understanding import Understanding
from faq_index import FaqIndex
from intake.desk.breaks import counted_on
from intake.desk.customer import Customer
from intake.notices import Notice, planned
from intake.ports import Clock, Store, StoreUnavailable
from intake.ports.breaks import AnnouncedBreak

__all__ = ["EVERY", "Fetch", "Hear", "Worker"]

EVERY: Final = 1.0
"""Seconds between two rounds."""

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
    look: Look = field(default_factory=lambda: Inspector().look)
    scan: Scan = unscanned
    understanding: Understanding | None = None
    faq_version: int = -1
    breaks: Sequence[AnnouncedBreak] = ()

    async def run(self) -> None:
        """Until cancelled."""
        await _again_and_again(self.round)

    async def follow_faq(self) -> None:
        """For every process, and beside the rounds: a file that comes slowly delays those. Until
        cancelled."""
        await _again_and_again(self.refresh)

    async def round(self) -> None:
        """Everything that is due now, once."""
        await self.delivery.sweep()
        await self.fetch_files()

    async def refresh(self) -> None:
        """Know what was announced or changed by whatever process: the store is asked once."""
        now = self.clock()
        announced, breaks, version = await self.store.read(
            lambda reading: (reading.notices(now), reading.breaks(), reading.faq_version())
        )
        self._notice(announced)
        await self._count_on(tuple(breaks))
        await self._follow(version)
        await self.refresh_sense()

    async def refresh_faq(self) -> None:
        """Search what the FAQ holds now."""
        await self._follow(await self.store.read(lambda reading: reading.faq_version()))

    def _notice(self, announced: Sequence[Notice]) -> None:
        """Say what is announced now (R36)."""
        notices = (*planned(self.customer.playbook.policy), *announced)
        if notices != self.customer.playbook.notices:
            self.customer.playbook = replace(self.customer.playbook, notices=notices)

    async def _follow(self, version: int) -> None:
        """Search the FAQ of this version; the old index serves until the new one is ready.

        Only what changed is read and laid out; all of it where the FAQ is another one, as after a
        backup was put back.
        """
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

    async def _count_on(self, announced: Sequence[AnnouncedBreak]) -> None:
        """Count on the breaks that were announced."""
        if announced == self.breaks:
            return
        policy = self.customer.playbook.policy
        calendar = await asyncio.to_thread(counted_on, policy, announced, self.clock())
        self.customer.playbook = replace(self.customer.playbook, broken=calendar)
        self.breaks = announced

    def _search(self, index: FaqIndex) -> None:
        self.customer.playbook = replace(self.customer.playbook, faq=index)

    async def fetch_files(self) -> None:
        """Fetch, judge and keep the files that were announced."""
        taking = Taking(
            self.store,
            self.attachments,
            self.fetchers,
            self.hear,
            self.clock,
            self.look,
            self.scan,
        )
        await taking.round(self.customer.playbook.policy.attachments)


async def _again_and_again(act: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await act()
        except StoreUnavailable:
            log.warning("worker.store_unavailable")
        except Exception:
            log.exception("worker.round_failed")
        await asyncio.sleep(EVERY)
