"""The tables of what staff learn from: questions without an answer, and wordings offered."""

from typing import Final

from sqlalchemy import BigInteger, Column, Index, Integer, Table, UniqueConstraint

from bot.storage.codec import Moment, Words
from bot.storage.columns import metadata, numbered, words

misses: Final = Table(
    "misses",
    metadata,
    numbered(),
    *map(words, ("ref", "conversation", "language", "words", "why", "shown")),
    Column("at", Moment, nullable=False, index=True),
    Column("wanted_at", Moment),
    Column("answered_by", Words),
    Column("answered_at", Moment),
    Column("told_at", Moment),
    # The group that it was put into; nothing where nobody has looked at it yet.
    Column("grouped", BigInteger),
    Index(None, "conversation"),
    sqlite_autoincrement=True,
)
_open = misses.c.answered_by.is_(None)
Index("ix_misses_open", misses.c.id, sqlite_where=_open, postgresql_where=_open)
Index(
    "ix_misses_grouped",
    misses.c.grouped,
    misses.c.id,
    sqlite_where=_open,
    postgresql_where=_open,
)

_untold = (
    misses.c.wanted_at.is_not(None) & misses.c.told_at.is_(None) & (misses.c.answered_by != "")
)
Index("ix_misses_untold", misses.c.id, sqlite_where=_untold, postgresql_where=_untold)

offered_wordings: Final = Table(
    "offered_wordings",
    metadata,
    numbered(),
    *map(words, ("entry", "language", "words", "conversation")),
    Column("times", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    # Nothing where nobody has decided: "accepted" or "refused".
    Column("verdict", Words),
    Column("decided_at", Moment),
    Column("decided_by", Words),
    UniqueConstraint("entry", "words"),
    Index(None, "conversation"),
    sqlite_autoincrement=True,
)
_undecided = offered_wordings.c.verdict.is_(None)
Index(
    "ix_offered_wordings_open",
    offered_wordings.c.times,
    sqlite_where=_undecided,
    postgresql_where=_undecided,
)
