"""The queue of updates, and getUpdates over it.

https://core.telegram.org/bots/api#getting-updates
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from tests.platforms.telegram.bell import Bell
from tests.platforms.telegram.limits import LONG_POLL_SECONDS, UPDATES
from tests.platforms.telegram.spec import UPDATES_ON_REQUEST
from tests.platforms.telegram.wire import JsonObject, conflict

TAKEN_OVER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


@dataclass(eq=False, slots=True)
class Update:
    """Something that happened, and how its delivery went.

    `wanted` is false where the bot asked not to hear of it, or privacy mode kept it away.
    """

    id: int
    kind: str
    payload: JsonObject
    chat_id: int
    wanted: bool = True
    delivered: int = 0
    confirmed: bool = False

    @property
    def json(self) -> JsonObject:
        return {"update_id": self.id, self.kind: self.payload}

    @property
    def message_id(self) -> int:
        """Of the message that the update tells of."""
        message = self.payload.get("message", self.payload)
        return int(message["message_id"])


class Updates:
    """Every update in order; the unconfirmed ones wait until the bot moves past them."""

    def __init__(self) -> None:
        self.next_id = 700_000_001
        self.copies = 1
        self.allowed: frozenset[str] | None = None
        self.every: list[Update] = []
        self.pending: OrderedDict[int, Update] = OrderedDict()
        self.bell = Bell()
        self.take: Callable[[Update], None] | None = None
        self._again: list[Update] = []
        self._held: list[Update] | None = None
        self._poll: asyncio.Future[None] | None = None

    def offer(self, kind: str, payload: JsonObject, chat_id: int, wanted: bool = True) -> Update:
        """Queues what happened, and wakes whoever waits for it."""
        update = Update(self.next_id, kind, payload, chat_id, wanted and self._allows(kind))
        if not update.wanted:
            return update
        self.next_id += 1
        self.every.append(update)
        if self._held is None:
            self._queue(update)
        else:
            self._held.append(update)
        return update

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Absent: as before; empty: all but those that must be asked for by name."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def redeliver(self, *updates: Update) -> None:
        """Sends again what was sent before, under its old number."""
        for update in updates:
            if self.take:
                self.take(update)
            elif update.id not in self.pending:
                self._again.append(update)
        self._wake()

    def hold(self) -> None:
        """Keeps what happens from now on back, until `release`."""
        self._held = []

    def release(self, reorder: Callable[[list[Update]], Iterable[Update]] = list) -> None:
        """Lets go of what was held. A new order shows with a webhook; polling sorts."""
        held, self._held = self._held or [], None
        for update in reorder(held) if self.take else held:
            self._queue(update)

    def confirm(self, update: Update) -> None:
        update.confirmed = True
        self.pending.pop(update.id, None)
        self.bell.ring()

    def drop_pending(self) -> None:
        self.pending.clear()
        self._again.clear()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[JsonObject]:
        """getUpdates. Raises Refusal (409) when a newer request takes over."""
        self.interrupt(TAKEN_OVER)
        self._forget(offset)
        if not self.pending and not self._again and seconds > 0:
            await self._wait(min(seconds, LONG_POLL_SECONDS))
        return self._batch(min(max(limit, UPDATES.low), UPDATES.high))

    def interrupt(self, why: str) -> None:
        """Ends a waiting request with 409."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(conflict(why))
        self._poll = None

    @property
    def is_polled(self) -> bool:
        """Whether somebody waits for the next update."""
        return self._poll is not None

    def let_go(self) -> None:
        """Ends a waiting request with an empty answer, as its time-out would."""
        self._wake()

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        self.bell.ring()
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None

    def _allows(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in UPDATES_ON_REQUEST

    def _queue(self, update: Update) -> None:
        self.pending[update.id] = update
        if self.take:
            self.take(update)
        self._wake()

    def _wake(self) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_result(None)

    def _forget(self, offset: int) -> None:
        if offset < 0:
            offset = min(islice(reversed(self.pending), -offset), default=0)
        while self.pending and (first := next(iter(self.pending))) < offset:
            self.confirm(self.pending[first])

    def _batch(self, limit: int) -> list[JsonObject]:
        again, self._again = self._again[:limit], self._again[limit:]
        batch = [*again, *islice(self.pending.values(), limit - len(again))]
        for update in batch:
            update.delivered += self.copies
        self.bell.ring()
        return [update.json for update in batch for _ in range(self.copies)]
