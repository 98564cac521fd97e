"""Moves a desk to another database: a SQLite file to PostgreSQL, or back."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, Engine, select, text
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.carrying import CARRIED, Progress, StillServed, carry
from bot.storage.engine import for_writing, make_engine
from bot.storage.migrate import demand_current, migrate
from bot.storage.postgresql import be_patient
from bot.storage.soundness import demand_database, reason
from bot.storage.tables import processes

SILENT: Final = timedelta(seconds=5)
"""A process that has not said for so long that it lives does not."""
_PATIENCE: Final = "5s"


def move(source: str, target: str, now: datetime, progress: Progress) -> Mapping[str, int]:
    """Carry every row over and return how many, by table; the source stays as it is. Meanwhile
    nobody can write there; whatever breaks off leaves the target without a row.

    Raises StillServed, NotEmpty, CarriedWrong, SchemaTooOld, SchemaTooNew, DatabaseRefused,
    StoreUnavailable, UnusableDatabase.
    """
    old, new = make_engine(source), make_engine(target)
    demand_database(old)
    try:
        with _held(old) as seen:
            demand_current(seen)
            _demand_standstill(seen, now)
            migrate(target)
            with for_writing(new).begin() as written:
                be_patient(written)
                tallies = carry(seen, written, progress)
    except SQLAlchemyError as error:
        raise reason(error) from error
    return {name: each.rows for name, each in tallies.items()}


@contextmanager
def _held(engine: Engine) -> Iterator[Connection]:
    """A look at a database in which nobody writes until it ends."""
    if engine.dialect.name == "sqlite":
        with for_writing(engine).begin() as connection:
            yield connection
        return
    careful = engine.execution_options(isolation_level="REPEATABLE READ")
    with careful.begin() as connection:
        be_patient(connection)
        connection.execute(text(f"SET LOCAL lock_timeout = '{_PATIENCE}'"))
        names = ", ".join(each.name for each in CARRIED)
        connection.execute(text(f"LOCK TABLE {names} IN SHARE MODE"))
        yield connection


def _demand_standstill(connection: Connection, now: datetime) -> None:
    lively = select(processes.c.name).where(processes.c.seen_at > now - SILENT)
    if connection.execute(lively.limit(1)).all():
        raise StillServed
