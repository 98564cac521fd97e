"""The fake Telegram refuses what Telegram refuses: stories told by the real library."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter

from tests.platforms.telegram import FakeTelegram, Person, Rates
from tests.platforms.telegram.client import real_bot

PNG = b"\x89PNG\r\n\x1a\n and so on"


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as server:
        yield server


@pytest.fixture
async def bot(telegram: FakeTelegram) -> AsyncIterator[Bot]:
    async with real_bot(telegram) as bot:
        yield bot


@pytest.fixture
async def ana(telegram: FakeTelegram) -> Person:
    person = telegram.person(42, "Ana", "es")
    await person.starts()
    return person


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(x, callback_data=f"do:{x}") for x in labels]]
    )


async def test_a_talk_is_seen_as_the_person_sees_it(bot: Bot, ana: Person) -> None:
    await bot.send_message(
        42,
        'Try <a href="https://docs.example/install">Install</a>, <b>Ana</b> &lt;3',
        parse_mode="HTML",
        reply_markup=keyboard("This helped", "None of these"),
    )
    [answer] = await ana.hears()
    assert answer.text == "Try Install, Ana <3"
    assert answer.links == ["https://docs.example/install"]
    assert answer.formatted_as("bold") == ["Ana"]
    assert answer.labels == ["This helped", "None of these"]


async def test_what_a_person_typed_shows_when_it_takes_effect(bot: Bot, ana: Person) -> None:
    typed = '<a href="tg://user?id=7">boss</a> @everyone'
    await bot.send_message(42, typed, parse_mode="HTML")
    await bot.send_message(42, typed, entities=[MessageEntity("code", 0, len(typed))])
    careless, careful = await ana.hears(2)
    assert careless.mentions == ["boss", "@everyone"]
    assert careful.mentions == []
    assert careful.text == typed


async def test_a_text_holds_4096_utf16_units_and_no_more(
    telegram: FakeTelegram, bot: Bot, ana: Person
) -> None:
    await bot.send_message(42, "&lt;" * 4096, parse_mode="HTML")
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message(42, "😀" * 2049)
    with pytest.raises(BadRequest, match="Message text is empty"):
        await bot.send_message(42, "<b> </b>", parse_mode="HTML")
    assert [len(message.text) for message in ana.sees] == [4096]
    assert [call.method for call in telegram.refusals] == ["sendMessage", "sendMessage"]


async def test_markup_that_is_not_closed_is_refused(
    telegram: FakeTelegram, bot: Bot, ana: Person
) -> None:
    with pytest.raises(BadRequest, match="Can't parse entities: unsupported start tag"):
        await bot.send_message(42, "write to <ana@example.org>", parse_mode="HTML")
    assert ana.sees == []
    [refused] = telegram.refusals
    assert refused.parameters["text"] == "write to <ana@example.org>"


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        (keyboard("é" * 31), "Button_data_invalid"),
        (InlineKeyboardMarkup([[InlineKeyboardButton("alone")]]), "Text buttons are unallowed"),
        (keyboard(*"123456789"), "more than 8 buttons"),
        (InlineKeyboardMarkup(keyboard("a").inline_keyboard * 101), "Reply markup is too long"),
        (InlineKeyboardMarkup([[InlineKeyboardButton("x", url="nowhere")]]), "rong http url"),
    ],
)
async def test_a_keyboard_that_telegram_would_not_show_is_refused(
    bot: Bot, ana: Person, markup: InlineKeyboardMarkup, why: str
) -> None:
    with pytest.raises(BadRequest, match=f"(?i){why}"):
        await bot.send_message(42, "choose", reply_markup=markup)
    assert ana.sees == []


async def test_button_data_of_64_bytes_comes_back_whole(bot: Bot, ana: Person) -> None:
    await bot.send_message(42, "choose", reply_markup=keyboard("x" * 61))
    query = await ana.presses("x" * 61)
    assert query.update.payload["data"] == "do:" + "x" * 61


async def test_an_edit_without_a_keyboard_takes_the_keyboard_away(bot: Bot, ana: Person) -> None:
    sent = await bot.send_message(42, "choose", reply_markup=keyboard("Yes"))
    await bot.edit_message_text("chosen", 42, sent.message_id)
    [shown] = ana.sees
    assert (shown.text, shown.labels) == ("chosen", [])


async def test_an_edit_that_changes_nothing_or_nothing_of_ours_is_refused(
    bot: Bot, ana: Person
) -> None:
    said = await ana.says("mine")
    sent = await bot.send_message(
        42, "<b>same</b>", parse_mode="HTML", reply_markup=keyboard("Yes")
    )
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_reply_markup(42, sent.message_id, reply_markup=keyboard("Yes"))
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("other", 42, 999_999)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("other", 42, said.message_id)
    await bot.edit_message_reply_markup(42, sent.message_id)
    assert ana.sees[0].labels == []


async def test_a_press_waits_until_it_is_answered_and_is_answered_once(
    telegram: FakeTelegram, bot: Bot, ana: Person
) -> None:
    await bot.send_message(42, "choose", reply_markup=keyboard("Yes"))
    query = await ana.presses("Yes")
    assert ana.unanswered == telegram.unanswered == [query]
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query(query.id, "x" * 201)
    await bot.answer_callback_query(query.id, "Noted")
    assert (ana.toasts, ana.unanswered) == (["Noted"], [])
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(query.id)


async def test_a_bot_cannot_write_first_nor_to_whom_blocked_it(
    telegram: FakeTelegram, bot: Bot, ana: Person
) -> None:
    telegram.person(7, "Stranger")
    for nobody in (7, 8):
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(nobody, "hello")
    await ana.blocks_bot()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(42, "hello")
    await ana.unblocks_bot()
    await bot.send_message(42, "hello again")
    assert [call.refusal.code for call in telegram.refusals if call.refusal] == [400, 400, 403]


async def test_commands_and_descriptions_keep_to_their_bounds(
    telegram: FakeTelegram, bot: Bot
) -> None:
    await bot.set_my_commands([BotCommand("new", "Something is wrong")], language_code="en")
    assert [c.command for c in await bot.get_my_commands(language_code="en")] == ["new"]
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([BotCommand("New-One", "x")])
    with pytest.raises(BadRequest, match="language code"):
        await bot.set_my_commands([], language_code="english")
    with pytest.raises(BadRequest, match="too long"):
        await bot.set_my_short_description("x" * 121)
    await bot.set_my_description("x" * 512, language_code="es")
    assert telegram.profile.descriptions == {"es": "x" * 512}


async def test_a_misspelt_parameter_and_a_wrong_token_are_seen(
    telegram: FakeTelegram, bot: Bot, ana: Person
) -> None:
    with pytest.raises(BadRequest, match="Sendmessage takes no txet"):
        await bot.send_message(ana.id, "x", api_kwargs={"txet": "y"})
    for token in ("7000000001:AAanother", "nonsense"):
        stranger = real_bot(telegram, token=token)
        with pytest.raises(InvalidToken):
            await stranger.initialize()
        await stranger.request.shutdown()


async def test_writing_faster_than_telegram_allows_is_429_for_that_chat_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else the library warns of its own attribute
    now = [0.0]
    async with FakeTelegram(rates=Rates(lambda: now[0], burst=2)) as telegram:
        ana, bo = telegram.person(1, "Ana"), telegram.person(2, "Bo")
        await ana.starts()
        await bo.starts()
        async with real_bot(telegram) as bot:
            for text in ("one", "two"):
                await bot.send_message(1, text)
            with pytest.raises(RetryAfter) as flooded:
                await bot.send_message(1, "three")
            await bot.send_message(2, "for Bo")
            now[0] += 1
            await bot.send_message(1, "three")
        assert flooded.value.retry_after == timedelta(seconds=1)
        assert [message.text for message in ana.sees] == ["one", "two", "three"]
        assert len(telegram.floods) == 1
