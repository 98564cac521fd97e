"""Who people are: customers, coupons, proofs, codes and links; whose a ticket is."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    for name in ("customer", "proof"):
        op.add_column("tickets", sa.Column(name, sa.Text, nullable=False, server_default=""))
    _customers()
    _coupons_and_proofs()
    _codes_and_links()


def _customers() -> None:
    op.create_table(
        "customers",
        *(sa.Column(each, sa.Text, nullable=False) for each in ("id", "body")),
        sa.Column("changed_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_customers"),
    )
    keys = ("mark", "value", "customer")
    op.create_table(
        "customer_marks",
        *(sa.Column(each, sa.Text, nullable=False) for each in keys),
        sa.PrimaryKeyConstraint(*keys, name="pk_customer_marks"),
    )
    op.create_index("ix_customer_marks_customer", "customer_marks", ["customer"])


def _coupons_and_proofs() -> None:
    op.create_table(
        "coupons",
        *(sa.Column(each, sa.Text, nullable=False) for each in ("seal", "customer")),
        sa.Column("spent_at", sa.BigInteger),
        sa.Column("tid", sa.Text),
        sa.PrimaryKeyConstraint("seal", name="pk_coupons"),
    )
    op.create_index("ix_coupons_customer", "coupons", ["customer"])
    columns = ("person", "via", "email", "customer")
    op.create_table(
        "proofs",
        *(sa.Column(each, sa.Text, nullable=False) for each in columns),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_proofs"),
    )


def _codes_and_links() -> None:
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        "codes",
        sa.Column("id", number, autoincrement=True, nullable=False),
        *(sa.Column(each, sa.Text, nullable=False) for each in ("person", "email")),
        sa.Column("asked_at", sa.BigInteger, nullable=False),
        sa.Column("seal", sa.Text),
        sa.Column("mailed_at", sa.BigInteger),
        sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
        sa.Column("used_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_codes"),
        sqlite_autoincrement=True,
    )
    for column in ("asked_at", "person", "email"):
        op.create_index(f"ix_codes_{column}", "codes", [column])
    op.create_table(
        "links",
        *(sa.Column(each, sa.Text, nullable=False) for each in ("seal", "customer", "person")),
        sa.Column("until", sa.BigInteger, nullable=False),
        sa.Column("used_at", sa.BigInteger),
        sa.Column("used_by", sa.Text),
        sa.PrimaryKeyConstraint("seal", name="pk_links"),
    )
    op.create_index("ix_links_until", "links", ["until"])
