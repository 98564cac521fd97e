"""Which questions without an answer were put together, so that all of them can be counted."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("misses", sa.Column("grouped", sa.BigInteger))
    where = sa.text("answered_by IS NULL")
    op.create_index(
        "ix_misses_grouped",
        "misses",
        ["grouped", "id"],
        sqlite_where=where,
        postgresql_where=where,
    )
