"""Removes what has served its time; tickets and what was written on them stay."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Executable, bindparam, delete, select

from bot.storage.faq_tables import faq_staged
from bot.storage.identity_tables import codes, links
from bot.storage.lesson_tables import misses, offered_wordings
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
_OLD_CODES: Final = (
    select(codes.c.id).where(codes.c.asked_at < bindparam("before")).limit(bindparam("limit"))
)
_FORGET_CODES: Final = delete(codes).where(codes.c.id.in_(_OLD_CODES)).returning(codes.c.id)
_OLD_LINKS: Final = (
    select(links.c.seal).where(links.c.until < bindparam("before")).limit(bindparam("limit"))
)
_FORGET_LINKS: Final = delete(links).where(links.c.seal.in_(_OLD_LINKS)).returning(links.c.seal)

_OLD_MISSES: Final = (
    select(misses.c.id).where(misses.c.at < bindparam("before")).limit(bindparam("limit"))
)
_FORGET_MISSES: Final = delete(misses).where(misses.c.id.in_(_OLD_MISSES)).returning(misses.c.id)
_OLD_WORDINGS: Final = (
    select(offered_wordings.c.id)
    .where(offered_wordings.c.verdict.is_(None), offered_wordings.c.at < bindparam("before"))
    .limit(bindparam("limit"))
)
_FORGET_WORDINGS: Final = (
    delete(offered_wordings)
    .where(offered_wordings.c.id.in_(_OLD_WORDINGS))
    .returning(offered_wordings.c.id)
)

# What an import that died has laid ready.
_OLD_STAGED: Final = (
    select(faq_staged.c.id)
    .where(faq_staged.c.staged_at < bindparam("before"))
    .limit(bindparam("limit"))
)
_FORGET_STAGED: Final = (
    delete(faq_staged).where(faq_staged.c.id.in_(_OLD_STAGED)).returning(faq_staged.c.id)
)


def forget_lessons(connection: Connection, before: datetime, limit: int) -> int:
    """Misses, and wordings that nobody decided on, from before then, at most `limit` of each;
    returns how many. What became of suggestions is kept: it tells of nobody."""
    return _sweep(connection, (_FORGET_MISSES, _FORGET_WORDINGS), before, limit)


def forget(connection: Connection, before: datetime, limit: int) -> int:
    """Claims of messages, replies that were sent, codes and links, and what was laid ready for the
    FAQ and never put, from before then, at most `limit` of each; returns how many. Nobody repeats
    a message after days, what was said is in the chat, and a code is good for minutes."""
    old = (_FORGET_CLAIMS, _FORGET_REPLIES, _FORGET_CODES, _FORGET_LINKS, _FORGET_STAGED)
    return _sweep(connection, old, before, limit)


def _sweep(
    connection: Connection, statements: Sequence[Executable], before: datetime, limit: int
) -> int:
    values = {"before": before, "limit": limit}
    return sum(len(connection.execute(each, values).all()) for each in statements)
