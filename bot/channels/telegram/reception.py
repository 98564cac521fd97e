"""Takes updates in, one at a time, until each of them is safe."""

import asyncio
import json
import traceback
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, assert_never

import structlog
from telegram import Update

from bot.channels.telegram.connection import Line
from bot.channels.telegram.courtesies import Courtesies, Request, acknowledgement
from bot.channels.telegram.updates import CHANNEL, Called, Heard, Press, Reading, read
from bot.channels.telegram.wire import Json
from intake.access_data import hide
from intake.dialogue.messages import Message, MessageId
from intake.inbox import UPDATE, Letter
from intake.ports import Clock, StoreUnavailable

Hear: TypeAlias = Callable[[Message], Awaitable[None]]
"""Decides and commits. Raises StoreUnavailable when nothing was recorded."""
Keep: TypeAlias = Callable[[Letter], Awaitable[object]]
"""Keeps a dead letter. Raises StoreUnavailable."""
Wait: TypeAlias = Callable[[Sequence[Message]], Awaitable[None]]
"""Keeps messages for later, in one transaction. Raises StoreUnavailable when none is safe."""
Sleep: TypeAlias = Callable[[float], Awaitable[None]]

LONGEST: Final = 1 << 16
"""Characters that are kept of an update that nobody could take in."""
_DEEPEST: Final = 100
"""Levels that are kept of one."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Desk:
    """Who listens, and the clock and pauses that the channel lives by."""

    hear: Hear
    clock: Clock
    sleep: Sleep = asyncio.sleep
    keep: Keep | None = None
    """Where to put what cannot be taken in; nowhere, then it is only logged."""
    wait: Wait | None = None
    """Where messages wait that came many at once; nowhere, then each is heard at once."""
    may_poll: Callable[[], bool] = lambda: True
    """Asked before each question to Telegram, which confirms what was fetched before."""


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
        nobody can take in becomes a dead letter, and is logged without its words (A12, A13).
        """
        match reading := await self._reading(raw):
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

    async def keep_all(self, batch: Sequence[Json]) -> bool:
        """Keep a whole batch for later, in one transaction; False where nobody does that here.

        Raises StoreUnavailable: then nothing of it is safe.
        """
        if self._desk.wait is None:
            return False
        messages: list[Message] = []
        presses: list[Press] = []
        for raw in batch:
            match await self._reading(raw):
                case Heard(message):
                    messages.append(message)
                case Press() as press:
                    messages += [press.message] if press.message else []
                    presses.append(press)
                case Called() as called:
                    self._point(called, raw["update_id"])
                case None:
                    pass
        await self._desk.wait(messages)
        for press in presses:
            self._courtesies.take_off_buttons(press)
            self._courtesies.do(acknowledgement(press))
        return True

    async def _reading(self, raw: Json) -> Reading:
        """Nothing where it cannot be read: then it is laid aside."""
        try:
            return self._read(raw)
        except Exception as error:  # noqa: BLE001 - whatever the library makes of odd JSON
            await self._lay_aside("telegram.update_unreadable", raw, error)
            return None

    def _read(self, raw: Json) -> Reading:
        return read(Update.de_json(raw, self._line), self.username, self._desk.clock())

    async def _hear(self, message: Message, raw: Json) -> None:
        try:
            await self._desk.hear(message)
        except StoreUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - one person's fault must not stop others
            await self._lay_aside("telegram.update_given_up", raw, error)

    async def _lay_aside(self, event: str, raw: Json, error: Exception) -> None:
        _report(event, raw, error)
        if self._desk.keep:
            id = MessageId(f"{CHANNEL}:{raw['update_id']}")
            body = json.dumps(_hidden(raw))[:LONGEST]
            cause = f"{event}: {type(error).__name__}"
            await self._desk.keep(Letter(id, UPDATE, cause, 1, self._desk.clock(), body))

    def _point(self, called: Called, update_id: int) -> None:
        if self.username and update_id not in self._pointed:
            self._pointed.append(update_id)
            self._courtesies.point(called, self.username)


def _hidden(raw: Any, depth: int = 0) -> Any:
    """What nobody could read, without the access data in its words (R11); cut where it is deep."""
    match raw:
        case str():
            return hide(raw).text
        case dict() | list() if depth > _DEEPEST:
            return None
        case dict():
            return {name: _hidden(each, depth + 1) for name, each in raw.items()}
        case list():
            return [_hidden(each, depth + 1) for each in raw]
        case _:
            return raw


def _report(event: str, raw: Json, error: Exception) -> None:
    """An exception's own text may quote the person; where it happened does not."""
    log.error(
        event,
        update=raw.get("update_id"),
        kinds=sorted(str(key)[:40] for key in raw if key != "update_id"),
        error=type(error).__name__,
        trace="".join(traceback.format_tb(error.__traceback__)),
    )
