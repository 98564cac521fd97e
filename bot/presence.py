"""Says each second that this process lives, and finds out which others do not any more."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import count
from typing import Final

from bot.storage import presence
from bot.storage.store import SqlStore
from intake.ports import Clock, StoreUnavailable

DEAD: Final = 5.0
"""Seconds without a sign of life, on our own monotonic clock: a clock that jumps, here or on
another machine, kills nobody."""
EVERY: Final = 1.0
_LOOK: Final = 0.5

Sleep = Callable[[float], Awaitable[None]]


@dataclass(slots=True)
class Presence:
    """One process among those that serve the desk."""

    store: SqlStore
    name: str
    clock: Clock
    monotonic: Callable[[], float] = time.monotonic
    sleep: Sleep = asyncio.sleep
    _signs: dict[str, tuple[datetime, float]] = field(default_factory=dict)

    async def settle(self) -> None:
        """Take our name. One who died under it has left it to us; where somebody lives under it,
        we are called by the next that is free."""
        wanted = self.name
        for number in count(2):
            if not await self._is_taken(self.name):
                return
            self.name = f"{wanted}-{number}"

    async def run(self) -> None:
        """Live, until cancelled."""
        await self.settle()
        try:
            while True:
                with suppress(StoreUnavailable):
                    await self.beat()
                await self.sleep(EVERY)
        finally:
            await self.leave()

    async def beat(self) -> None:
        """Say that we live, and look who else does."""
        self._note(await self.store.run(partial(presence.beat, name=self.name, at=self.clock())))

    async def bury(self) -> Sequence[str]:
        """Take those off the list who have been silent for too long; returns them, to one of all
        who look. Whoever does this sees to what they had begun."""
        now = self.monotonic()
        others = {name: since for name, (_, since) in self._signs.items() if name != self.name}
        silent = [name for name, since in others.items() if now - since >= DEAD]
        return [name for name in silent if await self._bury(name)]

    @property
    def living(self) -> Collection[str]:
        """All who have not been silent for too long, as of the last beat."""
        return {self.name, *self._signs}

    async def leave(self) -> None:
        """Say that we are gone; whoever cannot be told finds it out."""
        with suppress(StoreUnavailable):
            await self.store.run(partial(presence.leave, name=self.name))

    def _note(self, seen: Mapping[str, datetime]) -> None:
        now = self.monotonic()
        for name, at in seen.items():
            if self._signs.get(name, (None, 0.0))[0] != at:
                self._signs[name] = (at, now)
        for name in self._signs.keys() - seen.keys():
            del self._signs[name]

    async def _bury(self, name: str) -> bool:
        at, _ = self._signs.pop(name)
        return await self.store.run(partial(presence.bury, name=name, last_seen=at))

    async def _is_taken(self, name: str) -> bool:
        first = await self._last_sign(name)
        until = self.monotonic() + DEAD
        while first is not None and self.monotonic() < until:
            await self.sleep(_LOOK)
            if await self._last_sign(name) != first:
                return True
        return False

    async def _last_sign(self, name: str) -> datetime | None:
        while True:
            try:
                return (await self.store.run(presence.seen)).get(name)
            except StoreUnavailable:
                await self.sleep(EVERY)
