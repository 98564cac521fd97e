"""What staff ask of the desk from outside the chat: see the queue, read, answer, close."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from intake.desk.recording import Occasion, carry_out
from intake.dialogue.messages import ConversationId, PersonId
from intake.dialogue.playbook import Playbook
from intake.dialogue.staffing import Agent, answer, close
from intake.dialogue.ticket_orders import Order
from intake.dialogue.turn import Effect
from intake.errors import IntakeError
from intake.ports import Clock, Outgoing, Reading, Stale, Store, Work
from intake.regulations.scope import QueueName
from intake.tickets import Author, Note, Post, Reason, Ticket
from intake.tid import Tid

TRIES = 8


class NoSuchTicket(IntakeError):
    """There is no ticket with this TID."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The agent's side of the desk. Whoever uses it has been let in by its caller."""

    store: Store
    clock: Clock
    held: timedelta = timedelta()
    """How long what is told to owners is ours to send; by default another process sends it."""

    async def queue(self, limit: int, of: QueueName | None = None) -> Sequence[Ticket]:
        """Tickets that wait for the desk, of one queue or of all (R4), first due first (R19)."""
        return await self.store.read(lambda reading: reading.queue(limit, of))

    async def tickets(self, limit: int) -> Sequence[Ticket]:
        """Every ticket, newest first."""
        return await self.store.read(lambda reading: reading.all_tickets(limit))

    async def ticket(self, tid: Tid) -> Ticket:
        """Everything about one ticket. Raises NoSuchTicket."""
        return await self.store.read(lambda reading: _existing(reading, tid))

    async def answer(self, tid: Tid, agent: Agent, words: str) -> tuple[Outgoing, ...]:
        """Answer a ticket; its owner is told in chat.

        Raises NoSuchTicket, TicketAlreadyClosed.
        """
        return await self._change(tid, lambda ticket: answer(ticket, agent, words, self.clock()))

    async def close(self, tid: Tid, reason: Reason) -> tuple[Outgoing, ...]:
        """Close a ticket; its owner is told why. Raises NoSuchTicket, TicketAlreadyClosed."""
        return await self._change(tid, lambda ticket: close(ticket, reason, self.clock()))

    async def order(
        self, tid: Tid, order: Order, agent: Agent, words: str, playbook: Playbook
    ) -> tuple[Outgoing, ...]:
        """One of `ticket_orders`, whose deadlines count on this playbook's calendar.

        Raises NoSuchTicket, and what the order raises.
        """

        def decide(ticket: Ticket) -> tuple[Effect, ...]:
            return order(ticket, Post(Author.AGENT, agent.name, words, self.clock()), playbook)

        return await self._change(tid, decide)

    async def notes(self, tid: Tid) -> Sequence[Note]:
        """What staff wrote down for each other about a ticket."""
        return await self.store.read(lambda reading: reading.notes(tid))

    async def _change(
        self, tid: Tid, decide: Callable[[Ticket], tuple[Effect, ...]]
    ) -> tuple[Outgoing, ...]:
        for _ in range(TRIES):
            try:
                return await self.store.record(partial(self._record, tid=tid, decide=decide))
            except Stale:
                continue
        raise Stale

    def _record(
        self, work: Work, tid: Tid, decide: Callable[[Ticket], tuple[Effect, ...]]
    ) -> tuple[Outgoing, ...]:
        ticket = _existing(work, tid)
        occasion = Occasion(
            ConversationId(ticket.conversation),
            PersonId(ticket.owner),
            ticket.language,
            self.clock(),
            self.held,
        )
        return carry_out(work, decide(ticket), occasion)


def _existing(reading: Reading, tid: Tid) -> Ticket:
    ticket = reading.ticket(tid)
    if ticket is None:
        raise NoSuchTicket
    return ticket
