"""A copy of a SQLite database, taken before a migration changes it (E7)."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from itertools import count
from pathlib import Path
from typing import TypeAlias

import structlog
from sqlalchemy import Connection

from bot.storage.durable import sync_file, sync_folder
from intake.ports import StoreUnavailable

Keep: TypeAlias = Callable[[Connection, str], None]
"""Copies the database of a connection before it is brought to that revision."""
Keeping: TypeAlias = Callable[[], AbstractContextManager[Keep]]

log = structlog.get_logger()


@contextmanager
def kept() -> Iterator[Keep]:
    """Gives the means to keep a copy; what was kept goes again where the migration fails, since
    then nothing has changed, and a program that is started again and again would fill the disk."""
    made: list[Path] = []

    def keep(connection: Connection, revision: str) -> None:
        if connection.dialect.name == "sqlite":
            made.append(_copied(connection, revision))

    try:
        yield keep
    except BaseException:
        for copy in made:
            copy.unlink(missing_ok=True)
        raise
    for copy in made:
        log.info("migration.copy_kept", path=str(copy))


@contextmanager
def nothing_kept() -> Iterator[Keep]:
    """For a database that is a copy itself."""
    yield lambda _connection, _revision: None


def _copied(connection: Connection, revision: str) -> Path:
    """The copy's path: `<file>.before-<revision>-<n>`. Whoever calls holds the write lock, so that
    nobody writes meanwhile. Raises StoreUnavailable."""
    source = Path(str(connection.exec_driver_sql("PRAGMA database_list").one()[2]))
    target = _unused(source, revision)
    try:
        copy(source, target)
    except (sqlite3.Error, OSError) as error:
        target.unlink(missing_ok=True)
        raise StoreUnavailable("No copy could be made before the migration") from error
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return target


def _unused(source: Path, revision: str) -> Path:
    """A new empty file, only for us to read: two processes never choose the same."""
    for number in count(1):
        path = source.with_name(f"{source.name}.before-{revision}-{number}")
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            continue
        return path
    raise AssertionError


def copy(source: Path, target: Path) -> None:
    """Copy a database that others may be using, look at every page of the copy, and bring it to
    the disk. Raises sqlite3.Error and OSError."""
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)
    seal(target)


def seal(path: Path) -> None:
    """Make one plain file of a database that nobody uses, without a journal beside it; look at
    every page, and bring it to the disk. Raises sqlite3.Error and OSError."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
        (verdict,) = database.execute("PRAGMA integrity_check(1)").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
    sync_file(path)
    sync_folder(path.parent)
