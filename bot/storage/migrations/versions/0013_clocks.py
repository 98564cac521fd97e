"""Breaks that are announced while the desk serves, notes among staff, and time that is left."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.add_column("tickets", sa.Column("time_left", sa.BigInteger))
    _numbered(
        "breaks",
        sa.Column("starts_at", sa.BigInteger, nullable=False),
        sa.Column("ends_at", sa.BigInteger, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    _numbered(
        "notes",
        *(sa.Column(each, sa.Text, nullable=False) for each in ("tid", "name", "text")),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(["tid"], ["tickets.tid"], name="fk_notes_tid"),
    )
    op.create_index("ix_notes_tid", "notes", ["tid"])


def _numbered(name: str, *columns: sa.schema.SchemaItem) -> None:
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        name,
        sa.Column("id", number, autoincrement=True, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sqlite_autoincrement=True,
    )
