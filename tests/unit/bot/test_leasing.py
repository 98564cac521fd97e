"""One of any number of processes does it; another takes over when that one has gone."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot import leasing
from bot.leasing import AGAIN, LASTS, RENEWED, OnlyOne
from intake.leases import Lease
from tests.fakes.store import MemoryStore
from tests.fakes.time import Time

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


class Process:
    """Somebody who would like to do it; `at_work` while he does."""

    def __init__(self, time: Time, store: MemoryStore) -> None:
        self.time, self.skew = time, timedelta()
        self.at_work, self.frozen, self.turns = False, False, 0
        self.lease = OnlyOne("it", store, self.clock, self.sleep, lambda: time.now)
        self.task = asyncio.create_task(self.lease.run(self.duty))

    def clock(self) -> datetime:
        return START + timedelta(seconds=self.time.now) + self.skew

    async def sleep(self, seconds: float) -> None:
        await self.time.sleep(seconds)
        while self.frozen:
            await self.time.sleep(0.5)

    async def duty(self) -> None:
        self.at_work, self.turns = True, self.turns + 1
        try:
            await self.lease._stopping.wait()  # noqa: SLF001 - as a channel that is told to stop
        finally:
            self.at_work = False

    async def is_killed(self) -> None:
        """It releases nothing."""
        self.lease._name = "of nobody"  # noqa: SLF001
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    # All live in this one process; whether that is there tells nothing here.
    monkeypatch.setattr(leasing, "_has_gone", lambda _: False)
    return Time()


@pytest.fixture
async def three(time: Time) -> AsyncIterator[list[Process]]:
    store = MemoryStore()
    processes = [Process(time, store) for _ in range(3)]
    await time.passes(2)
    yield processes
    for each in processes:
        each.task.cancel()
    await asyncio.gather(*(each.task for each in processes), return_exceptions=True)


def working(processes: list[Process]) -> list[int]:
    return [number for number, each in enumerate(processes) if each.at_work]


async def test_exactly_one_does_it_for_as_long_as_it_lives(
    three: list[Process], time: Time
) -> None:
    assert working(three) == [0]
    for _ in range(100):
        await time.passes(1.7)
        assert working(three) == [0]
    assert [each.turns for each in three] == [1, 0, 0]


async def test_after_a_kill_another_takes_over_within_ten_seconds(
    three: list[Process], time: Time
) -> None:
    await time.passes(RENEWED * 0.9)
    await three[0].is_killed()
    await time.passes(LASTS.total_seconds() - RENEWED - AGAIN)
    assert working(three) == []
    await time.passes(10 - (LASTS.total_seconds() - RENEWED - AGAIN))
    assert len(working(three)) == 1


async def test_after_a_stop_another_takes_over_at_once(three: list[Process], time: Time) -> None:
    stopping = asyncio.create_task(three[0].lease.stop())
    await time.passes(AGAIN)
    assert stopping.done()
    assert len(working(three)) == 1
    assert not three[0].at_work


async def test_one_that_stands_by_stops_at_once(three: list[Process], time: Time) -> None:
    stopping = asyncio.create_task(three[2].lease.stop())
    await time.passes(0.01)
    assert stopping.done()
    assert working(three) == [0]


async def test_one_that_was_paused_for_long_knows_that_it_is_its_no_more(
    three: list[Process], time: Time
) -> None:
    three[0].frozen = True
    await time.passes(LASTS.total_seconds() + RENEWED + AGAIN)
    assert not three[0].lease.holds()
    assert len(working(three)) == 2  # it does not move; but where it asks before a step, it stops
    three[0].frozen = False
    await time.passes(3)
    assert len(working(three)) == 1
    assert not three[0].at_work


@pytest.mark.parametrize("jump", [timedelta(hours=-1), timedelta(days=1)])
async def test_e9_a_clock_that_jumps_keeps_nobody_from_taking_over(
    three: list[Process], time: Time, jump: timedelta
) -> None:
    three[0].skew = jump
    await time.passes(10)
    assert len(working(three)) == 1
    await three[working(three)[0]].is_killed()
    await time.passes(10)
    assert len(working(three)) == 1


async def test_while_the_store_is_away_nobody_does_it_for_long(
    three: list[Process], time: Time
) -> None:
    store = three[0].lease._store  # noqa: SLF001
    assert isinstance(store, MemoryStore)
    store.down = True
    await time.passes(LASTS.total_seconds() + RENEWED)
    assert working(three) == []
    store.down = False
    await time.passes(2)
    assert len(working(three)) == 1


async def test_what_ends_the_duty_ends_the_program(time: Time) -> None:
    async def fails() -> None:
        raise ZeroDivisionError

    lease = OnlyOne("it", MemoryStore(), lambda: START, time.sleep, lambda: time.now)
    with pytest.raises(ZeroDivisionError):
        await lease.run(fails)
    assert not lease.holds()


async def test_a_process_of_this_machine_that_is_no_more_is_followed_at_once() -> None:
    gone = await asyncio.create_subprocess_exec("sleep", "60")
    mine = leasing._this_process()  # noqa: SLF001
    machine = mine.partition("/")[0]
    theirs = f"{machine}/{gone.pid}/{leasing._birth(gone.pid)}/abcd"  # noqa: SLF001
    assert not leasing._has_gone(f"{mine}/abcd")  # noqa: SLF001
    assert not leasing._has_gone(theirs)  # noqa: SLF001
    gone.kill()
    await gone.wait()
    assert leasing._has_gone(theirs)  # noqa: SLF001
    # A number that is used again is another process; of other machines nobody can tell.
    assert leasing._has_gone(mine.rpartition("/")[0] + "/1")  # noqa: SLF001
    assert not leasing._has_gone("elsewhere/1/1/abcd")  # noqa: SLF001

    store, begun = MemoryStore(), asyncio.Event()
    await store.record(lambda w: w.lease("it", Lease(theirs, START + LASTS), START))
    naps: list[float] = []

    async def nap(seconds: float) -> None:
        naps.append(seconds)
        await asyncio.sleep(0)

    async def duty() -> None:
        begun.set()

    lease = OnlyOne("it", store, lambda: START, nap, lambda: 0.0)
    running = asyncio.create_task(lease.run(duty))
    await begun.wait()
    assert AGAIN in naps
    await lease.stop()
    await running
