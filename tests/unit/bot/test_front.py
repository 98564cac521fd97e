"""Messages go in one at a time for each conversation; a fault of ours is owned up to (A13)."""

import asyncio
import re
from datetime import timedelta

import pytest
import structlog

from bot.delivery import Delivery
from bot.front import HANGS, Front
from intake.dialogue.messages import Message, Text
from intake.ports import Outgoing, StoreUnavailable
from tests.desk.test_customer import House
from tests.unit.intake.talk import keys


async def test_a13_a_message_whose_turn_fails_is_kept_and_others_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house, woken = House(), asyncio.Event()
    front = Front(house.customer, Delivery(house.store, lambda: house.now))
    front.wake = woken.set
    hear = type(house.customer).hear

    async def trip(_: object, message: Message) -> tuple[Outgoing, ...]:
        if isinstance(message.said, Text) and message.said.text == "poison":
            raise ZeroDivisionError(message.said.text)
        return await hear(house.customer, message)

    monkeypatch.setattr(type(house.customer), "hear", trip)
    poison = house.message(Text("poison"))
    with structlog.testing.capture_logs() as logged:
        assert await front.answer(poison) == ()
    assert woken.is_set()
    assert [each["event"] for each in logged] == ["front.turn_failed"]
    assert await front.answer(poison) == ()
    fine = await front.answer(house.message(Text("hello"), "telegram:43"))
    assert keys(tuple(each.reply for each in fine)) == ["greeting"]
    house.now += timedelta(seconds=1)
    (kept,) = await house.store.record(lambda w: w.next_waiting(house.now, timedelta(), 9))
    assert (kept.message, kept.tries) == (poison, 1)


async def test_the_cause_says_what_failed_and_where_but_never_what_was_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = House()
    front = Front(house.customer, Delivery(house.store, lambda: house.now))

    async def trip(_: object, message: Message, *__: object) -> tuple[Outgoing, ...]:
        raise ValueError(f"cannot read {message.said}")

    monkeypatch.setattr(type(house.customer), "hear", trip)
    monkeypatch.setattr(type(house.customer), "_turn", trip)
    await front.answer(message := house.message(Text("my secret")))
    while not (letter := await house.store.read(lambda look: look.letter(message.id))):
        house.now += timedelta(minutes=10)
        for each in await house.store.record(lambda w: w.next_waiting(house.now, timedelta(), 9)):
            assert (await front.resume(each))[1]
    assert re.fullmatch(r"ValueError at unit/bot/test_front\.py:\d+", letter.cause)


async def test_an_unavailable_store_is_the_platforms_to_know() -> None:
    house = House()
    front = Front(house.customer, Delivery(house.store, lambda: house.now))
    house.store.down = True
    with pytest.raises(StoreUnavailable):
        await front.hear(house.message(Text("hello")))


async def test_b13_answers_of_one_conversation_are_taken_in_their_order() -> None:
    house = House()
    front = Front(house.customer, Delivery(house.store, lambda: house.now))
    await front.hear(house.message(Text("The checkout button does nothing at all")))
    await asyncio.gather(
        *(front.hear(house.message(Text(text))) for text in ("no", "a.org", "20.5", "business"))
    )
    known = await house.store.read(lambda r: r.conversation(house.message(Text("")).conversation))
    assert known.state.draft is not None
    assert {each.field: each.value for each in known.state.draft.answers if not each.lifted} == {
        "problem": "The checkout button does nothing at all",
        "reproducible": "no",
        "url": "https://a.org",
        "version": "20.5",
        "edition": "business",
    }
    assert known.version == 5  # nobody had to decide anew


async def test_e10_a_turn_that_hangs_is_given_up_and_others_go_on_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = House()
    front = Front(house.customer, Delivery(house.store, lambda: house.now), patience=0.05)
    hear, begun = type(house.customer).hear, asyncio.Event()

    async def hang(_: object, message: Message) -> tuple[Outgoing, ...]:
        if isinstance(message.said, Text) and message.said.text == "hang":
            begun.set()
            await asyncio.Event().wait()
        return await hear(house.customer, message)

    monkeypatch.setattr(type(house.customer), "hear", hang)
    hanging = asyncio.create_task(front.answer(house.message(Text("hang"))))
    await begun.wait()
    other = await front.answer(house.message(Text("hello"), "telegram:43"))
    assert keys(tuple(each.reply for each in other)) == ["greeting"]
    assert not hanging.done()
    (sorry,) = await hanging
    assert keys((sorry.reply,)) == ["not-dealt-with"]
    # It is not tried again: each try may take a database thread with it.
    (letter,) = await house.store.read(lambda look: look.letters(9))
    assert (letter.kind, letter.cause) == ("text", HANGS)
    fine = await front.answer(house.message(Text("hello")))
    assert keys(tuple(each.reply for each in fine)) == ["greeting"]


async def test_e10_where_even_the_apology_hangs_the_platform_is_to_come_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = House()
    front = Front(house.customer, Delivery(house.store, lambda: house.now), patience=0.01)

    async def hang(*_: object) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(house.store, "_arrive", hang)
    with pytest.raises(StoreUnavailable):
        await front.hear(house.message(Text("hello")))


async def test_every_line_of_a_turn_names_its_message(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = House()
    front = Front(house.customer, Delivery(house.store, lambda: house.now))
    seen: list[object] = []

    async def look(_: object, message: Message) -> tuple[Outgoing, ...]:
        await asyncio.sleep(0)
        seen.append((message.id, structlog.contextvars.get_contextvars()))
        return ()

    monkeypatch.setattr(type(house.customer), "hear", look)
    messages = [house.message(Text("hello"), f"telegram:{number}") for number in range(9)]
    await asyncio.gather(*map(front.hear, messages))
    assert seen == [(each.id, {"message": each.id}) for each in messages]
    assert structlog.contextvars.get_contextvars() == {}
