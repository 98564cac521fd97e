"""Polling: an update is confirmed when it is safe, and not before."""

from __future__ import annotations

import asyncio
import json
import logging

import pytest
import structlog

from bot.channels.telegram.connection import TokenRefused
from bot.channels.telegram.reception import LONGEST
from intake.dialogue.messages import Message, Text
from intake.dialogue.replies import Say
from intake.inbox import UPDATE
from tests.channels.telegram_stage import WORDS, Stage, store_down
from tests.platforms.telegram import (
    BadGateway,
    CutShort,
    DropBefore,
    Garbled,
    flood,
    internal_error,
    taken_over,
    unauthorized,
)
from tests.platforms.telegram.faults import Fault


def words(play: Stage) -> list[str]:
    return [said.text for said in play.desk.said if isinstance(said, Text)]


async def test_nothing_is_confirmed_before_the_desk_has_it(play: Stage) -> None:
    ana = play.telegram.person()
    seen: list[bool] = []
    updates = [await ana.says(text) for text in ("one", "two", "three")]
    play.desk.before = lambda _: seen.append(any(update.confirmed for update in updates))
    async with play.polling():
        await play.telegram.all_confirmed()
    assert seen == [False, False, False]
    assert words(play) == ["one", "two", "three"]


async def test_an_outage_of_the_store_loses_nothing_and_keeps_the_order(play: Stage) -> None:
    """Nothing is raised to Telegram but the same offset, so everything comes again."""
    ana = play.telegram.person()
    first, _ = [await ana.says(text) for text in ("one", "two")]
    play.desk.troubles = [store_down() for _ in range(5)]
    async with play.polling():
        await play.telegram.all_confirmed()
    assert words(play) == ["one", "two"]
    assert first.delivered == 6
    assert play.naps.taken == [1.0, 2.0, 4.0, 5.0, 5.0]


async def test_what_failed_holds_back_only_its_own_chat(play: Stage) -> None:
    """Ana's second message waits for her first; Bo's does not wait for Ana."""
    ana, bo = play.telegram.person(1), play.telegram.person(2, "Bo")
    await ana.says("ana 1")
    await ana.says("ana 2")
    await bo.says("bo 1")
    play.desk.troubles = [store_down()]
    heard_first: list[str] = []
    play.desk.before = lambda message: heard_first.append(message.speaker.id)
    async with play.polling():
        await play.telegram.all_confirmed()
    assert heard_first[:2] == ["telegram:1", "telegram:2"]
    assert words(play) == ["bo 1", "ana 1", "ana 2"]


async def test_a_repeated_update_is_heard_once(play: Stage) -> None:
    """A6: three copies, and once more after it was confirmed."""
    play.telegram.updates.copies = 3
    ana = play.telegram.person()
    async with play.polling():
        said = await ana.says("once")
        await play.telegram.all_confirmed()
        play.telegram.updates.redeliver(said)
        await play.desk.bell.until(lambda: play.desk.times == 6, 5)
    assert words(play) == ["once"]


async def test_numbers_that_begin_anew_from_below_arrive(play: Stage) -> None:
    """A8: after a quiet week Telegram chooses any number for the next update."""
    ana = play.telegram.person()
    async with play.polling():
        await ana.says("before")
        await play.telegram.all_confirmed()
        updates = play.telegram.updates
        await updates.bell.until(lambda: updates.is_polled, 5)
        updates.let_go()
        await updates.bell.until(lambda: not updates.is_polled, 5)
        await updates.bell.until(lambda: updates.is_polled, 5)
        await play.telegram.goes_away()
        updates.next_id = 5
        await ana.says("after")
        await play.telegram.comes_back()
        await play.desk.bell.until(lambda: play.desk.times == 2, 5)
    assert words(play) == ["before", "after"]


async def test_an_update_that_the_desk_cannot_even_keep_is_laid_aside_as_it_came(
    play: Stage,
) -> None:
    """A13: the others go on, and the log names the update without its words."""
    play.desk.poison = "hemlock"
    ana, bo = play.telegram.person(1), play.telegram.person(2, "Bo")
    with structlog.testing.capture_logs() as logged:
        async with play.polling():
            await ana.says("one")
            bad = await ana.says("two hemlock")
            await ana.says("three")
            await bo.says("bo")
            await play.telegram.all_confirmed()
    assert sorted(words(play)) == ["bo", "one", "three"]
    [letter] = play.desk.letters
    assert (letter.id, letter.kind) == (f"telegram:{bad.id}", UPDATE)
    assert json.loads(letter.body)["message"]["text"] == "two hemlock"
    [given_up] = [entry for entry in logged if entry["event"] == "telegram.update_given_up"]
    assert (given_up["update"], given_up["kinds"]) == (bad.id, ["message"])
    assert given_up["error"] == "ValueError"
    assert "hemlock" not in str(logged)


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("message", {"from": {"id": 1}, "text": "no chat, no date"}),
        ("message", {"message_id": 1, "date": 9e99, "chat": {"id": 1, "type": "private"}}),
        ("message", "not an object"),
        ("message", None),
        ("callback_query", {"id": "1", "data": []}),
        ("edited_message", {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}),
        ("message", {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "hologram"}}),
        ("my_chat_member", {"status": "kicked"}),
        ("thought_transfer", {"chat": {"id": 42}}),
    ],
)
async def test_an_update_that_nobody_understands_stops_nobody(
    play: Stage, kind: str, payload: object
) -> None:
    """A12: unknown kinds, fields missing or of a wrong shape."""
    async with play.polling():
        # Telegram learns with the first question which kinds are wanted, and may be early.
        play.telegram.happens(kind, payload)  # type: ignore[arg-type] # shapes no client sends
        await play.telegram.person().says("I am here")
    assert words(play) == ["I am here"]


