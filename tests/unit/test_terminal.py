"""Talks in the terminal: what a guest types, what the desk hears, what is read on the screen."""

import asyncio
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from bot.channels.terminal import (
    Desk,
    Guest,
    fetch,
    talk,
)
from bot.texts.words import Words
from intake.dialogue.messages import (
    Command,
    CommandName,
    Files,
    Message,
    Pressed,
    Said,
    Text,
    Unreadable,
)
from intake.dialogue.replies import AgentAnswer, Choice, Reply, Say
from intake.ports import Outgoing, ReplyId, StoreUnavailable
from intake.regulations.policy import shipped
from intake.tid import make

WORDS = Words(shipped("inc"))
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TID = make(123_456_789_012)
FOUND = Say(
    "ask-problem",
    choices=(Choice("1:helped", "button-helped"), Choice("1:none", "button-none")),
)
START = Command(CommandName.START)
GOODBYE = "Goodbye. Nothing is lost: come back whenever you like."


@dataclass
class Typist:
    """Lines from a list; before line number `pause_before` it waits until it may go on."""

    lines: list[str]
    interactive: bool = False
    pause_before: int = -1
    go_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def next(self) -> str | None:
        if self.pause_before == 0:
            await self.go_on.wait()
        self.pause_before -= 1
        return self.lines.pop(0) if self.lines else None


@dataclass
class Clerk:
    """The desk's side: hears, answers what it is told to answer, and has an inbox."""

    answers: dict[str, Reply] = field(default_factory=dict)
    heard: list[Message] = field(default_factory=list)
    arrived: list[Reply] = field(default_factory=list)
    closed: bool = False

    async def hear(self, message: Message) -> Sequence[Outgoing]:
        if self.closed and isinstance(message.said, Text):
            raise StoreUnavailable
        self.heard.append(message)
        words = getattr(message.said, "text", message.said.kind)
        return [outgoing(self.answers[words], message)] if words in self.answers else []

    async def inbox(self) -> Sequence[Outgoing]:
        taken, self.arrived = self.arrived, []
        return [outgoing(each) for each in taken]

    @property
    def said(self) -> list[Said]:
        return [message.said for message in self.heard]


def outgoing(reply: Reply, message: Message | None = None) -> Outgoing:
    language = message.speaker.language if message else ""
    conversation = message.conversation if message else "terminal:ana"
    return Outgoing(ReplyId(1), conversation, language, "", reply, NOON)  # type: ignore[arg-type]


async def held(
    lines: list[str], clerk: Clerk | None = None, guest: Guest | None = None
) -> tuple[list[Said], list[str]]:
    """A whole talk through a pipe: what the desk heard, and the transcript."""
    clerk, printed = clerk or Clerk(), io.StringIO()
    desk = Desk(clerk.hear, clerk.inbox, WORDS, lambda: NOON)
    console = Console(file=printed, width=40)
    await talk(desk, guest or Guest("ana"), Typist(lines), console)
    return clerk.said, [line for line in printed.getvalue().split("\n") if line]


async def test_a_transcript_shows_who_said_what() -> None:
    said, printed = await held(["It is broken"], Clerk({"It is broken": FOUND}))
    assert said == [START, Text("It is broken")]
    assert printed == [
        "> It is broken",
        "What is wrong? Please tell me in your own words.",
        "[1] This helped   [2] None of these, open a ticket",
        GOODBYE,
    ]


@pytest.mark.parametrize(
    ("typed", "token"),
    [("1", "1:helped"), ("2", "1:none"), ("this HELPED", "1:helped"), (" 2 ", "1:none")],
)
async def test_a_number_or_the_label_presses_a_button(typed: str, token: str) -> None:
    said, _ = await held(["broken", typed], Clerk({"broken": FOUND}))
    assert said[-1] == Pressed(token)


@pytest.mark.parametrize("typed", ["0", "3", "99999999999999999999", "two", "²"])
async def test_what_picks_no_button_is_words(typed: str) -> None:
    said, _ = await held(["broken", typed], Clerk({"broken": FOUND}))
    assert said[-1] == Text(typed)


async def test_a_button_can_still_be_pressed_after_words_that_bring_no_others() -> None:
    answers: dict[str, Reply] = {"broken": FOUND, "more": Say("added-to-problem")}
    said, _ = await held(["broken", "more", "2"], Clerk(answers))
    assert said[-1] == Pressed("1:none")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/tickets", Command(CommandName.TICKETS)),
        (f"/status {TID}", Command(CommandName.STATUS, TID)),
        ("/ANSWER TID two  words ", Command(CommandName.ANSWER, "TID two  words")),
        ("/frobnicate now", Unreadable("command")),
        ("/var/www is empty", Text("/var/www is empty")),
        ("[bold]x[/bold] :smile:", Text("[bold]x[/bold] :smile:")),
        (":-(", Text(":-(")),
    ],
)
async def test_a_line_is_a_command_or_words(typed: str, said: Said) -> None:
    assert (await held([typed]))[0] == [START, said]


