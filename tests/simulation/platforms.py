"""Platforms that deliver until somebody says that it is safe, each by its own rules."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import Any, Final

from telegram.error import NetworkError

from bot.channels.telegram import polling
from intake.dialogue.messages import Command, Message, MessageId, Pressed
from tests.simulation.desks import Process, update
from tests.simulation.loop import WORLD
from tests.simulation.ports import Answer, ask
from tests.simulation.world import World

SLACKS_PAUSES: Final = (1.0, 60.0, 300.0)
"""An event is told three times more; a press or a command never."""
LONGEST_PAUSE: Final = 60.0
SOON: Final = 60.0
"""How long they wait at most where nothing goes wrong any more, so that a seed ends."""


@dataclass(slots=True)
class Posting:
    """Posts every message to some process, and again where it hears no 200: Slack over HTTP, and
    Telegram's webhook."""

    world: World
    alive: Callable[[], list[Process]]
    gave_up: Callable[[Message], None]
    patience: float = 3.0
    faults_are_over: asyncio.Event = field(default_factory=asyncio.Event)
    under_way: set[str] = field(default_factory=set)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def take(self, message: Message) -> None:
        """A person has said it."""
        self.world.messages[message.id] = message
        self.under_way.add(message.id)
        self._begin(self._carry(message))

    def _begin(self, doing: Coroutine[Any, Any, None]) -> None:
        task = self.world.loop.create_task(doing, context=WORLD.copy())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _carry(self, message: Message) -> None:
        world = self.world
        for pause in chain([0.0], _pauses(message)):
            await self._pause(pause)
            if await self._post(message):
                world.audit.acknowledged(world, message)
                world.trace.note("{} is acknowledged", message.id)
                if world.weather.strikes("told again"):
                    self._begin(self._tell_again(message))
                break
        else:
            world.trace.note("{} is given up", message.id)
            self.gave_up(message)
        self.under_way.discard(message.id)

    async def _pause(self, seconds: float) -> None:
        if seconds > SOON:
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds - SOON):
                    await self.faults_are_over.wait()
        await asyncio.sleep(min(seconds, SOON))

    async def _tell_again(self, message: Message) -> None:
        await asyncio.sleep(self.world.chance.uniform(1, 200))
        await self._post(message)

    async def _post(self, message: Message) -> bool:
        """One request; True for a 200 that came back in time."""
        world, weather = self.world, self.world.weather
        if weather.strikes("request lost") or not self.alive():
            await asyncio.sleep(self.patience if self.alive() else 1.0)
            return False
        late = weather.strikes("request late")
        await asyncio.sleep(world.chance.uniform(0, 8) if late else weather.moment())
        heard: asyncio.Future[bool] = world.loop.create_future()
        for _ in range(1 + weather.strikes("request twice")):
            if processes := self.alive():
                process = world.chance.choice(processes)
                process.spawn(process.receive(message, heard))
        try:
            async with asyncio.timeout(self.patience):
                taken = await heard
        except TimeoutError:
            return False
        return taken and not weather.strikes("answer lost")


def _pauses(message: Message) -> Iterator[float]:
    if message.id.startswith("telegram:"):
        return chain((1.0, 2.0, 5.0, 15.0), repeat(LONGEST_PAUSE))
    once = isinstance(message.said, Pressed | Command)
    return iter(() if once else SLACKS_PAUSES)


@dataclass(slots=True)
class Line:
    """Telegram, as it is polled: what was not confirmed by a higher offset comes again."""

    world: World
    waiting: list[dict[str, Any]] = field(default_factory=list)
    _asking: asyncio.Event = field(default_factory=asyncio.Event)

    def take(self, message: Message) -> None:
        """A person has said it."""
        self.world.messages[message.id] = message
        self.waiting.append(update(message))
        self._asking.set()

    async def delete_webhook(self, *, drop_pending_updates: bool) -> None:
        assert not drop_pending_updates
        await ask(self.world, Answer, self.world.weather.moment())

    async def get_me(self) -> Any:
        return await ask(self.world, lambda: Answer(_Me()), self.world.weather.moment())

    async def updates(self, offset: int | None, patience: int) -> list[dict[str, Any]]:
        """Raises NetworkError, before Telegram heard the question or after."""
        found: list[dict[str, Any]] = await ask(
            self.world, lambda: self._answer(offset), self.world.weather.moment()
        )
        if found:
            return found
        self._asking.clear()
        try:
            async with asyncio.timeout(patience):
                await self._asking.wait()
        except TimeoutError:
            return []
        return await self.updates(offset, patience)

    def _answer(self, offset: int | None) -> Answer:
        world, weather = self.world, self.world.weather
        if weather.strikes("request lost"):
            return Answer(error=NetworkError("no answer"))
        for raw in [each for each in self.waiting if offset and each["update_id"] < offset]:
            world.audit.acknowledged(world, world.messages[_id(raw)])
            self.waiting.remove(raw)
        if weather.strikes("answer lost"):
            return Answer(error=NetworkError("an answer that was cut off"))
        return Answer(self.waiting[: vars(polling)["BATCH"]])


def _id(raw: dict[str, Any]) -> MessageId:
    return MessageId(f"telegram:{raw['update_id']}")


@dataclass(frozen=True, slots=True)
class _Me:
    username: str = "larkspur_bot"
