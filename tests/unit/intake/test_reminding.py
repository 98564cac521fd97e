"""A draft that waits is remembered: one word after a day, closed after a month (B14)."""

from dataclasses import replace

import pytest

from intake.dialogue.messages import FileId, Judged, Pressed, RefusedFile, Waited
from intake.dialogue.replies import Say
from intake.dialogue.state import Idle, Replying
from intake.regulations.attachments import Refusal
from tests.unit.intake.standings import ODD
from tests.unit.intake.talk import MONDAY, Talk


@pytest.fixture
def ana() -> Talk:
    """In the middle of the form, two questions answered."""
    talk = Talk()
    talk.says(ODD)
    assert talk.presses("no") == ["ask-url"]
    return talk


def waited(talk: Talk) -> list[str]:
    return talk.hears(Waited())


def test_b14_after_a_day_one_word_and_no_second(ana: Talk) -> None:
    ana.later(days=1)
    assert waited(ana) == ["draft-reminder"]
    assert waited(ana) == []
    ana.later(days=2)
    assert waited(ana) == []


def test_the_reminder_says_how_far_it_is_and_the_question_stays_on_screen(ana: Talk) -> None:
    ana.later(days=1)
    before = ana.state
    waited(ana)
    (reminder,) = ana.replies
    assert isinstance(reminder, Say)
    assert reminder.about == "2/10"
    assert (ana.state.stage, ana.state.screen) == (before.stage, before.screen)
    assert ana.says("shop.example.org") == ["ask-version"]


def test_from_the_reminder_the_person_goes_on_or_drops_it(ana: Talk) -> None:
    ana.later(days=1)
    waited(ana)
    reminded = replace(ana)
    assert ana.presses("resume") == ["resumed", "ask-url"]
    assert reminded.presses("drop") == ["dropped", "ask-problem"]
    assert reminded.state.draft is None


def test_whoever_has_gone_on_hears_nothing_of_it(ana: Talk) -> None:
    ana.later(hours=23)
    ana.says("shop.example.org")
    ana.later(hours=2)
    assert waited(ana) == []
    ana.later(hours=22)
    assert waited(ana) == ["draft-reminder"]


def test_whoever_has_filed_or_cancelled_for_good_hears_nothing(ana: Talk) -> None:
    ana.presses("cancel")
    ana.commands("new")
    ana.presses("drop")
    ana.later(days=1)
    assert waited(ana) == []
    assert ana.state.remind_at is None


def test_a_draft_laid_aside_is_remembered_too(ana: Talk) -> None:
    ana.presses("cancel")
    ana.later(days=1)
    assert waited(ana) == ["draft-reminder"]


def test_b14_after_a_month_it_is_closed_with_a_notice(ana: Talk) -> None:
    ana.later(days=1)
    waited(ana)
    ana.later(days=29)
    assert waited(ana) == []
    ana.later(days=1)
    assert waited(ana) == ["draft-closed"]
    assert (ana.state.draft, ana.state.stage, ana.state.screen) == (None, Idle(), ())
    assert waited(ana) == []
    assert ana.says(ODD) == ["intro", "nothing-found", "ask-reproducible"]


def test_a_talk_about_a_ticket_goes_on_when_the_draft_is_closed() -> None:
    ana = Talk()
    ticket = ana.files_a_ticket()
    ana.says("It is slow as well, the whole page")
    ana.hears(Pressed(f"*:reply.{ticket.tid}"))
    ana.later(days=1)
    waited(ana)
    ana.later(days=30)
    assert waited(ana) == ["draft-closed"]
    assert isinstance(ana.state.stage, Replying)


def test_a_reminder_comes_at_the_hour_at_which_the_person_wrote(ana: Talk) -> None:
    """An outage ends at night: nobody is woken for a draft."""
    wrote = ana.now
    ana.later(days=1, hours=12)
    assert waited(ana) == []
    assert ana.state.remind_at is not None
    assert (ana.state.remind_at - wrote).total_seconds() == pytest.approx(2 * 86_400)
    ana.later(hours=12)
    assert waited(ana) == ["draft-reminder"]


def test_e9_a_clock_that_jumps_reminds_nobody_twice(ana: Talk) -> None:
    ana.later(days=1)
    assert waited(ana) == ["draft-reminder"]
    ana.later(hours=-1)
    assert waited(ana) == []
    ana.later(days=1)
    assert waited(ana) == []
    assert ana.now > MONDAY


def test_the_desks_own_verdict_on_a_file_is_no_sign_of_life(ana: Talk) -> None:
    ana.sends("a.bmp")
    due = ana.state.remind_at
    ana.later(hours=3)
    ana.hears(Judged((RefusedFile(FileId("f"), "a.bmp", Refusal.BMP),)))
    assert ana.state.remind_at == due
