"""Messages that wait for their turn: it failed, or too many came at once."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        "inbox",
        sa.Column("id", number, autoincrement=True, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in _TEXTS),
        sa.Column("sent_at", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("version", sa.BigInteger),
        sa.Column("next_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("message", name="uq_inbox_message"),
        sqlite_autoincrement=True,
    )
    for name, columns, which in _INDEXES:
        where = sa.text(f"next_at IS {which}")
        op.create_index(name, "inbox", columns, sqlite_where=where, postgresql_where=where)


_TEXTS = ("message", "conversation", "kind", "body", "cause")
_INDEXES = (
    ("ix_inbox_waiting_of", ["conversation", "id"], "NOT NULL"),
    ("ix_inbox_sent_at", ["sent_at"], "NOT NULL"),
    ("ix_inbox_waiting", ["id"], "NOT NULL"),
    ("ix_inbox_dead", ["id"], "NULL"),
)
