"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    _talk()
    _tickets()
    _attachments()
    _faq()


def _talk() -> None:
    op.create_table(
        "claims",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
    )
    op.create_table(
        "conversations",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_conversations"),
    )
    op.create_table(
        "replies",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        *_texts("conversation", "language", "zone", "body"),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("held_until", sa.BigInteger, nullable=False),
        sa.Column("sent_at", sa.BigInteger),
        sa.Column("outcome", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_replies"),
        sqlite_autoincrement=True,
    )
    _partial_index("ix_replies_unsent", "replies", ["id"], "sent_at IS NULL")
    _partial_index("ix_replies_unsent_of", "replies", ["conversation", "id"], "sent_at IS NULL")


def _tickets() -> None:
    op.create_table(
        "tickets",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        *_texts("tid", "draft", "owner", "owner_name", "conversation", "language"),
        *_texts("fields", "suggestions", "related", "level"),
        sa.Column("accepted_at", sa.BigInteger, nullable=False),
        sa.Column("due_at", sa.BigInteger),
        *_texts("status"),
        sa.Column("reason", sa.Text),
        sa.Column("closed_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_tickets"),
        sa.UniqueConstraint("tid", name="uq_tickets_tid"),
        sa.UniqueConstraint("draft", name="uq_tickets_draft"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tickets_status_due_at", "tickets", ["status", "due_at"])
    op.create_index("ix_tickets_owner_accepted_at", "tickets", ["owner", "accepted_at"])
    op.create_index("ix_tickets_accepted_at", "tickets", ["accepted_at"])
    op.create_table(
        "posts",
        sa.Column("tid", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        *_texts("author", "name", "text"),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(["tid"], ["tickets.tid"], name="fk_posts_tid"),
        sa.PrimaryKeyConstraint("tid", "position", name="pk_posts"),
    )


def _attachments() -> None:
    op.create_table(
        "attachments",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        *_texts("file", "draft", "tid", "name"),
        sa.Column("announced_size", sa.BigInteger),
        *_texts("remote", "conversation", "person"),
        sa.Column("held_until", sa.BigInteger, nullable=False),
        sa.Column("refused", sa.Text),
        sa.Column("path", sa.Text),
        sa.Column("sha256", sa.Text),
        sa.Column("size", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_attachments"),
        sa.UniqueConstraint("file", "draft", "tid", name="uq_attachments_file_draft_tid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_attachments_draft", "attachments", ["draft"])
    op.create_index("ix_attachments_tid", "attachments", ["tid"])
    _partial_index(
        "ix_attachments_waiting", "attachments", ["id"], "path IS NULL AND refused IS NULL"
    )


def _faq() -> None:
    op.create_table(
        "faq_entries",
        sa.Column("id", sa.Text, nullable=False),
        *_texts("question", "answer", "url", "language", "tags", "wordings"),
        sa.Column("changed_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_faq_entries"),
    )
    op.create_table(
        "desk_facts",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_desk_facts"),
    )
    op.create_table(
        "outcomes",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        *_texts("kind", "entries", "language"),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outcomes"),
        sqlite_autoincrement=True,
    )


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, sqlite_where=condition, postgresql_where=condition)
