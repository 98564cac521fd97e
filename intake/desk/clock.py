"""What the desk does because time has passed: drafts are remembered, staff hear of deadlines."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final, Literal

from intake.desk.recording import have_told
from intake.dialogue.messages import ConversationId, Message, MessageId, PersonId, Speaker, Waited
from intake.dialogue.replies import DueWarning
from intake.dialogue.turn import anytime
from intake.misses import TOLD_WITHIN
from intake.ports import Deadline, Errand, Outgoing, Work
from intake.tickets import Ticket
from intake.tid import Tid

SOON: Final = timedelta(hours=1)
"""So long before an answer is due staff are warned; the shortest level has four hours."""
HELD: Final = timedelta(minutes=10)
"""An errand that was asked for is given so long, before it is asked for again."""
AT_ONCE: Final = 50
_NOBODY: Final = Speaker(PersonId(""))


def sweep(work: Work, now: datetime, soon: timedelta = SOON) -> int:
    """Have done whatever is due at `now`; returns how much that is. Every process may, at any time:
    the same errand is done once."""
    reminders = work.waiting_talks(now, HELD, AT_ONCE)
    for conversation, version in reminders:
        work.later(Errand("remind", (conversation, str(version))))
    deadlines = work.due_tickets(now, soon, HELD, AT_ONCE)
    for each in deadlines:
        work.later(Errand("warn", (each.tid, each.due_at.isoformat(), each.warning)))
    untold = work.untold_misses(now - TOLD_WITHIN, AT_ONCE)
    for miss in untold:
        # Asked for when it was answered: this counts only where that errand was set aside since.
        work.later(Errand("answered", (str(miss),)))
    return len(reminders) + len(deadlines) + len(untold)


def deadline(errand: Errand) -> Deadline:
    """What a `warn` errand is about."""
    tid, due_at, warning = errand.about
    told: Literal["soon", "overdue"] = "soon" if warning == "soon" else "overdue"
    return Deadline(Tid(tid), datetime.fromisoformat(due_at), told)


def reminder(conversation: ConversationId, version: str, now: datetime) -> Message:
    """The desk's own word in a talk, once for each version of it; the dialogue knows what to say,
    and that there is nothing to say where the person has gone on."""
    id = MessageId(f"desk:remind:{conversation}:{version}")
    return Message(id, conversation, _NOBODY, Waited(), now)


def warn(
    work: Work, deadline: Deadline, staff: Collection[PersonId], now: datetime
) -> tuple[Outgoing, ...]:
    """Tell staff of a deadline, wherever one of them has written to the desk, once."""
    ticket = work.ticket(deadline.tid)
    if ticket is None or not work.warn(deadline):
        return ()
    warning = _warning(ticket, deadline)
    said = tuple(
        outgoing
        for conversation, state in work.staff_talks(staff)
        for outgoing in work.say(conversation, (warning,), state, now, timedelta())
    )
    have_told(work, said)
    return said


def _warning(ticket: Ticket, deadline: Deadline) -> DueWarning:
    button = anytime(f"status.{ticket.tid}", "button-status", ticket.tid)
    return DueWarning(
        ticket.tid, ticket.title, ticket.level, deadline.due_at, deadline.warning, (button,)
    )
