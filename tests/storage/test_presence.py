"""Processes say that they live; who does not any more is found dead once, by whatever clock."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest

from bot.presence import DEAD, Presence
from bot.storage import SqlStore
from tests.storage.stories import NOW


class Time:
    """The wall's and the machine's, which need not agree."""

    def __init__(self) -> None:
        self.wall, self.ticks = NOW, 0.0
        self.meanwhile: list[Presence] = []

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.ticks

    async def sleep(self, seconds: float) -> None:
        self.passes(seconds)
        for each in self.meanwhile:
            await each.beat()

    def passes(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.ticks += seconds


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture(params=["url", "server_url"])
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[SqlStore]:
    async with SqlStore(request.getfixturevalue(request.param)) as store:
        yield store


def process(desk: SqlStore, time: Time, name: str) -> Presence:
    return Presence(desk, name, time.now, time.monotonic, time.sleep)


async def test_whoever_is_silent_for_five_seconds_is_found_dead_by_one(
    desk: SqlStore, time: Time
) -> None:
    one, two, three = (process(desk, time, name) for name in ("one", "two", "three"))
    for each in (one, two, three):
        await each.beat()
    for _ in range(int(DEAD)):
        for each in (two, three):
            await each.beat()
            assert await each.bury() == []
        time.passes(1)
    for each in (two, three):
        await each.beat()
    assert [await two.bury(), await three.bury()] == [["one"], []]
    assert set(two.living) == {"two", "three"}


async def test_whoever_is_seen_again_was_not_dead(desk: SqlStore, time: Time) -> None:
    one, two = process(desk, time, "one"), process(desk, time, "two")
    await one.beat()
    await two.beat()
    time.passes(DEAD)
    await one.beat()
    assert await two.bury() == []
    await two.beat()
    assert await two.bury() == []
    assert set(two.living) == {"one", "two"}


@pytest.mark.parametrize("jump", [timedelta(hours=-1), timedelta(days=1)])
async def test_e9_a_clock_that_jumps_kills_nobody(
    desk: SqlStore, time: Time, jump: timedelta
) -> None:
    one, two = process(desk, time, "one"), process(desk, time, "two")
    for _ in range(8):
        await one.beat()
        time.wall += jump
        await two.beat()
        assert await two.bury() == []
        time.passes(1)


async def test_whoever_leaves_says_so(desk: SqlStore, time: Time) -> None:
    one, two = process(desk, time, "one"), process(desk, time, "two")
    await one.beat()
    await one.leave()
    await two.beat()
    assert set(two.living) == {"two"}


async def test_a_process_takes_its_name_over_from_one_who_died_under_it(
    desk: SqlStore, time: Time
) -> None:
    await process(desk, time, "worker").beat()
    again = process(desk, time, "worker")
    await again.settle()
    assert again.name == "worker"


async def test_two_of_one_name_are_told_apart(desk: SqlStore, time: Time) -> None:
    first, second, third = (process(desk, time, "worker") for _ in range(3))
    await first.settle()
    await first.beat()
    time.meanwhile.append(first)
    await second.settle()
    time.meanwhile.append(second)
    await second.beat()
    await third.settle()
    assert [first.name, second.name, third.name] == ["worker", "worker-2", "worker-3"]
