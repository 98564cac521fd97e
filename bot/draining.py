"""Works the inbox off: who still looks at the screen first, then the oldest."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.front import Front
from intake.dialogue.messages import ConversationId, MessageId
from intake.inbox import Waiting
from intake.ports import Clock, Outgoing, Store, StoreUnavailable

HELD: Final = timedelta(seconds=10)
"""How long a message that was taken belongs to whoever took it; renewed meanwhile. After a crash
another process goes on with it when that is over."""
RENEWED: Final = timedelta(seconds=3)
AT_ONCE: Final = 128
"""Messages in hand: enough that their commits are shared, few enough that whoever writes now does
not stand behind them for long."""
EVERY: Final = 1.0
QUICK: Final = 0.1
"""Seconds between two looks, for a while after there was something: the first tries of a message
that fails are near each other."""
LOOKS: Final = 30

Deliver = Callable[[Sequence[Outgoing]], None]

log = structlog.get_logger()


@dataclass(slots=True)
class _Batch:
    """Messages that were taken together, as far as they are still in hand."""

    ids: set[MessageId]
    until: datetime


class Drain:
    """Every process that hears has one; `where` as in `Work.unsent`."""

    def __init__(
        self,
        store: Store,
        front: Front,
        deliver: Deliver,
        clock: Clock,
        where: Sequence[str] = (),
    ) -> None:
        self._store, self._front, self._deliver, self._clock = store, front, deliver, clock
        self._where = where
        self._batches: list[_Batch] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._woken = asyncio.Event()
        self._looks = 0
        self._stopping = False

    def wake(self) -> None:
        """Something waits: look soon."""
        self._looks = LOOKS
        self._woken.set()

    async def run(self) -> None:
        """Until `stop`."""
        while not self._stopping:
            try:
                await self.look()
            except StoreUnavailable:
                log.warning("inbox.store_unavailable")
            except Exception:
                log.exception("inbox.look_failed")
            await self._pause()

    async def look(self) -> int:
        """Take what is due, as much as there is room for, and begin with it; returns how much."""
        await self._renew()
        room = AT_ONCE - sum(len(each.ids) for each in self._batches)
        if room <= 0:
            return 0
        now = self._clock()
        taken = await self._store.record(
            lambda work: work.next_waiting(now, HELD, room, self._where)
        )
        if taken:
            self._begin(taken, now + HELD)
        return len(taken)

    async def settle(self) -> None:
        """Wait until nothing is in hand."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def stop(self) -> None:
        """Take nothing more, and finish what is in hand."""
        self._stopping = True
        self._woken.set()
        await self.settle()

    def _begin(self, taken: Sequence[Waiting], until: datetime) -> None:
        self._looks = LOOKS
        batch = _Batch({each.message.id for each in taken}, until)
        self._batches.append(batch)
        lines: dict[ConversationId, list[Waiting]] = {}
        for each in taken:
            lines.setdefault(each.message.conversation, []).append(each)
        for line in lines.values():
            task = asyncio.create_task(self._work_off(line, batch))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _work_off(self, line: Sequence[Waiting], batch: _Batch) -> None:
        """One conversation's messages, in order."""
        try:
            for number, each in enumerate(line):
                replies, failed = await self._front.resume(each)
                batch.ids.discard(each.message.id)
                self._deliver(replies)
                if failed:
                    await self._let_go(line[number + 1 :], batch)
                    break
        except StoreUnavailable:
            log.warning("inbox.store_unavailable")
        except Exception:  # The others go on; this line comes back when its hold is over.
            log.exception("inbox.line_failed")
        finally:
            batch.ids.difference_update(each.message.id for each in line)
            if not batch.ids and batch in self._batches:
                self._batches.remove(batch)
                self._woken.set()

    async def _let_go(self, line: Sequence[Waiting], batch: _Batch) -> None:
        """What follows a message that failed waits with it, or is free already."""
        await self._hold([each.message.id for each in line], batch.until, self._clock())

    async def _renew(self) -> None:
        now = self._clock()
        for batch in self._batches:
            if batch.until - now < HELD - RENEWED:
                ids, was = list(batch.ids), batch.until
                await self._hold(ids, was, now + HELD)
                batch.until = now + HELD

    async def _hold(self, ids: Sequence[MessageId], was: datetime, until: datetime) -> None:
        await self._store.record(lambda work: work.hold_waiting(ids, was, until))

    async def _pause(self) -> None:
        self._looks = max(0, self._looks - 1)
        with suppress(TimeoutError):
            async with asyncio.timeout(QUICK if self._looks else EVERY):
                await self._woken.wait()
        self._woken.clear()
