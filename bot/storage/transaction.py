"""What every group of statements works on: one connection inside a transaction."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Executable, Row, Table, or_, true
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.fixed import Fixed, Rows, Values
from bot.storage.postgresql import alone

Insert: TypeAlias = sqlite.Insert | postgresql.Insert
Found: TypeAlias = Row[*tuple[Any, ...]]


def insert(dialect: str, table: Table) -> Insert:
    """An INSERT that takes ON CONFLICT: databases spell it alike, SQLAlchemy for each apart."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


def among(conversation: ColumnElement[str], where: Sequence[str]) -> ColumnElement[bool]:
    """True for these conversations, and for those of channels such as ``telegram:``; no names
    mean all."""
    named = [
        conversation.startswith(each, autoescape=True)
        if each.endswith(":")
        else conversation == each
        for each in where
    ]
    return or_(*named) if named else true()


class Transaction:
    """Rows in and out. Success is told by RETURNING: a driver may not know its row counts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._dialect = connection.dialect.name

    def _alone(self, what: str) -> None:
        alone(self._connection, what)

    def _run(self, statement: Executable, values: Values | Sequence[Values]) -> None:
        self._connection.execute(statement, values)

    def _all(self, statement: Executable, values: Values | Sequence[Values]) -> Sequence[Found]:
        return self._connection.execute(statement, values).all()

    def _first(self, statement: Executable, values: Values) -> Found | None:
        return self._connection.execute(statement, values).first()

    def _rows(self, statement: Fixed, values: Values | Sequence[Values]) -> Rows:
        """Of a statement that every turn runs."""
        return statement.run(self._connection, values)

    def _hit(self, statement: Executable, values: Values) -> bool:
        """Whether the statement returned a row: whether it did anything."""
        return self._first(statement, values) is not None
