"""What people do in Slack reaches the desk, and what the desk says reaches them."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import cast

import pytest

from intake.dialogue.messages import (
    Command,
    CommandName,
    Correction,
    Files,
    Message,
    Pressed,
    Speaker,
    Text,
    Unreadable,
)
from intake.dialogue.replies import Choice, Reply, Say
from tests.channels.slack_stage import OFFER, Stage, Way, stage
from tests.platforms.slack import DropsAfter, SaysNo, Upload
from tests.platforms.slack.bots import PROXY_VARIABLES


@pytest.fixture(autouse=True)
def _without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(params=["http", "socket"])
async def on(request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    """The same stories over HTTP and over Socket Mode."""
    async with stage(cast(Way, request.param)) as set_up:
        yield set_up


def echo(message: Message) -> tuple[Reply, ...]:
    return (OFFER,) if isinstance(message.said, Text) else (Say("helped"),)


async def test_a_button_that_never_passes_stays_to_be_pressed_again(on: Stage) -> None:
    lasting = Say("greeting", choices=(Choice("*:lang.de", "button-language", "de"),))
    on.desk.script = lambda message: (lasting if isinstance(message.said, Text) else Say("help"),)
    await on.ana.says("hola")
    shown = await on.ana.reads("sus propias palabras")
    for _ in range(2):
        await on.ana.presses("Deutsch", shown)
        await on.ana.reads("TID")
    assert on.ana.sees[shown.ts].labels == ("Deutsch",)
    assert not on.slack.log.of("chat.update")


async def test_a_talk_goes_both_ways_and_used_buttons_go(on: Stage) -> None:
    on.desk.script = echo
    delivery = await on.ana.says("The <map> & the *page* are gone")
    shown = await on.ana.reads("sus propias palabras")
    assert [button.value for button in shown.buttons] == ["t1.none", "t1.back"]
    await on.ana.presses(shown.buttons[0], shown)
    await on.ana.reads("Me alegro")
    await on.ana.wait_for(lambda screen: screen[shown.ts].labels == ())
    assert on.ana.sees[shown.ts].text == shown.text
    first, second = on.desk.heard
    assert first.said == Text("The <map> & the *page* are gone")
    assert second.said == Pressed("t1.none")
    ana = Speaker(first.speaker.id, "Ana", "es-PE", "America/Lima")
    assert (first.speaker, first.speaker.id) == (ana, "slack:T1/U2")
    assert first.conversation == second.conversation == f"slack:T1/{on.ana.dm}"
    assert (first.id, first.ref) == (f"slack:{delivery.id}", delivery.ts)
    assert first.sent_at == datetime.fromtimestamp(float(delivery.ts), UTC)


async def test_an_edit_corrects_and_a_deletion_or_a_preview_says_nothing(on: Stage) -> None:
    """A9."""
    delivery = await on.ana.says("It is 16.2")
    await on.settled()
    await on.ana.edits(delivery.ts, "It is 16.3")
    await on.settled()
    await on.ana.edits(delivery.ts, "It is 16.3")
    await on.settled()
    await on.ana.deletes(delivery.ts)
    await on.settled()
    assert on.desk.said == [Text("It is 16.2"), Correction("It is 16.3")]
    assert on.desk.heard[1].ref == delivery.ts
    assert on.desk.heard[1].sent_at > on.desk.heard[0].sent_at


async def test_files_arrive_in_one_message_with_their_words(on: Stage) -> None:
    """D11."""
    text = Upload("a.txt", b"one", "text/plain")
    elsewhere = replace(text, name="b", claims={"mode": "external", "is_external": True})
    voice = Upload("c.m4a", b"", "audio/mp4", {"subtype": "slack_audio"})
    await on.ana.uploads([text, elsewhere], text="see *these*")
    await on.settled()
    await on.ana.uploads([voice])
    await on.settled()
    said = on.desk.said[0]
    assert isinstance(said, Files)
    assert said.caption == "see *these*"
    assert [(file.name, file.size) for file in said.files] == [("a.txt", 3), ("b", 3)]
    assert said.files[0].remote.startswith(on.slack.url)
    assert said.files[1].remote == ""
    assert len({file.id for file in said.files}) == 2
    assert on.desk.said[1] == Unreadable("audio")


async def test_a_reply_in_a_thread_is_heard_like_any_words(on: Stage) -> None:
    first = await on.ana.says("one")
    await on.settled()
    await on.ana.says("two", thread_ts=first.ts)
    await on.settled()
    assert on.desk.said == [Text("one"), Text("two")]


async def test_a_command_in_the_direct_message_is_acknowledged_in_silence(on: Stage) -> None:
    on.desk.script = lambda _: [Say("no-tickets")]
    delivery = await on.ana.commands("/ticket", "tickets")
    await on.settled()
    assert on.desk.said == [Command(CommandName.TICKETS)]
    assert on.desk.heard[0].conversation == f"slack:T1/{on.ana.dm}"
    assert (delivery.acknowledged, delivery.answer) == (True, None)
    assert on.ana.sees.errors == []
    assert [shown.is_ephemeral for shown in on.ana.sees] == [False]


async def test_a_command_elsewhere_is_answered_in_the_direct_message_and_says_so(
    on: Stage,
) -> None:
    """B21."""
    on.desk.script = lambda _: [Say("helped")]
    await on.ana.commands("/ticket", "my *printer* &amp; me", channel="C7")
    await on.settled()
    assert on.desk.said == [Text("my *printer* & me")]
    assert on.desk.heard[0].conversation == f"slack:T1/{on.ana.dm}"
    answer, whisper = sorted(on.ana.sees, key=lambda shown: shown.posted.channel != on.ana.dm)
    assert (answer.posted.channel, answer.is_ephemeral) == (on.ana.dm, False)
    assert (whisper.posted.channel, whisper.is_ephemeral) == ("C7", True)
    (link,) = whisper.links
    assert link.url == f"https://slack.com/app_redirect?team=T1&channel={on.ana.dm}"
    assert "Le respondí en nuestro chat privado" in whisper.text


async def test_the_direct_message_of_somebody_who_wrote_is_known(on: Stage) -> None:
    await on.ana.says("hello")
    await on.settled()
    await on.ana.commands("/ticket", "help", channel="C7")
    await on.settled()
    assert on.slack.log.of("conversations.open") == []
    assert {message.conversation for message in on.desk.heard} == {f"slack:T1/{on.ana.dm}"}


async def test_a_mention_in_a_channel_is_shown_the_way_and_nothing_else(on: Stage) -> None:
    """B21."""
    on.desk.script = echo
    await on.ana.mentions_bot("my password is hunter2", channel="C1")
    whisper = await on.ana.reads()
    await on.settled()
    assert on.desk.times == 0
    assert (whisper.is_ephemeral, whisper.posted.channel) == (True, "C1")
    assert "hunter2" not in whisper.text
    assert [link.url for link in whisper.links] == [
        f"https://slack.com/app_redirect?team=T1&channel={on.ana.dm}"
    ]
    assert len(on.slack.workspace.messages["C1"]) == 2


async def test_our_own_and_other_bots_words_start_no_loop(on: Stage) -> None:
    """A10: each message of ours comes back as an event."""
    on.desk.script = lambda _: [Say("helped")] * 5
    await on.ana.says("hello")
    await on.settled()
    robot = {"type": "message", "channel": on.ana.dm, "channel_type": "im", "ts": "1.0"}
    for marks in ({"bot_id": "B9"}, {"bot_id": "B9", "subtype": "bot_message"}, {}):
        on.slack.publish({**robot, "text": "beep", **marks})
    await on.settled()
    assert on.desk.times == 1
    assert on.slack.deliveries.unacknowledged == []


async def test_an_answer_of_slacks_that_is_lost_doubles_no_message(on: Stage) -> None:
    """A16: the library's own retries would."""
    on.slack.faults.on("chat.postMessage", DropsAfter())
    on.desk.script = lambda _: [Say("helped")]
    await on.ana.says("hello")
    await on.settled()
    assert [shown.posted.author for shown in on.ana.sees] == ["U2", "UBOT"]