async def test_blank_lines_say_nothing() -> None:
    said, printed = await held(["", "   ", "hello"])
    assert said == [START, Text("hello")]
    assert printed == ["> hello", GOODBYE]


async def test_a_backslash_continues_a_line() -> None:
    said, printed = await held(["first\\", "second", "third\\"])
    assert said == [START, Text("first\nsecond"), Text("third")]
    assert printed[:3] == ["> first\\", "> second", "> third\\"]


async def test_leaving_ends_the_talk_politely() -> None:
    said, printed = await held([":quit", "never read"])
    assert said == [START]
    assert printed == ["> :quit", GOODBYE]


async def test_the_terminal_speaks_the_guests_language() -> None:
    _, printed = await held([], guest=Guest("ana", "es-ES"))
    assert printed == ["Hasta luego. No se pierde nada: vuelva cuando quiera."]


async def test_a_guest_has_one_conversation_and_every_message_its_own_id() -> None:
    clerk = Clerk()
    await held(["one", "two"], clerk, Guest("ana", "de", "Europe/Berlin"))
    assert {message.conversation for message in clerk.heard} == {"terminal:ana"}
    assert len({message.id for message in clerk.heard}) == 3
    speaker = clerk.heard[0].speaker
    assert (speaker.id, speaker.language, speaker.zone) == ("terminal:ana", "de", "Europe/Berlin")
    assert all(re.fullmatch(r"terminal:[0-9a-f]{32}", message.id) for message in clerk.heard)


async def test_what_the_desk_could_not_record_is_to_be_said_again() -> None:
    said, printed = await held(["lost", "/help"], Clerk(closed=True))
    assert said == [START, Command(CommandName.HELP)]
    assert printed[1].endswith("please send your last message again in a minute.")


async def test_a_file_is_attached_by_its_path(tmp_path: Path) -> None:
    picture = tmp_path / "a picture.png"
    picture.write_bytes(b"\x89PNG" * 50_000)
    (_, said), _ = await held([f":file '{picture}'"])
    assert isinstance(said, Files)
    (file,) = said.files
    assert (file.name, file.size) == ("a picture.png", 200_000)
    assert b"".join([chunk async for chunk in fetch(file.remote)]) == picture.read_bytes()


async def test_what_is_no_file_is_told_in_one_sentence() -> None:
    said, printed = await held([":file /nowhere/x.png"])
    assert said == [START]
    assert printed[1].startswith("I cannot read the file /nowhere/x.png.")


async def test_an_answer_that_arrived_is_shown_before_the_next_line() -> None:
    clerk = Clerk(arrived=[AgentAnswer(TID, "Eva", "Clear the cache.")])
    _, printed = await held(["thanks"], clerk)
    assert printed == [
        f"The desk has answered your ticket {TID}. Eva writes:",
        "| Clear the cache.",
        "> thanks",
        GOODBYE,
    ]


async def test_what_came_meanwhile_is_read_before_the_greeting() -> None:
    clerk = Clerk({"command": FOUND}, arrived=[AgentAnswer(TID, "Eva", "Clear the cache.")])
    _, printed = await held([], clerk)
    assert printed[1:3] == [
        "| Clear the cache.",
        "What is wrong? Please tell me in your own words.",
    ]


async def test_an_answer_arrives_while_nobody_types() -> None:
    typist = Typist(["thanks"], pause_before=0)
    clerk, printed = Clerk(), io.StringIO()
    looks = 0

    async def inbox() -> Sequence[Outgoing]:
        nonlocal looks
        looks += 1
        if looks == 3:
            clerk.arrived = [AgentAnswer(TID, "Eva", "Clear the cache.")]
        if looks == 5:
            typist.go_on.set()
        return await clerk.inbox()

    desk = Desk(clerk.hear, inbox, WORDS, lambda: NOON, patience=0.001)
    async with asyncio.timeout(5):
        await talk(desk, Guest("ana"), typist, Console(file=printed, width=80))
    assert printed.getvalue().index("Eva writes:") < printed.getvalue().index("> thanks")


async def test_somebody_who_sits_there_sees_panels_a_hint_and_a_prompt() -> None:
    clerk, printed = Clerk({"hello": FOUND}), io.StringIO()
    desk = Desk(clerk.hear, clerk.inbox, WORDS, lambda: NOON)
    console = Console(file=printed, width=60, force_terminal=True, color_system=None)
    await talk(desk, Guest("ana"), Typist(["hello"], interactive=True), console)
    shown = printed.getvalue()
    assert "╭" in shown
    assert ":quit leaves." in shown
    assert "› " in shown
    assert "> hello" not in shown
