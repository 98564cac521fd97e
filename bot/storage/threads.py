"""Database threads: each keeps one connection and runs transactions, several together if it may."""

import asyncio
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, SQLAlchemyError, StatementError

from bot.storage import driver
from bot.storage.postgresql import was_undone
from intake.ports import StoreUnavailable

T = TypeVar("T")

_SAVEPOINT: Final = "unit"
AGAIN: Final = 5
"""How often units are run again that a server gave up for other ones, or that met a connection
which had been lost while nobody used it."""


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    unit: Callable[[Connection], Any]
    answer: Future[Any]


@dataclass(frozen=True, slots=True)
class _Failed:
    """A unit that was undone; the others of its transaction stand."""

    error: Exception


class DatabaseThreads:
    """Threads over one engine that take units from one queue, in order of arrival.

    With `together` > 1 the units that arrived during the last commit share the next one, and
    nevertheless one may fail without the others. A unit may be run again, once all that it did was
    undone. Usable from any event loop.
    """

    def __init__(self, engine: Engine, name: str, threads: int, together: int) -> None:
        self._engine, self._together = engine, together
        self._queue: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
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
        answer: Future[T] = Future()
        with self._closing:
            if self._closed:
                raise StoreUnavailable
            self._queue.put(_Job(unit, answer))
        return await asyncio.wrap_future(answer)

    async def close(self) -> None:
        """Finish what was handed in before, then end the threads; later units are refused."""
        with self._closing:
            if not self._closed:
                self._closed = True
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

    def _take(self) -> tuple[Sequence[_Job], bool]:
        """The next units to commit together, and whether more may come."""
        jobs: list[_Job] = []
        job = self._queue.get()
        while job is not None:
            if job.answer.set_running_or_notify_cancel():
                jobs.append(job)
            try:
                if len(jobs) >= self._together:
                    break
                job = self._queue.get_nowait()
            except queue.Empty:
                break
        return jobs, job is not None

    def _transact(
        self, connection: Connection | None, jobs: Sequence[_Job], again: int = AGAIN
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
            for job in jobs:
                # One unit's own mistake, found by the commit, is no other unit's mistake.
                failure = _translated(error) if len(jobs) == 1 else _unavailable(error)
                job.answer.set_exception(failure)
            if connection is not None and isinstance(error, SQLAlchemyError):
                _discard(connection)
                connection = None
            return connection
        for job, result in zip(jobs, results, strict=True):
            _settle(job.answer, result)
        return connection


def _run_all(connection: Connection, jobs: Sequence[_Job]) -> Sequence[Any]:
    """As a rule none fails, and one savepoint does for all of them; otherwise each has its own."""
    if len(jobs) == 1:
        return [jobs[0].unit(connection)]
    results = _run_apart(connection, lambda _: [job.unit(connection) for job in jobs])
    if isinstance(results, _Failed):
        return [_run_apart(connection, job.unit) for job in jobs]
    return results


def _run_apart(connection: Connection, unit: Callable[[Connection], T]) -> T | _Failed:
    """The unit's result, or _Failed with everything that it did undone."""
    result: T | _Failed
    driver.run(connection, f"SAVEPOINT {_SAVEPOINT}")
    try:
        result = unit(connection)
    except Exception as error:  # noqa: BLE001 - its caller gets it; the other units go on
        driver.run(connection, f"ROLLBACK TO SAVEPOINT {_SAVEPOINT}")
        result = _Failed(error)
    driver.run(connection, f"RELEASE SAVEPOINT {_SAVEPOINT}")
    return result


def _settle(answer: Future[Any], result: Any) -> None:
    if isinstance(result, _Failed):
        answer.set_exception(_translated(result.error))
    else:
        answer.set_result(result)


def _translated(error: Exception) -> Exception:
    """What the database could not do becomes StoreUnavailable; what was asked wrongly stays."""
    match error:
        case IntegrityError() | DataError():
            return error
        case StatementError(orig=Exception() as cause) if not isinstance(error, DBAPIError):
            return cause
        case SQLAlchemyError():
            return _unavailable(error)
        case _:
            return error


def _unavailable(error: Exception) -> StoreUnavailable:
    unavailable = StoreUnavailable()
    unavailable.__cause__ = error
    return unavailable


def _discard(connection: Connection) -> None:
    """Close a connection that may be in any state."""
    with suppress(SQLAlchemyError):
        connection.invalidate()
        connection.close()
