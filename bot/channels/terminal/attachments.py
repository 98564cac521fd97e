"""Files that a person attaches by path: announced at once, read later."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

from intake.dialogue.messages import FileId, IncomingFile

_CHUNK: Final = 64 * 1024


class FetchFailed(Exception):
    """The file is not there any more, or cannot be read."""


def announce(path: str, id: FileId) -> IncomingFile | None:
    """The file at this path as an announcement; None where there is no readable file."""
    try:
        file = Path(path.strip().strip("\"'")).expanduser().resolve()
        if not file.is_file():
            return None
        return IncomingFile(id, file.name, file.stat().st_size, str(file))
    except (OSError, RuntimeError, ValueError):
        return None


async def fetch(remote: str) -> AsyncIterator[bytes]:
    """The bytes of an announced file, by its `remote`, in chunks. Raises FetchFailed."""
    path = Path(remote)
    try:
        # A pipe or a device has no end, and opening it may wait for ever.
        if not await asyncio.to_thread(path.is_file):
            raise FetchFailed
        file = await asyncio.to_thread(path.open, "rb")
        try:
            while chunk := await asyncio.to_thread(file.read, _CHUNK):
                yield chunk
        finally:
            await asyncio.to_thread(file.close)
    except (OSError, ValueError) as error:
        raise FetchFailed from error
