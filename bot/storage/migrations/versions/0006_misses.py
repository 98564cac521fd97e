"""Questions without an answer, wordings offered to staff, and which suggestion helped."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("outcomes", sa.Column("helped", sa.Text))
    op.create_index("ix_outcomes_at", "outcomes", ["at"])
    _table("misses", _MISS, ("at",), ("wanted_at", "answered_at", "told_at"), ("answered_by",))
    _table("offered_wordings", _WORDING, ("at",), ("decided_at",), ("verdict", "decided_by"))
    op.create_index("ix_misses_at", "misses", ["at"])
    op.create_index("ix_misses_conversation", "misses", ["conversation"])
    op.create_index("ix_offered_wordings_conversation", "offered_wordings", ["conversation"])
    for name, table, column, empty in _PARTIAL:
        where = sa.text(f"{empty} IS NULL")
        op.create_index(name, table, [column], sqlite_where=where, postgresql_where=where)


def _table(
    name: str,
    words: tuple[str, ...],
    moments: tuple[str, ...],
    later: tuple[str, ...],
    maybe: tuple[str, ...],
) -> None:
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    wordings = name == "offered_wordings"
    op.create_table(
        name,
        sa.Column("id", number, autoincrement=True, nullable=False),
        *(sa.Column(each, sa.Text, nullable=False) for each in words),
        *(sa.Column(each, sa.BigInteger, nullable=False) for each in moments),
        *(sa.Column(each, sa.BigInteger) for each in later),
        *(sa.Column(each, sa.Text) for each in maybe),
        *([sa.Column("times", sa.Integer, nullable=False)] if wordings else []),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *(
            [sa.UniqueConstraint("entry", "words", name=f"uq_{name}_entry_words")]
            if wordings
            else []
        ),
        sqlite_autoincrement=True,
    )


_MISS = ("ref", "conversation", "language", "words", "why", "shown")
_WORDING = ("entry", "language", "words", "conversation")
_PARTIAL = (
    ("ix_misses_open", "misses", "id", "answered_by"),
    ("ix_offered_wordings_open", "offered_wordings", "times", "verdict"),
)
