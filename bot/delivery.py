"""Replies leave in the order of their conversation, at the platform's pace, each of them once."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, Literal, Protocol

import structlog

from intake.dialogue.messages import ConversationId
from intake.dialogue.replies import Receipt
from intake.ports import Clock, Outgoing, ReplyId, Store, StoreUnavailable

HELD: Final = timedelta(seconds=6)
"""How long a recorded reply belongs to the process that recorded it; then any other may send it.
So long does a crash silence a conversation, therefore it is short, and renewed where need be."""
RENEWED = 1.0
"""Seconds that the platform may take to answer before a hold is looked at again."""
AT_A_TIME: Final = 20
"""Abandoned replies taken over at once: about a second's work. Whoever took over more and died,
before it could send them, would keep the rest back for another hold."""
TRIES: Final = 5
LONGEST_PAUSE: Final = 30.0

Ending = Literal["sent", "unknown", "refused"]
Sleep = Callable[[float], Awaitable[None]]

log = structlog.get_logger()


class Wait(Exception):
    """The platform makes this conversation wait; tried again after exactly that long."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Unreachable(Exception):
    """This conversation can never be reached again: blocked, deleted, gone."""


class Unknown(Exception):
    """The request left, but no answer came: the words may have arrived or not."""


class NotSent(Exception):
    """Certainly not posted; worth another try."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Messages per second that a platform takes: in one conversation after a burst, and overall."""

    per_conversation: float
    burst: int
    overall: float


class Sender(Protocol):
    """A channel's way to post one reply."""

    async def send(self, outgoing: Outgoing) -> None:
        """Post it. Raises Wait, Unreachable, Unknown or NotSent."""
        ...


@dataclass(slots=True)
class _Bucket:
    """How long to wait for the next token; taking one is immediate."""

    rate: float
    burst: float
    level: float = 0.0
    at: float = 0.0

    def pause(self, now: float) -> float:
        self.level = max(0.0, self.level - (now - self.at) * self.rate)
        self.at = now
        self.level += 1
        return max(0.0, (self.level - self.burst) / self.rate)


@dataclass(slots=True)
class _Route:
    sender: Sender
    pace: Pace
    bucket: _Bucket


@dataclass(slots=True)
class _Lane:
    """One conversation's replies in order, and the one task that sends them."""

    route: _Route
    bucket: _Bucket
    held_until: datetime
    waiting: deque[Outgoing] = field(default_factory=deque)
    task: asyncio.Task[None] | None = None


