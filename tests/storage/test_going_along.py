"""What is worth no transaction of its own goes with another; what follows from a look is at once
recorded."""

import asyncio

import pytest

from bot.storage import SqlStore, migrate, threads
from bot.storage.engine import make_engine
from bot.storage.threads import DatabaseThreads
from intake.dialogue.state import State
from intake.ports import Known, Reading, Stale, StoreUnavailable, Work
from tests.storage.stories import ANA
from tests.storage.test_group_commit import heard, keep, the_writer_busy, version


async def test_a_rider_shares_the_commit_of_whoever_comes_next(
    database: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threads, "RIDE", 3600.0)
    with heard("commit") as commits:
        riders = [asyncio.create_task(database.record_soon(keep(number))) for number in range(5)]
        assert await version(database, 1) == 0, "no thread was woken for it"
        await database.record(keep(5))
        await asyncio.gather(*riders)

    assert len(commits) == 2, "that of the look, and one for all six"
    assert [await version(database, number) for number in range(6)] == [1] * 6


async def test_nobody_comes_and_the_riders_go_together(either: SqlStore) -> None:
    await asyncio.gather(*(either.record_soon(keep(number)) for number in range(5)))

    assert [await version(either, number) for number in range(5)] == [1] * 5


async def test_a_rider_hears_of_its_own_failure_only(either: SqlStore) -> None:
    results = await asyncio.gather(
        either.record_soon(keep(1)),
        either.record_soon(keep(2, was=7)),
        either.record(keep(3)),
        return_exceptions=True,
    )

    assert [type(result) for result in results] == [type(None), Stale, type(None)]
    assert [await version(either, number) for number in (1, 2, 3)] == [1, 0, 1]


async def test_closing_takes_the_riders_along(place: str) -> None:
    store = await SqlStore(place).open()
    async with the_writer_busy(store):
        tasks = [asyncio.create_task(store.record_soon(keep(number))) for number in range(3)]
        await asyncio.sleep(0)
        closing = asyncio.create_task(store.close())
    await asyncio.gather(*tasks)
    await closing
    with pytest.raises(StoreUnavailable):
        await store.record_soon(keep(4))

    async with SqlStore(place) as reopened:
        assert [await version(reopened, number) for number in range(3)] == [1] * 3


def look(reading: Reading) -> Known:
    return reading.conversation(ANA)


def keep_next(work: Work, known: Known) -> int:
    work.keep(ANA, State(), known.version)
    return known.version + 1


async def test_what_follows_from_a_look_is_recorded(either: SqlStore) -> None:
    for version_now in range(3):
        assert await either.decide(look, keep_next) == (
            Known(State(), version_now),
            version_now + 1,
        )


async def test_somebody_was_faster_than_what_followed(either: SqlStore) -> None:
    def outdated(reading: Reading) -> Known:
        return Known(State(), reading.conversation(ANA).version + 7)

    with pytest.raises(Stale):
        await either.decide(outdated, keep_next)
    assert (await either.read(look)).version == 0


async def test_what_cannot_be_read_is_followed_by_nothing(either: SqlStore) -> None:
    def asks_wrongly(_: Reading) -> Known:
        raise LookupError

    with pytest.raises(LookupError):
        await either.decide(asks_wrongly, keep_next)
    assert (await either.read(look)).version == 0


async def test_what_was_looked_at_before_the_end_is_recorded(place: str) -> None:
    """E4: the readers end first, so that nothing which follows from them is refused."""
    store = await SqlStore(place).open()
    async with the_writer_busy(store):
        deciding = asyncio.create_task(store.decide(look, keep_next))
        await asyncio.sleep(0)
        closing = asyncio.create_task(store.close())
        await asyncio.sleep(0)
    await asyncio.gather(deciding, closing)

    async with SqlStore(place) as reopened:
        assert (await reopened.read(look)).version == 1


async def test_where_nobody_writes_any_more_the_caller_is_told(url: str) -> None:
    migrate(url)
    engine = make_engine(url)
    readers, writers = (DatabaseThreads(engine, name, 1, together=1) for name in ("read", "write"))
    await writers.close()

    with pytest.raises(StoreUnavailable):
        await readers.run_before(lambda _: 1, writers, lambda _, one: one + 1)
    await readers.close()
