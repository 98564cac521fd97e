"""The desk's `Store` on a database."""

import asyncio
from collections.abc import Callable
from typing import Final, Self, TypeVar

from sqlalchemy import Connection

from bot.storage.engine import file_of, for_reading, for_writing, make_engine
from bot.storage.migrate import migrate
from bot.storage.reading import SqlReading
from bot.storage.threads import DatabaseThreads
from bot.storage.work import Later, SqlWork, nowhere
from intake.ports import Reading, Store, StoreUnavailable, Work

T = TypeVar("T")
U = TypeVar("U")

READERS: Final = 3
TOGETHER: Final = 64
"""Units of one commit at most: the last of them waits for the work of all."""
WRITERS: Final = 8
"""Connections that write to PostgreSQL, each unit in a transaction of its own: the server itself
flushes once for several, and nobody waits for a neighbour's locks."""


class SqlStore(Store):
    """One writer where SQLite has one, and a few readers that never wait for it.

    Used as `async with SqlStore(url) as store`, or between `open` and `close`.
    """

    def __init__(self, url: str, later: Later = nowhere) -> None:
        self._url, self._later = url, later
        self._threads: tuple[DatabaseThreads, DatabaseThreads] | None = None

    async def open(self) -> Self:
        """Migrate and begin. Raises SchemaTooNew, UnusableDatabase and StoreUnavailable."""
        await asyncio.to_thread(migrate, self._url)
        engine = make_engine(self._url)
        writers, together = (1, TOGETHER) if file_of(engine) else (WRITERS, 1)
        self._threads = (
            DatabaseThreads(for_reading(engine), "tidings-read", READERS, together=1),
            DatabaseThreads(for_writing(engine), "tidings-write", writers, together),
        )
        return self

    async def close(self) -> None:
        """Everything handed in before is finished; everything after is StoreUnavailable."""
        for threads in self._threads or ():
            await threads.close()

    async def __aenter__(self) -> Self:
        return await self.open()

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def read(self, question: Callable[[Reading], T]) -> T:
        return await self._ready()[0].run(lambda at: question(SqlReading(at)))

    async def record(self, unit: Callable[[Work], T]) -> T:
        return await self.run(lambda at: unit(SqlWork(at, self._later)))

    async def decide(
        self, question: Callable[[Reading], T], unit: Callable[[Work, T], U]
    ) -> tuple[T, U]:
        readers, writers = self._ready()
        return await readers.run_before(
            lambda at: question(SqlReading(at)),
            writers,
            lambda at, answer: unit(SqlWork(at, self._later), answer),
        )

    async def record_soon(self, unit: Callable[[Work], T]) -> T:
        return await self._ready()[1].ride(lambda at: unit(SqlWork(at, self._later)))

    async def run(self, unit: Callable[[Connection], T]) -> T:
        """Statements that are none of the desk's, in one transaction. Raises StoreUnavailable."""
        return await self._ready()[1].run(unit)

    def _ready(self) -> tuple[DatabaseThreads, DatabaseThreads]:
        if self._threads is None:
            raise StoreUnavailable
        return self._threads
