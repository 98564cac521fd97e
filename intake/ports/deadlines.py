"""What time makes due, and what is to be done after a commit."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Protocol

from intake.dialogue.messages import ConversationId, PersonId
from intake.dialogue.state import State
from intake.ports.values import Deadline, Errand


class Deadlines(Protocol):
    """What is done when its time has come; a part of `Work`."""

    def later(self, errand: Errand) -> None:
        """Have an errand done once this is committed; an id that was asked for before is not done
        again."""
        ...

    def waiting_talks(
        self, at: datetime, held: timedelta, limit: int
    ) -> tuple[tuple[ConversationId, int], ...]:
        """Take over the talks whose `remind_at` has come, with their versions, until `at + held`.

        Two processes never get the same one; a turn in it ends the hold.
        """
        ...

    def due_tickets(
        self, at: datetime, soon: timedelta, held: timedelta, limit: int
    ) -> tuple[Deadline, ...]:
        """Take over, until `at + held`, the deadlines of open tickets that staff are still to be
        told of: those overdue at `at`, and those due until `at + soon`."""
        ...

    def warn(self, deadline: Deadline) -> bool:
        """Note that staff are told; False where they were, or where the deadline has gone."""
        ...

    def staff_talks(self, staff: Collection[PersonId]) -> tuple[tuple[ConversationId, State], ...]:
        """Where these people of the staff have written to the desk before."""
        ...