async def test_the_first_words_do_not_wait_long_for_a_profile(on: Stage) -> None:
    on.slack.faults.on("users.info", SaysNo("user_not_found"))
    await on.ana.says("hello")
    await on.settled()
    assert on.desk.heard[0].speaker == Speaker(on.desk.heard[0].speaker.id)


async def test_a_command_that_finds_no_direct_message_says_sorry(on: Stage) -> None:
    on.slack.faults.on("conversations.open", SaysNo("user_disabled"))
    await on.ana.commands("/ticket", "help")
    await on.settled()
    assert on.desk.times == 0
    assert on.ana.sees.errors == []
    assert on.ana.sees.last.is_ephemeral


async def test_people_and_teams_stay_apart(on: Stage) -> None:
    """F2, B21: a guest of Slack Connect is somebody of their own workspace."""
    event = {"type": "message", "channel": on.ana.dm, "channel_type": "im", "text": "hi"}
    event |= {"user": on.ana.profile.id}
    on.slack.publish({**event, "ts": "1732387312.000100", "team": "T1"})
    await on.settled()
    on.slack.publish({**event, "ts": "1732387312.000200", "team": "T1", "user_team": "T9"})
    await on.settled()
    assert [message.speaker.id for message in on.desk.heard] == ["slack:T1/U2", "slack:T9/U2"]
