"""Replies on their way out: literal for the person, paced and honest for the delivery."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from telegram.error import BadRequest

from bot.channels.telegram.sender import PACE
from bot.sending import NotSent, Unknown, Unreachable, Wait
from faq_index import EntryId
from intake.dialogue.messages import ConversationId
from intake.dialogue.replies import (
    AgentAnswer,
    Choice,
    Receipt,
    Reply,
    Review,
    ReviewLine,
    Say,
    Suggested,
    Suggestions,
)
from intake.ports import Outgoing, ReplyId
from intake.tid import Tid
from tests.channels.telegram_stage import NOON, WORDS, Stage
from tests.platforms.telegram import (
    BadGateway,
    DropAfter,
    DropBefore,
    Garbled,
    Person,
    Refuse,
    flood,
    internal_error,
    unauthorized,
)
from tests.platforms.telegram.faults import Fault
from tests.platforms.telegram.wire import bad_request, forbidden

TID = Tid("TID-7K3M9QXP5")
PAGE = "https://docs.example/?a=1&b=%22x%22"
ANAS = ConversationId("telegram:42")


@pytest.fixture
async def ana(play: Stage) -> Person:
    person = play.telegram.person()
    person.chat.open = True
    return person


def outgoing(reply: Reply, number: int = 1, conversation: ConversationId = ANAS) -> Outgoing:
    return Outgoing(ReplyId(number), conversation, "en", "UTC", reply, NOON)


def quoted(text: str) -> AgentAnswer:
    """Somebody's words, shown as theirs."""
    return AgentAnswer(TID, "Bo", text, (Choice("a.reply", "button-reply", TID),))


@pytest.mark.parametrize(
    "text",
    [
        "@everyone @durov look, @here too",
        "[x](tg://user?id=1) *bold* _it_ `code` ~gone~",
        '<a href="https://evil.example">https://bank.example</a>',
        "<b unclosed &# &amp; &lt; </blockquote> <tg-spoiler>",
        "<!channel> <@U1> &lt;!here&gt;",
        "\u2067 right to left \u2069 isolated",
        "a@b.example wrote to @ana_maria",
        "@" * 50 + " @abc" * 300,
    ],
)
async def test_what_a_person_typed_is_shown_and_does_nothing(
    play: Stage, ana: Person, text: str
) -> None:
    """B6, B7, B8: no mention, no link and no format of theirs."""
    review = Review(
        lines=(ReviewLine("problem", text, lifted=False),),
        files=(text,),
        related=(),
        suggestions=(text,),
    )
    await play.channel.send(outgoing(quoted(text)))
    await play.channel.send(outgoing(review, 2))
    answer, card = await ana.hears(2)
    assert text.replace("\n", " ")[:40] in answer.text.replace("\n", " ")
    assert answer.mentions == card.mentions == []
    assert answer.links == card.links == []
    assert {e.type for e in answer.entities} <= {"blockquote", "code", "bold", "italic"}


async def test_a_suggestion_links_to_the_desks_own_page_only(play: Stage, ana: Person) -> None:
    items = (
        Suggested(
            EntryId("e1"), "How <i>to</i> @ask", "https://docs.example/?a=1&b=%22x%22", "One & two"
        ),
    )
    await play.channel.send(outgoing(Suggestions(items)))
    [shown] = await ana.hears()
    assert shown.links == [PAGE]
    assert shown.formatted_as("text_link") == ["How <i>to</i> @ask"]
    assert shown.mentions == []
    [call] = play.telegram.calls_of("sendMessage")
    assert call.parameters["link_preview_options"] == {"is_disabled": True}


@pytest.mark.parametrize(
    "text", ["&" * 5000, "<" * 9000, "🙂" * 6000, "word " * 1900, "x\n" * 4000]
)
async def test_long_words_come_whole_in_several_messages_with_one_keyboard(
    play: Stage, ana: Person, text: str
) -> None:
    """B4, B5, B8: counted in UTF-16 units after parsing, whatever escaping adds."""
    await play.channel.send(outgoing(quoted(text)))
    shown = ana.sees
    assert len(shown) > 1
    everything = "".join(message.text for message in shown)
    for sign in set(text) - {" ", "\n"}:
        assert everything.count(sign) >= text.count(sign)
    assert [bool(message.labels) for message in shown] == [*[False] * (len(shown) - 1), True]


async def test_the_receipt_shows_the_tid_strongly(play: Stage, ana: Person) -> None:
    due = datetime(2026, 11, 26, 12, tzinfo=UTC)
    await play.channel.send(outgoing(Receipt(TID, "commercial", NOON, due, "business-days", 48)))
    [receipt] = await ana.hears()
    emphasised = receipt.formatted_as("bold") + receipt.formatted_as("code")
    assert any(TID in stretch for stretch in emphasised)


async def test_a_429_is_waited_out_exactly_by_its_own_chat(play: Stage, ana: Person) -> None:
    """A15, A17: Bo gets his answer while Ana's waits 37 seconds."""
    bo = play.telegram.person(7, "Bo")
    bo.chat.open = True
    play.telegram.faults.on("sendMessage", flood(37), chat_id=42)
    await play.desk.says(ANAS, [Say("help"), Say("ask-problem")])
    await play.desk.says(ConversationId("telegram:7"), [Say("ask-problem")])
    await play.delivery.settle()
    assert [message.text for message in ana.sees][1] == WORDS.text("ask-problem", "en")
    assert len(ana.sees) == 2
    assert len(bo.sees) == 1
    assert play.naps.taken == [37.0]


