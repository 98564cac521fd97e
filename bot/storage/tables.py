"""The tables: what is remembered, and by what it is found again."""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    UniqueConstraint,
)

from bot.storage.codec import Day, Moment, Words

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Only INTEGER makes SQLite number the rows by itself.
_NUMBER: Final = BigInteger().with_variant(Integer, "sqlite")


def _numbered() -> Column[int]:
    return Column("id", _NUMBER, primary_key=True, autoincrement=True)


def _words(name: str) -> Column[str]:
    return Column(name, Words, nullable=False)


claims: Final = Table(
    "claims",
    metadata,
    Column("id", Words, primary_key=True),
    Column("at", Moment, nullable=False),
)

conversations: Final = Table(
    "conversations",
    metadata,
    Column("id", Words, primary_key=True),
    Column("version", BigInteger, nullable=False),
    _words("state"),
    # Of the state, what is searched for: when to say a word, and whose of the staff it is.
    Column("remind_at", Moment),
    Column("staff", Words),
)
for _searched in (conversations.c.remind_at, conversations.c.staff):
    Index(
        f"ix_conversations_{_searched.name}",
        _searched,
        sqlite_where=_searched.is_not(None),
        postgresql_where=_searched.is_not(None),
    )

replies: Final = Table(
    "replies",
    metadata,
    _numbered(),
    _words("conversation"),
    _words("language"),
    _words("zone"),
    _words("body"),
    Column("created_at", Moment, nullable=False),
    Column("held_until", Moment, nullable=False),
    Column("sent_at", Moment),
    Column("outcome", Words),
    sqlite_autoincrement=True,
)
_unsent = replies.c.sent_at.is_(None)
# One to find the oldest, one to see whether its conversation has an older one that is held.
Index(
    "ix_replies_unsent",
    replies.c.id,
    sqlite_where=_unsent,
    postgresql_where=_unsent,
)
Index(
    "ix_replies_unsent_of",
    replies.c.conversation,
    replies.c.id,
    sqlite_where=_unsent,
    postgresql_where=_unsent,
)

tickets: Final = Table(
    "tickets",
    metadata,
    _numbered(),
    _words("tid"),
    _words("draft"),
    _words("owner"),
    _words("owner_name"),
    _words("conversation"),
    _words("language"),
    _words("fields"),
    _words("suggestions"),
    _words("related"),
    _words("level"),
    Column("accepted_at", Moment, nullable=False),
    Column("due_at", Moment),
    _words("status"),
    Column("reason", Words),
    Column("closed_at", Moment),
    # What staff were told of the deadline in `due_at`: nothing, "soon", "overdue".
    Column("warned", Words, nullable=False, server_default=""),
    Column("warn_held_until", Moment),
    UniqueConstraint("tid"),
    UniqueConstraint("draft"),
    Index(None, "status", "due_at"),
    Index(None, "status", "warned", "due_at"),
    Index(None, "owner", "accepted_at"),
    Index(None, "accepted_at"),
    sqlite_autoincrement=True,
)

posts: Final = Table(
    "posts",
    metadata,
    Column("tid", Words, ForeignKey("tickets.tid"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _words("author"),
    _words("name"),
    _words("text"),
    Column("at", Moment, nullable=False),
)

attachments: Final = Table(
    "attachments",
    metadata,
    _numbered(),
    _words("file"),
    _words("draft"),
    _words("tid"),
    _words("name"),
    Column("announced_size", BigInteger),
    _words("remote"),
    _words("conversation"),
    _words("person"),
    Column("held_until", Moment, nullable=False),
    Column("refused", Words),
    Column("path", Words),
    Column("sha256", Words),
    Column("size", BigInteger),
    # The same file may be sent for two drafts; each of their tickets then has it.
    UniqueConstraint("file", "draft", "tid"),
    Index(None, "draft"),
    Index(None, "tid"),
    sqlite_autoincrement=True,
)
_waiting = attachments.c.path.is_(None) & attachments.c.refused.is_(None)
Index(
    "ix_attachments_waiting",
    attachments.c.id,
    sqlite_where=_waiting,
    postgresql_where=_waiting,
)

faq_entries: Final = Table(
    "faq_entries",
    metadata,
    Column("id", Words, primary_key=True),
    _words("question"),
    _words("answer"),
    _words("url"),
    _words("language"),
    _words("tags"),
    _words("wordings"),
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

faq_revisions: Final = Table(
    "faq_revisions",
    metadata,
    _numbered(),
    _words("entry"),
    Column("version", BigInteger, nullable=False),
    Column("at", Moment, nullable=False),
    _words("changed_by"),
    _words("body"),
    Index(None, "entry", "id"),
    Index(None, "version"),
    sqlite_autoincrement=True,
)

faq_meanings: Final = Table(
    "faq_meanings",
    metadata,
    _numbered(),
    _words("entry"),
    _words("model"),
    # The version of the FAQ that the entry was of when the model read it.
    Column("version", BigInteger, nullable=False),
    _words("vector"),
    UniqueConstraint("entry", "model"),
    Index(None, "model", "id"),
    sqlite_autoincrement=True,
)

desk_facts: Final = Table(
    "desk_facts",
    metadata,
    Column("name", Words, primary_key=True),
    Column("value", BigInteger, nullable=False),
)

outcomes: Final = Table(
    "outcomes",
    metadata,
    _numbered(),
    _words("kind"),
    _words("entries"),
    _words("language"),
    Column("at", Moment, nullable=False, index=True),
    Column("helped", Words),
    sqlite_autoincrement=True,
)

processes: Final = Table(
    "processes",
    metadata,
    Column("name", Words, primary_key=True),
    Column("seen_at", Moment, nullable=False),
)

leases: Final = Table(
    "leases",
    metadata,
    Column("name", Words, primary_key=True),
    _words("holder"),
    Column("until", Moment, nullable=False),
)

# `next_at` is empty where nobody will try again by himself: that one is a dead letter.
# Of an earlier checkout, and never written to: it goes when nobody can run that one any more.
Table(
    "failed_messages",
    metadata,
    Column("id", Words, primary_key=True),
    *map(_words, ("conversation", "body", "cause")),
    Column("tries", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("next_at", Moment, index=True),
)

inbox: Final = Table(
    "inbox",
    metadata,
    _numbered(),
    _words("message"),
    _words("conversation"),
    _words("kind"),
    _words("body"),
    Column("sent_at", Moment, nullable=False),
    Column("at", Moment, nullable=False),
    _words("cause"),
    Column("tries", Integer, nullable=False),
    Column("version", BigInteger),
    Column("next_at", Moment),
    UniqueConstraint("message"),
    sqlite_autoincrement=True,
)
_alive, _dead = inbox.c.next_at.is_not(None), inbox.c.next_at.is_(None)
# To see who is behind, to find people who have just written, and to list what is dead.
for _name, _columns, _which in (
    ("ix_inbox_waiting_of", (inbox.c.conversation, inbox.c.id), _alive),
    ("ix_inbox_sent_at", (inbox.c.sent_at,), _alive),
    ("ix_inbox_waiting", (inbox.c.id,), _alive),
    ("ix_inbox_dead", (inbox.c.id,), _dead),
):
    Index(_name, *_columns, sqlite_where=_which, postgresql_where=_which)
