"""Database threads: each keeps one connection and runs transactions, several together if it may."""

import asyncio
import queue
import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.storage import driver
from bot.storage.jobs import Failed, Job, tell, unavailable
from bot.storage.postgresql import was_undone
from intake.ports import StoreUnavailable

T = TypeVar("T")
U = TypeVar("U")

_SAVEPOINT: Final = "unit"
AGAIN: Final = 5
"""How often units are run again that a server gave up for other ones, or that met a connection
which had been lost while nobody used it."""
RIDE: Final = 0.005
"""Seconds that a unit waits for a transaction to ride with: no longer than a slow disk's commit."""


class DatabaseThreads:
    """Threads over one engine that take units from one queue, in order of arrival.

    With `together` > 1 the units that arrived during the last commit share the next one, and
    nevertheless one may fail without the others. A unit may be run again, once all that it did was
    undone. Usable from any event loop.
    """

    def __init__(self, engine: Engine, name: str, threads: int, together: int) -> None:
        self._engine, self._together = engine, together
        self._queue: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._riders: deque[Job] = deque()
        self._reminded = False
        self._closing = threading.Lock()
        self._closed = False
        self._threads = [
            threading.Thread(target=self._serve, name=f"{name}-{number}", daemon=True)
            for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    async def run(self, unit: Callable[[Connection], T]) -> T:
        """The unit's result once its transaction is committed.

        Raises what the unit raised, then nothing of it is stored, or StoreUnavailable. Cancelling
        the caller withdraws a unit that has not begun; one that has begun is finished.
        """
        self._put(job := Job.of(unit))
        result: T = await job.answer
        return result

    async def run_before(
        self,
        unit: Callable[[Connection], T],
        others: "DatabaseThreads",
        then: Callable[[Connection, T], U],
    ) -> tuple[T, U]:
        """Run a unit here and, with its result, another one there; nothing waits between them.

        Raises as `run` does.
        """

        def onward(job: Job, result: T) -> None:
            follows = replace(job, unit=lambda at: (result, then(at, result)), onward=None)
            try:
                others._put(follows)  # noqa: SLF001 - of the same class
            except StoreUnavailable as error:
                tell([(job, Failed(error))])

        self._put(job := replace(Job.of(unit), onward=onward))
        both: tuple[T, U] = await job.answer
        return both

    async def ride(self, unit: Callable[[Connection], T]) -> T:
        """Like `run`, but it wakes no thread: it goes with the next transaction, or has one of
        its own after `RIDE` seconds. Where units share none, it is run at once."""
        if self._together == 1:
            return await self.run(unit)
        job = Job.of(unit)
        with self._closing:
            if self._closed:
                raise StoreUnavailable
            self._riders.append(job)
        if not self._reminded:
            self._reminded = True
            job.loop.call_later(RIDE, self._remind)
        result: T = await job.answer
        return result

    def _remind(self) -> None:
        self._reminded = False
        with suppress(IndexError, StoreUnavailable):
            # One of them is enough: the others ride with it.
            self._put(self._riders.popleft())

    def _put(self, job: Job) -> None:
        """Raises StoreUnavailable."""
        with self._closing:
            if self._closed:
                raise StoreUnavailable
            self._queue.put(job)

    async def close(self) -> None:
        """Finish what was handed in before, then end the threads; later units are refused."""
        with self._closing:
            if not self._closed:
                self._closed = True
                while self._riders:
                    self._queue.put(self._riders.popleft())
                for _ in self._threads:
                    self._queue.put(None)
        for thread in self._threads:
            await asyncio.to_thread(thread.join)

    def _serve(self) -> None:
        connection: Connection | None = None
        more = True
        while more:
            jobs, more = self._take()
            if jobs:
                connection = self._transact(connection, jobs)
            del jobs  # or a thread with nothing to do keeps somebody's words
        if connection is not None:
            _discard(connection)

    def _take(self) -> tuple[Sequence[Job], bool]:
        """The next units to commit together, and whether more may come."""
        jobs: list[Job] = []
        job = self._queue.get()
        while job is not None:
            jobs.append(job)
            try:
                if len(jobs) >= self._together:
                    break
                job = self._queue.get_nowait()
            except queue.Empty:
                break
        with suppress(IndexError):
            while len(jobs) < self._together:
                jobs.append(self._riders.popleft())
        return [each for each in jobs if not each.answer.cancelled()], job is not None

    def _transact(
        self, connection: Connection | None, jobs: Sequence[Job], again: int = AGAIN
    ) -> Connection | None:
        """Run the units in one transaction; nobody hears of success before the commit.

        Returns the connection where it can be used again.
        """
        committing = False
        try:
            connection = connection or self._engine.connect()
            with connection.begin():
                results = _run_all(connection, jobs)
                committing = True
        except Exception as error:  # noqa: BLE001 - the outermost loop of its thread
            # Of a commit without an answer nobody knows whether it happened: its callers decide.
            if again and not committing and was_undone(error):
                if connection is not None:
                    _discard(connection)
                return self._transact(None, jobs, again - 1)
            # One unit's own mistake, found by the commit, is no other unit's mistake.
            failed = Failed(error if len(jobs) == 1 else unavailable(error))
            tell([(job, failed) for job in jobs])
            if connection is not None and isinstance(error, SQLAlchemyError):
                _discard(connection)
                connection = None
            return connection
        tell(list(zip(jobs, results, strict=True)))
        return connection


def _run_all(connection: Connection, jobs: Sequence[Job]) -> Sequence[Any]:
    """As a rule none fails, and one savepoint does for all of them; otherwise each has its own."""
    if len(jobs) == 1:
        return [jobs[0].unit(connection)]
    results = _run_apart(connection, lambda _: [job.unit(connection) for job in jobs])
    if isinstance(results, Failed):
        return [_run_apart(connection, job.unit) for job in jobs]
    return results


def _run_apart(connection: Connection, unit: Callable[[Connection], T]) -> T | Failed:
    """The unit's result, or Failed with everything that it did undone."""
    result: T | Failed
    driver.run(connection, f"SAVEPOINT {_SAVEPOINT}")
    try:
        result = unit(connection)
    except Exception as error:  # noqa: BLE001 - its caller gets it; the other units go on
        driver.run(connection, f"ROLLBACK TO SAVEPOINT {_SAVEPOINT}")
        result = Failed(error)
    driver.run(connection, f"RELEASE SAVEPOINT {_SAVEPOINT}")
    return result


def _discard(connection: Connection) -> None:
    """Close a connection that may be in any state."""
    with suppress(SQLAlchemyError):
        connection.invalidate()
        connection.close()
