"""Questions that are answered now, of which somebody is still to be told."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    where = sa.text("wanted_at IS NOT NULL AND told_at IS NULL AND answered_by != ''")
    op.create_index(
        "ix_misses_untold", "misses", ["id"], sqlite_where=where, postgresql_where=where
    )
