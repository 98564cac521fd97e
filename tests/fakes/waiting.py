"""How much waits in the store in memory."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from intake.ports import Backlog
from intake.tickets import Status
from tests.fakes.tables import Tables


def backlog(tables: Tables, at: datetime, soon: timedelta, where: Sequence[str]) -> Backlog:
    unsent = [each.outgoing for each in tables.unsent() if among(each.outgoing.conversation, where)]
    files = [
        each
        for each in tables.files.values()
        if not (each.path or each.refused) and among(each.awaited.conversation, where)
    ]
    waiting = [each for each in tables.tickets.values() if each.status is Status.OPEN]
    inbox = tables.inside()
    failing = [each.letter.at for each in inbox if each.next_at]
    due = [each.due_at for each in waiting if each.due_at]
    return Backlog(
        unsent=len(unsent),
        oldest_unsent=unsent[0].created_at if unsent else None,
        files=len(files),
        failing=len(failing),
        oldest_failing=failing[0] if failing else None,
        dead_letters=len(inbox) - len(failing),
        open_tickets=len(waiting),
        due_soon=sum(at < each <= at + soon for each in due),
        overdue=sum(each <= at for each in due),
    )


def among(conversation: str, where: Sequence[str]) -> bool:
    return within(where)(conversation)


def within(where: Sequence[str]) -> Callable[[str], bool]:
    """Whether a conversation is one of these, or of these channels; all are where none is named."""
    if not where:
        return lambda _: True
    channels = tuple(each for each in where if each.endswith(":"))
    return lambda conversation: conversation in where or conversation.startswith(channels)
