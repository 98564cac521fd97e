"""The statements of every turn: SQLAlchemy writes their SQL once, the driver is given it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Connection, Dialect, Select
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import UpdateBase

from bot.storage import driver

Values: TypeAlias = Mapping[str, Any]
Rows: TypeAlias = Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class _Sql:
    """What one kind of database is given."""

    text: str
    order: Sequence[str] | None
    """For a driver that counts its parameters; None for one that knows their names."""
    constants: Values
    converters: Mapping[str, Callable[[Any], Any]]

    def parameters(self, values: Values) -> driver.Parameters:
        given = {**self.constants, **values}
        for name, convert in self.converters.items():
            given[name] = convert(given[name])
        return given if self.order is None else tuple(given[name] for name in self.order)


class Fixed:
    """A statement that always has the same SQL: no list of any length in it, and the same names of
    values each time. It returns nothing that has to be read in a way of its own, as times have."""

    def __init__(self, statement: Select[*tuple[Any, ...]] | UpdateBase) -> None:
        self._statement = statement
        self._of: dict[str, _Sql] = {}

    def run(self, connection: Connection, values: Values | Sequence[Values]) -> Rows:
        """Its rows, to be unpacked. Several rows are added at once in SQLAlchemy's own way."""
        if not isinstance(values, Mapping):
            if len(values) > 1:
                return connection.execute(self._statement, values).all()
            (values,) = values
        dialect = connection.dialect
        sql = self._of.get(dialect.name)
        if sql is None:
            sql = self._of[dialect.name] = self._sql(dialect, values)
        return driver.run(connection, sql.text, sql.parameters(values))

    def _sql(self, dialect: Dialect, values: Values) -> _Sql:
        compiled = self._statement.compile(dialect=dialect, column_keys=list(values))
        assert isinstance(compiled, SQLCompiler)  # noqa: S101 - it is no DDL
        converters = {
            name: convert
            for name, bound in compiled.binds.items()
            if (convert := bound.type.dialect_impl(dialect).bind_processor(dialect))
        }
        constants = {name: each for name, each in compiled.params.items() if name not in values}
        return _Sql(str(compiled), compiled.positiontup, constants, converters)
