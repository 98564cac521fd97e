"""Makes a backup of a desk while it serves: one moment of its database, and its attachments."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Final
from zipfile import ZipFile

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.exc import SQLAlchemyError

from bot.storage import archive
from bot.storage.archive import DATABASE, FILES, Contents, FileExists, Packer
from bot.storage.attachments import Attachments
from bot.storage.carrying import Progress, carry, snapshot
from bot.storage.engine import for_writing, make_engine
from bot.storage.keeping import seal
from bot.storage.migrate import demand_current, migrate
from bot.storage.soundness import demand_database, reason
from bot.storage.tables import attachments
from intake.errors import IntakeError

STORED: Final = (
    select(attachments.c.path, attachments.c.sha256)
    .where(attachments.c.path.is_not(None))
    .distinct()
    .order_by(attachments.c.path)
)
_RENAMED: Final = (
    update(attachments).where(attachments.c.path == bindparam("was")).values(path=bindparam("now"))
)


class Unreadable(IntakeError):
    """A file or a folder cannot be read or written."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a desk lies: its database, and its attachments."""

    url: str
    attachments: Attachments


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What the database said in the moment of the backup."""

    revision: str
    rows: Mapping[str, int]
    stored: Sequence[tuple[str, str]]
    """The path and the SHA-256 of every attachment."""


def back_up(desk: Place, file: Path, now: datetime, progress: Progress) -> Contents:
    """Write all that was recorded before this began into a new file, and read it once more.

    Raises FileExists, SchemaTooOld, SchemaTooNew, DatabaseRefused, StoreUnavailable, Unreadable.
    """
    if file.exists():
        raise FileExists
    with workplace(file.absolute().parent) as folder:
        gathered = _gather(desk.url, folder / DATABASE, progress)
        made = folder / "made"
        made.touch(mode=0o600)
        with ZipFile(made, "w") as zipped:
            packer = Packer(zipped)
            packer.put_database(folder / DATABASE)
            missing = _pack(packer, desk.attachments.folder, gathered.stored, progress)
            packer.finish(
                Contents(
                    made_at=now,
                    revision=gathered.revision,
                    rows=gathered.rows,
                    members=packer.members,
                    files="elsewhere" if desk.attachments.folder is None else "here",
                    missing=tuple(missing),
                )
            )
        contents = archive.checked(made)
        archive.put_in_place(made, file)
    return contents


@contextmanager
def workplace(beside: Path | None = None) -> Iterator[Path]:
    """A folder for half-finished files, which is gone afterwards. OSError becomes Unreadable, what
    the database refuses becomes a reason."""
    try:
        with tempfile.TemporaryDirectory(prefix=".tidings-", dir=beside) as folder:
            yield Path(folder)
    except OSError as error:
        raise Unreadable(f"{error.strerror}: {error.filename or beside or ''}") from error
    except SQLAlchemyError as error:
        raise reason(error) from error


def _gather(url: str, database: Path, progress: Progress) -> _Gathered:
    source, target = make_engine(url), f"sqlite:///{database}"
    demand_database(source)
    migrate(target)
    with (
        snapshot(source) as seen,
        for_writing(make_engine(target)).begin() as written,
    ):
        revision = demand_current(seen)
        tallies = carry(seen, written, progress)
        stored = [(path, sha256) for path, sha256 in written.execute(STORED)]
        _name_simply(written, [path for path, _ in stored])
    seal(database)
    return _Gathered(revision, {name: each.rows for name, each in tallies.items()}, stored)


def _name_simply(written: Connection, paths: Sequence[str]) -> None:
    """Rows of the first release hold whole paths: where the backup goes, those lead nowhere."""
    whole = [each for each in paths if _name(each) != each]
    for path in whole:
        written.execute(_RENAMED, {"was": path, "now": _name(path)})


def _pack(
    packer: Packer, folder: Path | None, stored: Sequence[tuple[str, str]], progress: Progress
) -> Iterator[str]:
    """Adds the attachments; yields the names of those that are not as they came."""
    for number, (path, sha256) in enumerate(stored if folder is not None else (), start=1):
        assert folder is not None  # noqa: S101 - said by the line above
        file = folder / path
        if not file.is_file() or packer.put(FILES + _name(path), file).sha256 != sha256:
            yield _name(path)
        progress("files", number, len(stored))


def _name(path: str) -> str:
    return PurePosixPath(path).name
