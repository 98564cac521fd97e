"""Who asked in vain may ask to be told of an answer, and may take that back."""

from dataclasses import replace

import pytest

from faq_index import EntryId
from intake.dialogue.messages import Waited
from intake.dialogue.replies import FaqAnswer, Say
from intake.dialogue.telling import LONGEST_LINE, suggested, waits_for
from intake.dialogue.turn import WantTold
from intake.misses import Miss, reference
from intake.tickets import DraftId
from tests.unit.intake.talk import MAIL, MONDAY, Talk

REF = reference(DraftId("telegram:1"))
MISS = Miss(
    ref=REF,
    conversation="telegram:42",
    language="en",
    words="Can zebras be exported?",
    why="none-found",
    at=MONDAY,
)


@pytest.fixture
def ana() -> Talk:
    """She asked something that nothing answers, and is being asked for the ticket."""
    talk = Talk()
    talk.says("Can zebras be exported?")
    return talk


def offers(talk: Talk) -> bool:
    return any(c.label == "button-tell" for reply in talk.replies for c in reply.choices)


def test_whoever_leaves_without_an_answer_can_ask_to_be_told(ana: Talk) -> None:
    ana.commands("cancel")
    assert offers(ana)
    ana.miss = MISS
    assert ana.presses(f"tell.{REF}") == ["will-tell"]
    assert ana.effects[-1] == WantTold(REF, wants=True)
    assert ana.presses(f"hush.{REF}") == ["wont-tell"]
    assert ana.effects[-1] == WantTold(REF, wants=False)


def test_whoever_has_a_ticket_can_too() -> None:
    talk = Talk()
    talk.files_a_ticket()
    assert offers(talk)


def test_whoever_never_asked_in_vain_is_not_asked() -> None:
    ben = Talk()
    ben.says("The site shows a white page after an update")
    ben.commands("cancel")
    assert not offers(ben)
    ben.commands("cancel")
    assert not offers(ben)


def test_a_draft_that_is_closed_after_a_month_leaves_the_offer(ana: Talk) -> None:
    ana.later(days=1)
    assert ana.hears(Waited()) == ["draft-reminder"]
    ana.later(days=30)
    assert ana.hears(Waited()) == ["draft-closed"]
    assert offers(ana)


def test_what_is_answered_by_now_is_shown_at_once(ana: Talk) -> None:
    ana.commands("cancel")
    ana.miss = replace(MISS, answered_by=EntryId("mail"))
    assert ana.presses(f"tell.{REF}") == ["faq-answer"]
    (told,) = ana.replies
    assert isinstance(told, FaqAnswer)
    assert (told.asked, told.item) == (MISS.words, suggested(MAIL))
    assert not any(isinstance(each, WantTold) for each in ana.effects)


def test_an_answer_that_is_hidden_by_now_is_waited_for(ana: Talk) -> None:
    ana.commands("cancel")
    ana.miss = replace(MISS, answered_by=EntryId("gone"))
    assert ana.presses(f"tell.{REF}") == ["will-tell"]


@pytest.mark.parametrize("miss", [None, replace(MISS, told_at=MONDAY)])
def test_a_question_that_is_forgotten_or_done_with_has_passed(ana: Talk, miss: Miss) -> None:
    ana.commands("cancel")
    ana.miss = miss
    assert ana.presses(f"tell.{REF}") == ["question-passed"]
    assert ana.replies == (Say("question-passed"),)


@pytest.mark.parametrize(
    ("token", "ref"),
    [("*:tell.abc", "abc"), ("*:hush.abc", "abc"), ("*:tell.", None), ("3:tell.abc", None),
     ("*:status.TID", None), ("", None)],
)  # fmt: skip
def test_the_button_names_what_was_asked(token: str, ref: str | None) -> None:
    assert waits_for(token) == ref


def test_a_long_answer_is_one_line() -> None:
    entry = replace(MAIL, answer="word " * 100)
    line = suggested(entry).line
    assert len(line) <= LONGEST_LINE
    assert line.endswith("word…")
