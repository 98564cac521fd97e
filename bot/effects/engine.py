"""Runs errands after the commit that asked for them, each once, on whichever process can: on DBOS.

Its tables hold ids, never words; what is true stands in our own rows.
"""

import asyncio
import logging
import threading
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import Any, Final, Self

import structlog
from dbos import DBOS, DBOSClient, DBOSConfig, WorkflowStatus

from bot.effects.writing import Json, Undone, errand_of
from bot.storage.work import Connection
from intake.ports import Errand, StoreUnavailable

_APP: Final = "tidings"
_QUEUE: Final = "errands"
_ERRAND: Final = "errand"
# Left to itself it is a hash of the source: every release would leave the queued work of the last
# one behind.
_VERSION: Final = "1"
POLL: Final = 1.0
"""Seconds between two looks at the queue."""
AT_ONCE: Final = 16
TRIES: Final = 8
"""Pauses of 1, 2, 4 ... 64 seconds between them: two minutes, then it is set aside."""
MOST: Final = 1_000
STOP_PATIENCE: Final = 3.0

_TAKES: Final = "(queue_"
"""In the names of DBOS's threads that look at a queue: those of their functions."""
_FAILED: Final = ["ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
_OPEN: Final = ["ENQUEUED", "PENDING", "DELAYED"]
_OVER: Final = ["SUCCESS", "CANCELLED"]

CarryOut = Callable[[Errand], Awaitable[None]]
"""Does an errand. It may come again, also at the same time: our own rows say what is done."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Load:
    """What is still to be done, and what was given up."""

    waiting: int
    oldest: datetime | None
    failed: tuple[str, ...]
    """The ids of errands that nobody tries again by himself."""


class Effects:
    """The engine, open within `async with`. `enqueue` and `look` work in any process, errands are
    run from `start` to `stop`."""

    def __init__(self, url: str, pause: float = 1.0) -> None:
        """`pause` is the seconds between the first two tries, and doubles from one to the next."""
        self._url, self._pause, self.name = url, pause, ""
        # Otherwise DBOS opens a way to the console of its own.
        logging.getLogger("dbos").addHandler(logging.NullHandler())
        self._running: set[asyncio.Task[None]] = set()
        self._stopping: Sequence[threading.Event] = ()
        self._launching: asyncio.Task[None] | None = None

    def prepare(self) -> None:
        """Bring DBOS's own tables to its release; processes that start together wait for each
        other. Raises StoreUnavailable."""
        try:
            DBOS.migrate(system_database_url=self._url)
        except Exception as error:
            raise StoreUnavailable from error

    async def __aenter__(self) -> Self:
        """Raises StoreUnavailable."""
        await asyncio.to_thread(self.prepare)
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.to_thread(self._client.destroy)

    @cached_property
    def _client(self) -> DBOSClient:
        return DBOSClient(
            system_database_url=self._url,
            serializer=Json(),
            system_database_pool_size=1,
            application_name=_APP,
            retry_connection_errors=False,
            lazy=True,
        )

    def enqueue(self, connection: Connection, errand: Errand) -> None:
        """Within the caller's transaction; an id that is there already changes nothing."""
        self._client.enqueue_in_transaction(
            connection,
            {
                "workflow_name": _ERRAND,
                "queue_name": _QUEUE,
                "workflow_id": errand.id,
                "app_version": _VERSION,
            },
            errand.kind,
            *errand.about,
        )

    async def start(self, name: str, carry_out: CarryOut) -> None:
        """Run errands under this name; what a process of this name had begun comes first."""
        self.name = name
        ours = asyncio.get_running_loop()

        async def hand_over(errand: Errand) -> None:
            attempt = self._attempt(carry_out, errand)
            await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(attempt, ours))

        self._launching = asyncio.create_task(asyncio.to_thread(self._launch, hand_over))
        await asyncio.shield(self._launching)

    async def stop(self) -> None:
        """What was begun gets a moment to end; the rest is taken over, or begun anew."""
        if self._launching:
            # Whoever starts may have been cancelled, its thread goes on: what it starts after an
            # end would run for ever.
            await asyncio.gather(self._launching, return_exceptions=True)
        if self._running:
            await asyncio.wait(self._running, timeout=STOP_PATIENCE)
        await asyncio.to_thread(self._destroy)

    async def take_over(self, living: Collection[str]) -> int:
        """Have begun anew what was begun by processes that are gone; returns how much."""
        begun = await self._list(["PENDING"])
        orphaned = [each.workflow_id for each in begun if each.executor_id not in living]
        if orphaned:
            await asyncio.to_thread(self._client.resume_workflows, orphaned, queue_name=_QUEUE)
        return len(orphaned)

    async def look(self) -> Load:
        """How much waits, and what was set aside."""
        waiting, failed = await self._list(_OPEN), await self._list(_FAILED)
        oldest = min((each.created_at or 0 for each in waiting), default=None)
        since = None if oldest is None else datetime.fromtimestamp(oldest / 1000, UTC)
        return Load(len(waiting), since, tuple(each.workflow_id for each in failed))

    async def try_again(self) -> int:
        """Forget what was set aside: the sweeps ask anew for what is still to be done."""
        failed = await self._list(_FAILED)
        await self._delete(failed)
        return len(failed)

    async def purge(self, before: datetime) -> int:
        """Forget what ended well before then; returns how much."""
        purged = 0
        while over := await self._list(_OVER, completed_before=before.isoformat()):
            await self._delete(over)
            purged += len(over)
        return purged

    def _destroy(self) -> None:
        """First nothing more is taken from the queue: DBOS ends its loop at once, and would find
        that what it has just taken cannot be begun any more."""
        for stopping in self._stopping:
            stopping.set()
        for thread in threading.enumerate():
            if _TAKES in thread.name:
                thread.join(STOP_PATIENCE)
        DBOS.destroy(destroy_registry=True)

    def _launch(self, hand_over: CarryOut) -> None:
        """In a thread without an event loop: DBOS then keeps to one of its own, and leaves ours,
        and its executor, alone."""
        dbos = DBOS(
            config=DBOSConfig(
                name=_APP,
                system_database_url=self._url,
                sys_db_pool_size=4,
                application_version=_VERSION,
                executor_id=self.name,
                serializer=Json(),
                use_listen_notify=False,
                run_migrations=False,
                log_level="ERROR",
            )
        )

        @DBOS.step(
            name="carry_out",
            retries_allowed=True,
            max_attempts=TRIES,
            interval_seconds=self._pause,
        )
        async def carry_out(kind: str, *about: str) -> None:
            await hand_over(errand_of(kind, about))

        @DBOS.workflow(name=_ERRAND)
        async def errand(kind: str, *about: str) -> None:
            await carry_out(kind, *about)

        # Before the launch: a queue that is not there yet is only looked for each second.
        self._client.register_queue(_QUEUE, worker_concurrency=AT_ONCE, polling_interval_sec=POLL)
        DBOS.launch()
        self._stopping = tuple(dbos.background_thread_stop_events)

    async def _attempt(self, carry_out: CarryOut, errand: Errand) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine that runs is in a task
        self._running.add(task)
        try:
            with structlog.contextvars.bound_contextvars(errand=errand.id):
                await carry_out(errand)
        except StoreUnavailable:
            log.warning("effects.store_unavailable", errand=errand.id)
            raise Undone(errand.kind) from None
        except Exception:
            log.exception("effects.errand_failed", errand=errand.id)
            raise Undone(errand.kind) from None
        finally:
            self._running.discard(task)

    async def _list(self, status: list[str], **more: Any) -> Sequence[WorkflowStatus]:
        listed = partial(
            self._client.list_workflows,
            status=status,
            limit=MOST,
            load_input=False,
            load_output=False,
            **more,
        )
        return await asyncio.to_thread(listed)

    async def _delete(self, workflows: Sequence[WorkflowStatus]) -> None:
        ids = [each.workflow_id for each in workflows]
        await asyncio.to_thread(self._client.delete_workflows, ids)
