"""What database threads are given to do, and how its result comes back to whoever waits for it."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import Connection
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, SQLAlchemyError, StatementError

from intake.ports import StoreUnavailable


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """A unit, and who waits for its result in an event loop of their own."""

    unit: Callable[[Connection], Any]
    loop: asyncio.AbstractEventLoop
    answer: asyncio.Future[Any]
    onward: "Callable[[Job, Any], None] | None" = None
    """Takes the job and its result instead, in the database thread, and sees to the answer."""

    @classmethod
    def of(cls, unit: Callable[[Connection], Any]) -> Self:
        loop = asyncio.get_running_loop()
        return cls(unit, loop, loop.create_future())


@dataclass(frozen=True, slots=True)
class Failed:
    """A unit that was undone; the others of its transaction stand."""

    error: Exception


def tell(results: Sequence[tuple[Job, Any]]) -> None:
    """Pass results on; an event loop is woken once for all that it waits for."""
    told: dict[asyncio.AbstractEventLoop, list[tuple[Job, Any]]] = {}
    for job, result in results:
        if job.onward is None or isinstance(result, Failed):
            told.setdefault(job.loop, []).append((job, result))
        else:
            job.onward(job, result)
    for loop, its in told.items():
        with suppress(RuntimeError):  # It is closed: nobody waits there any more.
            loop.call_soon_threadsafe(_settle, its)


def _settle(results: Sequence[tuple[Job, Any]]) -> None:
    for job, result in results:
        if job.answer.done():
            continue  # Its caller has gone.
        if isinstance(result, Failed):
            job.answer.set_exception(_translated(result.error))
        else:
            job.answer.set_result(result)


def _translated(error: Exception) -> Exception:
    """What the database could not do becomes StoreUnavailable; what was asked wrongly stays."""
    match error:
        case IntegrityError() | DataError():
            return error
        case StatementError(orig=Exception() as cause) if not isinstance(error, DBAPIError):
            return cause
        case SQLAlchemyError():
            return unavailable(error)
        case _:
            return error


def unavailable(error: Exception) -> StoreUnavailable:
    unavailable = StoreUnavailable()
    unavailable.__cause__ = error
    return unavailable
