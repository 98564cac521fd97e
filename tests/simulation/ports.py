"""What a process touches the world with: its store, its disk, its way to fetch files."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, TypeVar, cast

from bot.storage.attachments import Attachments
from intake.ports import Reading, Store, StoreUnavailable, Work
from tests.fakes.store import MemoryReading, MemoryWork
from tests.simulation.loop import Life
from tests.simulation.world import World

T = TypeVar("T")

SLOW = 2.0
"""Seconds; what took longer may have come too late for a hold."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How it ended, on its way back to whoever asked."""

    result: Any = None
    error: Exception | None = None


async def ask(world: World, happening: Callable[[], Answer], delay: float) -> Any:
    """Let it happen out there and wait for the answer. Whoever dies meanwhile never hears it."""
    if world.over:
        raise asyncio.CancelledError
    waiting: asyncio.Future[Answer] = asyncio.Future(loop=world.loop)
    world.later(delay, _happens, world, happening, waiting)
    answer = await waiting
    if answer.error is not None:
        raise answer.error
    return answer.result


def _happens(
    world: World, happening: Callable[[], Answer], waiting: "asyncio.Future[Answer]"
) -> None:
    answer = happening()
    if delay := world.weather.moment():
        world.later(delay, _settle, waiting, answer)
    else:
        _settle(waiting, answer)


def _settle(waiting: "asyncio.Future[Answer]", answer: Answer) -> None:
    if not waiting.done():
        waiting.set_result(answer)


@dataclass(frozen=True, slots=True)
class StorePort(Store):
    """The database as one process sees it: it can be slow, away, or die with the answer."""

    world: World
    life: Life
    by_staff: bool = False

    async def read(self, question: Callable[[Reading], T]) -> T:
        def look() -> Answer:
            if self._is_down():
                return Answer(error=StoreUnavailable())
            return Answer(question(MemoryReading(self.world.tables)))

        return cast(T, await ask(self.world, look, self._delay()))

    async def record(self, unit: Callable[[Work], T]) -> T:
        return cast(T, await ask(self.world, lambda: self._commit(unit), self._delay()))

    def _commit(self, unit: Callable[[Work], Any]) -> Answer:
        world, audit, weather = self.world, self.world.audit, self.world.weather
        # A commit may land or not when its process dies while it is under way.
        if self.life.dead and world.chance.random() < 0.5:
            return Answer()
        layer = world.tables.layer()
        try:
            result = unit(MemoryWork(layer))
        except Exception as error:  # noqa: BLE001 - its caller gets it, nothing of it is kept
            return Answer(error=error)
        if self._is_down() or weather.strikes("commit fails"):
            audit.doubt(world.loop.time(), layer)
            world.trace.note("{}: a commit fails", self.life.name)
            return Answer(error=StoreUnavailable())
        audit.counts["commits"] += 1
        if layer.has_written():
            before = audit.before(world.tables, layer)
            world.tables.take(layer)
            audit.committed(world, layer, before, self)
            world.committed()
        if weather.strikes("commit untold"):
            audit.doubt(world.loop.time(), layer)
            world.trace.note("{}: a commit stands, its answer is lost", self.life.name)
            return Answer(error=StoreUnavailable())
        return Answer(result)

    def _is_down(self) -> bool:
        return self.world.down_until > self.world.loop.time()

    def _delay(self) -> float:
        weather = self.world.weather
        delay = weather.moment()
        if weather.strikes("disk hangs"):
            delay = 40.0
        elif weather.strikes("slow disk"):
            delay = self.world.chance.uniform(0, 9)
        if delay > SLOW:
            self.world.audit.troubled(self.world.loop.time() + delay)
        return delay


@dataclass(slots=True)
class _Target:
    """A file being written."""

    disk: dict[str, bytes]
    name: str
    written: BytesIO = field(default_factory=BytesIO)

    def write(self, chunk: bytes) -> int:
        return self.written.write(chunk)

    def close(self) -> None:
        self.disk[self.name] = self.written.getvalue()


class Disk(Attachments):
    """The attachment store with its own code, over a disk of the world's."""

    def __init__(self, world: World) -> None:
        super().__init__("memory://simulated")
        self._world = world

    async def keep(self, chunks: AsyncIterator[bytes], limit: int) -> Any:
        if self._world.over:
            raise asyncio.CancelledError
        return await super().keep(chunks, limit)

    def _open(self, path: str) -> Any:
        return _Target(self._world.disk, path)

    def _seal(self, target: Any) -> None:
        target.close()

    def _read(self, path: str) -> bytes:
        return bytes(self._world.disk[path])

    def _remove(self, path: str) -> None:
        self._world.disk.pop(path, None)


@dataclass(slots=True)
class Download(AsyncIterator[bytes]):
    """A file's bytes on their way from its platform; no generator, for those end when the
    interpreter cleans up, which no seed knows."""

    world: World
    remote: str
    sent: int = 0

    async def __anext__(self) -> bytes:
        content = self.world.contents[self.remote.rpartition("/")[2]]
        if self.sent >= len(content):
            raise StopAsyncIteration
        await ask(self.world, self._arrives, self.world.weather.moment())
        chunk = content[self.sent : self.sent + 40]
        self.sent += len(chunk)
        return chunk

    def _arrives(self) -> Answer:
        fails = self.world.weather.strikes("fetch fails")
        return Answer(error=ConnectionError(f"no answer from {self.remote}") if fails else None)
