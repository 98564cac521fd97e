"""The processes that serve the desk: they start, die, stand still, and are started again."""

from dataclasses import dataclass, field
from functools import partial

from intake.dialogue.playbook import Playbook
from tests.simulation.desks import Process
from tests.simulation.loop import Life
from tests.simulation.platforms import Line
from tests.simulation.world import World


@dataclass(slots=True)
class House:
    """So many slots, and the process that has each of them just now."""

    world: World
    playbook: Playbook
    line: Line | None
    slots: dict[int, Process] = field(default_factory=dict)
    lives: list[Life] = field(default_factory=list)

    def alive(self) -> list[Process]:
        return [each for each in self.slots.values() if not each.life.dead]

    def start(self, slot: int) -> None:
        life = Life(f"{'AB'[slot]}{len(self.lives)}")
        life.on_death = partial(self._died, slot)
        self.lives.append(life)
        process = Process.of(self.world, life, self.playbook)
        self.slots[slot] = process
        self.world.trace.note("{} starts", life.name)
        process.begin(self.line)

    def _died(self, slot: int, life: Life) -> None:
        self.world.trace.note("{} dies", life.name)
        self.world.audit.counts["deaths"] += 1
        self.world.later(self.world.chance.uniform(0.2, 8), self.start, slot)

    def crash(self) -> None:
        """Between two of its next steps, whichever they are."""
        for process in self.alive():
            if self.world.chance.random() < 0.7:
                process.life.fuse = self.world.chance.randint(1, 60)

    def stall(self) -> None:
        if alive := self.alive():
            life = self.world.chance.choice(alive).life
            life.stalled = True
            seconds = self.world.chance.uniform(1, 40)
            self.world.trace.note("{} stands still", life.name)
            self.world.audit.troubled(self.world.loop.time() + seconds)
            self.world.later(seconds, self.goes_on, life)

    def goes_on(self, life: Life) -> None:
        if life.stalled:
            life.stalled = False
            if not life.dead:
                self.world.trace.note("{} goes on", life.name)
                self.world.loop.wake(life)
