"""Units that wait for the same commit share it, and nothing else."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from bot.storage import SqlStore, migrate
from bot.storage.engine import for_writing, make_engine
from bot.storage.threads import DatabaseThreads
from intake.dialogue.messages import ConversationId, MessageId
from intake.dialogue.replies import Say
from intake.dialogue.state import State
from intake.ports import Known, Stale, StoreUnavailable, Work
from tests.storage.stories import ANA, HELD, HELLO, NOW

Unit = Callable[[Work], object]


@asynccontextmanager
async def the_writer_busy(store: SqlStore) -> AsyncIterator[None]:
    """Whatever is handed in meanwhile waits for the same commit."""
    begun, may_end = threading.Event(), threading.Event()

    def hold(_: Work) -> None:
        begun.set()
        assert may_end.wait(30)

    held = asyncio.create_task(store.record(hold))
    await asyncio.to_thread(begun.wait, 30)
    try:
        yield
    finally:
        may_end.set()
        await held


async def together(store: SqlStore, *units: Unit) -> list[Any]:
    """The results of units that share a commit."""
    async with the_writer_busy(store):
        tasks = [asyncio.create_task(store.record(unit)) for unit in units]
        await asyncio.sleep(0)
    return await asyncio.gather(*tasks, return_exceptions=True)


@contextmanager
def heard(name: str) -> Iterator[list[str]]:
    """What the engine did under this name of an event."""
    calls: list[str] = []

    def note(*arguments: Any) -> None:
        calls.append(arguments[2] if len(arguments) > 2 else name)

    event.listen(Engine, name, note)
    try:
        yield calls
    finally:
        event.remove(Engine, name, note)


def keep(number: int, was: int = 0) -> Unit:
    return lambda work: work.keep(ConversationId(f"terminal:{number}"), State(), was)


async def version(store: SqlStore, number: int) -> int:
    person = ConversationId(f"terminal:{number}")
    return (await store.read(lambda look: look.conversation(person))).version


async def test_units_that_wait_share_one_commit(database: SqlStore) -> None:
    with heard("commit") as commits:
        await together(database, *map(keep, range(20)))

    assert len(commits) == 2, "one for the busy unit, one for the twenty"
    assert [await version(database, number) for number in range(20)] == [1] * 20


async def test_one_that_fails_leaves_the_others_committed(either: SqlStore) -> None:
    def writes_and_fails(work: Work) -> None:
        keep(2)(work)
        raise LookupError

    results = await together(either, keep(1), writes_and_fails, keep(3, was=7), keep(4))

    assert [type(result) for result in results] == [
        type(None),
        LookupError,
        Stale,
        type(None),
    ]
    assert [await version(either, number) for number in (1, 2, 3, 4)] == [1, 0, 0, 1]


async def test_units_run_in_the_order_of_their_arrival(database: SqlStore) -> None:
    order: list[int] = []

    await together(database, *(lambda _, n=number: order.append(n) for number in range(100)))

    assert order == list(range(100))


async def test_a_normal_turn_is_three_statements(database: SqlStore) -> None:
    def turn(work: Work) -> None:
        assert work.claim(HELLO, NOW)
        work.keep(ANA, State(), 0)
        work.say(ANA, [Say("hello"), Say("ask")], State(), NOW, HELD)

    with heard("before_cursor_execute") as statements:
        await database.read(lambda look: look.conversation(ANA))
        await database.record(turn)

    assert [statement.split(" (")[0].split()[0:3:2] for statement in statements] == [
        ["BEGIN"],
        ["SELECT"],
        ["BEGIN"],
        ["INSERT", "claims"],
        ["INSERT", "conversations"],
        ["INSERT", "replies"],
    ]


async def test_readers_go_on_while_the_writer_is_busy(database: SqlStore) -> None:
    async with the_writer_busy(database):
        assert await version(database, 1) == 0


async def test_a_withdrawn_unit_that_has_not_begun_never_begins(database: SqlStore) -> None:
    async with the_writer_busy(database):
        withdrawn = asyncio.create_task(database.record(keep(1)))
        await asyncio.sleep(0)
        withdrawn.cancel()
        await asyncio.gather(withdrawn, return_exceptions=True)
        waiting = asyncio.create_task(database.record(keep(2)))
        await asyncio.sleep(0)
    await waiting

    assert [await version(database, number) for number in (1, 2)] == [0, 1]


async def test_closing_finishes_what_was_handed_in(place: str) -> None:
    """E4: everything taken before the end is committed."""
    store = await SqlStore(place).open()
    async with the_writer_busy(store):
        tasks = [asyncio.create_task(store.record(keep(number))) for number in range(100)]
        await asyncio.sleep(0)
        closing = asyncio.create_task(store.close())
    await asyncio.gather(*tasks)
    await closing

    async with SqlStore(place) as reopened:
        assert [await version(reopened, number) for number in range(100)] == [1] * 100


async def test_after_closing_nothing_is_taken(url: str) -> None:
    store = SqlStore(url)
    with pytest.raises(StoreUnavailable):
        await store.record(keep(1))
    async with store:
        pass
    with pytest.raises(StoreUnavailable):
        await store.record(keep(1))
    with pytest.raises(StoreUnavailable):
        await store.read(lambda look: look.conversation(ANA))
    await store.close()


async def test_other_event_loops_may_use_the_same_store(either: SqlStore) -> None:
    def elsewhere(number: int) -> None:
        asyncio.run(either.record(keep(number)))

    with ThreadPoolExecutor(4) as threads:
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(threads, elsewhere, n) for n in range(12)))

    assert [await version(either, number) for number in range(12)] == [1] * 12


async def test_a_commit_that_fails_fails_everybody(url: str) -> None:
    """Nobody is told of success before the commit, and the thread recovers."""
    migrate(url)
    writer = DatabaseThreads(for_writing(make_engine(url)), "writer", 1, together=8)
    begun, may_end = threading.Event(), threading.Event()

    def hold(_: Connection) -> None:
        begun.set()
        assert may_end.wait(30)

    def claim(number: int) -> Callable[[Connection], object]:
        statement = f"INSERT INTO claims VALUES ('{number}', 0)"  # noqa: S608 - a number
        return lambda connection: connection.exec_driver_sql(statement)

    def breaks_the_commit(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql("INSERT INTO posts VALUES ('none', 0, '', '', '', 0)")

    held = asyncio.create_task(writer.run(hold))
    await asyncio.to_thread(begun.wait, 30)
    units = [claim(1), breaks_the_commit, claim(2)]
    tasks = [asyncio.create_task(writer.run(unit)) for unit in units]
    await asyncio.sleep(0)
    may_end.set()
    results = await asyncio.gather(held, *tasks, return_exceptions=True)
    await writer.run(claim(3))
    stored = await writer.run(
        lambda connection: connection.exec_driver_sql("SELECT id FROM claims").scalars().all()
    )
    await writer.close()

    assert [type(result) for result in results] == [type(None), *[StoreUnavailable] * 3]
    assert stored == ["3"]


async def test_a_claim_survives_the_failure_of_its_neighbour(database: SqlStore) -> None:
    def claims(work: Work) -> bool:
        return work.claim(MessageId("telegram:1"), NOW)

    def claims_and_fails(work: Work) -> None:
        assert claims(work)
        raise LookupError

    failed, taken, again = await together(database, claims_and_fails, claims, claims)

    assert (type(failed), taken, again) == (LookupError, True, False)
    assert await database.read(lambda look: look.conversation(ANA)) == Known(State(), 0)
