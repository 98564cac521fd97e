"""The desk's own people: they work from chat and from the command line, side by side."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Final

from intake.desk import breaks
from intake.desk.agent import Desk
from intake.dialogue.messages import Command, CommandName
from intake.dialogue.playbook import Playbook
from intake.dialogue.staffing import Agent
from intake.dialogue.ticket_orders import ORDERS
from intake.errors import IntakeError
from intake.regulations.calendar import Break
from intake.tickets import Reason, Ticket
from tests.simulation.loop import Life
from tests.simulation.people import Person
from tests.simulation.ports import StorePort
from tests.simulation.world import World

KIM: Final = Agent("Kim")
_FROM_CHAT: Final = (
    CommandName.ANSWER,
    CommandName.ANSWER,
    CommandName.CLOSE,
    CommandName.QUEUE,
    CommandName.ASK,
    CommandName.NOTE,
    CommandName.DEVELOP,
    CommandName.BEYOND,
    CommandName.REOPEN,
)
_LOOKED_AT: Final = 5


@dataclass(slots=True)
class Staff:
    """One who writes to the desk, and others who come and go at the command line."""

    world: World
    playbook: Playbook
    people: Sequence[Person]
    at_work: set[asyncio.Task[None]] = field(default_factory=set)

    def order(self, agent: Person) -> None:
        """Somebody works from chat."""
        chance, tickets = self.world.chance, self.world.tables.tickets
        if tickets:
            ticket = chance.choice(list(tickets.values()))
            name, words = chance.choice(_FROM_CHAT), f"for {self._marker(ticket)}"
            if name is CommandName.CLOSE:
                words = chance.choice(list(Reason)).value
            agent.says(Command(name, "" if name is CommandName.QUEUE else f"{ticket.tid} {words}"))

    def begin(self) -> None:
        """Somebody sits down at the command line."""
        task = self.world.loop.create_task(self._clerk(), context=Life("clerk").context())
        self.at_work.add(task)

    async def _clerk(self) -> None:
        """Who is told of a failure looks again some other time."""
        store = StorePort(self.world, Life("clerk"), by_staff=True)
        draw = self.world.chance.random()
        try:
            if draw < 0.05:
                await self._call_a_break(store)
            else:
                await self._work(Desk(store, self.world.now), draw)
        except IntakeError as error:
            self.world.trace.note("the clerk is told {}", type(error).__name__)

    async def _work(self, desk: Desk, draw: float) -> None:
        """Mostly what waits; an order for any that was lately filed."""
        look = desk.tickets if draw > 0.7 else desk.queue
        if not (found := await look(_LOOKED_AT)):
            return
        ticket = self.world.chance.choice(found)
        words = f"by hand for {self._marker(ticket)}"
        if draw < 0.4:
            await desk.answer(ticket.tid, KIM, words)
        elif draw < 0.6:
            await desk.close(ticket.tid, Reason.SOLVED)
        else:
            order = self.world.chance.choice(list(ORDERS.values()))
            await desk.order(ticket.tid, order, KIM, words, self.playbook)

    async def _call_a_break(self, store: StorePort) -> None:
        now, hours = self.world.now(), self.world.chance.uniform(1, 60)
        break_ = Break(now, now + timedelta(hours=hours), "storm")
        self.world.trace.note("a break of {:.0f} hours is announced", hours)
        await store.record(partial(breaks.announce, break_=break_, now=now, by="cli"))

    def _marker(self, ticket: Ticket) -> str:
        conversation = ticket.conversation
        return next(each.marker for each in self.people if each.conversation == conversation)
