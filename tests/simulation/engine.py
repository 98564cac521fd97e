"""Has errands done, at least once each, by whichever process lives: what the engine promises."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from intake.ports import Errand
from tests.simulation.desks import Process
from tests.simulation.loop import WORLD
from tests.simulation.world import World

PATIENCE = 30.0
"""Seconds after which somebody else is asked."""


@dataclass(slots=True)
class Engine:
    """Looks at what was committed; an errand's id is begun once."""

    world: World
    alive: Callable[[], list[Process]]
    begun: dict[str, "asyncio.Task[None]"] = field(default_factory=dict)
    open: int = 0

    def look(self) -> None:
        """Begin with what was asked for since."""
        errands = self.world.tables.errands
        if len(errands) == len(self.begun):
            return
        for id in list(errands)[len(self.begun) :]:
            self.open += 1
            doing = self._have_done(errands[id])
            self.begun[id] = self.world.loop.create_task(doing, context=WORLD.copy())

    async def _have_done(self, errand: Errand) -> None:
        done: asyncio.Future[None] = self.world.loop.create_future()
        while not done.done():
            await asyncio.sleep(self.world.weather.moment())
            if processes := self.alive():
                process = self.world.chance.choice(processes)
                process.spawn(process.carry_out(errand, done))
            await asyncio.wait({done}, timeout=PATIENCE if processes else 1.0)
        self.open -= 1
