"""One program's many lives: started, killed at a random moment, started again."""

import asyncio
import contextlib
import json
import math
import os
import random
import signal
import socket
import sys
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Final, NoReturn, Protocol, Self

ROOT: Final = Path(__file__).parents[2]
_STARTING: Final = 30.0
_ENDING: Final = 25.0


class NeverReady(AssertionError):
    """The program ended, or said nothing, before it was ready."""


@dataclass(frozen=True, slots=True)
class Program:
    """A module to run, what it is imported with, and the words by which it says it is ready."""

    module: str
    arguments: tuple[str, ...]
    imports: tuple[str, ...]
    ready: str
    python: str = sys.executable


class Life:
    """A running process and its output."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.ready = asyncio.Event()
        self.ended = asyncio.Event()
        self.last_words: deque[str] = deque(maxlen=60)
        self._listening: asyncio.Task[None] | None = None

    async def listen(self, output: int, ready: str) -> None:
        """Read the output as it comes, until the process is dead."""
        reader = asyncio.StreamReader(limit=1 << 22)
        loop = asyncio.get_running_loop()
        pipe = os.fdopen(output, "rb", 0)
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), pipe)
        self._listening = loop.create_task(self._read(reader, ready))

    async def until_ready(self) -> None:
        """Raises NeverReady, with what it said."""
        waiting = [asyncio.create_task(each.wait()) for each in (self.ready, self.ended)]
        await asyncio.wait(waiting, timeout=_STARTING, return_when=asyncio.FIRST_COMPLETED)
        for each in waiting:
            each.cancel()
        if not self.ready.is_set() or self.ended.is_set():
            raise NeverReady("\n".join(self.last_words))

    async def end(self, how: signal.Signals) -> None:
        """Signal the process and wait until it is gone; SIGKILL for one that takes too long."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, how)
            try:
                async with asyncio.timeout(_ENDING):
                    await self.ended.wait()
            except TimeoutError:
                os.kill(self.pid, signal.SIGKILL)
                await self.ended.wait()

    async def _read(self, reader: asyncio.StreamReader, ready: str) -> None:
        async for line in reader:
            words = line.decode("utf-8", "replace").rstrip()
            self.last_words.append(words)
            if ready in words:
                self.ready.set()
        self.ended.set()


class Launcher:
    """Forks the lives of programs that are imported once, by one Python; `async with`."""

    def __init__(self, *programs: Program) -> None:
        [self._python] = {each.python for each in programs}
        self._imports = sorted({name for each in programs for name in each.imports})
        self._line: socket.socket | None = None
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> Self:
        self._line, theirs = socket.socketpair()
        self._line.setblocking(False)
        with theirs:
            command = ["-u", "-m", "benchmarks.crashes.launcher", str(theirs.fileno())]
            self._process = await asyncio.create_subprocess_exec(
                self._python,
                *command,
                *self._imports,
                pass_fds=[theirs.fileno()],
                cwd=ROOT,
                env=_environment(),
            )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._line is not None
        assert self._process is not None
        self._line.close()
        await self._process.wait()

    async def start(self, program: Program, environment: Mapping[str, str], folder: Path) -> Life:
        """Begin a life, whose working directory is `folder`."""
        assert self._line is not None
        order = {
            "module": program.module,
            "arguments": program.arguments,
            "environment": dict(environment),
            "folder": str(folder),
        }
        output, theirs = os.pipe()
        async with self._turn:
            socket.send_fds(self._line, [json.dumps(order).encode()], [theirs])
            os.close(theirs)
            pid = int(await asyncio.get_running_loop().sock_recv(self._line, 32))
        life = Life(pid)
        await life.listen(output, program.ready)
        return life


@dataclass(slots=True)
class Rhythm:
    """How long a life lasts once it is ready, in seconds."""

    chance: random.Random
    shortest: float
    longest: float
    most: int = sys.maxsize
    """Lives that end so; the one after them goes on."""
    how: signal.Signals = signal.SIGKILL

    def after(self, kills: int) -> float:
        if kills >= self.most:
            return math.inf
        return self.chance.uniform(self.shortest, self.longest)


@dataclass
class Lives:
    """A program that is killed and started again, always on what it has left behind."""

    launcher: Launcher
    program: Program
    environment: Mapping[str, str]
    folder: Path
    kills: int = 0
    endings: list[str] = field(default_factory=list)
    """The last words of each life."""
    up: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while the program lives and is ready."""

    async def die_again_and_again(self, rhythm: Rhythm) -> NoReturn:
        """Until cancelled, and then once more. Raises NeverReady."""
        while True:
            life = await self.begin()
            try:
                await asyncio.sleep(rhythm.after(self.kills))
            finally:
                self.up.clear()
                await life.end(rhythm.how)
                self.endings.append(life.last_words[-1])
                self.kills += 1

    async def begin(self) -> Life:
        """Raises NeverReady."""
        life = await self.launcher.start(self.program, self.environment, self.folder)
        try:
            await life.until_ready()
        except BaseException:
            # Nobody else knows of it: it would stay where the next one is to live.
            await life.end(signal.SIGKILL)
            raise
        self.up.set()
        return life


class Up(Protocol):
    """Whether anybody is there to be written to."""

    async def wait(self) -> object:
        """Until somebody is."""
        ...


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of several processes is enough."""

    bots: Sequence[Lives]

    async def wait(self) -> None:
        waiting = [asyncio.create_task(each.up.wait()) for each in self.bots]
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in waiting:
                each.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)


def _environment() -> dict[str, str]:
    """Ours without tokens and proxies; numpy's threads would not survive a fork."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {"OPENBLAS_NUM_THREADS": "1", "PTB_TIMEDELTA": "1"}
