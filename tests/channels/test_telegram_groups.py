"""In a group the bot says one thing only: write to me privately."""

from __future__ import annotations

import pytest

from tests.channels.telegram_stage import WORDS, Stage
from tests.platforms.telegram import Button, Person, internal_error
from tests.platforms.telegram.screen import Group
from tests.platforms.telegram.wire import JsonObject

LINK = "https://t.me/TidingsBot?start=new"


@pytest.fixture
async def ana(play: Stage) -> Person:
    return play.telegram.person()


@pytest.fixture
async def office(play: Stage) -> Group:
    group = play.telegram.group()
    group.privacy = False
    return group


@pytest.mark.parametrize(
    "words",
    [
        "@TidingsBot my printer is on fire",
        "please help, @tidingsbot!",
        "/status@TidingsBot TID-7K3M9QXP5",
        "/new",
        "/anything@TidingsBot",
    ],
)
async def test_who_calls_is_pointed_to_the_private_chat(
    play: Stage, ana: Person, office: Group, words: str
) -> None:
    """B21: the desk does not even hear what was said in the group."""
    async with play.polling():
        said = await ana.says(words, office)
        [pointer] = await office.hears()
    assert pointer.text == WORDS.text("group-pointer", "en")
    assert pointer.reply_to == said.message_id
    assert [button.url for button in pointer.buttons] == [LINK]
    assert play.desk.times == 0
    assert ana.sees == []


async def test_the_pointer_is_in_the_callers_language(play: Stage, office: Group) -> None:
    async with play.polling():
        await play.telegram.person(5, "Luz", "es-PE").says("@TidingsBot hola", office)
        [pointer] = await office.hears()
    assert pointer.text == WORDS.text("group-pointer", "es-419")


@pytest.mark.parametrize(
    "words",
    [
        "lunch?",
        "@TidingsBotany is a nice word",
        "mail me at bob@TidingsBot.example",
        "/status@OtherBot TID-1",
        "/teapot",
        "@OtherBot /status@TidingsBot",
    ],
)
async def test_what_is_not_for_the_bot_is_not_answered(
    play: Stage, ana: Person, office: Group, words: str
) -> None:
    async with play.polling():
        await ana.says(words, office)
    await play.settled()
    assert office.sees == []
    assert play.desk.times == 0


async def test_an_edit_in_a_group_is_nobodys_business(
    play: Stage, ana: Person, office: Group
) -> None:
    async with play.polling():
        said = await ana.says("lunch?", office)
        await ana.edits(said, "lunch, @TidingsBot?", office)
    await play.settled()
    assert (office.sees, play.desk.times) == ([], 0)


async def test_a_repeated_update_points_once(play: Stage, ana: Person, office: Group) -> None:
    """A6."""
    async with play.polling():
        said = await ana.says("@TidingsBot", office)
        await office.hears()
        await play.telegram.all_confirmed()
        play.telegram.updates.redeliver(said)
        another = await ana.says("@TidingsBot please", office)
        [pointer] = await office.hears()
    assert pointer.reply_to == another.message_id


async def test_a_flood_of_calls_is_answered_once_at_a_time(
    play: Stage, ana: Person, office: Group
) -> None:
    """B15: 50 mentions in one batch do not become 50 messages."""
    for _ in range(50):
        await ana.says("@TidingsBot", office)
    async with play.polling():
        await office.hears()
    await play.settled()
    assert len(office.sees) < 5


async def test_a_failing_pointer_is_not_tried_for_ever(
    play: Stage, ana: Person, office: Group
) -> None:
    play.telegram.faults.on("sendMessage", internal_error())
    async with play.polling():
        await ana.says("@TidingsBot", office)
        await play.telegram.until(lambda: play.telegram.calls_of("sendMessage"))
        await play.channel._courtesies.finish(2)  # noqa: SLF001
        await ana.says("@TidingsBot again", office)
        await office.hears()


async def test_a_strangers_press_in_a_group_is_answered_and_means_nothing(
    play: Stage, ana: Person, office: Group
) -> None:
    """A11."""
    async with play.polling():
        await ana.says("@TidingsBot", office)
        [pointer] = await office.hears()
        query = await ana.presses(Button("x", data="q1.file"), pointer, office)
        await office.wait_for(lambda: query.answered)
        someone = {"id": "77", "from": {"id": 5, "is_bot": False, "first_name": "Eve"}}
        private = {"id": 42, "type": "private"}
        shown = {"message_id": 1, "date": 1, "chat": private}
        play.telegram.happens(
            "callback_query",
            someone | {"message": shown, "chat_instance": "1", "data": "q1.file"},
            42,
        )
        play.telegram.happens("callback_query", someone | {"chat_instance": "1", "data": "q1"}, 5)
    await play.settled()
    assert play.desk.times == 0
    assert len(office.sees[0].labels) == 1
    play.telegram.calls.clear()


BOT = {"id": 900, "is_bot": True, "first_name": "Echo"}
CHANNEL = {"id": -1009, "type": "channel", "title": "News"}
PRIVATE = {"id": 42, "type": "private", "first_name": "Ana"}
ANA = {"id": 42, "is_bot": False, "first_name": "Ana"}


@pytest.mark.parametrize(
    "told",
    [
        {"chat": PRIVATE, "from": BOT},
        {"chat": PRIVATE, "from": ANA, "via_bot": BOT},
        {"chat": CHANNEL, "sender_chat": CHANNEL},
        {"chat": CHANNEL, "from": ANA},
        {"chat": PRIVATE},
        {"chat": {"id": -5, "type": "group", "title": "x"}, "from": BOT | {"id": 1087968824}},
        {"chat": {"id": -5, "type": "group", "title": "x"}, "from": ANA, "sender_chat": CHANNEL},
    ],
)
async def test_bots_channels_and_the_nameless_are_not_answered(
    play: Stage, told: JsonObject
) -> None:
    """A10: a hundred echoes make no loop."""
    async with play.polling():
        for number in range(100):
            words = {"message_id": number + 1, "date": 1, "text": "/help @TidingsBot"}
            play.telegram.happens("message", words | told, told["chat"]["id"])
    await play.settled()
    assert play.desk.times == 0
    assert play.telegram.calls_of("sendMessage") == []


async def test_a_group_that_becomes_a_supergroup_goes_on(play: Stage, ana: Person) -> None:
    """B21."""
    group = play.telegram.group(-77)
    async with play.polling():
        moved = await group.migrates_to(-1007777777777)
        await ana.says("@TidingsBot", moved)
        await moved.hears()
    assert play.desk.times == 0


async def test_a_topic_gets_its_answer_within(play: Stage, ana: Person, office: Group) -> None:
    async with play.polling():
        told: JsonObject = {
            "message_id": 10_001, "date": 1, "chat": office.chat.json, "from": ana.profile,
            "text": "@TidingsBot", "is_topic_message": True, "message_thread_id": 3,
            "entities": [{"type": "mention", "offset": 0, "length": 11}],
        }  # fmt: skip
        play.telegram.happens("message", told, office.id)
        await office.hears()
    [call] = play.telegram.calls_of("sendMessage")
    assert call.parameters["message_thread_id"] == 3
