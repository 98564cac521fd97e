"""One way to reach the database, with the promises that durability needs."""

import sqlite3
import time
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.storage import driver
from bot.storage.durable import make_folder
from bot.storage.postgresql import make_server_engine

PATIENCE: Final = 5
"""Seconds to wait for another process that writes; ``?timeout=`` in the address overrides it."""
_AGAIN: Final = 0.01
_WRITES: Final = "tidings_writes"


class UnusableDatabase(ValueError):
    """DATABASE_URL must name a SQLite file (sqlite:///var/tidings.db) or a PostgreSQL database
    (postgresql://user:password@host/name)."""

    def __init__(self) -> None:
        super().__init__(" ".join(str(self.__doc__).split()))


def make_engine(url: str) -> Engine:
    """An engine without a pool: every database thread keeps one connection for life.

    Creates the folder of a SQLite file. Raises UnusableDatabase, never repeating the address.
    """
    try:
        address = make_url(url)
    except ArgumentError:
        raise UnusableDatabase from None
    if address.database in {None, "", ":memory:"}:
        raise UnusableDatabase
    match address.drivername.partition("+")[0]:
        case "sqlite":
            return _file_engine(address)
        case "postgresql" | "postgres":
            return make_server_engine(address)
        case _:
            raise UnusableDatabase


def _file_engine(address: URL) -> Engine:
    make_folder(Path(str(address.database)).parent)
    if "timeout" not in address.query:
        address = address.update_query_dict({"timeout": str(PATIENCE)})
    engine = create_engine(address, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "connect", _promise_durability)
    event.listen(engine, "begin", _begin)
    return engine


def for_writing(engine: Engine) -> Engine:
    """The same engine, whose transactions take SQLite's write lock when they begin.

    A transaction that only takes it at its first write can fail there for having read before.
    """
    return engine.execution_options(**{_WRITES: True})


def for_reading(engine: Engine) -> Engine:
    """The same engine, whose transactions see one moment, as SQLite's do by themselves."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def file_of(engine: Engine) -> Path | None:
    """Where a SQLite database lies; None for a server's."""
    return Path(str(engine.url.database)) if engine.dialect.name == "sqlite" else None


def _promise_durability(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # The driver would begin transactions by itself, late, and never around a SELECT.
    connection.isolation_level = None
    cursor = connection.cursor()
    _use_wal(cursor)
    # In WAL, NORMAL may lose the last commits with the power: what we acknowledged must stay.
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _use_wal(cursor: DBAPICursor) -> None:
    """SQLite never waits for the lock that changes the journal, whatever the timeout: we do."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_AGAIN)
        else:
            return


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    driver.run(connection, "BEGIN IMMEDIATE" if writes else "BEGIN")
