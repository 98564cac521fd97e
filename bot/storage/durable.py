"""Files that outlive a power cut: their bytes and their names are on the disk, not on their way."""

import os
from pathlib import Path


def sync_file(path: Path) -> None:
    """Wait until the file's bytes are on the disk. Raises OSError."""
    _sync(path, os.O_RDWR)


def sync_folder(path: Path) -> None:
    """Wait until the folder's names are on the disk: a new file is not safe before.

    Raises OSError.
    """
    _sync(path, os.O_RDONLY | os.O_DIRECTORY)


def make_folder(path: Path) -> None:
    """Make a folder and those above it, each of them on the disk. Raises OSError."""
    missing = [each for each in (path, *path.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        sync_folder(each.parent)


def _sync(path: Path, flags: int) -> None:
    opened = os.open(path, flags)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
