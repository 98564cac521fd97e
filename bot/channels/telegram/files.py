"""Fetches the bytes of a file that somebody sent, in chunks, within limits."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from http import HTTPStatus
from typing import Final

from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.connection import Line
from bot.channels.telegram.wire import FAILURES
from intake.errors import IntakeError

DOWNLOAD_SECONDS: Final = 30.0
CHUNK: Final = 64 * 1024


class FetchFailed(IntakeError):
    """The bytes did not come this time; the same may be tried again."""


class FetchExpired(FetchFailed):
    """Telegram does not have this file for us, and will not have it later."""


class FetchTooBig(FetchFailed):
    """The file is larger than the limit, or than the 20 MB that Telegram gives to bots (D12)."""


class _LinkDead(Exception):
    """The path leads nowhere any more."""


async def fetch(line: Line, remote: str, limit: int) -> AsyncGenerator[bytes, None]:
    """The file's bytes. Raises FetchFailed, FetchExpired or FetchTooBig.

    At most `limit` bytes and DOWNLOAD_SECONDS seconds in all. A link lives an hour, so each
    fetch asks for a new one, and once more where even that one is dead (D14).
    https://core.telegram.org/bots/api#getfile
    """
    until = asyncio.get_running_loop().time() + DOWNLOAD_SECONDS
    for _ in range(2):
        path = await _path(line, remote)
        try:
            async with aclosing(_download(line, path, limit)) as chunks:
                while chunk := await _next(chunks, until):
                    yield chunk
        except _LinkDead:
            continue
        return
    raise FetchExpired


async def _path(line: Line, remote: str) -> str:
    try:
        path = await line.file_path(remote)
    except BadRequest as error:
        raise (FetchTooBig if "too big" in error.message.lower() else FetchExpired) from None
    except TelegramError as error:
        raise FetchFailed(type(error).__name__) from None
    # A server of one's own in local mode answers with a path on its disk.
    if not isinstance(path, str) or path.startswith("/") or ".." in path.split("/"):
        raise FetchFailed("no path to download from")
    return path


async def _next(chunks: AsyncGenerator[bytes, None], until: float) -> bytes:
    """Empty at the end. The clock runs only while we wait for Telegram."""
    try:
        async with asyncio.timeout_at(until):
            return await anext(chunks, b"")
    except TimeoutError:
        raise FetchFailed("too slow") from None


async def _download(line: Line, path: str, limit: int) -> AsyncGenerator[bytes, None]:
    room = limit
    try:
        async with line.download(path) as response:
            if response.status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
                raise _LinkDead
            if response.status != HTTPStatus.OK:
                raise FetchFailed(f"status {response.status}")
            async for chunk in response.content.iter_chunked(CHUNK):
                room -= len(chunk)
                if room < 0:
                    raise FetchTooBig
                if chunk:
                    yield chunk
    except FAILURES as error:
        # Its own words hold the address, and with it the token (D23).
        raise FetchFailed(type(error).__name__) from None
