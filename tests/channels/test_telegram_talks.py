"""A person writes, presses and edits; the desk hears it in its own words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from intake.dialogue.messages import (
    Command,
    CommandName,
    ConversationId,
    Correction,
    Message,
    Pressed,
    Text,
    Unreadable,
)
from intake.dialogue.replies import Choice, Say
from tests.channels.telegram_stage import NOON, WORDS, Stage
from tests.platforms.telegram import Button, internal_error


async def test_what_ana_says_arrives_with_who_where_and_when(play: Stage) -> None:
    ana = play.telegram.person(42, "Ana", "es-PE", last_name="Ríos")
    async with play.polling():
        said = await ana.says("The editor is blank.")
    [message] = play.desk.heard
    assert message.id == f"telegram:{said.id}"
    assert message.conversation == "telegram:42"
    assert message.said == Text("The editor is blank.")
    assert message.ref == str(said.message_id)
    assert message.sent_at == datetime.fromtimestamp(said.payload["date"], UTC)
    speaker = message.speaker
    assert (speaker.id, speaker.name, speaker.language) == ("telegram:42", "Ana Ríos", "es-PE")
    assert speaker.zone == ""


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("/start", Command(CommandName.START)),
        ("/start new", Command(CommandName.START, "new")),
        ("/start tid_7K3M-9QXP-5", Command(CommandName.START, "tid_7K3M-9QXP-5")),
        ("/new", Command(CommandName.NEW)),
        ("/status TID-7K3M9QXP5", Command(CommandName.STATUS, "TID-7K3M9QXP5")),
        ("/Status@TidingsBot  TID-1 ", Command(CommandName.STATUS, "TID-1")),
        ("/answer TID-1 Try,\nplease.", Command(CommandName.ANSWER, "TID-1 Try,\nplease.")),
        ("/queue", Command(CommandName.QUEUE)),
        ("/close TID-1 solved", Command(CommandName.CLOSE, "TID-1 solved")),
        ("/teapot", Unreadable("command")),
        ("/etc is not writable", Text("/etc is not writable")),
        ("/var/www is gone", Text("/var/www is gone")),
        ("see /status", Text("see /status")),
    ],
)  # fmt: skip
async def test_commands_are_told_from_words(play: Stage, words: str, order: object) -> None:
    async with play.polling():
        await play.telegram.person().says(words)
    assert play.desk.said == [order]


async def test_the_reply_to_a_message_carries_buttons_and_a_press_comes_back(play: Stage) -> None:
    """The waiting circle ends, the used keyboard goes, and the next message has its own."""

    def script(message: Message) -> list[Say]:
        choices = (Choice("q1.helped", "button-helped"), Choice("q1.none", "button-none"))
        return [Say("ask-problem", choices=choices)] if isinstance(message.said, Text) else []

    play.desk.script = script
    ana = play.telegram.person()
    async with play.polling():
        await ana.says("It is broken")
        [asked] = await ana.hears()
        assert asked.text == WORDS.text("ask-problem", "en")
        assert asked.labels == ["This helped", "None of these, open a ticket"]
        await ana.presses("This helped")
        await ana.wait_for(lambda: not ana.unanswered)
        await ana.wait_for(lambda: not ana.sees[0].labels)
    pressed = play.desk.heard[1]
    assert (pressed.said, pressed.sent_at) == (Pressed("q1.helped"), NOON)
    assert pressed.speaker.id == "telegram:42"


async def test_a_button_that_never_passes_stays_to_be_pressed_again(play: Stage) -> None:
    """As in a list of tickets, where each of them can be looked at."""
    play.desk.script = lambda message: (
        [Say("help", choices=(Choice("*:lang.es", "button-language", "es"),))]
        if isinstance(message.said, Text)
        else []
    )
    ana = play.telegram.person()
    async with play.polling():
        await ana.says("hello")
        [shown] = await ana.hears()
        for _ in range(2):
            await ana.presses("Español", message=shown)
            await ana.wait_for(lambda: not ana.unanswered)
        await ana.says("bye")
        await ana.hears()
        assert shown.labels == ["Español"]
    assert not play.telegram.calls_of("editMessageReplyMarkup")


async def test_double_taps_and_old_presses_are_answered_each(play: Stage) -> None:
    """A11: ten taps in a row; the desk decides which counts, no circle keeps turning."""
    play.desk.script = lambda message: (
        [Say("help", choices=(Choice("q1.skip", "button-skip"),))]
        if isinstance(message.said, Text)
        else []
    )
    ana = play.telegram.person()
    async with play.polling():
        await ana.says("hello")
        [shown] = await ana.hears()
        for _ in range(10):
            await ana.presses("Skip", shown)
        await ana.wait_for(lambda: not ana.unanswered)
    assert play.desk.said[1:] == [Pressed("q1.skip")] * 10
    refusals = [call.refusal for call in play.telegram.refusals]
    assert all("not modified" in str(refusal) for refusal in refusals)
    play.telegram.calls.clear()


async def test_tampered_and_expired_presses_harm_nobody(play: Stage) -> None:
    """A11: Telegram lets a modified client send any data, and answers may come too late."""
    ana = play.telegram.person()
    async with play.polling():
        await ana.starts()
        await play.desk.says(ConversationId("telegram:42"), [Say("help")])
        [shown] = await ana.hears()
        query = await ana.presses(Button("x", data="\ud83d" + "ñ" * 80), shown)
        query.expired = True
    await play.settled()
    assert isinstance(play.desk.said[-1], Pressed)
    assert [call.method for call in play.telegram.refusals if "too old" in str(call.refusal)] == [
        "answerCallbackQuery"
    ]
    play.telegram.calls.clear()


async def test_an_edit_is_a_correction_of_the_same_message(play: Stage) -> None:
    """A9."""
    ana = play.telegram.person()
    async with play.polling():
        first = await ana.says("ana@exmple.org")
        await ana.edits(first, "ana@example.org")
    said, corrected = play.desk.heard
    assert corrected.said == Correction("ana@example.org")
    assert corrected.ref == said.ref
    assert corrected.id != said.id


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("sticker", "sticker"),
        ("voice", "audio"),
        ("audio", "audio"),
        ("video_note", "audio"),
        ("video", "other"),
        ("location", "place"),
        ("contact", "other"),
        ("poll", "other"),
        ("dice", "other"),
    ],
)
async def test_what_holds_no_words_is_named(play: Stage, kind: str, what: str) -> None:
    """B11."""
    async with play.polling():
        await play.telegram.person().sends(kind)
    assert [said.what for said in play.desk.said if isinstance(said, Unreadable)] == [what]


async def test_forwarded_words_are_words(play: Stage) -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Bo"}
    async with play.polling():
        await play.telegram.person().sends_fields("It does not start.", forward_origin=origin)
    assert play.desk.said == [Text("It does not start.")]


@pytest.mark.parametrize("text", ["\ud800 half a pair", "nul \x00 inside", "\u202e desrever"])
async def test_odd_characters_in_words_and_names_pass(play: Stage, text: str) -> None:
    """B3: cleaning is the desk's; nothing breaks on the way there."""
    async with play.polling():
        await play.telegram.person(7, f"An{text}a").says(text)
    assert play.desk.said == [Text(text)]


