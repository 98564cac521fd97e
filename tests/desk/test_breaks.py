"""R36: an emergency break is announced while the desk serves, and deadlines count on it at once."""

from datetime import UTC, datetime, timedelta

import pytest

from intake.desk import breaks
from intake.dialogue.staffing import Agent
from intake.dialogue.ticket_orders import note, reopen
from intake.ports.breaks import BreakId
from intake.regulations.calendar import Break, due
from intake.regulations.policy import shipped
from intake.tickets import Reason, Status
from tests.desk.test_customer import House

HOUR = timedelta(hours=1)
INC = shipped("inc")
NOON = datetime(2026, 3, 3, 17, tzinfo=UTC)


@pytest.fixture
def house() -> House:
    return House()


async def announce(house: House, start: datetime, end: datetime) -> BreakId:
    planned = Break(start, end, "flood")
    return await house.store.record(lambda work: breaks.announce(work, planned, NOON, "cli"))


async def counted_by(house: House) -> datetime:
    """When a commercial request of noon is due, as of now."""
    announced = await house.store.read(lambda look: look.breaks())
    calendar = breaks.counted_on(INC, announced, NOON) or INC.calendar
    return due(INC.level("commercial"), NOON, calendar).at


async def test_deadlines_count_on_it_until_it_is_over(house: House) -> None:
    usual = NOON + timedelta(days=1)
    assert await counted_by(house) == usual
    number = await announce(house, NOON + HOUR, NOON + 6 * HOUR)
    assert await counted_by(house) == usual + 5 * HOUR
    await house.store.record(lambda work: breaks.end(work, number, NOON + 3 * HOUR))
    assert await counted_by(house) == usual + 2 * HOUR


async def test_a_break_that_is_called_off_never_was(house: House) -> None:
    number = await announce(house, NOON + HOUR, NOON + 6 * HOUR)
    await house.store.record(lambda work: breaks.end(work, number, NOON))
    assert await counted_by(house) == NOON + timedelta(days=1)
    with pytest.raises(breaks.NoSuchBreak):
        await house.store.record(lambda work: breaks.end(work, number, NOON))


@pytest.mark.parametrize("hours", [(5, 4), (-5, -4), (3, 3)])
async def test_a_break_ends_after_it_begins(house: House, hours: tuple[int, int]) -> None:
    start, end = (NOON + each * HOUR for each in hours)
    with pytest.raises(breaks.EndsTooEarly):
        await announce(house, start, end)


async def test_whoever_writes_meanwhile_is_told_where_words_are_given(house: House) -> None:
    flood, words = Break(NOON, NOON + HOUR, "flood"), {"en": "We have no power until six."}
    await house.store.record(lambda work: breaks.announce(work, flood, NOON, "cli", words))
    (notice,) = await house.store.read(lambda look: look.notices(NOON))
    assert (notice.words, notice.starts, notice.ends) == (words, flood.start, flood.end)


async def test_orders_from_outside_the_chat_are_carried_out(house: House) -> None:
    number, kim = await house.files_a_ticket(), Agent("Kim")
    book = house.customer.playbook
    await house.agent.order(number, note, kim, "Seen in March", book)
    assert [each.text for each in await house.agent.notes(number)] == ["Seen in March"]
    await house.agent.close(number, Reason.SOLVED)
    (told,) = await house.agent.order(number, reopen, kim, "Too early", book)
    assert told.reply.kind == "ticket-moved"
    assert (await house.ticket(number)).status is Status.OPEN
