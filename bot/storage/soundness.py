"""Whether a database is whole and ours: looked at before anything is changed in it (E6)."""

import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

import psycopg
from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.storage.engine import file_of
from bot.storage.schema import metadata
from intake.errors import IntakeError
from intake.ports import StoreUnavailable

SMALL: Final = 256 << 20
"""Bytes up to which every start looks at every page: a tenth of a second."""
_LOOKS: Final = 50
_PAUSE: Final = 0.02
"""A second in all: so long a slow disk may take to write the first page of a new database."""
# https://www.sqlite.org/rescode.html, without the extended part.
_ERROR, _CORRUPT, _NOT_A_DATABASE = 1, 11, 26


class DatabaseRefused(IntakeError):
    """The database cannot be used as it is; it was left untouched."""


class NotADatabase(DatabaseRefused):
    """DATABASE_URL names a file that is not a SQLite database; it was left as it is."""


class DatabaseDamaged(DatabaseRefused):
    """The database file is damaged and was left as it is: restore a backup (`tidings restore`)."""


class NoDatabase(DatabaseRefused):
    """There is no database at this address; a PostgreSQL server is to be given one first."""


class NotLetIn(DatabaseRefused):
    """The PostgreSQL server does not let us in: check user and password in DATABASE_URL."""


class NotOurs(DatabaseRefused):
    """The user of DATABASE_URL may not make tables there: make it the database's owner."""


class UnknownOption(DatabaseRefused):
    """DATABASE_URL sets something behind its question mark that PostgreSQL does not know."""


class OtherEncoding(DatabaseRefused):
    """The PostgreSQL database cannot hold every letter: make one with ENCODING 'UTF8'."""


class ServerAway(StoreUnavailable):
    """No PostgreSQL server answers at the host and port of DATABASE_URL."""


class ServerRefuses(StoreUnavailable):
    """The PostgreSQL server takes no connection now: its log says why. Try again later."""


class DatabaseEmptied(DatabaseRefused):
    """The database file is empty, as if it had been cut off: delete it to begin anew."""


class JournalMissing(DatabaseRefused):
    """The -wal file beside the database is missing: put it back, or delete the -shm to go on."""


class ForeignTables(DatabaseRefused):
    """The database holds tables that Tidings did not make: name another one in DATABASE_URL."""


class TablesMissing(DatabaseRefused):
    """Tables or columns of this database were removed: restore a backup (`tidings restore`)."""


# https://www.postgresql.org/docs/current/errcodes-appendix.html
_OF_STATE: Final = MappingProxyType({"42P07": ForeignTables, "42501": NotOurs})
_OF_WORDS: Final[Sequence[tuple[str, type[IntakeError]]]] = (
    (r'database "[^"]*" does not exist', NoDatabase),
    (r'password|role "[^"]*" does not exist|pg_hba\.conf', NotLetIn),
    (r"FATAL:", ServerRefuses),
)


def reason(error: SQLAlchemyError) -> IntakeError:
    """What to tell whoever starts the program."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    if isinstance(cause, psycopg.Error):
        return _reason_of_server(cause)
    match getattr(cause, "sqlite_errorcode", 0) & 0xFF:
        case value if value == _NOT_A_DATABASE:
            return NotADatabase()
        case value if value == _CORRUPT:
            return DatabaseDamaged()
        case value if value == _ERROR and "already exists" in str(cause):
            return ForeignTables()
        case _:
            return StoreUnavailable()


def _reason_of_server(cause: psycopg.Error) -> IntakeError:
    if cause.sqlstate is not None:
        return _OF_STATE.get(cause.sqlstate, StoreUnavailable)()
    if isinstance(cause, psycopg.ProgrammingError):
        return UnknownOption()
    # Where there is no connection yet, the driver tells no code, only words.
    told = str(cause)
    return next((why for words, why in _OF_WORDS if re.search(words, told)), ServerAway)()


def look(engine: Engine) -> None:
    """Raises DatabaseRefused where a SQLite file is no database, was emptied, lost its journal, or
    is damaged, and where a server's cannot hold our words. Files above SMALL are only looked at in
    full by `tidings check`.
    """
    path = file_of(engine)
    if path is None:
        _demand_every_letter(engine)
        return
    if lasting(lambda: path.exists() and not path.stat().st_size):
        raise DatabaseEmptied
    if lasting(lambda: has_lost_journal(path)):
        raise JournalMissing
    if path.exists() and path.stat().st_size <= SMALL:
        with engine.begin() as connection:
            if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
                raise DatabaseDamaged


def _demand_every_letter(engine: Engine) -> None:
    with engine.connect() as connection:
        if connection.exec_driver_sql("SHOW server_encoding").scalar() != "UTF8":
            raise OtherEncoding


def demand_database(engine: Engine) -> None:
    """Raises DatabaseRefused, also where there is no file: asking for one would make it; and
    StoreUnavailable."""
    path = file_of(engine)
    if path is not None and not path.exists():
        raise NoDatabase
    try:
        look(engine)
    except SQLAlchemyError as error:
        raise reason(error) from error


def lasting(looks: Callable[[], bool]) -> bool:
    """True if it is so at every look: others may open or close the database between two of them."""
    for _ in range(_LOOKS):
        if not looks():
            return False
        time.sleep(_PAUSE)
    return True


def has_lost_journal(path: Path) -> bool:
    """SQLite makes the -shm file after the -wal file and removes it before: it is never alone."""
    wal, shm = (path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
    return shm.exists() and not wal.exists()


def demand_tables(connection: Connection) -> None:
    """Raises TablesMissing where a table or a column of this release is not there."""
    found = inspect(connection).get_multi_columns()
    for table in metadata.sorted_tables:
        columns = {each["name"] for each in found.get((None, table.name), ())}
        if not columns.issuperset(table.columns.keys()):
            raise TablesMissing
