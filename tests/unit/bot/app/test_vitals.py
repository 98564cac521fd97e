"""Whether the desk is well, judged by what it does and by what waits."""

from datetime import timedelta

import pytest

from bot.app.vitals import FRESH, LATELY, OLDEST_REPLY, Vitals
from bot.metrics import Metrics
from intake.ports import StoreUnavailable
from tests.desk.test_customer import House
from tests.storage.stories import NOW, say
from tests.unit.bot.test_metrics import value

WELL = {"database": "ok", "replies": "ok", "messages": "ok", "dead letters": "ok"}


class Ward:
    """A desk that is watched, and the clocks of both."""

    def __init__(self) -> None:
        self.house, self.metrics = House(), Metrics()
        self.house.now = NOW
        self.seconds = 1000.0
        self.vitals = Vitals(
            self.house.store, lambda: self.house.now, self.metrics, lambda: self.seconds
        )

    def passes(self, time: timedelta) -> None:
        self.house.now += time
        self.seconds += time.total_seconds()

    async def looks(self) -> dict[str, str]:
        return {each.part: str(each.health) for each in await self.vitals.look()}


@pytest.fixture
def ward() -> Ward:
    return Ward()


async def test_a_desk_without_trouble_is_well(ward: Ward) -> None:
    assert await ward.looks() == WELL


async def test_a_database_that_takes_nothing_fails_and_comes_back_by_itself(ward: Ward) -> None:
    ward.house.store.down = True
    assert await ward.looks() == {"database": "failed"}
    assert b"tidings_up_to_date 0.0" in await ward.vitals.figures()
    ward.house.store.down = False
    ward.passes(timedelta(seconds=FRESH + 1))
    assert await ward.looks() == WELL
    assert value(ward.metrics, "tidings_up_to_date") == 1


async def test_many_who_ask_are_answered_by_one_look(ward: Ward) -> None:
    await ward.looks()
    ward.house.store.down = True
    assert await ward.looks() == WELL
    ward.passes(timedelta(seconds=FRESH + 1))
    assert await ward.looks() != WELL


async def test_a_channel_may_be_away_for_a_minute(ward: Ward) -> None:
    up = [False]
    ward.vitals.watch("telegram", lambda: up[0])
    ward.vitals.beat()
    assert (await ward.looks())["telegram"] == "failed"  # never there yet

    async def after(seconds: float) -> str:
        ward.passes(timedelta(seconds=seconds))
        ward.vitals.beat()
        return (await ward.looks())["telegram"]

    up[0] = True
    assert await after(3) == "ok"
    up[0] = False
    assert await after(LATELY - 1) == "ok"
    assert value(ward.metrics, "tidings_channel_up", channel="telegram") == 0
    assert await after(2 + FRESH) == "failed"
    up[0] = True
    assert await after(3) == "ok"


async def test_replies_that_wait_too_long_are_told_but_only_of_served_channels(ward: Ward) -> None:
    ward.vitals.serve("slack")
    await say(ward.house.store, "one")
    ward.passes(OLDEST_REPLY)
    assert await ward.looks() == WELL
    ward.vitals.serve("telegram")
    ward.passes(timedelta(seconds=10))
    assert await ward.looks() == {**WELL, "replies": "degraded"}
    assert value(ward.metrics, "tidings_outbox_waiting") == 1
    assert value(ward.metrics, "tidings_outbox_oldest_seconds") == 310


async def test_a_part_that_all_share_degrades_and_never_fails(ward: Ward) -> None:
    well: list[bool | Exception] = [True]

    async def effects() -> bool:
        if isinstance(well[0], Exception):
            raise well[0]
        return well[0]

    ward.vitals.check("effects", effects)
    for answer, told in ((True, "ok"), (False, "degraded"), (StoreUnavailable(), "degraded")):
        well[0] = answer
        ward.passes(timedelta(seconds=FRESH + 1))
        assert (await ward.looks())["effects"] == told


async def test_tickets_are_counted_by_when_they_are_due(ward: Ward) -> None:
    ward.house.now = NOW
    await ward.house.files_a_ticket()
    await ward.vitals.figures()
    assert value(ward.metrics, "tidings_tickets_open") == 1
    assert value(ward.metrics, "tidings_sla_breached") == 0
    ward.passes(timedelta(days=30))
    await ward.vitals.figures()
    assert value(ward.metrics, "tidings_sla_breached") == 1