GIVEN = "password: hunter2 "


async def test_what_cannot_be_read_is_kept_up_to_a_length_and_never_logged(play: Stage) -> None:
    """A12, A13, R11: somebody of the desk can look at it, without access data; the log cannot tell
    what it said."""
    odd = {"message_id": "?", "date": 9e99, "text": "my secret " * 4_000, "caption": GIVEN * 3_000}
    with structlog.testing.capture_logs() as logged:
        async with play.polling():
            update = play.telegram.happens("message", odd)
            await play.telegram.person().says("I am here")
    [letter] = play.desk.letters
    assert letter.id == f"telegram:{update.id}"
    assert (letter.kind, len(letter.body)) == (UPDATE, LONGEST)
    assert letter.cause.startswith("telegram.update_unreadable: ")
    assert "my secret" in letter.body
    assert "<password>" in letter.body
    assert "hunter2" not in letter.body
    assert "my secret" not in str(logged)


@pytest.mark.parametrize(
    "fault",
    [
        taken_over(),
        internal_error(),
        BadGateway(502),
        DropBefore(),
        Garbled(),
        Garbled(b'[{"update_id": 1}]'),
        Garbled(b'{"ok": true, "result": [{"no": "number"}]}'),
        Garbled(b"[" * 100_000),
        CutShort(),
    ],
)
async def test_trouble_while_asking_is_waited_out(play: Stage, fault: Fault) -> None:
    """A14: half of JSON, conflicts, gateways, resets: longer pauses, no crash, nothing lost."""
    play.telegram.faults.on("getUpdates", fault, times=8)
    async with play.polling():
        await play.telegram.person().says("still here")
    assert words(play) == ["still here"]
    assert play.naps.taken[:8] == [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0]


async def test_the_pause_begins_anew_after_success_and_is_telegrams_own_when_it_names_one(
    play: Stage,
) -> None:
    ana = play.telegram.person()
    play.telegram.faults.on("getUpdates", internal_error(), times=3)
    async with play.polling():
        await ana.says("one")
        await play.telegram.all_confirmed()
        play.telegram.faults.on("getUpdates", flood(37))
        play.telegram.faults.on("getUpdates", internal_error())
        await ana.says("two")
        await play.telegram.all_confirmed()
    assert play.naps.taken == [1.0, 2.0, 4.0, 37.0, 2.0]


async def test_a_wrong_token_stops_with_the_settings_name(play: Stage) -> None:
    """A14: asking again would never help."""
    play.telegram.faults.on("getMe", unauthorized())
    with pytest.raises(TokenRefused, match="TELEGRAM_TOKEN") as refused:
        await play.channel.poll()
    assert play.telegram.token not in str(refused.value)


async def test_a_token_revoked_while_running_stops_as_well(play: Stage) -> None:
    play.telegram.faults.on("getUpdates", unauthorized())
    with pytest.raises(TokenRefused):
        await play.channel.poll()


async def test_a_webhook_left_behind_is_taken_off_without_losing_what_waits(play: Stage) -> None:
    async with play.webhook():
        pass
    said = await play.telegram.person().says("while it was set")
    async with play.polling():
        await play.telegram.all_confirmed()
    assert said.confirmed
    assert not any(call.parameters.get("drop_pending_updates") for call in play.telegram.calls)


async def test_the_start_waits_for_a_telegram_that_is_away(play: Stage) -> None:
    await play.telegram.goes_away()
    polling = asyncio.create_task(play.channel.poll())
    await play.naps.bell.until(lambda: play.naps.taken, 5)
    await play.telegram.comes_back()
    await play.telegram.person().says("good morning")
    await play.telegram.all_confirmed()
    await play.channel.stop()
    await polling
    assert words(play) == ["good morning"]


async def test_stopping_does_not_wait_for_the_long_poll(play: Stage) -> None:
    polling = asyncio.create_task(play.channel.poll())
    await play.telegram.updates.bell.until(lambda: play.telegram.updates.is_polled, 5)
    await play.channel.stop()
    async with asyncio.timeout(2):
        await polling


async def test_stopping_does_not_wait_for_a_pause(play: Stage) -> None:
    play.naps.endless = True
    play.telegram.faults.on("getMe", internal_error(), times=None)
    polling = asyncio.create_task(play.channel.poll())
    await play.naps.bell.until(lambda: play.naps.taken, 5)
    await play.channel.stop()
    async with asyncio.timeout(2):
        await polling


async def test_five_hundred_waiting_updates_are_all_taken_in_order(play: Stage) -> None:
    """A20 in small: a backlog of 25 people, more than one batch."""
    people = [play.telegram.person(number) for number in range(1, 26)]
    for turn in range(20):
        for person in people:
            await person.says(str(turn))
    async with play.polling():
        await play.telegram.all_confirmed()
    taken = [*(each for batch in play.desk.batches for each in batch), *play.desk.heard]
    for person in people:
        spoken = [m.said for m in taken if m.speaker.id == f"telegram:{person.id}"]
        assert spoken == [Text(str(turn)) for turn in range(20)]


async def test_a_whole_turn_goes_out_after_the_commit(play: Stage) -> None:
    def script(_: Message) -> list[Say]:
        return [Say("greeting"), Say("ask-problem")]

    play.desk.script = script
    ana = play.telegram.person(language_code="de")
    async with play.polling():
        await ana.says("Hallo")
        shown = await ana.hears(2)
    assert shown[1].text == WORDS.text("ask-problem", "de")
    assert logging.getLogger("httpx").level == logging.WARNING
