"""Entries of a large import, laid ready beside the FAQ until all of them can be put at once."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_TEXTS = (
    "entry",
    "question",
    "answer",
    "url",
    "language",
    "tags",
    "wordings",
    "kind",
    "product",
    "body",
)


def upgrade() -> None:
    op.create_table(
        "faq_staged",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer, "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("batch", sa.BigInteger, nullable=False),
        sa.Column("staged_at", sa.BigInteger, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in _TEXTS),
        sa.Column("published", sa.Integer, nullable=False),
        sa.Column("valid_from", sa.Text),
        sa.Column("valid_until", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_faq_staged"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_faq_staged_batch_id", "faq_staged", ["batch", "id"])
