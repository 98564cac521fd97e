"""How much waits, counted by the indexes that its own sweeps use."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Executable, FromClause, bindparam, func, select

from bot.storage.tables import attachments, inbox, replies, tickets
from bot.storage.transaction import Transaction, among
from intake.ports import Backlog
from intake.tickets import Status


class Waiting(Transaction):
    """`Reading`, as far as backlogs go."""

    def backlog(self, at: datetime, soon: timedelta, where: Sequence[str] = ()) -> Backlog:
        row = self._first(_backlog(tuple(where)), {"at": at, "soon": at + soon})
        assert row is not None  # noqa: S101 - counts always make a row
        return Backlog(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it


@lru_cache(maxsize=32)
def _backlog(where: tuple[str, ...]) -> Executable:
    unsent = (replies.c.sent_at.is_(None), among(replies.c.conversation, where))
    unfetched = (
        attachments.c.path.is_(None),
        attachments.c.refused.is_(None),
        among(attachments.c.conversation, where),
    )
    failing = inbox.c.next_at.is_not(None)
    is_open = tickets.c.status == Status.OPEN.value
    oldest = select(replies.c.created_at).where(*unsent).order_by(replies.c.id).limit(1)
    first = select(inbox.c.at).where(failing).order_by(inbox.c.id).limit(1)
    due = tickets.c.due_at
    return select(
        _count(replies, *unsent).label("unsent"),
        oldest.scalar_subquery().label("oldest_unsent"),
        _count(attachments, *unfetched).label("files"),
        _count(inbox, failing).label("failing"),
        first.scalar_subquery().label("oldest_failing"),
        _count(inbox, inbox.c.next_at.is_(None)).label("dead_letters"),
        _count(tickets, is_open).label("open_tickets"),
        _count(tickets, is_open, due > bindparam("at"), due <= bindparam("soon")).label("due_soon"),
        _count(tickets, is_open, due <= bindparam("at")).label("overdue"),
    )


def _count(table: FromClause, *where: ColumnElement[bool]) -> ColumnElement[Any]:
    return select(func.count()).select_from(table).where(*where).scalar_subquery()
