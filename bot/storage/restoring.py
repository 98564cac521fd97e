"""Makes a desk of a backup, in an empty place or beside what was there."""

import os
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Literal
from zipfile import ZipFile

from bot.storage import archive
from bot.storage.archive import DATABASE, FILES, BackupDamaged, Contents
from bot.storage.backup import Place, workplace
from bot.storage.carrying import NotEmpty, Progress, StillServed, carry, snapshot
from bot.storage.durable import make_folder, sync_file, sync_folder
from bot.storage.engine import file_of, for_writing, make_engine
from bot.storage.keeping import nothing_kept, seal
from bot.storage.migrate import migrate
from bot.storage.postgresql import be_patient
from intake.errors import IntakeError


class NoFolderForFiles(IntakeError):
    """The backup holds attachments: set ATTACHMENTS_URL to a folder, such as file://var/files."""


class NeverReplaced(IntakeError):
    """A PostgreSQL database is never replaced: name an empty one in DATABASE_URL."""


def restore(file: Path, desk: Place, progress: Progress, *, replace: bool) -> Contents:
    """Put everything in its place: the attachments first, so that no row speaks of a file that is
    not there. With `replace` a SQLite file that is in the way stays beside, under another name.

    Raises NotABackup, BackupDamaged, BackupTooNew, NotEmpty, StillServed, NeverReplaced,
    NoFolderForFiles, SchemaTooNew, DatabaseRefused, StoreUnavailable and Unreadable.
    """
    with workplace() as folder:
        contents, database = archive.checked(file), folder / DATABASE
        with ZipFile(file) as zipped:
            archive.unpack(zipped, contents, DATABASE, database)
            _bring_up_to_date(database)
            place = file_of(make_engine(desk.url))
            if place is not None and place.exists() and not replace:
                raise NotEmpty
            if place is None and replace:
                raise NeverReplaced
            _place_files(zipped, contents, desk.attachments.folder, progress)
        if place is None:
            _carry(database, desk.url, progress)
        else:
            _put(database, place)
    return contents


def _bring_up_to_date(database: Path) -> None:
    try:
        seal(database)
    except sqlite3.Error as error:
        raise BackupDamaged from error
    # It may be an older release's; the backup itself is the copy of what it was.
    migrate(f"sqlite:///{database}", nothing_kept)
    seal(database)


def _place_files(
    zipped: ZipFile, contents: Contents, folder: Path | None, progress: Progress
) -> None:
    names = list(archive.attachment_names(contents))
    if not names:
        return
    if folder is None:
        raise NoFolderForFiles
    make_folder(folder)
    for number, name in enumerate(names, start=1):
        half = folder / f"{name}.restoring"
        half.unlink(missing_ok=True)
        archive.unpack(zipped, contents, FILES + name, half)
        half.rename(folder / name)
        progress("files", number, len(names))
    sync_folder(folder)


def _carry(database: Path, url: str, progress: Progress) -> None:
    migrate(url)
    with (
        snapshot(make_engine(f"sqlite:///{database}")) as seen,
        for_writing(make_engine(url)).begin() as written,
    ):
        be_patient(written)
        carry(seen, written, progress)


def _put(database: Path, place: Path) -> None:
    """Whatever breaks off, there is the old desk or the new one, never none."""
    make_folder(place.parent)
    half = place.with_name(f"{place.name}.restoring")
    shutil.copyfile(database, half)
    sync_file(half)
    if place.exists():
        _keep_aside(place)
    half.rename(place)
    sync_folder(place.parent)


def _keep_aside(place: Path) -> None:
    """Raises StillServed."""
    old = _with_journals(place)
    names = (place.with_name(f"{place.name}.replaced-{number}") for number in count(1))
    aside = _with_journals(next(each for each in names if not each.exists()))
    # Before anything is tried: where the database is broken, SQLite throws its journal away.
    for name, other in zip(old[:2], aside[:2], strict=True):
        if name.exists():
            os.link(name, other)
    match _fold_journal(place):
        case "served":
            _remove(aside)
            raise StillServed
        case "folded":
            _remove(aside[1:])
        case "broken":
            pass
    # A journal that stays beside another database would be read into it.
    _remove(old[1:])
    sync_folder(place.parent)


def _fold_journal(place: Path) -> Literal["served", "folded", "broken"]:
    """SQLite lets go of the journal only where nobody else has the database open."""
    try:
        with closing(sqlite3.connect(place, timeout=0, isolation_level=None)) as old:
            old.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        busy = error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
        return "served" if busy else "broken"
    return "folded"


def _with_journals(place: Path) -> Sequence[Path]:
    return [place.with_name(place.name + ending) for ending in ("", "-wal", "-shm")]


def _remove(paths: Sequence[Path]) -> None:
    for each in paths:
        each.unlink(missing_ok=True)
