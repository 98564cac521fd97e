"""The tables of the FAQ: entries, those of an import, changes, and what a model says they mean."""

from typing import Final

from sqlalchemy import BigInteger, Column, Index, Integer, Table, UniqueConstraint

from bot.storage.codec import Day, Moment, Words
from bot.storage.columns import metadata, numbered, words

faq_entries: Final = Table(
    "faq_entries",
    metadata,
    Column("id", Words, primary_key=True),
    words("question"),
    words("answer"),
    words("url"),
    words("language"),
    words("tags"),
    words("wordings"),
    Column("changed_at", Moment, nullable=False),
    Column("kind", Words, nullable=False, server_default="faq"),
    Column("product", Words, nullable=False, server_default=""),
    Column("published", Integer, nullable=False, server_default="1"),
    Column("valid_from", Day),
    Column("valid_until", Day),
    # Who, and which version of the whole FAQ it made: 0 for what is older than that.
    Column("changed_by", Words, nullable=False, server_default=""),
    Column("version", BigInteger, nullable=False, server_default="0"),
    Index(None, "version"),
)

faq_staged: Final = Table(
    "faq_staged",
    metadata,
    numbered(),
    Column("batch", BigInteger, nullable=False),
    Column("staged_at", Moment, nullable=False),
    words("entry"),
    words("question"),
    words("answer"),
    words("url"),
    words("language"),
    words("tags"),
    words("wordings"),
    words("kind"),
    words("product"),
    words("body"),
    Column("published", Integer, nullable=False),
    Column("valid_from", Day),
    Column("valid_until", Day),
    Index(None, "batch", "id"),
    sqlite_autoincrement=True,
)
"""What a large import has laid ready; nobody reads it but whoever puts all of it at once."""

faq_revisions: Final = Table(
    "faq_revisions",
    metadata,
    numbered(),
    words("entry"),
    Column("version", BigInteger, nullable=False),
    Column("at", Moment, nullable=False),
    words("changed_by"),
    words("body"),
    Index(None, "entry", "id"),
    Index(None, "version"),
    sqlite_autoincrement=True,
)

faq_meanings: Final = Table(
    "faq_meanings",
    metadata,
    numbered(),
    words("entry"),
    words("model"),
    # The version of the FAQ that the entry was of when the model read it.
    Column("version", BigInteger, nullable=False),
    words("vector"),
    UniqueConstraint("entry", "model"),
    Index(None, "model", "id"),
    sqlite_autoincrement=True,
)
