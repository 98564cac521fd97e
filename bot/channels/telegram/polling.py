"""Fetches updates and confirms them only when all of them are safe."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final, TypeVar

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.connection import BATCH, Line, TokenRefused, pause_asked
from bot.channels.telegram.lanes import by_chat
from bot.channels.telegram.reception import Reception, Sleep
from bot.channels.telegram.wire import Json
from intake.ports import StoreUnavailable

T = TypeVar("T")

LONG_POLL: Final = 30
"""Seconds that Telegram may keep a question open (it caps them at 50)."""
LONGEST_PAUSE: Final = 60.0
STORE_PAUSE: Final = 5.0
"""The database is ours and near: people should not wait long once it is back."""

log = structlog.get_logger()


class Polling:
    """One reader of one bot's updates. A second one anywhere gets, and gives, 409 (A14)."""

    def __init__(
        self, line: Line, reception: Reception, sleep: Sleep, may_ask: Callable[[], bool]
    ) -> None:
        self._line, self._reception, self._sleep = line, reception, sleep
        self._may_ask = may_ask
        self._stopping = False
        self._waiting: asyncio.Future[Any] | None = None
        self._pause = 1.0
        self._begun = False
        self._running = self._answered = False

    async def run(self) -> None:
        """Until `stop`, or until it is somebody else's to ask; may be run again then.

        Raises TokenRefused; anything else is waited out.
        """
        offset: int | None = None
        self._running, self._answered = True, False
        try:
            while not self._stopping and self._may_ask():
                offset = await self._round(offset)
        except asyncio.CancelledError:
            if not self._stopping:
                raise
        finally:
            self._running = False

    def alive(self) -> bool:
        """Whether Telegram answered last time, or nobody asks it here."""
        return self._answered or not self._running

    def stop(self) -> None:
        """No question is asked any more; what has been fetched is still taken in."""
        self._stopping = True
        if self._waiting:
            self._waiting.cancel()

    async def _round(self, offset: int | None) -> int | None:
        """One question. The same offset again, unless everything that came is safe."""
        try:
            await self._begin()
            batch = await self._interruptible(self._line.updates(offset, LONG_POLL))
            await self._take(batch)
        except InvalidToken:
            raise TokenRefused from None
        except Exception as error:  # noqa: BLE001 - the outermost loop goes on
            await self._recover(error)
            return offset
        self._pause, self._answered = 1.0, True
        # An empty answer has confirmed the offset. Without one, what Telegram counts anew from a
        # lower number, as after a week of silence, arrives as well (A8).
        return max(raw["update_id"] for raw in batch) + 1 if batch else None

    async def _begin(self) -> None:
        if not self._begun:
            await self._interruptible(self._line.delete_webhook(drop_pending_updates=False))
            me = await self._interruptible(self._line.get_me())
            self._reception.username = me.username or ""
            self._begun = self._answered = True

    async def _take(self, batch: Sequence[Json]) -> None:
        """Chats side by side, each in order. Raises StoreUnavailable when anything is not safe.

        Behind a full batch there are more: so much is kept at once and dealt with later (A20).
        """
        if len(batch) >= BATCH and await self._reception.keep_all(batch):
            return
        lanes = by_chat(batch)
        ends = await asyncio.gather(*map(self._take_lane, lanes), return_exceptions=True)
        for end in ends:
            if isinstance(end, BaseException):
                raise end

    async def _take_lane(self, lane: Sequence[Json]) -> None:
        for raw in lane:
            await self._reception.take(raw)

    async def _recover(self, error: Exception) -> None:
        """Telegram's own number of seconds after 429, else twice as long each time."""
        self._answered = False
        pause, self._pause = self._pause, min(self._pause * 2, LONGEST_PAUSE)
        match error:
            case RetryAfter():
                pause = pause_asked(error)
            case Conflict() if "webhook" in error.message:
                self._begun = False
            case StoreUnavailable():
                pause = min(pause, STORE_PAUSE)
            case TelegramError():
                pass
            case _:
                log.exception("telegram.polling_failed")
        log.warning("telegram.polling_paused", why=type(error).__name__, seconds=pause)
        await self._interruptible(self._sleep(pause))

    async def _interruptible(self, awaited: Awaitable[T]) -> T:
        """Wait for it, but not when stopping."""
        self._waiting = waiting = asyncio.ensure_future(awaited)
        try:
            if self._stopping:
                waiting.cancel()
            return await waiting
        finally:
            self._waiting = None
