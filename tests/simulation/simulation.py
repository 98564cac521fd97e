"""One seed's story, from the first word to the last answer."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from intake.dialogue.messages import Command, CommandName, ConversationId, Message, PersonId
from intake.dialogue.playbook import Playbook
from tests.simulation.engine import Engine
from tests.simulation.house import House
from tests.simulation.people import Person
from tests.simulation.platforms import Line, Posting
from tests.simulation.staff import Staff
from tests.simulation.whims import IDENTIFYING, WHIMS
from tests.simulation.world import World

STAFF: Final = "telegram:9"
_OVER: Final = 7200.0
"""Seconds after the last fault in which everything has to be done."""
_ANSWER: Final = 120.0
"""Seconds in which somebody is answered when nothing is wrong."""
_MOST_ACTS: Final = 60
"""What it takes at most to get to a TID."""


@dataclass(slots=True)
class Simulation:
    """The people, the platforms, and the processes that come and go."""

    world: World
    playbook: Playbook
    processes: int
    people: list[Person] = field(default_factory=list)
    line: Line | None = None
    house: House = field(init=False)
    posting: Posting = field(init=False)
    engine: Engine = field(init=False)
    staff: Staff = field(init=False)

    def __post_init__(self) -> None:
        if self.world.chance.random() < 0.5:
            self.line = Line(self.world)
        self.house = House(self.world, self.playbook, self.line)
        self.engine = Engine(self.world, self.house.alive)
        self.world.committed = self.engine.look
        self.posting = Posting(self.world, self.house.alive, self._undelivered)
        for number in range(self.world.chance.choice((2, 3, 4))):
            self._comes(f"telegram:{number + 1}" if number % 2 else f"slack:T1/D{number}", number)
        self._comes(STAFF, 9)
        self.staff = Staff(self.world, self.playbook, self.people)

    def _comes(self, conversation: str, number: int) -> None:
        on_slack = conversation.startswith("slack")
        platform = self.line if self.line and not on_slack else self.posting
        identity = PersonId(conversation.replace("/D", "/U"))
        whims = IDENTIFYING if self.playbook.mails else WHIMS
        where = ConversationId(conversation)
        person = Person(self.world, platform, where, identity, number, whims)
        self.people.append(person)
        self.world.markers[person.marker] = conversation
        self.world.screens[conversation] = person.sees

    # --- the story ------------------------------------------------------------------------------

    async def run(self, steps: int) -> None:
        """So many steps, then the time in which everything has to come right. A step is something
        that somebody does, or something that goes wrong."""
        for slot in range(self.processes):
            self.house.start(slot)
        pause = self.world.chance.choice((0.2, 0.5, 1.0))
        deeds = 0
        while deeds + self.world.weather.struck < steps:
            deeds += 1
            await asyncio.sleep(self.world.chance.expovariate(1 / pause))
            self._step()
            if self.world.audit.violations:
                return
        await self._come_right()

    def _step(self) -> None:
        world = self.world
        for kind, strike in _STRIKES.items():
            if world.weather.strikes(kind):
                strike(self)
        draw = world.chance.random()
        if draw < 0.06:
            self.staff.begin()
        elif draw < 0.12:
            self.staff.order(self.people[-1])
        else:
            self._somebody().does_something()

    def _somebody(self) -> Person:
        """Mostly one who has been answered: people wait, though not for ever."""
        people = self.people[:-1]
        patient = [each for each in people if not each.waits]
        hurried = not patient or self.world.chance.random() < 0.2
        return self.world.chance.choice(people if hurried else patient)

    def _undelivered(self, message: Message) -> None:
        """Whoever sees that their words or their press went nowhere may try once more."""
        person = next(each for each in self.people if each.conversation == message.conversation)
        if self.world.chance.random() < 0.7:
            person.says(message.said, message.ref)

    def _outage(self) -> None:
        self.world.down_until = self.world.loop.time() + self.world.chance.uniform(1, 30)
        self.world.trace.note("the database is away")

    def _jump(self) -> None:
        seconds = self.world.chance.choice((-600, -30, -5, 5, 30, 3600, 86_400))
        self.world.jump(timedelta(seconds=seconds))

    def _block(self) -> None:
        blocked, person = self.world.blocked, self.world.chance.choice(self.people)
        self.world.trace.note("{} blocks us, or does no longer", person.conversation)
        blocked.symmetric_difference_update({person.conversation})

    # --- the end --------------------------------------------------------------------------------

    async def _come_right(self) -> None:
        """No fault any more: now everything that was begun has to end well (L)."""
        world = self.world
        world.trace.note("the faults are over")
        world.weather.calm, world.down_until = True, 0.0
        world.blocked.clear()
        self.posting.faults_are_over.set()
        for life in self.house.lives:
            life.fuse = 0
            self.house.goes_on(life)
        if world.offset < timedelta():
            world.jump(-world.offset)
        if not await self._until(self._is_quiet, _OVER):
            world.audit.broken("L", f"something stays undone: {self._undone()}")
        for person in self.people[:-1]:
            await self._gets_a_tid(person)
        await self._until(self._is_quiet, _OVER)

    async def _gets_a_tid(self, person: Person) -> None:
        audit = self.world.audit
        for _ in range(_MOST_ACTS):
            if person.tids or audit.violations:
                break
            await self._answered(person, person.goes_on)
        audit.expect(person.tids, "L", f"{person.conversation} never gets a TID")
        await self._answered(person, lambda: person.says(Command(CommandName.TICKETS)))
        mine = [each for each in self.world.tables.tickets.values() if each.owner == person.id]
        told = {each.tid for each in mine[-10:]} <= person.tids
        audit.expect(told, "L", f"{person.conversation} was not told of every ticket")

    async def _answered(self, person: Person, act: Callable[[], None]) -> None:
        before = len(person.screen)
        act()
        if not await self._until(lambda: len(person.screen) > before, _ANSWER):
            self.world.audit.broken("L", f"{person.conversation} waits for an answer in vain")
        await self._until(self._is_quiet, _ANSWER)

    async def _until(self, holds: Callable[[], bool], seconds: float) -> bool:
        end = self.world.loop.time() + seconds
        while not holds() and self.world.loop.time() < end and not self.world.audit.violations:  # noqa: ASYNC110 - simulated time
            await asyncio.sleep(0.5)
        return holds()

    def _is_quiet(self) -> bool:
        return not any(self._undone().values())

    def _undone(self) -> dict[str, int]:
        tables = self.world.tables
        return {
            "unsent": len(tables.waiting),
            "files": sum(not (each.path or each.refused) for each in tables.files.values()),
            "inbox": sum(bool(each.next_at) for each in tables.inside()),
            "errands": self.engine.open,
            "messages": len(self.posting.under_way),
            "updates": len(self.line.waiting) if self.line else 0,
            "processes": self.processes - len(self.house.alive()),
        }

    async def bury(self) -> None:
        """Everybody who still waits for something, the dead too, is told that it is over."""
        self.world.over = True
        for life in self.house.lives:
            life.dead = life.stalled = False
            life.fuse = 0
            self.world.loop.wake(life)
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


_STRIKES: Final[dict[str, Callable[[Simulation], None]]] = {
    "crash": lambda story: story.house.crash(),
    "stall": lambda story: story.house.stall(),
    "outage": Simulation._outage,  # noqa: SLF001 - its own
    "jump": Simulation._jump,  # noqa: SLF001 - its own
    "block": Simulation._block,  # noqa: SLF001 - its own
}