async def test_the_menu_of_commands_is_set_in_each_language_and_hides_staff(play: Stage) -> None:
    spanish = lambda asked: asked.get("language_code") == "es"  # noqa: E731
    play.telegram.faults.on("setMyCommands", internal_error(), when=spanish)
    await play.channel.announce()
    menus = play.telegram.profile.commands
    assert {language for _, language in menus} == {
        "", "en", "de", "fr", "uk", "bg", "zh", "vi", "th", "fa",
    }  # fmt: skip
    assert all("all_private_chats" in scope for scope, _ in menus)
    shown = {command["command"] for menu in menus.values() for command in menu}
    assert shown == {
        "new",
        "status",
        "tickets",
        "language",
        "help",
        "cancel",
        "supervisor",
        "verify",
    }
    german = next(menu for (_, language), menu in menus.items() if language == "de")
    assert german[0]["description"] == WORDS.text("menu-new", "de") == "Etwas Neues beginnen"


async def test_staff_alone_are_shown_what_staff_can_do(play: Stage) -> None:
    await play.channel.announce(("telegram:9", "slack:T1/U2", "telegram:-5"))
    menus = play.telegram.profile.commands
    theirs = {scope: menu for (scope, language), menu in menus.items() if language == "de"}
    (everybodys,) = (menu for scope, menu in theirs.items() if "all_private_chats" in scope)
    (staffs,) = (menu for scope, menu in theirs.items() if '"chat_id": 9' in scope)
    assert len(theirs) == 2
    more = [command["command"] for command in staffs if command not in everybodys]
    assert more == ["queue", "faq", "notice"]
