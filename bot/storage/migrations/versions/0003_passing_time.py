"""What comes with time: drafts to be reminded of, and deadlines that staff are told of."""

import time

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("conversations", sa.Column("remind_at", sa.BigInteger))
    op.add_column("conversations", sa.Column("staff", sa.Text))
    _partial_index("remind_at")
    _partial_index("staff")
    op.add_column("tickets", sa.Column("warned", sa.Text, nullable=False, server_default=""))
    op.add_column("tickets", sa.Column("warn_held_until", sa.BigInteger))
    # Nobody is told today of what has been overdue for long.
    op.execute(
        sa.text("UPDATE tickets SET warned = 'overdue' WHERE due_at < :now").bindparams(
            now=int(time.time() * 1_000_000)
        )
    )
    op.create_index("ix_tickets_status_warned_due_at", "tickets", ["status", "warned", "due_at"])


def _partial_index(column: str) -> None:
    condition = sa.text(f"{column} IS NOT NULL")
    op.create_index(
        f"ix_conversations_{column}",
        "conversations",
        [column],
        sqlite_where=condition,
        postgresql_where=condition,
    )
