"""Where the bytes of attachments lie: any fsspec address, under names that tell nothing."""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final
from uuid import uuid4

import fsspec
from fsspec.implementations.local import LocalFileSystem

from bot.storage.durable import make_folder, sync_folder

HEAD: Final = 512


class TooBig(Exception):
    """More bytes came than are taken; none of them were kept."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that lies in the store, byte for byte as it came."""

    path: str
    """Its name in the store: a store that moves keeps its files."""
    sha256: str
    size: int
    head: bytes
    """Its first bytes, to judge it by."""


class Attachments:
    """The attachment store behind one address, such as ``file://var/attachments``."""

    def __init__(self, url: str) -> None:
        filesystem, root = fsspec.core.url_to_fs(url)
        self._files: Any = filesystem
        self._root = PurePosixPath(root)
        self.folder = Path(root) if isinstance(filesystem, LocalFileSystem) else None
        """Where it lies on this machine; None where somebody else keeps it."""

    async def keep(self, chunks: AsyncIterator[bytes], limit: int) -> Stored:
        """Store what comes, up to `limit` bytes: on the disk when this returns, whatever becomes
        of the power. Raises TooBig, and whatever `chunks` raises; nothing is left behind then."""
        path = uuid4().hex
        digest, size, head = hashlib.sha256(), 0, b""
        target = await self._begin(path)
        try:
            async for chunk in chunks:
                size = _grown(size, chunk, limit)
                digest.update(chunk)
                head = (head + chunk)[:HEAD] if len(head) < HEAD else head
                await asyncio.to_thread(target.write, chunk)
            await asyncio.to_thread(self._seal, target)
        except BaseException:
            await asyncio.to_thread(target.close)
            await self.forget(path)
            raise
        return Stored(path, digest.hexdigest(), size, head)

    async def _begin(self, path: str) -> Any:
        opening = asyncio.ensure_future(asyncio.to_thread(self._open, path))
        try:
            return await asyncio.shield(opening)
        except asyncio.CancelledError:
            # The thread cannot be stopped: what it opens now nobody would ever remove.
            await asyncio.to_thread((await opening).close)
            await self.forget(path)
            raise

    async def read(self, path: str) -> bytes:
        """All of a file. Raises OSError."""
        return await asyncio.to_thread(self._read, path)

    async def forget(self, path: str) -> None:
        """Remove a file; one that is not there is no error."""
        await asyncio.to_thread(self._remove, path)

    def _open(self, path: str) -> Any:
        if self.folder is None:
            self._files.makedirs(str(self._root), exist_ok=True)
        else:
            make_folder(self.folder)
        return self._files.open(self._at(path), "wb")

    def _seal(self, target: Any) -> None:
        """A row will say that the file is there, and must not outlive it. Others than this
        machine's disk promise it with the close."""
        if self.folder is not None:
            target.flush()
            os.fsync(target.fileno())
        target.close()
        if self.folder is not None:
            sync_folder(self.folder)

    def _read(self, path: str) -> bytes:
        with self._files.open(self._at(path), "rb") as source:
            return bytes(source.read())

    def _remove(self, path: str) -> None:
        if self._files.exists(self._at(path)):
            self._files.rm_file(self._at(path))

    def _at(self, path: str) -> str:
        # Rows of the first release hold whole paths; joining leaves those as they are.
        return str(self._root / path)


def _grown(size: int, chunk: bytes, limit: int) -> int:
    if size + len(chunk) > limit:
        raise TooBig
    return size + len(chunk)