class Delivery:
    """Sends what was recorded. `deliver` takes new replies, `sweep` what others left unsent."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store, self._clock, self._sleep, self._monotonic = store, clock, sleep, monotonic
        self._routes: dict[str, _Route] = {}
        self._lanes: dict[ConversationId, _Lane] = {}
        self._ours: set[ReplyId] = set()

    def serve(self, channel: str, sender: Sender, pace: Pace) -> None:
        """Send conversations whose id begins with ``channel:`` through this sender."""
        # A burst and what follows it within a second together make no more than the pace.
        overall = _Bucket(pace.overall * 0.8, max(1.0, pace.overall * 0.2))
        self._routes[channel] = _Route(sender, pace, overall)

    def deliver(self, outgoing: Sequence[Outgoing]) -> None:
        """Queue replies of one or more conversations, in order. Returns at once."""
        for each in outgoing:
            self._queue(each, each.created_at + HELD)

    def _queue(self, outgoing: Outgoing, held_until: datetime) -> None:
        where = outgoing.conversation
        route = self._routes.get(where.partition(":")[0])
        if route is None or outgoing.id in self._ours:
            return
        self._ours.add(outgoing.id)
        bucket = _Bucket(route.pace.per_conversation, route.pace.burst)
        lane = self._lanes.setdefault(where, _Lane(route, bucket, held_until))
        lane.waiting.append(outgoing)
        if lane.task is None:
            lane.task = asyncio.create_task(self._run(where, lane))

    async def sweep(self) -> int:
        """Take over replies that nobody holds, for instance after a crash; returns how many."""
        where = [f"{channel}:" for channel in self._routes]
        if not where:
            return 0
        now = self._clock()
        found = await self._store.record(lambda work: work.unsent(now, HELD, AT_A_TIME, where))
        for each in found:
            self._queue(each, now + HELD)
        return len(found)

    async def settle(self) -> None:
        """Wait until nothing is being sent."""
        while tasks := [lane.task for lane in self._lanes.values() if lane.task]:
            await asyncio.gather(*tasks, return_exceptions=True)

    async def stop(self, patience: float) -> None:
        """Give what is on its way `patience` seconds; the rest is sent at the next start."""
        tasks = [lane.task for lane in self._lanes.values() if lane.task]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=patience)
            for task in late:
                task.cancel()

    async def _run(self, conversation: ConversationId, lane: _Lane) -> None:
        try:
            while lane.waiting:
                await self._pace(lane)
                if not await self._send(lane, lane.waiting[0]):
                    break
                self._ours.discard(lane.waiting.popleft().id)
        except StoreUnavailable:
            log.warning("delivery.store_unavailable", conversation=conversation)
        finally:
            # What is left here stays unsent in the store: a later sweep brings it back, in order.
            self._ours.difference_update(each.id for each in lane.waiting)
            lane.task = None
            self._lanes.pop(conversation, None)

    async def _pace(self, lane: _Lane) -> None:
        now = self._monotonic()
        pause = max(lane.bucket.pause(now), lane.route.bucket.pause(now))
        await self._hold(lane, pause)
        if pause > 0:
            await self._sleep(pause)

    async def _send(self, lane: _Lane, outgoing: Outgoing) -> bool:
        """Post one reply; False when it has to be left for a later sweep."""
        doubts = 0
        for attempt in range(TRIES):
            try:
                ending = await self._try(lane, outgoing, attempt)
            except Unknown:
                # Only the TID is worth a possible double: without it nothing was accepted (R15).
                doubts += 1
                again = isinstance(outgoing.reply, Receipt) and doubts == 1
                ending = None if again else "unknown"
            if ending is not None:
                return await self._end(outgoing, ending)
        return False

    async def _try(self, lane: _Lane, outgoing: Outgoing, attempt: int) -> Ending | None:
        """How it ended; None after a pause, when it should be tried again."""
        try:
            await self._post(lane, outgoing)
        except Unknown:
            raise
        except Unreachable:
            return "refused"
        except Wait as wait:
            await self._rest(lane, wait.seconds)
        except NotSent:
            await self._rest(lane, min(LONGEST_PAUSE, 2.0**attempt))
        except Exception:  # One broken reply must not stop its conversation.
            log.exception("delivery.failed", reply=outgoing.id, kind=outgoing.reply.kind)
            return "refused"
        else:
            return "sent"
        return None

    async def _post(self, lane: _Lane, outgoing: Outgoing) -> None:
        """Keep our hold for as long as the platform takes to answer."""
        posting = asyncio.ensure_future(lane.route.sender.send(outgoing))
        try:
            while not (await asyncio.wait({posting}, timeout=RENEWED))[0]:
                await self._hold(lane, RENEWED)
            posting.result()
        finally:
            posting.cancel()

    async def _rest(self, lane: _Lane, seconds: float) -> None:
        await self._hold(lane, seconds)
        await self._sleep(seconds)

    async def _end(self, outgoing: Outgoing, ending: Ending) -> bool:
        if ending != "sent":
            log.warning("delivery.ended", reply=outgoing.id, ending=ending)
        await self._store.record(lambda work: work.sent(outgoing.id, self._clock(), ending))
        return True

    async def _hold(self, lane: _Lane, seconds: float) -> None:
        """What we do not send before our hold ends, another process would send as well."""
        needed = self._clock() + timedelta(seconds=seconds) + HELD / 3
        if needed > lane.held_until:
            lane.held_until = until = needed + HELD
            replies = [each.id for each in lane.waiting]
            await self._store.record(lambda work: work.hold(replies, until))
