"""A turn is recorded once and whole, or not at all."""

import asyncio
from dataclasses import replace
from datetime import timedelta, timezone
from functools import partial

import pytest

from faq_index import EntryId
from intake.dialogue.messages import ConversationId, FileId, MessageId, Ref
from intake.dialogue.replies import Receipt, Say, Suggested
from intake.dialogue.state import (
    Answer,
    Asking,
    Describing,
    Draft,
    DraftFile,
    Filed,
    Idle,
    Part,
    Replying,
    Reviewing,
    Sorting,
    Stage,
    State,
    Suggesting,
)
from intake.ports import Known, Stale, Store, Work
from intake.regulations.policy import FieldId
from intake.tickets import DraftId
from intake.tid import Tid
from tests.storage.stories import ANA, BEN, HELD, HELLO, NOW, SPANISH, a_ticket, say

LIMA = timezone(timedelta(hours=-5))
DRAFT = Draft(
    id=DraftId("draft-1"),
    began_at=NOW.astimezone(LIMA),
    answers=(Answer(FieldId("problem"), (Part(Ref("1"), "No\nabre"), Part(Ref("2"), "")), True),),
    asked=(FieldId("url"),),
    skipped=(FieldId("version"),),
    shown=(Suggested(EntryId("faq-7"), "Opening", "https://docs.example/open", "Try this"),),
    files=(DraftFile(FileId("f"), "log.txt", "album"),),
    related=(Tid("TID-0"),),
)
STAGES: list[Stage] = [
    Idle(),
    Describing(),
    Suggesting(3),
    Asking(FieldId("url"), editing=True),
    Reviewing(),
    Replying(Tid("TID-1"), NOW),
    Sorting(Tid("TID-1"), Part(Ref("9"), "and another thing")),
]


async def test_a_message_delivered_twice_is_taken_once(store: Store) -> None:
    assert await store.record(lambda work: work.claim(HELLO, NOW))
    assert not await store.record(lambda work: work.claim(HELLO, NOW + HELD))


async def test_two_messages_are_two_messages(store: Store) -> None:
    assert await store.record(lambda work: work.claim(HELLO, NOW))
    assert await store.record(lambda work: work.claim(MessageId("slack:Ev1"), NOW))


async def test_nobody_has_written_yet(store: Store) -> None:
    assert await store.read(lambda look: look.conversation(ANA)) == Known(State(), 0)


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.kind)
async def test_a_talk_goes_on_where_it_stood(store: Store, stage: Stage) -> None:
    state = replace(
        SPANISH,
        stage=stage,
        draft=DRAFT,
        parked=True,
        serial=7,
        answered=6,
        screen=("skip.7",),
        filed=(Filed(Ref("3"), Tid("TID-1")),),
    )

    await store.record(lambda work: work.keep(ANA, state, 0))

    assert await store.read(lambda look: look.conversation(ANA)) == Known(state, 1)
    assert await store.read(lambda look: look.conversation(BEN)) == Known(State(), 0)


async def test_each_turn_is_a_new_version(store: Store) -> None:
    for version in range(3):
        state = State(serial=version)
        await store.record(lambda work, s=state, v=version: work.keep(ANA, s, v))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults

    assert await store.read(lambda look: look.conversation(ANA)) == Known(State(serial=2), 3)


@pytest.mark.parametrize("was", [0, 1, 3])
async def test_who_decided_on_an_older_state_decides_anew(store: Store, was: int) -> None:
    await store.record(lambda work: work.keep(ANA, State(serial=1), 0))
    await store.record(lambda work: work.keep(ANA, State(serial=2), 1))

    with pytest.raises(Stale):
        await store.record(lambda work: work.keep(ANA, State(serial=9), was))

    assert await store.read(lambda look: look.conversation(ANA)) == Known(State(serial=2), 2)


async def test_a_talk_that_never_was_cannot_be_continued(store: Store) -> None:
    with pytest.raises(Stale):
        await store.record(lambda work: work.keep(ANA, State(), 1))


async def test_a_turn_that_fails_never_was(store: Store) -> None:
    def fails_at_the_end(work: Work) -> None:
        assert work.claim(HELLO, NOW)
        work.keep(ANA, SPANISH, 0)
        work.say(ANA, [Say("hello")], SPANISH, NOW, HELD)
        work.file(a_ticket())
        raise LookupError

    with pytest.raises(LookupError):
        await store.record(fails_at_the_end)

    assert await store.record(lambda work: work.claim(HELLO, NOW))
    assert await store.read(lambda look: look.conversation(ANA)) == Known(State(), 0)
    assert await store.read(lambda look: look.all_tickets(9)) == []
    assert await store.record(lambda work: work.unsent(NOW + HELD, HELD, 9)) == ()


async def test_a_unit_sees_what_it_has_written(store: Store) -> None:
    def write_and_look(work: Work) -> Known:
        work.keep(ANA, SPANISH, 0)
        return work.conversation(ANA)

    assert await store.record(write_and_look) == Known(SPANISH, 1)


async def test_replies_are_numbered_in_the_order_of_the_talk(store: Store) -> None:
    first = await say(store, *(f"line-{n}" for n in range(20)))
    second = await say(store, "next", "last", to=BEN)

    numbers = [each.id for each in (*first, *second)]
    assert numbers == sorted(set(numbers))
    assert [each.reply for each in second] == [Say("next"), Say("last")]
    assert {(each.language, each.zone) for each in second} == {("es", "America/Lima")}
    assert {(each.conversation, each.created_at) for each in second} == {(BEN, NOW)}


async def test_nothing_to_say_is_fine(store: Store) -> None:
    assert await say(store) == ()


async def test_a_receipt_leaves_as_it_was_recorded(store: Store) -> None:
    receipt = Receipt(Tid("TID-1"), "b2", NOW, NOW + HELD, "business-days", 48, "weekend")
    recorded = await store.record(lambda work: work.say(ANA, [receipt], SPANISH, NOW, HELD))

    assert await store.record(lambda work: work.unsent(NOW + HELD, HELD, 9)) == recorded


async def test_two_hundred_people_talk_at_once(store: Store) -> None:
    async def talk(number: int) -> int:
        person = ConversationId(f"telegram:{number}")

        def turn(work: Work) -> int:
            assert work.claim(MessageId(f"telegram:{number}"), NOW)
            work.keep(person, State(serial=number), 0)
            return work.say(person, [Say("a"), Say("b")], State(), NOW, HELD)[0].id

        return await store.record(turn)

    numbers = await asyncio.gather(*map(talk, range(200)))

    assert len(set(numbers)) == 200
    for number in range(200):
        known = await store.read(lambda look, n=number: look.conversation(f"telegram:{n}"))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults
        assert known == Known(State(serial=number), 1)


async def test_forty_messages_of_one_person_are_all_heard(store: Store) -> None:
    def count_on(known: Known, work: Work) -> None:
        work.keep(ANA, State(serial=known.state.serial + 1), known.version)

    async def hear() -> None:
        while True:
            known = await store.read(lambda look: look.conversation(ANA))
            try:
                return await store.record(partial(count_on, known))
            except Stale:
                continue

    await asyncio.gather(*(hear() for _ in range(40)))

    assert await store.read(lambda look: look.conversation(ANA)) == Known(State(serial=40), 40)
