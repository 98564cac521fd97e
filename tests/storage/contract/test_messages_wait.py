"""Messages wait in the inbox: each once, in order, and tried by one at a time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from intake.dialogue.messages import (
    ConversationId,
    FileId,
    Files,
    IncomingFile,
    Judged,
    Message,
    MessageId,
    PersonId,
    RefusedFile,
    Said,
    Speaker,
    Text,
)
from intake.inbox import IN_ORDER, LIVE, TRIES, UPDATE, Letter, Setback
from intake.ports import Store, Work
from intake.regulations.attachments import Refusal
from tests.storage.stories import ANA, BEN, HELD, LATER, NOW

CARL = ConversationId("telegram:7")
HOURS_AGO = NOW - timedelta(hours=5)
SOON = timedelta(seconds=1)


def message(name: str, where: ConversationId = ANA, said: Said | None = None) -> Message:
    who = Speaker(PersonId("telegram:42"), "Ana", "es", "America/Lima")
    return Message(MessageId(name), where, who, said or Text(name), HOURS_AGO)


async def put(store: Store, *messages: Message) -> int:
    return await store.record(lambda work: work.put(messages, NOW))


async def take(
    store: Store, at: datetime = NOW, limit: int = 99, where: Sequence[str] = ()
) -> list[str]:
    taken = await store.record(lambda work: work.next_waiting(at, HELD, limit, where))
    return [each.message.id for each in taken]


async def fails(store: Store, name: str, tries: int, next_at: datetime | None = LATER) -> bool:
    setback = Setback("ValueError", tries, next_at, 3)
    return await store.record(lambda work: work.set_back(MessageId(name), setback))


async def ends(store: Store, name: str) -> bool:
    return await store.record(lambda work: work.dealt_with(MessageId(name)))


async def behind(store: Store, where: ConversationId = ANA) -> bool:
    return (await store.read(lambda look: look.conversation(where))).behind


async def test_a_message_waits_once_however_often_it_comes(store: Store) -> None:
    one, two = message("one"), message("two")
    assert await put(store, one, one, two) == 2
    assert await put(store, two, one) == 0
    # It was claimed: neither the ordinary way nor the inbox takes it a second time.
    assert not await store.record(lambda work: work.claim(one.id, NOW))
    assert await take(store) == ["one", "two"]
    assert await ends(store, "one")
    assert await put(store, one) == 0


async def test_what_was_taken_the_ordinary_way_does_not_wait(store: Store) -> None:
    await store.record(lambda work: work.claim(MessageId("one"), NOW))
    assert await put(store, message("one")) == 0
    assert await take(store) == []


async def test_whatever_was_said_comes_back_to_the_letter(store: Store) -> None:
    file = IncomingFile(FileId("f"), "ñandú \ud800.png", None, "remote")
    all_kinds: tuple[Said, ...] = (
        Text("“ñ” 😀 \0 \udcff"),
        Files((file,), "caption", "album"),
        Judged((RefusedFile(FileId("f"), "a.exe", Refusal.KIND),)),
    )
    for number, said in enumerate(all_kinds):
        given = message(str(number), said=said)
        await put(store, given)
        (found,) = await store.record(lambda work: work.next_waiting(NOW, HELD, 9))
        assert (found.message, found.tries, found.version) == (given, 0, None)
        assert await ends(store, str(number))


async def test_two_processes_never_have_the_same_message(store: Store) -> None:
    await put(store, message("one"), message("two", BEN))
    assert await take(store, limit=1) == ["one"]
    assert await take(store) == ["two"]
    assert await take(store) == []
    # Whoever held them has died.
    assert await take(store, LATER) == ["one", "two"]


async def test_a_hold_can_be_kept_by_whoever_has_it(store: Store) -> None:
    await put(store, message("one"))
    await take(store)
    one, later = [MessageId("one")], LATER + SOON
    await store.record(lambda work: work.hold_waiting(one, LATER, later))
    assert await take(store, LATER) == []
    # This hold is no longer ours to change.
    await store.record(lambda work: work.hold_waiting(one, LATER, NOW))
    assert await take(store, LATER) == []
    await store.record(lambda work: work.hold_waiting(one, later, NOW))
    assert await take(store) == ["one"]


async def test_nobody_gets_a_message_while_an_earlier_one_of_its_talk_is_held(
    store: Store,
) -> None:
    await put(store, message("one"), message("two"), message("other", BEN))
    assert await take(store, limit=1) == ["one"]
    assert await take(store) == ["other"]
    # Taken by two all the same, as two databases connections may: the later one has to wait.
    assert not await ends(store, "two")
    assert await ends(store, "one")
    assert await take(store) == ["two"]
    assert await ends(store, "two")
    assert not await ends(store, "two")


async def test_a_talk_is_behind_until_its_messages_are_dealt_with(store: Store) -> None:
    assert not await behind(store)
    await put(store, message("one"))
    assert await behind(store)
    assert not await behind(store, BEN)
    await take(store)
    assert await behind(store)
    await ends(store, "one")
    assert not await behind(store)


async def test_a_message_that_fails_holds_its_talk_up_for_a_moment_only(store: Store) -> None:
    await put(store, message("bad"), message("good"))
    await take(store)
    assert await fails(store, "bad", IN_ORDER - 1)
    assert await behind(store)
    assert not await ends(store, "good")

    assert await fails(store, "bad", IN_ORDER)
    assert await ends(store, "good")
    assert not await behind(store)
    # It is still tried again, in its own time.
    assert await take(store, LATER - SOON) == []
    (again,) = await store.record(lambda work: work.next_waiting(LATER, HELD, 9))
    assert (again.message.id, again.tries, again.version) == ("bad", IN_ORDER, 3)


async def test_after_the_last_try_it_is_a_dead_letter(store: Store) -> None:
    await put(store, message("bad"), message("good", BEN))
    await fails(store, "bad", TRIES, None)
    assert not await behind(store)
    assert await take(store, LATER) == ["good"]
    assert not await fails(store, "bad", TRIES)
    await fails(store, "good", TRIES, None)

    letters = await store.read(lambda look: look.letters(9))
    assert [(each.id, each.kind, each.cause, each.tries, each.at) for each in letters] == [
        ("bad", "text", "ValueError", TRIES, NOW),
        ("good", "text", "ValueError", TRIES, NOW),
    ]
    assert await store.read(lambda look: look.letters(1)) == letters[:1]
    assert await store.read(lambda look: look.letter(MessageId("bad"))) == letters[0]
    assert '"telegram:42"' in letters[0].body


async def test_a_dead_letter_is_tried_again_or_dropped_when_somebody_says_so(store: Store) -> None:
    await put(store, message("bad"), message("worse"), message("good"))
    for name in ("bad", "worse"):
        await fails(store, name, TRIES, None)
    assert not await store.record(lambda work: work.drop(MessageId("good")))
    assert not await store.record(lambda work: work.revive(MessageId("good"), NOW))

    assert await store.record(lambda work: work.drop(MessageId("worse")))
    assert not await store.record(lambda work: work.revive(MessageId("worse"), NOW))
    assert await store.read(lambda look: look.letter(MessageId("worse"))) is None

    assert await store.record(lambda work: work.revive(MessageId("bad"), NOW))
    assert await store.read(lambda look: look.letters(9)) == []
    taken = await store.record(lambda work: work.next_waiting(NOW, HELD, 9))
    # Wherever the talk stands, and in nobody's way.
    assert [(each.message.id, each.tries, each.version) for each in taken] == [
        ("bad", IN_ORDER, None),
        ("good", 0, None),
    ]


async def test_what_could_not_be_read_is_kept_but_never_tried(store: Store) -> None:
    letter = Letter(MessageId("odd"), UPDATE, "KeyError", 1, NOW, '{"update_id": 1}')
    keep = partial(_keep, letter=letter)
    assert await store.record(keep)
    assert not await store.record(keep)
    assert await store.read(lambda look: look.letter(letter.id)) == letter
    assert not await store.record(lambda work: work.revive(letter.id, NOW))
    assert await take(store, LATER) == []
    assert await store.record(lambda work: work.drop(letter.id))


async def test_who_has_just_written_comes_first_then_the_oldest(store: Store) -> None:
    just_now = replace(message("ben now", BEN), sent_at=NOW - LIVE / 2)
    await put(store, message("ana"), message("ben before", BEN), message("carl", CARL), just_now)
    assert await take(store, limit=1) == ["ben before"]
    assert await take(store, limit=1) == ["ana"]
    await ends(store, "ben before")
    assert sorted(await take(store)) == ["ben now", "carl"]


async def test_only_what_is_asked_about_is_taken(store: Store) -> None:
    await put(store, message("one"), message("two", BEN), message("three", CARL))
    assert await take(store, where=["slack:"]) == ["two"]
    assert await take(store, where=[CARL]) == ["three"]
    assert await take(store) == ["one"]


async def test_whoever_watches_sees_what_waits_and_what_is_dead(store: Store) -> None:
    await put(store, message("one"), message("two"))
    found = await store.read(lambda look: look.backlog(LATER, HELD))
    assert (found.failing, found.oldest_failing, found.dead_letters) == (2, NOW, 0)
    await fails(store, "one", TRIES, None)
    await ends(store, "two")
    found = await store.read(lambda look: look.backlog(LATER, HELD))
    assert (found.failing, found.oldest_failing, found.dead_letters) == (0, None, 1)


def _keep(work: Work, letter: Letter) -> bool:
    return work.put_letter(letter, ConversationId(""))
