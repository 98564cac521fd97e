"""Takes updates in, one at a time, until each of them is safe or given up."""

import asyncio
import traceback
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, TypeAlias, assert_never

import structlog
from telegram import Update

from bot.channels.telegram.connection import Line
from bot.channels.telegram.courtesies import Courtesies, Request, acknowledgement
from bot.channels.telegram.updates import Called, Heard, Press, Reading, read
from bot.channels.telegram.wire import Json
from intake.dialogue.messages import Message
from intake.ports import Clock, StoreUnavailable

Hear: TypeAlias = Callable[[Message], Awaitable[None]]
"""Decides and commits. Raises StoreUnavailable when nothing was recorded."""
Sleep: TypeAlias = Callable[[float], Awaitable[None]]

TRIES: Final = 5
FIRST_PAUSE: Final = 0.05
"""Seconds; with doubling, one poisonous update holds others up for less than one (A13)."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Desk:
    """Who listens, and the clock and pauses that the channel lives by."""

    hear: Hear
    clock: Clock
    sleep: Sleep = asyncio.sleep


class Reception:
    """From an update as it came to the desk, and back with the small courtesies."""

    def __init__(self, line: Line, desk: Desk, courtesies: Courtesies) -> None:
        self._line, self._desk, self._courtesies = line, desk, courtesies
        self._pointed: deque[int] = deque(maxlen=1000)
        self.username = ""
        """The bot's own; nobody calls it in a group before it knows its name."""

    async def take(self, raw: Json) -> None:
        """When this returns, the update may be forgotten by Telegram. Raises StoreUnavailable."""
        if request := await self.answer(raw):
            self._courtesies.do(request)

    async def answer(self, raw: Json) -> Request | None:
        """As `take`, with what may ride in the answer to Telegram.

        Raises StoreUnavailable: then it may not, and everything is as before. An update that
        fails in any other way is tried again, logged without its words, and let go (A12, A13).
        """
        try:
            reading = self._read(raw)
        except Exception as error:  # noqa: BLE001 - whatever the library makes of odd JSON
            _report("telegram.update_unreadable", raw, error)
            return None
        match reading:
            case None:
                pass
            case Heard(message):
                await self._hear(message, raw)
            case Press():
                if reading.message:
                    await self._hear(reading.message, raw)
                self._courtesies.take_off_buttons(reading)
                return acknowledgement(reading)
            case Called():
                self._point(reading, raw["update_id"])
            case _:
                assert_never(reading)
        return None

    def _read(self, raw: Json) -> Reading:
        return read(Update.de_json(raw, self._line), self.username, self._desk.clock())

    async def _hear(self, message: Message, raw: Json) -> None:
        for attempt in range(TRIES):
            if attempt:
                await self._desk.sleep(FIRST_PAUSE * 2 ** (attempt - 1))
            try:
                return await self._desk.hear(message)
            except StoreUnavailable:
                raise
            except Exception as error:  # noqa: BLE001 - one person's fault must not stop others
                failure = error
        return _report("telegram.update_given_up", raw, failure)

    def _point(self, called: Called, update_id: int) -> None:
        if self.username and update_id not in self._pointed:
            self._pointed.append(update_id)
            self._courtesies.point(called, self.username)


def _report(event: str, raw: Json, error: Exception) -> None:
    """An exception's own text may quote the person; where it happened does not."""
    log.error(
        event,
        update=raw.get("update_id"),
        kinds=sorted(str(key)[:40] for key in raw if key != "update_id"),
        error=type(error).__name__,
        trace="".join(traceback.format_tb(error.__traceback__)),
    )
