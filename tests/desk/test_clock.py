"""Time passes at the desk: what is due is had done once, and staff hear of deadlines."""

from datetime import timedelta

import pytest

from intake.desk import clock
from intake.dialogue.messages import ConversationId, PersonId, Text
from intake.dialogue.replies import DueWarning
from intake.ports import Errand, Work
from intake.tickets import Reason
from intake.tid import make
from tests.desk.test_customer import STAFF, House

TALK = ConversationId("telegram:42")


@pytest.fixture
def house() -> House:
    return House()


async def errands(house: House) -> list[Errand]:
    """What the sweeps asked for so far."""
    await house.store.record(lambda work: clock.sweep(work, house.now))
    return [each for each in house.store.tables.errands.values() if each.kind != "tell"]


async def warned(house: House, errand: Errand) -> list[str]:
    """Who is told by it."""

    def warn(work: Work) -> list[str]:
        said = clock.warn(work, clock.deadline(errand), {PersonId(STAFF)}, house.now)
        assert all(isinstance(each.reply, DueWarning) for each in said)
        return [each.conversation for each in said]

    return await house.store.record(warn)


async def test_b14_a_draft_that_has_waited_for_a_day_is_swept_once(house: House) -> None:
    await house.says("The checkout button does nothing at all")
    assert await errands(house) == []
    house.now += timedelta(days=1)
    (errand,) = await errands(house)
    assert errand.about == (TALK, "1")
    assert await errands(house) == [errand]


async def test_the_reminder_is_the_desks_own_message_and_is_taken_once(house: House) -> None:
    await house.says("The checkout button does nothing at all")
    house.now += timedelta(days=1)
    message = clock.reminder(TALK, "1", house.now)
    (said,) = await house.customer.hear(message)
    assert said.reply.kind == "say"
    assert await house.customer.hear(message) == ()


async def test_staff_are_told_an_hour_before_an_answer_is_due_and_when_it_is_overdue(
    house: House,
) -> None:
    await house.hears(Text("hello"), STAFF)
    ticket = await house.ticket(await house.files_a_ticket())
    assert ticket.due_at
    house.now = ticket.due_at - timedelta(minutes=59)
    (soon,) = await errands(house)
    assert soon.about[2] == "soon"
    assert await warned(house, soon) == [STAFF]
    assert await warned(house, soon) == []
    house.now = ticket.due_at + timedelta(minutes=1)
    *_, overdue = await errands(house)
    assert overdue.about[2] == "overdue"
    assert await warned(house, overdue) == [STAFF]
    assert await warned(house, overdue) == []
    house.now += timedelta(days=30)
    assert len(await errands(house)) == 2


async def test_whoever_hears_that_it_is_overdue_is_not_told_that_it_is_due(house: House) -> None:
    """E9: nor when the clock goes back."""
    await house.hears(Text("hello"), STAFF)
    ticket = await house.ticket(await house.files_a_ticket())
    assert ticket.due_at
    house.now = ticket.due_at + timedelta(minutes=1)
    (overdue,) = await errands(house)
    assert await warned(house, overdue) == [STAFF]
    house.now -= timedelta(minutes=30)
    assert await errands(house) == [overdue]


async def test_what_was_answered_meanwhile_is_no_deadline_any_more(house: House) -> None:
    await house.hears(Text("hello"), STAFF)
    ticket = await house.ticket(await house.files_a_ticket())
    assert ticket.due_at
    house.now = ticket.due_at - timedelta(minutes=30)
    (soon,) = await errands(house)
    await house.agent.close(ticket.tid, Reason.SOLVED)
    assert await warned(house, soon) == []
    gone = Errand("warn", (make(99), *soon.about[1:]))
    assert await warned(house, gone) == []


async def test_where_no_agent_has_written_nobody_is_told(house: House) -> None:
    """A bot cannot write first."""
    ticket = await house.ticket(await house.files_a_ticket())
    assert ticket.due_at
    house.now = ticket.due_at - timedelta(minutes=30)
    (soon,) = await errands(house)
    assert await warned(house, soon) == []


async def test_what_is_said_elsewhere_is_had_told_by_whoever_can(house: House) -> None:
    number = await house.files_a_ticket()
    (told,) = await house.agent.close(number, Reason.SOLVED)
    assert Errand("tell", (TALK, str(told.id))) in house.store.tables.errands.values()
