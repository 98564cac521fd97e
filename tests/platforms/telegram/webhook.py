"""Delivery of updates to the bot's own address.

https://core.telegram.org/bots/api#setwebhook; as in WebhookActor.cpp each chat has a queue,
chats run side by side, and whatever is not answered 2xx is repeated: at once, then with
growing pauses.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

import aiohttp

from tests.platforms.telegram.updates import Update, Updates
from tests.platforms.telegram.wire import JsonObject

Ride = Callable[[JsonObject], object]
"""Told of a call that came in the answer to an update."""

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: the first pause after the immediate repeat, the longest, and for an answer."""

    pause: float = 2.0
    longest: float = 60.0
    answer: float = 60.0

    def before(self, attempt: int) -> float:
        """Attempt 0 is the first delivery, 1 the immediate repeat."""
        return 0.0 if attempt < 2 else min(self.pause * 2 ** (attempt - 2), self.longest)


@dataclass(frozen=True, slots=True)
class Address:
    url: str
    secret: str | None = None
    connections: int = 40


class Webhook:
    """Delivers until told to stop; never gives an update up."""

    def __init__(self, address: Address, updates: Updates, patience: Patience, ride: Ride) -> None:
        self.address = address
        self.last_error: str | None = None
        self._updates = updates
        self._patience = patience
        self._ride = ride
        self._slots = asyncio.Semaphore(address.connections)
        self._queues: dict[int, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._session = aiohttp.ClientSession(
            trust_env=False, timeout=aiohttp.ClientTimeout(total=patience.answer)
        )

    def start(self) -> None:
        self._updates.take = self.take
        for update in self._updates.pending.values():
            self.take(update)

    async def stop(self) -> None:
        """What is not confirmed stays pending."""
        self._updates.take = None
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._session.close()

    def take(self, update: Update) -> None:
        queue = self._queues.get(update.chat_id)
        if queue is not None:
            queue.append(update)
            return
        self._queues[update.chat_id] = deque([update])
        task = asyncio.get_running_loop().create_task(self._empty(update.chat_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def post(self, update: JsonObject, secret: str | None) -> int | None:
        """One delivery with any secret; the answer's status, or None where none came."""
        headers = {} if secret is None else {SECRET_HEADER: secret}
        url = self.address.url
        try:
            async with self._session.post(url, json=update, headers=headers) as answer:
                self._let_ride(answer.status, await answer.read())
                return answer.status
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            self.last_error = str(error) or type(error).__name__
            return None

    def _let_ride(self, status: int, body: bytes) -> None:
        """https://core.telegram.org/bots/api#making-requests-when-getting-updates"""
        if 200 <= status < 300 and body and "method" in (asked := json.loads(body)):
            self._ride(asked)

    async def _empty(self, chat_id: int) -> None:
        queue = self._queues[chat_id]
        while queue:
            for _ in range(self._updates.copies):
                await self._deliver(queue[0])
            queue.popleft()
        del self._queues[chat_id]

    async def _deliver(self, update: Update) -> None:
        for attempt in count():
            await asyncio.sleep(self._patience.before(attempt))
            update.delivered += 1
            async with self._slots:
                status = await self.post(update.json, self.address.secret)
            if status is not None and 200 <= status < 300:
                self._updates.confirm(update)
                return
            if status is not None:
                self.last_error = f"Wrong response from the webhook: {status}"
