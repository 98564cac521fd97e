"""Who works on a ticket: the technicians, or those for orders and licences."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column(
        "tickets", sa.Column("queue", sa.Text(), nullable=False, server_default="technical")
    )
