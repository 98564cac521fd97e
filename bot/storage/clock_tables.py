"""The tables of what stops a clock, and of what is no business of any clock."""

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Table

from bot.storage.codec import Moment, Words
from bot.storage.columns import metadata, numbered, words

breaks: Final = Table(
    "breaks",
    metadata,
    numbered(),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    *map(words, ("why", "by")),
    Column("at", Moment, nullable=False),
    sqlite_autoincrement=True,
)

# Apart from the posts: those are read to the client.
notes: Final = Table(
    "notes",
    metadata,
    numbered(),
    Column("tid", Words, ForeignKey("tickets.tid"), nullable=False),
    *map(words, ("name", "text")),
    Column("at", Moment, nullable=False),
    Index(None, "tid"),
    sqlite_autoincrement=True,
)
