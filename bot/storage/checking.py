"""Looks at every page and every file of a desk, for an operator who wants to be sure."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.backup import STORED, Place
from bot.storage.carrying import Progress, snapshot
from bot.storage.engine import make_engine
from bot.storage.migrate import demand_current
from bot.storage.soundness import demand_database, reason

MOST = 20


def check(desk: Place, progress: Progress) -> Iterator[str]:
    """A line for everything that is not as it should be; none for a whole desk.

    Raises DatabaseRefused, SchemaTooOld, SchemaTooNew, StoreUnavailable, UnusableDatabase.
    """
    engine = make_engine(desk.url)
    demand_database(engine)
    try:
        with snapshot(engine) as seen:
            demand_current(seen)
            if engine.dialect.name == "sqlite":
                yield from _pages(seen)
            stored = [(path, sha256) for path, sha256 in seen.execute(STORED)]
    except SQLAlchemyError as error:
        raise reason(error) from error
    if desk.attachments.folder is not None:
        for number, (path, sha256) in enumerate(stored, start=1):
            yield from _file(desk.attachments.folder / path, sha256)
            progress("files", number, len(stored))


def _pages(seen: Connection) -> Iterator[str]:
    for (finding,) in seen.exec_driver_sql(f"PRAGMA integrity_check({MOST})"):
        if finding != "ok":
            yield f"database: {finding}"
    for table, row, parent, _ in seen.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"database: {table} {row} belongs to nothing in {parent}"


def _file(path: Path, sha256: str) -> Iterator[str]:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        yield f"file {path.name}: {error.strerror}"
    else:
        if found != sha256:
            yield f"file {path.name}: not as it came"
