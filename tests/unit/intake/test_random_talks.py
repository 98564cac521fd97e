"""Random talks: no exception, no dead end, no answer lost, no ticket without what it needs."""

from dataclasses import replace
from typing import Final

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from intake import tid
from intake.dialogue.corresponding import told
from intake.dialogue.messages import (
    Command,
    CommandName,
    Correction,
    FileId,
    Files,
    IncomingFile,
    Judged,
    Pressed,
    RefusedFile,
    Said,
    Text,
    Unreadable,
)
from intake.dialogue.state import Reviewing
from intake.dialogue.turn import FileTicket
from intake.regulations.attachments import Refusal
from intake.tickets import Reason, Status, Ticket, closed
from tests.unit.intake.helpful import goes_on_to_a_ticket, step
from tests.unit.intake.promises import given_up, is_complete, lost, may_be_silent, missing_on
from tests.unit.intake.standings import ODD, WHITE
from tests.unit.intake.talk import Talk, playbook

WORDS: Final = st.sampled_from(
    [
        *("hello", "skip", "yes", "no", "cancel", "help", "status", "my tickets", "file it"),
        *("none of these", ODD, WHITE, "E-mail notifications are not sent", "7", "", "👍"),
        *("https://shop.example.org", "20.5", "Business", "ana@example.org", "unknown"),
        f"{ODD} at https://shop.example.org, version 20.5, Business edition, ana@example.org",
    ]
)
ARGUMENTS: Final = st.sampled_from(
    ["", "new", "es", "klingon", "TID-000-000-000 hi", "{}", "{} hi"]
)
REFS: Final = st.integers(1, 12).map("m{}".format)
LATEST: Final = 40
"""Buttons that the person still has before their eyes."""


class RandomTalk(RuleBasedStateMachine):
    """One person who does anything at all, and a desk that answers now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.talk = Talk(playbook=playbook(staff=("telegram:9",)))
        self.buttons = ["*:resume"]
        self.filed = 0

    def does(self, said: Said, ref: str = "") -> None:
        before = replace(self.talk, tickets=dict(self.talk.tickets), effects=[])
        self.talk.effects = []
        self.talk.hears(said, ref)
        after = self.talk
        assert after.replies or may_be_silent(before.state, said)
        assert lost(before, after) <= given_up(said)
        self.filed += sum(isinstance(effect, FileTicket) for effect in after.effects)
        shown = [choice.token for reply in after.replies for choice in reply.choices]
        self.buttons = [*self.buttons, *shown][-LATEST:]

    @rule(text=WORDS)
    def says(self, text: str) -> None:
        self.does(Text(text))

    @rule(text=st.text(max_size=60))
    def says_anything(self, text: str) -> None:
        self.does(Text(text))

    @rule(which=st.integers(0, 5))
    def presses(self, which: int) -> None:
        self.does(Pressed(self.buttons[-1 - which % len(self.buttons)]))

    @rule(which=st.integers(0, LATEST))
    def presses_an_old_button(self, which: int) -> None:
        self.does(Pressed(self.buttons[which % len(self.buttons)]))

    @rule(name=st.sampled_from(CommandName), argument=ARGUMENTS)
    def commands(self, name: CommandName, argument: str) -> None:
        self.does(Command(name, argument.format(next(iter(self.talk.tickets), "TID"))))

    @rule(many=st.integers(1, 4), caption=st.sampled_from(["", WHITE]), album=st.sampled_from("ab"))
    def sends_files(self, many: int, caption: str, album: str) -> None:
        files = (IncomingFile(FileId(f"f{n}"), f"{n}.png", 9, "") for n in range(many))
        self.does(Files(tuple(files), caption, album))

    @rule(number=st.integers(0, 3))
    def a_file_is_refused(self, number: int) -> None:
        self.does(Judged((RefusedFile(FileId(f"f{number}"), "a.bmp", Refusal.BMP),)))

    @rule(ref=REFS, text=WORDS)
    def edits(self, ref: str, text: str) -> None:
        self.does(Correction(text), ref)

    @rule(what=st.sampled_from(["sticker", "audio", "place", "command", "other"]))
    def sends_something_odd(self, what: str) -> None:
        self.does(Unreadable(what))  # type: ignore[arg-type]  # all of them are kinds

    @rule(steps=st.integers(1, 14))
    def helps(self, steps: int) -> None:
        """Without this, few talks would come as far as a ticket."""
        before = set(self.talk.tickets)
        for _ in range(steps):
            if self.talk.state.stage != Reviewing() or steps % 2:
                step(self.talk)
        self.filed += len(set(self.talk.tickets) - before)

    @precondition(lambda self: self.talk.state.stage == Reviewing())
    @rule(field=st.sampled_from(["reproducible", "reproducible", "server", "screenshots"]))
    def thinks_again_on_the_card(self, field: str) -> None:
        self.does(Pressed(f"{self.talk.state.serial}:edit.{field}"))
        step(self.talk)

    @rule()
    def mentions_a_ticket(self) -> None:
        number = next(iter(self.talk.tickets), tid.make(1))
        self.does(Text(f"{number} is still as bad as it was on the first day"))

    @precondition(lambda self: self.talk.tickets)
    @rule()
    def the_desk_answers(self) -> None:
        number = next(reversed(self.talk.tickets))
        self.talk.state = told(self.talk.state, number, self.talk.now)
        self.buttons.append(f"*:reply.{number}")

    @precondition(lambda self: self.talk.tickets)
    @rule()
    def the_desk_closes(self) -> None:
        ticket = next(iter(self.talk.tickets.values()))
        if ticket.status is not Status.CLOSED:
            done = closed(ticket, Reason.SOLVED, self.talk.now)
            self.talk.tickets[ticket.tid] = done

    @rule(days=st.integers(1, 5))
    def time_passes(self, days: int) -> None:
        self.talk.later(days=days)

    @invariant()
    def the_screen_fits_the_stage(self) -> None:
        assert is_complete(self.talk.state)

    @invariant()
    def every_ticket_is_whole_and_its_own(self) -> None:
        tickets: list[Ticket] = list(self.talk.tickets.values())
        assert len({ticket.draft for ticket in tickets}) == len(tickets) == self.filed
        assert [missing_on(ticket, self.talk.playbook.policy) for ticket in tickets] == [
            [] for _ in tickets
        ]

    def teardown(self) -> None:
        goes_on_to_a_ticket(self.talk)


TestRandomTalks = RandomTalk.TestCase
TestRandomTalks.settings = settings(max_examples=150, stateful_step_count=50)
