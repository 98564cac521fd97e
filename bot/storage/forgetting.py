"""Removes what has served its time; tickets and what was written on them stay."""

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select

from bot.storage.tables import claims, replies

_OLD_CLAIMS: Final = (
    select(claims.c.id).where(claims.c.at < bindparam("before")).limit(bindparam("limit"))
)
_FORGET_CLAIMS: Final = delete(claims).where(claims.c.id.in_(_OLD_CLAIMS)).returning(claims.c.at)
# By number first, which is by age: the look ends where the young ones begin.
_first: Final = (
    select(replies.c.id, replies.c.sent_at)
    .where(replies.c.sent_at.is_not(None))
    .order_by(replies.c.id)
    .limit(bindparam("limit"))
    .subquery()
)
_FORGET_REPLIES: Final = (
    delete(replies)
    .where(replies.c.id.in_(select(_first.c.id).where(_first.c.sent_at < bindparam("before"))))
    .returning(replies.c.id)
)


def forget(connection: Connection, before: datetime, limit: int) -> int:
    """Claims of messages and replies that were sent, from before then, at most `limit` of each;
    returns how many. Nobody repeats a message after days, and what was said is in the chat."""
    values = {"before": before, "limit": limit}
    return sum(
        len(connection.execute(each, values).all()) for each in (_FORGET_CLAIMS, _FORGET_REPLIES)
    )
