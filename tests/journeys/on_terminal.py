"""The terminal as a place for journeys: lines typed into the product's own talk."""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import ClassVar

from rich.console import Console

from bot.app.here import desk_for
from bot.channels.terminal import Guest, talk
from tests.journeys.desk import Desk
from tests.journeys.people import File, Person, Shown

_BUTTON = re.compile(r"\[\d+\] (.+?)(?=   \[\d+\] |$)")


class Keys:
    """Lines that are typed one after the other; `idle` while the talk waits for the next."""

    interactive = False

    def __init__(self) -> None:
        self.idle = asyncio.Event()
        self._typed: asyncio.Queue[str | None] = asyncio.Queue()

    async def next(self) -> str | None:
        if self._typed.empty():
            self.idle.set()
        return await self._typed.get()

    def type(self, *lines: str | None) -> None:
        self.idle.clear()
        for line in lines:
            self._typed.put_nowait(line)


class AtTerminal(Person):
    opening = "tidings chat"

    def __init__(self, place: Terminal, name: str, language: str) -> None:
        me = f"terminal:{name}"
        super().__init__(name.capitalize(), me, me, place.everything_settled)
        self._place, self._guest = place, Guest(name, language)
        self._out = io.StringIO()
        self._read = 0
        self._keys = Keys()
        self._talk: asyncio.Task[None] | None = None

    async def _open(self) -> None:
        assert self._talk is None, "the talk is open already"
        desk = desk_for(self._place.desk.parts, self._guest)
        console = Console(file=self._out, width=200)
        self._talk = asyncio.create_task(talk(desk, self._guest, self._keys, console))

    async def _say(self, text: str) -> None:
        await self._type(*text.replace("\n", "\\\n").split("\n"))

    async def _press(self, label: str, times: int) -> None:
        shown = [labels for screen in _screens(self._out.getvalue()) if (labels := _labels(screen))]
        assert label in shown[-1], f"no button {label!r} among {shown[-1]}"
        await self._type(*[label] * times)

    async def _command(self, name: str, argument: str) -> None:
        await self._type(f"/{name} {argument}".strip())

    async def _send(self, files: Sequence[File], caption: str) -> None:
        paths = [self._place.saves(file) for file in files]
        await self._type(*(f":file {path}" for path in paths), *([caption] if caption else []))

    async def _edit(self, before: str, after: str) -> None:
        raise NotImplementedError("what was typed in a terminal stays as it is")

    async def _look(self) -> None:
        await self._type("")

    async def _type(self, *lines: str) -> None:
        if self._talk is None:
            await self._open()
            await self.ready()
        self._keys.type(*lines)

    async def ready(self) -> None:
        """Until the talk waits for the next line. Raises what ended it."""
        if self._talk is None:
            return
        idle = asyncio.ensure_future(self._keys.idle.wait())
        await asyncio.wait({idle, self._talk}, return_when=asyncio.FIRST_COMPLETED)
        if not idle.done():
            idle.cancel()
            await self._talk

    async def leaves(self) -> None:
        """The window is closed."""
        if self._talk:
            self._keys.type(None)
            await self._talk
            self._talk, self._keys = None, Keys()

    def _news(self) -> Sequence[Shown]:
        out = self._out.getvalue()
        fresh, self._read = out[self._read :], len(out)
        return [Shown(screen, _labels(screen)) for screen in _screens(fresh)]


def _screens(out: str) -> Iterator[str]:
    """A plain transcript without the person's own lines, screen by screen."""
    theirs = "\n".join(line for line in out.split("\n") if not line.startswith("> "))
    return filter(None, map(str.strip, theirs.split("\n\n")))


def _labels(screen: str) -> tuple[str, ...]:
    return tuple(_BUTTON.findall(screen.rpartition("\n")[2]))


class Terminal:
    """Each person sits at one of their own, which shares the desk's database."""

    channel: ClassVar[str] = "terminal"
    desk: Desk

    def __init__(self, folder: Path, settled: Callable[[], Awaitable[None]]) -> None:
        self.everything_settled = settled
        self._folder = folder
        self._people: dict[str, AtTerminal] = {}

    async def __aenter__(self) -> object:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing is left of it."""

    @asynccontextmanager
    async def connected(self, desk: Desk) -> AsyncIterator[None]:
        self.desk = desk
        try:
            yield
        finally:
            for person in self._people.values():
                await person.leaves()

    def person(self, name: str, language: str) -> Person:
        return self._people.setdefault(name, AtTerminal(self, name, language))

    def id_of(self, name: str) -> str:
        return f"terminal:{name}"

    async def settled(self) -> None:
        for person in self._people.values():
            await person.ready()

    def mistakes(self) -> list[object]:
        return []

    def saves(self, file: File) -> Path:
        """Put a file on disk; a claimed size is its true one here, most of it a hole."""
        path = self._folder / file.name
        path.write_bytes(file.content)
        if file.claimed is not None:
            with path.open("r+b") as opened:
                opened.truncate(file.claimed)
        return path
