"""A backup is one zip file: a SQLite database, the attachments, and a list of what is in it."""

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO, Final, Literal
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pydantic import TypeAdapter

from bot.storage.durable import sync_file, sync_folder
from intake.errors import IntakeError

DATABASE: Final = "tidings.db"
FILES: Final = "attachments/"
_CONTENTS: Final = "contents.json"
FORMAT: Final = 1
_PIECE: Final = 1 << 20


class FileExists(IntakeError):
    """There is a file of that name already; a backup never overwrites anything."""


class NotABackup(IntakeError):
    """The file is not a backup that `tidings backup` made, or was cut off."""


class BackupDamaged(IntakeError):
    """The backup is damaged: what is in it is not what was put there. Nothing was changed."""


class BackupTooNew(IntakeError):
    """A newer release made this backup; restore it with that release."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file within: its length in bytes, and its SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds."""

    made_at: datetime
    revision: str
    rows: Mapping[str, int]
    members: Mapping[str, Member]
    files: Literal["here", "elsewhere"]
    """Whether the attachments are within, or stay where another service keeps them."""
    missing: tuple[str, ...] = ()
    """Attachments that were not there, or not as they had come, when the backup was made."""
    format: int = FORMAT


_CONTENTS_OF: Final = TypeAdapter(Contents)


class Packer:
    """Fills a new backup, and counts what it puts in."""

    def __init__(self, zipped: ZipFile) -> None:
        self._zipped = zipped
        self.members: dict[str, Member] = {}

    def put(self, name: str, path: Path, method: int = ZIP_STORED) -> Member:
        """Add a file. Raises OSError."""
        with path.open("rb") as source:
            entry = ZipInfo(name)
            entry.compress_type = method
            with self._zipped.open(entry, "w", force_zip64=True) as target:
                self.members[name] = _poured(source, target)
        return self.members[name]

    def put_database(self, path: Path) -> None:
        self.put(DATABASE, path, ZIP_DEFLATED)

    def finish(self, contents: Contents) -> None:
        self._zipped.writestr(_CONTENTS, _CONTENTS_OF.dump_json(contents, indent=1))


def checked(path: Path) -> Contents:
    """Read all of a backup. Raises NotABackup, BackupTooNew, BackupDamaged and OSError."""
    try:
        with ZipFile(path) as zipped:
            contents = _contents(zipped)
            if set(zipped.namelist()) != {*contents.members, _CONTENTS}:
                raise BackupDamaged
            for name in contents.members:
                unpack(zipped, contents, name, None)
    except BadZipFile as error:
        raise NotABackup from error
    return contents


def _contents(zipped: ZipFile) -> Contents:
    try:
        written = zipped.read(_CONTENTS)
        if json.loads(written)["format"] > FORMAT:
            raise BackupTooNew
        return _CONTENTS_OF.validate_json(written)
    except (KeyError, TypeError, ValueError, zlib.error) as error:
        raise NotABackup from error


def unpack(zipped: ZipFile, contents: Contents, name: str, target: Path | None) -> None:
    """Write one of its files, onto the disk, or only read it. Raises BackupDamaged and OSError."""
    try:
        with zipped.open(name) as source:
            if target is None:
                member = _poured(source, None)
            else:
                with target.open("xb") as sink:
                    member = _poured(source, sink)
    except (BadZipFile, EOFError, KeyError, zlib.error) as error:
        raise BackupDamaged from error
    if member != contents.members[name]:
        raise BackupDamaged
    if target is not None:
        sync_file(target)


def attachment_names(contents: Contents) -> Iterable[str]:
    """The names of the attachments within; none that leads elsewhere. Raises BackupDamaged."""
    for each in contents.members:
        if each != DATABASE:
            name = each.removeprefix(FILES)
            if PurePosixPath(name).name != name or not each.startswith(FILES):
                raise BackupDamaged
            yield name


def put_in_place(made: Path, target: Path) -> None:
    """Give a finished file its name, unless somebody has it. Raises FileExists and OSError."""
    sync_file(made)
    if target.exists():
        raise FileExists
    made.rename(target)
    sync_folder(target.parent)


def _poured(source: IO[bytes], target: IO[bytes] | None) -> Member:
    size, digest = 0, hashlib.sha256()
    while piece := source.read(_PIECE):
        size += len(piece)
        digest.update(piece)
        if target is not None:
            target.write(piece)
    return Member(size, digest.hexdigest())
