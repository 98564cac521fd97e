"""What an entry of the FAQ says of itself, and every change of one."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    for name, default in (("kind", "faq"), ("product", ""), ("changed_by", "")):
        _add(sa.Column(name, sa.Text, nullable=False, server_default=default))
    _add(sa.Column("published", sa.Integer, nullable=False, server_default="1"))
    _add(sa.Column("valid_from", sa.Text))
    _add(sa.Column("valid_until", sa.Text))
    _add(sa.Column("version", sa.BigInteger, nullable=False, server_default="0"))
    op.create_index("ix_faq_entries_version", "faq_entries", ["version"])
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        "faq_revisions",
        sa.Column("id", number, autoincrement=True, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("entry", "changed_by", "body")),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_faq_revisions"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_faq_revisions_entry_id", "faq_revisions", ["entry", "id"])
    op.create_index("ix_faq_revisions_version", "faq_revisions", ["version"])


def _add(column: sa.Column[object]) -> None:
    op.add_column("faq_entries", column)
