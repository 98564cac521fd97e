"""Carries a desk from one database to another, whatever the two are: counted and compared."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Final, TypeAlias

from sqlalchemy import (
    Connection,
    Engine,
    Table,
    TableClause,
    column,
    func,
    insert,
    literal,
    select,
    table,
    text,
)

from bot.storage.engine import for_reading
from bot.storage.postgresql import be_patient
from bot.storage.schema import metadata
from bot.storage.tables import leases, processes
from intake.errors import IntakeError

BATCH: Final = 2_000
_WIDTH: Final = 16
_MASK: Final = (1 << 8 * _WIDTH) - 1
# Who lives and who holds what is true of one place at one moment: it does not travel.
CARRIED: Final = tuple(each for each in metadata.sorted_tables if each not in {processes, leases})

Progress: TypeAlias = Callable[[str, int, int], None]
"""Told a table's name, how many of its rows are done, and how many there are."""


class NotEmpty(IntakeError):
    """There is a desk in the database already: name an empty one."""


class StillServed(IntakeError):
    """A process still uses this desk: stop it first, so that nothing said meanwhile is lost."""


class CarriedWrong(IntakeError):
    """What arrived is not what was sent, so nothing was kept; the source is as it was."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows a table has, and what all of them add up to, in whatever order they come."""

    rows: int = 0
    sum: int = 0

    def plus(self, rows: Sequence[Sequence[Any]]) -> "Tally":
        more = sum(map(_hash, rows))
        return Tally(self.rows + len(rows), (self.sum + more) & _MASK)


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one moment, however long it looks, and keeps nobody from writing."""
    with for_reading(engine).begin() as connection:
        be_patient(connection)
        yield connection


def carry(source: Connection, target: Connection, progress: Progress) -> Mapping[str, Tally]:
    """Copy every table into an empty database, and what its next numbers are; the target's
    transaction is the caller's to commit. Raises NotEmpty and CarriedWrong."""
    if any(target.execute(select(literal(1)).select_from(each).limit(1)).all() for each in CARRIED):
        raise NotEmpty
    tallies = {each.name: _copy(source, target, each, progress) for each in CARRIED}
    for each in CARRIED:
        if _tally(target, each) != tallies[each.name]:
            raise CarriedWrong
        if each.autoincrement_column is not None:
            _number_on(target, each.name, _last_number(source, each.name))
    return tallies


def _copy(source: Connection, target: Connection, of: Table, progress: Progress) -> Tally:
    plain, tally = _plain(of), Tally()
    names = of.columns.keys()
    rows = source.execute(select(func.count()).select_from(plain)).scalar_one()
    progress(of.name, 0, rows)
    for batch in _batches(source, plain):
        target.execute(insert(plain), [dict(zip(names, row, strict=True)) for row in batch])
        tally = tally.plus(batch)
        progress(of.name, tally.rows, rows)
    return tally


def _tally(connection: Connection, of: Table) -> Tally:
    tally = Tally()
    for batch in _batches(connection, _plain(of)):
        tally = tally.plus(batch)
    return tally


def _batches(connection: Connection, plain: TableClause) -> Iterator[Sequence[Sequence[Any]]]:
    with connection.execute(select(plain), execution_options={"yield_per": BATCH}) as rows:
        for batch in rows.partitions():
            yield [tuple(row) for row in batch]


def _plain(of: Table) -> TableClause:
    """The table without its types: values travel as they lie, not through the desk's own."""
    return table(of.name, *(column(each.name) for each in of.columns))


def _hash(row: Sequence[Any]) -> int:
    # Only numbers, text and nothing are stored: both databases give them back as the same values.
    return int.from_bytes(blake2b(repr(tuple(row)).encode(), digest_size=_WIDTH).digest(), "big")


def _last_number(connection: Connection, name: str) -> int:
    """The last id that was given out, also where its row is gone: no id is given twice."""
    if connection.dialect.name == "sqlite":
        given = "SELECT seq FROM sqlite_sequence WHERE name = :name"
        return int(connection.execute(text(given), {"name": name}).scalar() or 0)
    sequence = connection.execute(_SEQUENCE, {"name": name}).scalar_one()
    state = text(f"SELECT last_value, is_called FROM {sequence}")  # noqa: S608 - its own answer
    last, is_given = connection.execute(state).one()
    return int(last) if is_given else 0


def _number_on(connection: Connection, name: str, last: int) -> None:
    if not last:
        return
    values = {"name": name, "last": last}
    if connection.dialect.name == "sqlite":
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": name})
        connection.execute(text("INSERT INTO sqlite_sequence VALUES (:name, :last)"), values)
    else:
        connection.execute(
            text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)"), values
        )


_SEQUENCE: Final = text("SELECT pg_get_serial_sequence(:name, 'id')")
