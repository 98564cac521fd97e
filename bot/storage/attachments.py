"""Where the bytes of attachments lie: any fsspec address, under names that tell nothing."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final
from uuid import uuid4

import fsspec

HEAD: Final = 64


class TooBig(Exception):
    """More bytes came than are taken; none of them were kept."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that lies in the store, byte for byte as it came."""

    path: str
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

    async def keep(self, chunks: AsyncIterator[bytes], limit: int) -> Stored:
        """Store what comes, up to `limit` bytes. Raises TooBig, and whatever `chunks` raises;
        nothing is left behind then."""
        path = str(self._root / uuid4().hex)
        digest, size, head = hashlib.sha256(), 0, b""
        target = await asyncio.to_thread(self._open, path)
        try:
            async for chunk in chunks:
                size = _grown(size, chunk, limit)
                digest.update(chunk)
                head = (head + chunk)[:HEAD] if len(head) < HEAD else head
                await asyncio.to_thread(target.write, chunk)
            await asyncio.to_thread(target.close)
        except BaseException:
            await asyncio.to_thread(target.close)
            await self.forget(path)
            raise
        return Stored(path, digest.hexdigest(), size, head)

    async def forget(self, path: str) -> None:
        """Remove a file; one that is not there is no error."""
        await asyncio.to_thread(self._remove, path)

    def _open(self, path: str) -> Any:
        self._files.makedirs(str(self._root), exist_ok=True)
        return self._files.open(path, "wb")

    def _remove(self, path: str) -> None:
        if self._files.exists(path):
            self._files.rm_file(path)


def _grown(size: int, chunk: bytes, limit: int) -> int:
    if size + len(chunk) > limit:
        raise TooBig
    return size + len(chunk)
