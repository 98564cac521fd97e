"""The notices of the desk as rows."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Final

from sqlalchemy import Column, Executable, Index, Table, bindparam, select, update

from bot.storage.codec import PHRASES, Moment, written
from bot.storage.columns import metadata, numbered, words
from bot.storage.transaction import Found, Transaction, insert
from intake.notices import Notice, NoticeId

notices: Final = Table(
    "notices",
    metadata,
    numbered(),
    *map(words, ("kind", "words", "announced_by")),
    Column("starts", Moment, nullable=False),
    Column("ends", Moment, nullable=False),
    Index(None, "ends"),
    sqlite_autoincrement=True,
)

_STANDING: Final = (
    select(notices).where(notices.c.ends > bindparam("at")).order_by(notices.c.starts, notices.c.id)
)
_END: Final = (
    update(notices)
    .where(notices.c.id == bindparam("which"), notices.c.ends > bindparam("now"))
    .values(ends=bindparam("now"))
    .returning(notices.c.id)
)


@cache
def _announce(dialect: str) -> Executable:
    return insert(dialect, notices).returning(notices.c.id)


class NoticeRows(Transaction):
    """`Announced`."""

    def notices(self, at: datetime) -> Sequence[Notice]:
        return [_notice(row) for row in self._all(_STANDING, {"at": at})]


class NoticeChanges(NoticeRows):
    """`Announcing`."""

    def announce(self, notice: Notice) -> NoticeId:
        row = {
            "kind": notice.kind,
            "words": written(PHRASES, dict(notice.words)),
            "announced_by": notice.by,
            "starts": notice.starts,
            "ends": notice.ends,
        }
        ((id,),) = self._all(_announce(self._dialect), row)
        return NoticeId(id)

    def end_notice(self, id: NoticeId, at: datetime) -> bool:
        return self._first(_END, {"which": id, "now": at}) is not None


def _notice(row: Found) -> Notice:
    return Notice(
        kind=row.kind,
        words=PHRASES.validate_json(row.words),
        starts=row.starts,
        ends=row.ends,
        by=row.announced_by,
        id=row.id,
    )
