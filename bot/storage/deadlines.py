"""The statements of passing time: what is due, and that it was dealt with."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Update, bindparam, or_, select, update

from bot.storage.codec import STATE
from bot.storage.tables import conversations, tickets
from bot.storage.transaction import Transaction
from intake.dialogue.messages import ConversationId, PersonId
from intake.dialogue.state import State
from intake.ports import Deadline
from intake.tickets import Status

_waits: Final = conversations.c.remind_at <= bindparam("at")
_WAITING: Final = (
    update(conversations)
    .where(
        conversations.c.id.in_(
            select(conversations.c.id)
            .where(_waits)
            .order_by(conversations.c.remind_at)
            .limit(bindparam("limit"))
        ),
        _waits,
    )
    .values(remind_at=bindparam("until"))
    .returning(conversations.c.id, conversations.c.version)
)
_STAFF: Final = (
    select(conversations.c.id, conversations.c.state)
    .where(conversations.c.staff.in_(bindparam("staff", expanding=True)))
    .order_by(conversations.c.id)
)
_UNTOLD: Final = {"soon": ("",), "overdue": ("", "soon")}
"""What may have been told before: whoever heard that it is overdue is not told that it is due."""


def _due(warning: str) -> Update:
    due = (
        tickets.c.status == Status.OPEN.value,
        tickets.c.warned.in_(_UNTOLD[warning]),
        tickets.c.due_at > bindparam("after"),
        tickets.c.due_at <= bindparam("before"),
        or_(tickets.c.warn_held_until.is_(None), tickets.c.warn_held_until <= bindparam("at")),
    )
    oldest = select(tickets.c.id).where(*due).order_by(tickets.c.due_at).limit(bindparam("limit"))
    return (
        update(tickets)
        .where(tickets.c.id.in_(oldest), *due)
        .values(warn_held_until=bindparam("until"))
        .returning(tickets.c.tid, tickets.c.due_at)
    )


def _warn(warning: str) -> Update:
    return (
        update(tickets)
        .where(
            tickets.c.tid == bindparam("of"),
            tickets.c.due_at == bindparam("due"),
            tickets.c.status == Status.OPEN.value,
            tickets.c.warned.in_(_UNTOLD[warning]),
        )
        .values(warned=warning)
        .returning(tickets.c.id)
    )


_DUE: Final = {warning: _due(warning) for warning in _UNTOLD}
_WARN: Final = {warning: _warn(warning) for warning in _UNTOLD}
_EVER: Final = timedelta(days=36_500)


class Deadlines(Transaction):
    """`Work`, as far as time goes."""

    def waiting_talks(
        self, at: datetime, held: timedelta, limit: int
    ) -> tuple[tuple[ConversationId, int], ...]:
        self._alone("waiting")
        rows = self._all(_WAITING, {"at": at, "until": at + held, "limit": limit})
        return tuple((row.id, row.version) for row in rows)

    def due_tickets(
        self, at: datetime, soon: timedelta, held: timedelta, limit: int
    ) -> tuple[Deadline, ...]:
        self._alone("due")
        ask = {"at": at, "until": at + held, "limit": limit}
        overdue = self._all(_DUE["overdue"], {**ask, "after": at - _EVER, "before": at})
        near = self._all(_DUE["soon"], {**ask, "after": at, "before": at + soon})
        return (
            *(Deadline(row.tid, row.due_at, "overdue") for row in overdue),
            *(Deadline(row.tid, row.due_at, "soon") for row in near),
        )

    def warn(self, deadline: Deadline) -> bool:
        told = {"of": deadline.tid, "due": deadline.due_at}
        return self._hit(_WARN[deadline.warning], told)

    def staff_talks(self, staff: Collection[PersonId]) -> tuple[tuple[ConversationId, State], ...]:
        rows = self._all(_STAFF, {"staff": sorted(staff)})
        return tuple((row.id, STATE.validate_json(row.state)) for row in rows)
