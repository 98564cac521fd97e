"""What a model says that the entries of the FAQ mean."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "faq_meanings",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer, "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("entry", "model", "vector")),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_faq_meanings"),
        sa.UniqueConstraint("entry", "model", name="uq_faq_meanings_entry_model"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_faq_meanings_model_id", "faq_meanings", ["model", "id"])
