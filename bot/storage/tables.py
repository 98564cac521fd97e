"""The tables: what is remembered, and by what it is found again."""

from typing import Final

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, UniqueConstraint

from bot.storage.codec import Moment, Words
from bot.storage.columns import metadata, numbered, words

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
    words("state"),
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
    numbered(),
    words("conversation"),
    words("language"),
    words("zone"),
    words("body"),
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
    numbered(),
    words("tid"),
    words("draft"),
    words("owner"),
    words("owner_name"),
    words("conversation"),
    words("language"),
    words("fields"),
    words("suggestions"),
    words("related"),
    words("level"),
    # Whose request it is and what proved it; nothing where it is unverified.
    Column("customer", Words, nullable=False, server_default=""),
    Column("proof", Words, nullable=False, server_default=""),
    Column("queue", Words, nullable=False, server_default="technical"),
    Column("accepted_at", Moment, nullable=False),
    Column("due_at", Moment),
    words("status"),
    Column("reason", Words),
    Column("closed_at", Moment),
    # What staff were told of the deadline in `due_at`: nothing, "soon", "overdue".
    Column("warned", Words, nullable=False, server_default=""),
    Column("warn_held_until", Moment),
    # What was left, in microseconds, when the client was asked and the clock paused.
    Column("time_left", BigInteger),
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
    words("author"),
    words("name"),
    words("text"),
    Column("at", Moment, nullable=False),
)

attachments: Final = Table(
    "attachments",
    metadata,
    numbered(),
    words("file"),
    words("draft"),
    words("tid"),
    words("name"),
    Column("announced_size", BigInteger),
    words("remote"),
    words("conversation"),
    words("person"),
    Column("held_until", Moment, nullable=False),
    Column("refused", Words),
    Column("path", Words),
    Column("sha256", Words),
    Column("size", BigInteger),
    Column("kept_at", Moment),
    # The same file may be sent for two drafts; each of their tickets then has it.
    UniqueConstraint("file", "draft", "tid"),
    Index(None, "draft"),
    Index(None, "tid"),
    sqlite_autoincrement=True,
)
_kept = attachments.c.kept_at.is_not(None)
Index(
    "ix_attachments_kept_of",
    attachments.c.person,
    attachments.c.kept_at,
    sqlite_where=_kept,
    postgresql_where=_kept,
)
_waiting = attachments.c.path.is_(None) & attachments.c.refused.is_(None)
Index(
    "ix_attachments_waiting",
    attachments.c.id,
    sqlite_where=_waiting,
    postgresql_where=_waiting,
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
    numbered(),
    words("kind"),
    words("entries"),
    words("language"),
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
    words("holder"),
    Column("until", Moment, nullable=False),
)

# Of an earlier checkout, and never written to: it goes when nobody can run that one any more.
Table(
    "failed_messages",
    metadata,
    Column("id", Words, primary_key=True),
    *map(words, ("conversation", "body", "cause")),
    Column("tries", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("next_at", Moment, index=True),
)

# `next_at` is empty where nobody will try again by himself: that one is a dead letter.
inbox: Final = Table(
    "inbox",
    metadata,
    numbered(),
    words("message"),
    words("conversation"),
    words("kind"),
    words("body"),
    Column("sent_at", Moment, nullable=False),
    Column("at", Moment, nullable=False),
    words("cause"),
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
