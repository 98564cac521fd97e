"""What is asked for in a transaction is done after it, once; what cannot be done is set aside."""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from dbos import DBOS

from bot.effects import TRIES, Effects
from bot.storage import SqlStore
from intake.ports import Errand, Work

LATE = Errand("tell", ("telegram:42", "7"))
DEADLINE = Errand("warn", ("TID-1", "2026-11-03T09:30:00+00:00", "soon"))


@dataclass
class House:
    """A store and an engine on one database."""

    store: SqlStore
    effects: Effects
    done: list[Errand] = field(default_factory=list)
    broken: bool = False

    async def asks_for(self, *errands: Errand) -> None:
        def unit(work: Work) -> None:
            for each in errands:
                work.later(each)

        await self.store.record(unit)

    async def do(self, errand: Errand) -> None:
        self.done.append(errand)
        if self.broken:
            raise ValueError("what Ana said")

    async def until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(20):
            while True:
                if holds():
                    return
                await asyncio.sleep(0.02)

    async def rests(self) -> None:
        """Wait until nothing is to be done any more."""
        async with asyncio.timeout(20):
            while True:
                if not (await self.effects.look()).waiting:
                    return
                await asyncio.sleep(0.02)


@pytest.fixture(params=["url", "server_url"])
def address(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


@pytest.fixture
async def house(address: str) -> AsyncIterator[House]:
    effects = Effects(address, pause=0.001)
    async with SqlStore(address, effects.enqueue) as store, effects:
        yield House(store, effects)


@pytest.fixture
async def working(house: House) -> AsyncIterator[House]:
    await house.effects.start("one", house.do)
    yield house
    await house.effects.stop()


async def test_an_errand_is_done_once_however_often_it_is_asked_for(working: House) -> None:
    await working.asks_for(LATE, LATE)
    await working.until(lambda: LATE in working.done)
    await working.rests()
    await working.asks_for(LATE, DEADLINE)
    await working.until(lambda: DEADLINE in working.done)
    await working.rests()
    assert working.done == [LATE, DEADLINE]


async def test_what_is_undone_is_not_asked_for(working: House) -> None:
    def unit(work: Work) -> None:
        work.later(LATE)
        raise KeyError

    with pytest.raises(KeyError):
        await working.store.record(unit)
    await working.asks_for(DEADLINE)
    await working.until(lambda: bool(working.done))
    assert (await working.effects.look()).waiting <= 1
    assert working.done == [DEADLINE]


async def test_errands_wait_for_a_worker(house: House) -> None:
    await house.asks_for(LATE)
    load = await house.effects.look()
    assert (load.waiting, load.failed) == (1, ())
    assert load.oldest is not None
    assert abs(datetime.now(UTC) - load.oldest) < timedelta(minutes=1)  # noqa: TID251 - DBOS's own
    await house.effects.start("one", house.do)
    await house.until(lambda: house.done == [LATE])
    await house.effects.stop()


async def test_who_is_told_to_stop_begins_nothing_more(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """DBOS takes from its queue what it can no longer begin, unless that has ended before."""
    await house.asks_for(*(Errand("tell", ("telegram:42", str(n))) for n in range(40)))
    with caplog.at_level(logging.ERROR, "dbos"):
        await house.effects.start("one", house.do)
        await house.until(lambda: bool(house.done))
        await house.effects.stop()
    assert [each.message for each in caplog.records if "Error executing" in each.message] == []


async def test_what_fails_again_and_again_is_set_aside_until_somebody_has_it_tried_again(
    working: House, caplog: pytest.LogCaptureFixture
) -> None:
    working.broken = True
    with caplog.at_level(logging.DEBUG):
        await working.asks_for(DEADLINE)
        await working.until(lambda: len(working.done) == TRIES)
        await working.rests()
    assert (await working.effects.look()).failed == (DEADLINE.id,)
    await working.asks_for(DEADLINE)
    await working.rests()
    assert len(working.done) == TRIES
    assert await working.effects.try_again() == 1
    working.broken = False
    await working.asks_for(DEADLINE)
    await working.rests()
    assert len(working.done) == TRIES + 1
    assert (await working.effects.look()).failed == ()
    assert not [each for each in caplog.records if "Ana" in each.getMessage()]


async def test_what_a_process_had_begun_that_is_gone_is_begun_anew(house: House) -> None:
    begun = asyncio.Event()

    async def hangs(_: Errand) -> None:
        begun.set()
        await asyncio.Event().wait()

    await house.effects.start("one", hangs)
    await house.asks_for(LATE)
    await begun.wait()
    await house.effects.stop()
    await house.effects.start("two", house.do)
    assert await house.effects.take_over({"one", "two"}) == 0
    assert await house.effects.take_over({"two"}) == 1
    await house.until(lambda: house.done == [LATE])
    await house.rests()
    await house.effects.stop()


async def test_a_process_goes_on_with_what_it_had_begun_under_its_name(house: House) -> None:
    begun = asyncio.Event()

    async def hangs(_: Errand) -> None:
        begun.set()
        await asyncio.Event().wait()

    await house.effects.start("one", hangs)
    await house.asks_for(LATE)
    await begun.wait()
    await house.effects.stop()
    await house.effects.start("one", house.do)
    await house.until(lambda: house.done == [LATE])
    await house.effects.stop()


async def test_what_is_over_is_forgotten_and_what_failed_is_not(working: House) -> None:
    await working.asks_for(LATE)
    await working.until(lambda: bool(working.done))
    working.broken = True
    await working.asks_for(DEADLINE)
    await working.until(lambda: len(working.done) > TRIES)
    await working.rests()
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    assert await working.effects.purge(long_ago) == 0
    assert await working.effects.purge(long_ago + timedelta(days=36_500)) == 1
    assert (await working.effects.look()).failed == (DEADLINE.id,)


async def test_processes_that_start_together_all_start(address: str) -> None:
    async with SqlStore(address):
        engines = [Effects(address) for _ in range(3)]
        await asyncio.gather(*(each.__aenter__() for each in engines))
        for each in engines:
            assert (await each.look()).waiting == 0
            await each.__aexit__()


async def test_e4_a_stop_amid_the_start_ends_what_was_started(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever starts is cancelled, but not its thread: what that starts after the end would go on
    for ever."""
    under_way, may_go_on = threading.Event(), threading.Event()
    happened: list[str] = []
    launch, destroy = DBOS.launch, DBOS.destroy

    def slowly() -> None:
        under_way.set()
        assert may_go_on.wait(20)
        launch()
        happened.append("launched")

    def at_last(*, destroy_registry: bool) -> None:
        happened.append("ended")
        destroy(destroy_registry=destroy_registry)

    monkeypatch.setattr(DBOS, "launch", slowly)
    monkeypatch.setattr(DBOS, "destroy", at_last)
    starting = asyncio.create_task(house.effects.start("one", house.do))
    await asyncio.to_thread(under_way.wait, 20)
    starting.cancel()
    await asyncio.gather(starting, return_exceptions=True)
    stopping = asyncio.create_task(house.effects.stop())
    await asyncio.wait({stopping}, timeout=0.2)
    may_go_on.set()
    await stopping
    assert happened == ["launched", "ended"]
