"""Counts what passes: wrapped around the parts, so that none of them knows that it is measured."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from bot.metrics import Metrics
from bot.sending import NotSent, Sender, Unknown, Unreachable, Wait
from bot.web.server import Note
from intake.desk.customer import Witness
from intake.dialogue.messages import Message
from intake.dialogue.replies import Receipt
from intake.ports import Outgoing, Reading, Store, StoreUnavailable, Work

T = TypeVar("T")
U = TypeVar("U")

Hear = Callable[[Message], Awaitable[None]]

_CHANNELS: Final = ("telegram", "slack", "terminal", "desk")
_FORGED: Final = (401, 403)


@dataclass(frozen=True, slots=True)
class MeteredStore(Store):
    """The store as the desk's turns use it."""

    store: Store
    metrics: Metrics

    async def read(self, question: Callable[[Reading], T]) -> T:
        with self.metrics.step.labels("decide").time():
            return await self.store.read(question)

    async def record(self, unit: Callable[[Work], T]) -> T:
        with self.metrics.step.labels("record").time():
            return await self.store.record(unit)

    async def decide(
        self, question: Callable[[Reading], T], unit: Callable[[Work, T], U]
    ) -> tuple[T, U]:
        began = decided = time.monotonic()

        def ask(reading: Reading) -> T:
            nonlocal decided
            try:
                return question(reading)
            finally:
                decided = time.monotonic()

        try:
            return await self.store.decide(ask, unit)
        finally:
            step = self.metrics.step
            step.labels("decide").observe(decided - began)
            step.labels("record").observe(time.monotonic() - decided)

    async def record_soon(self, unit: Callable[[Work], T]) -> T:
        return await self.store.record_soon(unit)


@dataclass(frozen=True, slots=True)
class MeteredSender(Sender):
    """A channel's sender, and what became of each post."""

    channel: str
    sender: Sender
    metrics: Metrics

    async def send(self, outgoing: Outgoing) -> None:
        began, result = time.monotonic(), "failed"
        try:
            await self.sender.send(outgoing)
            result = "sent"
        except Wait:
            self.metrics.throttled.labels(self.channel).inc()
            result = "throttled"
            raise
        except (Unreachable, Unknown, NotSent) as error:
            result = {Unreachable: "unreachable", Unknown: "unknown"}.get(type(error), "not-sent")
            raise
        finally:
            self.metrics.replies.labels(self.channel, result).inc()
            self.metrics.sending.labels(self.channel).observe(time.monotonic() - began)


def metered(hear: Hear, metrics: Metrics) -> Hear:
    """Counts the messages that were not taken; `witness_of` counts the others."""

    async def hearing(message: Message) -> None:
        try:
            await hear(message)
        except StoreUnavailable:
            metrics.updates.labels(_channel(message), "unavailable").inc()
            raise
        except Exception:
            metrics.updates.labels(_channel(message), "failed").inc()
            raise

    return hearing


def witness_of(metrics: Metrics) -> Witness:
    """Counts messages taken, messages that came again, and tickets filed."""

    def witness(message: Message, answered: tuple[Outgoing, ...] | None) -> None:
        channel = _channel(message)
        metrics.updates.labels(channel, "repeated" if answered is None else "recorded").inc()
        if answered is None:
            metrics.duplicates.labels(channel).inc()
        elif any(isinstance(each.reply, Receipt) for each in answered):
            metrics.filed.labels("tidings", "filed").inc()

    return witness


def note_of(metrics: Metrics, channel: str) -> Note:
    """Counts the answers of a channel's webhook."""

    def note(status: int) -> None:
        metrics.requests.labels(channel, str(status)).inc()
        if status in _FORGED:
            metrics.forged.labels(channel).inc()

    return note


def _channel(message: Message) -> str:
    channel = message.id.partition(":")[0]
    return channel if channel in _CHANNELS else "other"
