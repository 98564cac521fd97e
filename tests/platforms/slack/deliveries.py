"""What Slack tells the bot, until the bot has acknowledged it or Slack gives up."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from tests.platforms.slack.limits import Timing
from tests.platforms.slack.rules import Json

Kind = Literal["events_api", "interactive", "slash_commands"]


@dataclass(frozen=True)
class Answer:
    """The bot acknowledged, with a body or without."""

    body: Json | None = None


@dataclass(frozen=True)
class Missed:
    """The bot did not acknowledge, for Slack's `reason`; `final` where a retry is not wanted."""

    reason: str
    final: bool = False


@dataclass
class Delivery:
    """One thing to tell: counted each time it is sent and each time it is acknowledged."""

    kind: Kind
    id: str
    payload: Json
    attempts: int = 0
    acknowledgements: int = 0
    reasons: list[str] = field(default_factory=list)
    answer: Json | None = None
    finished: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def acknowledged(self) -> bool:
        """Whether the bot ever acknowledged it."""
        return self.acknowledgements > 0

    @property
    def ts(self) -> str:
        """The id of the message that an event is about (of the edit, for an edit)."""
        return str(self.payload["event"]["ts"])


class Courier(Protocol):
    """A way to the bot: HTTP or Socket Mode."""

    async def carry(self, delivery: Delivery, retry: int, reason: str) -> Answer | Missed:
        """Send it once, or as often as connections break; `retry` counts from 0."""
        ...


@dataclass
class Deliveries:
    """All deliveries by id; each is carried by a task of its own."""

    courier: Courier
    timing: Timing
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    copies: int = 1
    by_id: dict[str, Delivery] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _held: list[Delivery] | None = None
    _failures: list[BaseException] = field(default_factory=list)

    @property
    def unacknowledged(self) -> list[Delivery]:
        """Whatever the bot has not acknowledged yet, in the order in which it happened."""
        return [delivery for delivery in self.by_id.values() if not delivery.acknowledged]

    def start(self, delivery: Delivery) -> Delivery:
        """Begin to carry it: `copies` times at once, or later where deliveries are held."""
        self.by_id[delivery.id] = delivery
        if self._held is not None:
            self._held.append(delivery)
            return delivery
        copies = self.copies if delivery.kind == "events_api" else 1
        for _ in range(copies):
            self.spawn(self._carry(delivery))
        return delivery

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run something that `settled` waits for."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def hold(self) -> None:
        """From now on keep deliveries back, so that they can be released in another order."""
        self._held = []

    async def release(
        self, order: Callable[[list[Delivery]], Iterable[Delivery]] = reversed
    ) -> None:
        """Carry what was held, one after the other's end, in that order; hold no more."""
        held, self._held = self._held or [], None
        for delivery in order(held):
            await self._carry(delivery)

    async def again(self, delivery: Delivery, *, times: int = 1, as_retry: bool = False) -> None:
        """Carry a delivery of the past once more, that many times at once (A6)."""
        retry, reason = (1, "http_timeout") if as_retry else (0, "")
        await asyncio.gather(*(self._attempt(delivery, retry, reason) for _ in range(times)))

    async def settled(self) -> None:
        """Return when nothing is under way any more."""
        while self._tasks:
            await asyncio.wait(tuple(self._tasks))

    async def stop(self) -> None:
        """Give up everything under way; raise what went wrong here unseen."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        failures, self._failures = self._failures, []
        if failures:
            raise BaseExceptionGroup("deliveries failed", failures)

    async def _carry(self, delivery: Delivery) -> None:
        reason = ""
        for retry, delay in enumerate((None, *self.timing.retry_after)):
            if delay is not None:
                await self.sleep(delay)
            outcome = await self._attempt(delivery, retry, reason)
            # Only events are repeated: a command or a press fails before the person's eyes.
            if isinstance(outcome, Answer) or outcome.final or delivery.kind != "events_api":
                break
            reason = outcome.reason
        delivery.finished.set()

    async def _attempt(self, delivery: Delivery, retry: int, reason: str) -> Answer | Missed:
        outcome = await self.courier.carry(delivery, retry, reason)
        if isinstance(outcome, Answer):
            delivery.acknowledgements += 1
            delivery.answer = outcome.body
        else:
            delivery.reasons.append(outcome.reason)
        return outcome

    def _done(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        failure = None if task.cancelled() else task.exception()
        if failure is not None:
            self._failures.append(failure)