@pytest.mark.parametrize(
    ("fault", "meaning", "posted"),
    [
        (flood(37), Wait, 0),
        (Refuse(forbidden("bot was blocked by the user")), Unreachable, 0),
        (Refuse(forbidden("user is deactivated")), Unreachable, 0),
        (Refuse(bad_request("chat not found")), Unreachable, 0),
        (Refuse(bad_request("group chat was upgraded", migrate_to_chat_id=-5)), Unreachable, 0),
        (unauthorized(), NotSent, 0),
        (internal_error(), NotSent, 0),
        (BadGateway(502), NotSent, 0),
        (BadGateway(504), NotSent, 0),
        (DropBefore(), Unknown, 0),
        (DropAfter(), Unknown, 1),
        (Garbled(), Unknown, 1),
        (Garbled(b"[" * 100_000), Unknown, 1),
    ],
)  # fmt: skip
async def test_each_failure_is_told_in_the_deliverys_words(
    play: Stage, ana: Person, fault: Fault, meaning: type[Exception], posted: int
) -> None:
    """A15, A16: and nothing is tried again behind the delivery's back."""
    play.telegram.faults.on("sendMessage", fault, times=None)
    with pytest.raises(meaning) as told:
        await play.channel.send(outgoing(Say("help")))
    if isinstance(told.value, Wait):
        assert told.value.seconds == 37.0
    assert len(ana.sees) == posted


async def test_a_server_that_is_away_took_nothing(play: Stage, ana: Person) -> None:
    await play.telegram.goes_away()
    with pytest.raises(NotSent):
        await play.channel.send(outgoing(Say("help")))
    await play.telegram.comes_back()
    await play.channel.send(outgoing(Say("help")))
    assert len(ana.sees) == 1


async def test_a_connection_that_telegram_has_closed_is_not_written_into(
    play: Stage, ana: Person
) -> None:
    """A16: what goes into it would count as perhaps posted, and never be said again."""
    await play.channel.send(outgoing(Say("help")))
    await play.telegram.goes_away()
    with pytest.raises(NotSent):
        await play.channel.send(outgoing(Say("help"), 2))
    await play.telegram.comes_back()
    await play.channel.send(outgoing(Say("help"), 2))
    assert len(ana.sees) == 2


async def test_whom_the_bot_may_not_write_to_is_unreachable(play: Stage) -> None:
    """A12, A15: a stranger, and somebody who blocked it; tried once each."""
    blocked = play.telegram.person(8, "Cy")
    await blocked.blocks_bot()
    for stranger in (8, 99):
        with pytest.raises(Unreachable):
            await play.channel.send(
                outgoing(Say("help"), stranger, ConversationId(f"telegram:{stranger}"))
            )
    assert len(play.telegram.calls_of("sendMessage")) == 2
    play.telegram.calls.clear()


async def test_html_that_telegram_will_not_read_is_sent_as_plain_words(
    play: Stage, ana: Person
) -> None:
    """A15."""
    play.telegram.faults.on(
        "sendMessage",
        Refuse(bad_request("can't parse entities: unsupported start tag")),
        when=lambda asked: "parse_mode" in asked,
    )
    choices = (Choice("q1.skip", "button-skip"),)
    await play.channel.send(outgoing(Say("correction-noted", TID, choices)))
    [shown] = await ana.hears()
    assert TID in shown.text
    assert (shown.entities, shown.labels) == ((), ["Skip"])


async def test_a_request_that_is_our_own_fault_stays_visible(play: Stage) -> None:
    play.telegram.faults.on("sendMessage", Refuse(bad_request("BUTTON_DATA_INVALID")))
    with pytest.raises(BadRequest):
        await play.channel.send(outgoing(Say("help")))


async def test_a_repeat_goes_on_where_a_long_answer_was_stopped(play: Stage, ana: Person) -> None:
    """I7: the first part is not said twice."""
    play.telegram.faults.on("sendMessage", flood(3), when=lambda asked: "2nd" in asked["text"])
    long = quoted("1st " + "word " * 1600 + " 2nd")
    with pytest.raises(Wait):
        await play.channel.send(outgoing(long))
    await play.channel.send(outgoing(long))
    everything = " ".join(message.text for message in ana.sees)
    assert (everything.count("1st"), everything.count("2nd")) == (1, 1)


async def test_what_another_process_may_post_is_not_remembered(play: Stage) -> None:
    """After an outage each reply is anybody's; ours would stay for ever."""
    await play.telegram.goes_away()
    for number in range(20):
        with pytest.raises(NotSent):
            await play.channel.send(outgoing(Say("help"), number))
    assert not play.channel._sender._begun  # noqa: SLF001 - nobody outside can see what is kept


async def test_a_lost_answer_is_repeated_for_the_receipt_only(play: Stage, ana: Person) -> None:
    """A16, with the delivery's rule: the TID once more, other words never."""
    due = datetime(2026, 11, 26, 12, tzinfo=UTC)
    play.telegram.faults.on("sendMessage", DropAfter(), times=2)
    await play.desk.says(
        ANAS, [Say("ask-problem"), Receipt(TID, "commercial", NOON, due, "business-days", 48)]
    )
    await play.delivery.settle()
    texts = [message.text for message in ana.sees]
    assert len(texts) == 3
    assert texts[1] == texts[2] != texts[0]


def test_the_pace_is_telegrams() -> None:
    """A17: https://core.telegram.org/bots/faq"""
    assert (PACE.per_conversation, PACE.burst, PACE.overall) == (1.0, 3, 30.0)
