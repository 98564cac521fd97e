"""What stands in front of several processes: each connection goes to one that lives."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import count

_PIECE = 1 << 16


@asynccontextmanager
async def balancing(port: int, behind: Sequence[int]) -> AsyncIterator[None]:
    """Listen on `port`, and pass every connection on to one of the ports behind, in turn. Where
    nobody listens the connection is closed; where somebody dies, theirs are."""
    turns = count()
    passing: set[asyncio.Task[None]] = set()

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        passing.add(task)
        try:
            await _pass_on(reader, writer, _from(behind, next(turns)))
        finally:
            passing.discard(task)

    server = await asyncio.start_server(take, "127.0.0.1", port)
    try:
        yield
    finally:
        server.close()
        for task in passing:
            task.cancel()
        await asyncio.gather(*passing, return_exceptions=True)


def _from(ports: Sequence[int], turn: int) -> Sequence[int]:
    first = turn % len(ports)
    return [*ports[first:], *ports[:first]]


async def _pass_on(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, ports: Sequence[int]
) -> None:
    try:
        for port in ports:
            with contextlib.suppress(OSError):
                theirs, ours = await asyncio.open_connection("127.0.0.1", port)
                await _both_ways((reader, ours), (theirs, writer))
                return
    finally:
        writer.transport.abort()


async def _both_ways(*ways: tuple[asyncio.StreamReader, asyncio.StreamWriter]) -> None:
    """Until either side has nothing more to say: what is cut off is cut off for both."""
    flowing = [asyncio.create_task(_flow(*way)) for way in ways]
    try:
        await asyncio.wait(flowing, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in flowing:
            task.cancel()
        await asyncio.gather(*flowing, return_exceptions=True)
        for _, writer in ways:
            writer.transport.abort()


async def _flow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while piece := await reader.read(_PIECE):
        writer.write(piece)
        await writer.drain()
