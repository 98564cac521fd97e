"""Stories of people: in groups, with files and albums, pressing what they should not."""

from __future__ import annotations

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, InvalidToken

from tests.platforms.telegram import Button, FakeTelegram, Person

PNG = b"\x89PNG\r\n\x1a\n and so on"


async def test_an_old_or_forged_button_can_be_pressed(bot: Bot, ana: Person) -> None:
    yes = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="do:Yes")]])
    sent = await bot.send_message(42, "choose", reply_markup=yes)
    before = ana.sees[0]
    await bot.edit_message_text("over", 42, sent.message_id)
    old = await ana.presses("Yes", before)
    forged = await ana.presses(Button("Yes", "do:evil" * 20))
    assert old.update.payload["data"] == "do:Yes"
    assert old.update.payload["message"]["text"] == "over"
    assert forged.update.payload["data"] == "do:evil" * 20


async def test_a_group_tells_the_bot_only_what_is_meant_for_it(
    telegram: FakeTelegram, bot: Bot
) -> None:
    ana, office = telegram.person(), telegram.group()
    await bot.send_message(office.id, "I am here")
    said = [
        await ana.says("lunch?", office),
        await ana.says("/status@OtherBot", office),
        await ana.says("/status@TidingsBot", office),
        await ana.says("hey @TidingsBot, help", office),
        await ana.says("this one", office, reply_to=office.sees[0]),
    ]
    assert [update.wanted for update in said] == [False, False, True, True, True]
    [command, *_] = await bot.get_updates()
    assert command.message
    assert list(command.message.parse_entities().values()) == ["/status@TidingsBot"]
    await office.migrates_to(-1009)
    with pytest.raises(ChatMigrated):
        await bot.send_message(office.id, "still here?")


async def test_files_go_both_ways_and_big_ones_do_not(
    telegram: FakeTelegram, bot: Bot, ana: Person
) -> None:
    small = await ana.sends_document("notes.txt", b"all the notes", "text/plain", caption="mine")
    file = await bot.get_file(small.payload["document"]["file_id"])
    assert bytes(await file.download_as_bytearray()) == b"all the notes"
    huge = await ana.sends_document("dump.sql", b"...", "text/plain", size=21 * 1024 * 1024)
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(huge.payload["document"]["file_id"])
    telegram.files.expire_links()
    with pytest.raises(InvalidToken, match="Not Found"):
        await file.download_as_bytearray()
    await bot.send_document(
        42, b"report", filename="report.csv", caption="<i>yours</i>", parse_mode="HTML"
    )
    await bot.send_photo(42, PNG)
    report, photo = await ana.hears(2)
    assert report.file
    assert (report.file.name, report.file.content) == ("report.csv", b"report")
    assert report.text == "yours"
    assert photo.file
    assert photo.file.content == PNG
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_document(42, b"report", caption="x" * 1025)


async def test_an_album_is_several_updates_with_one_id(bot: Bot, ana: Person) -> None:
    await ana.sends_album([PNG, ("log.txt", b"log", "text/plain")], "both")
    _, photo, document = [update.message for update in await bot.get_updates()]
    assert photo
    assert document
    assert photo.media_group_id == document.media_group_id
    assert (photo.caption, document.caption) == ("both", None)
