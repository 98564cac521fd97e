"""Where channels hand messages in: one at a time for each conversation, and never twice."""

import asyncio
import traceback
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import PurePath
from typing import TypeVar

import structlog

from bot.delivery import Delivery
from intake.desk.customer import Customer
from intake.dialogue.messages import ConversationId, Message
from intake.inbox import Waiting
from intake.ports import Outgoing, StoreUnavailable

T = TypeVar("T")

PATIENCE = 30.0
"""Seconds that a turn may take, which as a rule takes milliseconds (E10)."""
HANGS = "took too long"

log = structlog.get_logger()


class Front:
    """Keeps the order of each conversation and hands replies to the delivery."""

    def __init__(self, customer: Customer, delivery: Delivery, patience: float = PATIENCE) -> None:
        self._customer, self._delivery, self._patience = customer, delivery, patience
        self._locks: dict[ConversationId, asyncio.Lock] = {}
        self._inside: Counter[ConversationId] = Counter()
        self.wake: Callable[[], None] = lambda: None
        """Called when a message was put into the inbox."""

    async def hear(self, message: Message) -> None:
        """Take a message; when this returns, it is safe and its replies are on their way.

        Raises StoreUnavailable when nothing was recorded: the platform must deliver it again.
        """
        self._delivery.deliver(await self.answer(message))

    async def answer(self, message: Message) -> tuple[Outgoing, ...]:
        """Take a message and return its replies to whoever sends them.

        One whose turn fails is kept in the inbox (A13).
        """
        async with self._alone(message):
            try:
                return await self._within(self._customer.hear(message))
            except StoreUnavailable:
                raise
            except TimeoutError:
                _tell_of_hanging(message)
                return await self._noted(self._customer.refuse(message, HANGS))
            except Exception as error:
                # Ours to repair: the operator gets the traceback, the person an honest sentence.
                log.exception("front.turn_failed", kind=message.said.kind)
                told = await self._noted(self._customer.fail(message, _cause(error)))
                self.wake()
                return told

    async def wait(self, messages: Sequence[Message]) -> None:
        """Keep messages for later, all at once; when this returns, they are safe.

        Raises StoreUnavailable when none of them is.
        """
        await self._noted(self._customer.wait(messages))
        self.wake()

    async def resume(self, waiting: Waiting) -> tuple[tuple[Outgoing, ...], bool]:
        """Try a message from the inbox: what is to be sent, and whether its turn failed."""
        message = waiting.message
        async with self._alone(message):
            try:
                return await self._within(self._customer.resume(waiting)), False
            except StoreUnavailable:
                raise
            except TimeoutError:
                _tell_of_hanging(message)
                return await self._noted(self._customer.give_up(waiting, HANGS)), True
            except Exception as error:
                log.exception("front.turn_failed", kind=message.said.kind, tries=waiting.tries + 1)
                return await self._noted(self._customer.fail_again(waiting, _cause(error))), True

    @asynccontextmanager
    async def _alone(self, message: Message) -> AsyncIterator[None]:
        where = message.conversation
        self._inside[where] += 1
        try:
            async with self._locks.setdefault(where, asyncio.Lock()):
                with structlog.contextvars.bound_contextvars(message=message.id):
                    yield
        finally:
            self._inside[where] -= 1
            if not self._inside[where]:
                del self._inside[where], self._locks[where]

    async def _within(self, turn: Awaitable[T]) -> T:
        async with asyncio.timeout(self._patience):
            return await turn

    async def _noted(self, note: Awaitable[T]) -> T:
        try:
            return await self._within(note)
        except TimeoutError:
            raise StoreUnavailable from None


def _tell_of_hanging(message: Message) -> None:
    # It is not tried again: each try may cost a database thread until the restart.
    log.error("front.turn_hangs", kind=message.said.kind)


def _cause(error: Exception) -> str:
    """What failed and where. The error's own text stays out: it may quote the person."""
    *_, last = traceback.extract_tb(error.__traceback__)
    where = "/".join(PurePath(last.filename).parts[-3:])
    return f"{type(error).__name__} at {where}:{last.lineno}"
