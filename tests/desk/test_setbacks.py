"""A message whose turn fails: tried again in order, set aside, given up; never forgotten (A13)."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from intake.desk.customer import Customer
from intake.dialogue.messages import ConversationId, Text
from intake.inbox import IN_ORDER, LIVE, TRIES, Waiting
from intake.ports import Outgoing
from tests.desk.test_customer import House
from tests.unit.intake.talk import keys

ANA = ConversationId("telegram:42")


def said(replies: Sequence[Outgoing]) -> list[str]:
    return keys(tuple(each.reply for each in replies))


class Mailroom(House):
    """A desk whose inbox somebody works off by hand."""

    async def due(self) -> tuple[Waiting, ...]:
        now = self.now
        return await self.store.record(lambda work: work.next_waiting(now, timedelta(), 99))

    async def works_off(self) -> list[str]:
        told: list[str] = []
        for each in await self.due():
            told += said(await self.customer.resume(each))
        return told

    async def letters(self) -> list[tuple[str, int]]:
        found = await self.store.read(lambda look: look.letters(9))
        return [(each.cause, each.tries) for each in found]

    def later(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def house() -> Mailroom:
    return Mailroom()


@pytest.fixture
def customer(house: Mailroom) -> Customer:
    return house.customer


async def test_a13_a_message_is_tried_five_times_with_growing_pauses(
    house: Mailroom, customer: Customer
) -> None:
    message = house.message(Text("hello"))
    told, began, at = [said(await customer.fail(message, "Oops"))], house.now, [0.0]
    while not await house.letters():
        while not (due := await house.due()):
            house.later(seconds=0.1)
        at.append((house.now - began).total_seconds())
        told.append(said(await customer.fail_again(due[0], "Oops")))

    assert told == [[], [], ["takes-longer"], [], ["not-dealt-with"]]
    assert [round(each, 1) for each in at] == [0, 0.1, 0.5, 30.5, 330.5]
    assert await house.letters() == [("Oops", TRIES)]
    # Whatever comes again of it is known.
    assert await customer.hear(message) == ()
    assert await customer.fail(message, "Oops") == ()


async def test_a_failing_message_leaves_the_talk_where_it_was(
    house: Mailroom, customer: Customer
) -> None:
    await house.says("The checkout button does nothing at all")
    before = await house.store.read(lambda look: look.conversation(ANA))
    await customer.refuse(house.message(Text("poison")), "took too long")
    assert await house.store.read(lambda look: look.conversation(ANA)) == before


async def test_what_is_said_behind_a_failing_message_keeps_its_place(
    house: Mailroom, customer: Customer
) -> None:
    first = house.message(Text("The checkout button does nothing at all"))
    await customer.fail(first, "Oops")
    assert await house.says("no") == []
    assert await house.says("a.org") == []
    # Somebody else's talk goes on.
    assert await house.says("hello", "telegram:7") == ["greeting"]
    house.later(seconds=1)
    told = await house.works_off()
    known = await house.store.read(lambda look: look.conversation(ANA))
    assert known.state.draft is not None
    assert not known.behind
    assert [each for each in told if each.startswith("ask")] == [
        "ask-reproducible",
        "ask-url",
        "ask-version",
    ]


async def test_a_message_told_again_while_it_waits_has_one_effect(
    house: Mailroom, customer: Customer
) -> None:
    message = house.message(Text("hello"))
    seen: list[int | None] = []
    customer.witness = lambda _, told: seen.append(None if told is None else len(told))
    await customer.wait([message])
    assert await customer.hear(message) == ()
    (waiting,) = await house.due()
    assert said(await customer.resume(waiting)) == ["greeting"]
    assert await customer.resume(waiting) == ()
    assert await customer.hear(message) == ()
    assert seen == [None, 1, None, None]


async def test_set_aside_it_is_tried_while_the_talk_stands_where_it_stood(
    house: Mailroom, customer: Customer
) -> None:
    message = house.message(Text("The checkout button does nothing at all"))
    await customer.fail(message, "Oops")
    for _ in range(1, IN_ORDER):
        house.later(seconds=1)
        (waiting,) = await house.due()
        await customer.fail_again(waiting, "Oops")
    house.later(seconds=30)
    assert "ask-reproducible" in await house.works_off()
    assert await house.letters() == []


async def test_set_aside_and_overtaken_it_is_given_up(house: Mailroom, customer: Customer) -> None:
    """Its words would be taken for the answer to another question."""
    await house.says("The checkout button does nothing at all")
    await customer.fail(house.message(Text("no")), "Oops")
    for _ in range(1, IN_ORDER):
        house.later(seconds=1)
        (waiting,) = await house.due()
        await customer.fail_again(waiting, "Oops")
    await house.says("cancel")
    house.later(minutes=1)
    assert await house.works_off() == ["not-dealt-with"]
    assert await house.letters() == [("the talk went on", TRIES)]


async def test_revived_it_is_dealt_with_wherever_the_talk_stands(
    house: Mailroom, customer: Customer
) -> None:
    message = house.message(Text("hello"))
    assert said(await customer.refuse(message, "took too long")) == ["not-dealt-with"]
    assert await customer.refuse(message, "took too long") == ()
    await house.says("The checkout button does nothing at all")

    await house.store.record(lambda work: work.revive(message.id, house.now))
    assert await house.works_off()
    assert await house.letters() == []


async def test_a_message_from_the_inbox_that_hangs_is_given_up_at_once(
    house: Mailroom, customer: Customer
) -> None:
    await customer.wait([house.message(Text("hello"))])
    (waiting,) = await house.due()
    assert said(await customer.give_up(waiting, "took too long")) == ["not-dealt-with"]
    assert await customer.give_up(waiting, "took too long") == ()
    assert await house.letters() == [("took too long", TRIES)]


async def test_answers_to_what_is_old_leave_after_those_to_who_waits(
    house: Mailroom, customer: Customer
) -> None:
    old = house.message(Text("hello"))
    await customer.wait([old])
    house.later(hours=3)
    await customer.wait([house.message(Text("hello"), "telegram:7")])
    assert await house.works_off() == ["greeting"]
    # The other is not ours to send: it is due from long ago on, for whoever sweeps.
    taken = await house.store.record(
        lambda work: work.unsent(old.sent_at + LIVE, timedelta(seconds=6), 9)
    )
    assert [(each.conversation, *keys((each.reply,))) for each in taken] == [(ANA, "greeting")]
