"""What all tables are made with."""

from typing import Final

from sqlalchemy import BigInteger, Column, Integer, MetaData

from bot.storage.codec import Words

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Only INTEGER makes SQLite number the rows by itself.
_NUMBER: Final = BigInteger().with_variant(Integer, "sqlite")


def numbered() -> Column[int]:
    """The key of rows that are numbered in the order in which they come."""
    return Column("id", _NUMBER, primary_key=True, autoincrement=True)


def words(name: str) -> Column[str]:
    """Text that is always there."""
    return Column(name, Words, nullable=False)
