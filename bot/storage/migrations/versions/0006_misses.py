"""Questions without an answer, wordings offered to staff, and which suggestion helped."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("outcomes", sa.Column("helped", sa.Text))
    op.create_index("ix_outcomes_at", "outcomes", ["at"])
    _misses()
    _offered_wordings()
    for name, table, column, empty in _PARTIAL:
        where = sa.text(f"{empty} IS NULL")
        op.create_index(name, table, [column], sqlite_where=where, postgresql_where=where)


def _misses() -> None:
    op.create_table(
        "misses",
        _number(),
        *(sa.Column(each, sa.Text, nullable=False) for each in _MISS),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("wanted_at", sa.BigInteger),
        sa.Column("answered_by", sa.Text),
        sa.Column("answered_at", sa.BigInteger),
        sa.Column("told_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_misses"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_misses_at", "misses", ["at"])
    op.create_index("ix_misses_conversation", "misses", ["conversation"])


def _offered_wordings() -> None:
    op.create_table(
        "offered_wordings",
        _number(),
        *(sa.Column(each, sa.Text, nullable=False) for each in _WORDING),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("verdict", sa.Text),
        sa.Column("decided_at", sa.BigInteger),
        sa.Column("decided_by", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_offered_wordings"),
        sa.UniqueConstraint("entry", "words", name="uq_offered_wordings_entry_words"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_offered_wordings_conversation", "offered_wordings", ["conversation"])


def _number() -> sa.Column[int]:
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    return sa.Column("id", number, autoincrement=True, nullable=False)


_MISS = ("ref", "conversation", "language", "words", "why", "shown")
_WORDING = ("entry", "language", "words", "conversation")
_PARTIAL = (
    ("ix_misses_open", "misses", "id", "answered_by"),
    ("ix_offered_wordings_open", "offered_wordings", "times", "verdict"),
)
