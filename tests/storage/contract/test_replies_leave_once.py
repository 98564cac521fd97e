"""What was recorded is handed out to one sender at a time, in order, until it is sent."""

import asyncio
from datetime import datetime, timedelta
from functools import partial
from typing import Literal

import pytest

from intake import tid
from intake.dialogue.messages import ConversationId
from intake.dialogue.replies import AgentAnswer, Receipt, Reply, Say
from intake.ports import Store, Work
from tests.storage.stories import ANA, BEN, HELD, LATER, MUCH_LATER, NOW, SPANISH, say, take


async def test_a_reply_belongs_to_its_recorder_for_a_while(store: Store) -> None:
    await say(store, "one", "two")

    assert await take(store, LATER - timedelta(microseconds=1)) == []
    assert await take(store, LATER) == ["one", "two"]


async def test_who_takes_over_holds_it_in_turn(store: Store) -> None:
    await say(store, "one")

    assert await take(store, LATER) == ["one"]
    assert await take(store, LATER + HELD / 2) == []
    assert await take(store, LATER + HELD) == ["one"]


@pytest.mark.parametrize("outcome", ["sent", "unknown", "refused"])
async def test_what_left_is_not_handed_out_again(
    store: Store, outcome: Literal["sent", "unknown", "refused"]
) -> None:
    first, _ = await say(store, "one", "two")

    await store.record(lambda work: work.sent(first.id, NOW, outcome))

    assert await take(store) == ["two"]


async def test_the_oldest_leave_first_and_no_more_than_asked_for(store: Store) -> None:
    await say(store, "one", "two", to=BEN)
    await say(store, "three")

    assert await take(store, limit=2) == ["one", "two"]
    assert await take(store, limit=2) == ["three"]


async def test_a_hold_is_prolonged(store: Store) -> None:
    (waiting,) = await say(store, "one")
    await say(store, "two", to=BEN)

    await store.record(lambda work: work.hold([waiting.id], MUCH_LATER))

    assert await take(store, LATER) == ["two"]
    assert await take(store, MUCH_LATER) == ["one", "two"]


async def test_holding_nothing_is_fine(store: Store) -> None:
    await store.record(lambda work: work.hold([], MUCH_LATER))


async def test_a_held_reply_keeps_later_ones_of_its_talk_back(store: Store) -> None:
    """I5: what is said in a conversation arrives in the order in which it was said."""
    first, _, _ = await say(store, "one", "two", "three", to=ANA)

    await store.record(lambda work: work.hold([first.id], MUCH_LATER))
    assert await take(store, LATER) == []

    await store.record(lambda work: work.sent(first.id, LATER, "sent"))
    assert await take(store, LATER) == ["two", "three"]


async def test_a_sender_takes_only_what_it_can_send(store: Store) -> None:
    await say(store, "to Ana", to=ANA)
    await say(store, "to Ben", to=BEN)
    await say(store, "to Eve", to=ConversationId("telegram:4"))
    await say(store, "to nobody", to=ConversationId("tele%:42"))

    assert await take(store, where=["tele%:"]) == ["to nobody"]
    assert await take(store, where=["telegram:"]) == ["to Ana", "to Eve"]
    assert await take(store, where=["telegram:4", BEN]) == ["to Ben"]


async def test_many_takers_never_get_the_same(store: Store) -> None:
    for number in range(60):
        await say(store, f"line-{number}", to=ConversationId(f"terminal:{number}"))

    taken = await asyncio.gather(*(take(store, limit=7) for _ in range(12)))

    everything = [key for each in taken for key in each]
    assert sorted(everything) == sorted(f"line-{number}" for number in range(60))


async def test_a_reply_names_the_one_before_it_that_has_not_left(store: Store) -> None:
    one, two = await say(store, "one", "two")
    await say(store, "three", to=BEN)
    (four,) = await say(store, "four")
    await store.record(lambda work: work.sent(two.id, NOW, "sent"))
    await store.record(lambda work: work.sent(four.id, NOW, "sent"))
    (five,) = await say(store, "five")
    await store.record(lambda work: work.sent(one.id, NOW, "unknown"))
    await store.record(lambda work: work.sent(five.id, NOW, "refused"))
    (six,) = await say(store, "six")

    assert (one.after, two.after, four.after) == (None, one.id, two.id)
    assert (five.after, six.after) == (one.id, None)


async def test_a_late_reply_is_left_out_where_its_person_has_gone_on(store: Store) -> None:
    """A20: whoever comes back to the chat after an outage finds one question, not ten."""
    old, new = LATER + timedelta(hours=1), LATER + timedelta(hours=1, seconds=1)
    receipt = Receipt(tid.make(5), "b2", NOW, NOW, "business-days", 24)
    answer = AgentAnswer(receipt.tid, "Kim", "Reload.")
    for at, replies in ((NOW, (Say("one"), receipt)), (old, (Say("two"),)), (new, (answer,))):
        await store.record(partial(_say, replies=replies, at=at))
    await say(store, "other", to=BEN)

    # Early enough nothing is late; and an agent's answer does not show that somebody went on.
    taken = await store.record(lambda work: work.unsent(new + HELD, timedelta(), 99))
    assert [each.reply.kind for each in taken] == ["receipt", "say", "agent-answer", "say"]
    assert [each.reply.key for each in taken if isinstance(each.reply, Say)] == ["two", "other"]
    # Noted, not forgotten: it never comes back.
    later = new + timedelta(days=1)
    again = await store.record(lambda work: work.unsent(later, timedelta(), 99))
    assert [each.id for each in again] == [each.id for each in taken]


async def test_what_was_overtaken_takes_nobodys_place(store: Store) -> None:
    for number in range(20):
        at = NOW + timedelta(seconds=number)
        await store.record(partial(_say, replies=(Say(str(number)),), at=at))
    assert await take(store, NOW + timedelta(days=1), limit=1) == ["19"]


def _say(work: Work, replies: tuple[Reply, ...], at: datetime) -> None:
    work.say(ANA, replies, SPANISH, at, HELD)
