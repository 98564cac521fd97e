"""What one look at the store answers."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from intake.dialogue.messages import ConversationId, PersonId
from intake.inbox import Mailroom
from intake.ports.announcing import Announced
from intake.ports.breaks import BreakReading
from intake.ports.faq import FaqReading
from intake.ports.identities import IdentityReading
from intake.ports.learning import Lessons
from intake.ports.senses import SenseReading
from intake.ports.values import Backlog, Known
from intake.regulations.scope import QueueName
from intake.tickets import Ticket
from intake.tid import Tid


class Reading(
    Mailroom, FaqReading, SenseReading, Lessons, IdentityReading, Announced, BreakReading, Protocol
):
    """Questions that one look at the store answers. Synchronous: runs on a database thread."""

    def conversation(self, conversation: ConversationId) -> Known:
        """A conversation nobody has written to yet is `Known(State(), 0)`."""
        ...

    def ticket(self, tid: Tid) -> Ticket | None:
        """The whole ticket, posts in order, names of stored files included."""
        ...

    def tickets_of(self, person: PersonId, limit: int) -> Sequence[Ticket]:
        """The person's own tickets, newest first, without their posts."""
        ...

    def queue(self, limit: int, of: QueueName | None = None) -> Sequence[Ticket]:
        """The tickets that wait for the desk (`Status.OPEN`), of one queue or of all, first due
        first, without posts."""
        ...

    def all_tickets(self, limit: int) -> Sequence[Ticket]:
        """Every ticket whatever its status, newest first, without posts."""
        ...

    def backlog(self, at: datetime, soon: timedelta, where: Sequence[str] = ()) -> Backlog:
        """What waits at `at`; tickets are due soon until `at + soon`.

        `where` as in `unsent`, for replies and files. Counts by index: cheap enough to be asked
        every few seconds.
        """
        ...
