"""When a file was kept: one person may send so much in a day."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("attachments", sa.Column("kept_at", sa.BigInteger))
    where = sa.text("kept_at IS NOT NULL")
    op.create_index(
        "ix_attachments_kept_of",
        "attachments",
        ["person", "kept_at"],
        sqlite_where=where,
        postgresql_where=where,
    )
