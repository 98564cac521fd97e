"""Replies leave in the order of their conversation, at the platform's pace, each of them once."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Final, Literal

import structlog

from bot.lanes import Lane, Route
from bot.pacing import Pace
from bot.sending import NotSent, Sender, Unknown, Unreachable, Wait
from intake.dialogue.messages import ConversationId
from intake.dialogue.replies import Receipt
from intake.ports import Clock, Outgoing, ReplyId, Store, StoreUnavailable, Work

HELD: Final = timedelta(seconds=6)
"""How long a recorded reply belongs to the process that recorded it; then any other may send it.
So long does a crash silence a conversation, therefore it is short, and renewed where need be."""
RENEWED = 1.0
"""Seconds that the platform may take to answer before a hold is looked at again."""
AT_A_TIME: Final = 20
"""Abandoned replies taken over at once: about a second's work. Whoever took over more and died,
before it could send them, would keep the rest back for another hold."""
REMEMBERED: Final = 1000
"""Replies whose leaving is remembered: their marks and what was said next may cross."""
TRIES: Final = 5
LONGEST_PAUSE: Final = 30.0

Ending = Literal["sent", "unknown", "refused"]
Sleep = Callable[[float], Awaitable[None]]

log = structlog.get_logger()


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
        self._routes: dict[str, Route] = {}
        self._lanes: dict[ConversationId, Lane] = {}
        self._ours: set[ReplyId] = set()
        self._left: deque[ReplyId] = deque(maxlen=REMEMBERED)
        self._giving: set[asyncio.Task[None]] = set()

    def serve(self, channel: str, sender: Sender, pace: Pace) -> None:
        """Send conversations whose id begins with ``channel:`` through this sender."""
        self._routes[channel] = Route.of(sender, pace)

    def deliver(self, outgoing: Sequence[Outgoing]) -> None:
        """Queue replies of one or more conversations, in order. Returns at once."""
        behind: list[Outgoing] = []
        for each in outgoing:
            if self._is_behind(each):
                behind.append(each)
            else:
                self._queue(each, each.created_at + HELD)
        if behind:
            self._giving.add(task := asyncio.create_task(self._give_back(behind)))
            task.add_done_callback(self._giving.discard)

    def _is_behind(self, outgoing: Outgoing) -> bool:
        """Whether an earlier reply of the conversation waits that is not ours to send: another
        process has it, or had it and died, or we had to let it go."""
        before, route = outgoing.after, self._route(outgoing.conversation)
        return bool(before and route) and before not in self._ours and before not in self._left

    async def _give_back(self, replies: Sequence[Outgoing]) -> None:
        """Whoever sends what is before these goes on with these (I5): we, where nobody does yet."""
        now = self._clock()
        try:
            await self._store.record(lambda work: work.hold([each.id for each in replies], now))
            await self.sweep([each.conversation for each in replies])
        except StoreUnavailable:
            log.warning("delivery.store_unavailable")

    def _route(self, conversation: ConversationId) -> Route | None:
        return self._routes.get(conversation.partition(":")[0])

    def _queue(self, outgoing: Outgoing, held_until: datetime) -> None:
        where = outgoing.conversation
        route = self._route(where)
        if route is None or outgoing.id in self._ours:
            return
        self._ours.add(outgoing.id)
        lane = self._lanes.setdefault(where, Lane.on(route, held_until))
        lane.waiting.append(outgoing)
        # The lane is held as long as the reply that is held the shortest.
        lane.held_until = min(lane.held_until, held_until)
        if lane.task is None:
            lane.task = asyncio.create_task(self._run(where, lane))

    async def sweep(self, talks: Sequence[str] = ()) -> int:
        """Take over replies that nobody holds, for instance after a crash; returns how many.

        Of these talks, as far as we serve their channels; by default of all that we serve.
        """
        channels = [f"{channel}:" for channel in self._routes]
        where = [each for each in talks if each.startswith(tuple(channels))] if talks else channels
        if not where:
            return 0
        # Who is answered just now does not stand behind more than a second's late replies (A20).
        room = AT_A_TIME if talks else max(1, AT_A_TIME - len(self._ours))
        now = self._clock()
        found = await self._store.record(lambda work: work.unsent(now, HELD, room, where))
        for each in found:
            self._queue(each, now + HELD)
        return len(found)

    async def settle(self) -> None:
        """Wait until nothing is being sent."""
        while tasks := self._tasks():
            await asyncio.gather(*tasks, return_exceptions=True)

    async def stop(self, patience: float) -> None:
        """Give what is on its way `patience` seconds, what is added meanwhile as well; the rest is
        sent at the next start."""
        time = asyncio.get_running_loop().time
        until = time() + patience
        while (tasks := self._tasks()) and time() < until:
            await asyncio.wait(tasks, timeout=until - time())
        for task in self._tasks():
            task.cancel()

    def _tasks(self) -> list["asyncio.Task[None]"]:
        return [*self._giving, *(lane.task for lane in self._lanes.values() if lane.task)]

    async def _run(self, conversation: ConversationId, lane: Lane) -> None:
        try:
            while lane.waiting:
                await self._pace(lane)
                if not (lane.is_ours(self._clock()) and await self._send(lane, lane.waiting[0])):
                    break
                left = lane.waiting.popleft().id
                self._ours.discard(left)
                self._left.append(left)
        except StoreUnavailable:
            log.warning("delivery.store_unavailable", conversation=conversation)
        except Exception:  # The task's own end: nobody would hear of it otherwise.
            log.exception("delivery.broke_off", conversation=conversation)
        finally:
            # What is left here stays unsent in the store: a later sweep brings it back, in order.
            self._ours.difference_update(each.id for each in lane.waiting)
            lane.task = None
            self._lanes.pop(conversation, None)

    async def _pace(self, lane: Lane) -> None:
        now = self._monotonic()
        pause = max(lane.bucket.pause(now), lane.route.bucket.pause(now))
        await self._rest(lane, pause)

    async def _send(self, lane: Lane, outgoing: Outgoing) -> bool:
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
                return await self._end(lane, outgoing, ending)
            if not lane.is_ours(self._clock()):
                break
        return False

    async def _try(self, lane: Lane, outgoing: Outgoing, attempt: int) -> Ending | None:
        """How it ended; None after a pause, when it should be tried again."""
        try:
            await self._post(lane, outgoing)
        except (Unknown, StoreUnavailable):
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

    async def _post(self, lane: Lane, outgoing: Outgoing) -> None:
        """Keep our hold for as long as the platform takes to answer."""
        posting = asyncio.ensure_future(lane.route.sender.send(outgoing))
        try:
            while not (await asyncio.wait({posting}, timeout=RENEWED))[0]:
                await self._hold(lane, RENEWED)
            posting.result()
        finally:
            posting.cancel()

    async def _rest(self, lane: Lane, seconds: float) -> None:
        if lane.is_ours(self._clock()):
            await self._hold(lane, seconds)
            if seconds > 0:
                await self._sleep(seconds)

    async def _end(self, lane: Lane, outgoing: Outgoing, ending: Ending) -> bool:
        """Off it goes from the lane. It kept others off those behind it, whose own holds may have
        ended meanwhile: they are held anew in the same moment."""
        if ending != "sent":
            log.warning("delivery.ended", reply=outgoing.id, ending=ending)
        now = self._clock()
        ours = lane.is_ours(now)
        held = self._held(lane, 0.0) if ours else None
        behind = [each.id for each in lane.waiting if each is not outgoing]

        def end(work: Work) -> None:
            work.sent(outgoing.id, now, ending)
            if held is not None and behind:
                work.hold(behind, held)

        await self._store.record_soon(end)
        lane.first_until = lane.held_until
        return ours

    async def _hold(self, lane: Lane, seconds: float) -> None:
        """What we do not send before our hold ends, another process would send as well."""
        until = self._held(lane, seconds)
        if until is not None:
            lane.first_until = until
            replies = [each.id for each in lane.waiting]
            await self._store.record(lambda work: work.hold(replies, until))

    def _held(self, lane: Lane, seconds: float) -> datetime | None:
        """Until when the lane has to be held anew to be ours for that long; None where it is."""
        needed = self._clock() + timedelta(seconds=seconds) + HELD / 3
        if needed <= lane.held_until:
            return None
        lane.held_until = needed + HELD
        return lane.held_until
