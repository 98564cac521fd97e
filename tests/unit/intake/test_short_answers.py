"""People answer the question that they read: yes and no count wherever a question invites them."""

import pytest

from intake.dialogue.messages import Pressed
from intake.dialogue.state import Asking, Describing, Reviewing, Sorting, Suggesting
from intake.regulations.policy import FieldId
from tests.unit.intake.standings import (
    ODD,
    WHITE,
    at_the_card,
    sorting,
    suggesting,
    the_ticket,
    with_a_parked_draft,
    with_an_answer,
)
from tests.unit.intake.talk import Talk


@pytest.fixture
def ana() -> Talk:
    return Talk()


# --- "Did one of these help?" --------------------------------------------------------------------


def test_yes_one_of_these_helped(ana: Talk) -> None:
    suggesting(ana)
    assert ana.says("yes") == ["helped"]
    assert ana.state.draft is None


@pytest.mark.parametrize("words", ["no", "skip"])
def test_no_none_of_these_helped(ana: Talk, words: str) -> None:
    suggesting(ana)
    assert ana.says(words) == ["form-begins", "ask-reproducible"]
    assert ana.answers()["problem"] == WHITE


# --- "Please check this before I file it" --------------------------------------------------------


def test_yes_file_it(ana: Talk) -> None:
    at_the_card(ana)
    assert ana.says("yes") == ["receipt"]


def test_a_field_can_be_named_to_change_it(ana: Talk) -> None:
    at_the_card(ana)
    assert ana.says("Change the version") == ["ask-version"]
    assert ana.says("20.6") == ["review"]
    assert ana.answers()["version"] == "20.6"


# --- "Does this belong to your ticket, or is it a new problem?" ----------------------------------


def test_yes_it_belongs_to_the_ticket(ana: Talk) -> None:
    ana.files_a_ticket()
    sorting(ana)
    assert ana.says("yes") == ["follow-up-added"]
    assert "error 500" in ana.tickets[the_ticket(ana)].posts[-1].text


def test_no_it_is_a_new_problem(ana: Talk) -> None:
    ana.files_a_ticket()
    sorting(ana)
    ana.says("no")
    assert "error 500" in ana.answers()["problem"]


@pytest.mark.parametrize("words", ["hello", "thank you"])
def test_a_courtesy_is_no_part_of_a_description(ana: Talk, words: str) -> None:
    suggesting(ana)
    assert ana.says(words) == ["suggestions"]
    assert isinstance(ana.state.stage, Suggesting)
    assert ana.answers()["problem"] == WHITE
    ana = Talk()
    at_the_card(ana)
    before = ana.answers()
    assert ana.says(words) == ["review"]
    assert (ana.state.stage, ana.answers()) == (Reviewing(), before)
    ana = Talk()
    ana.files_a_ticket()
    sorting(ana)
    waiting = ana.state.stage
    assert ana.says(words) == ["sort-words"]
    assert isinstance(waiting, Sorting)
    assert ana.state.stage == waiting


# --- "You have a draft that is not filed yet. Shall we go on with it?" ---------------------------


def test_yes_we_go_on_with_the_draft(ana: Talk) -> None:
    with_a_parked_draft(ana)
    assert ana.says("hello") == ["draft-waiting"]
    assert ana.says("yes") == ["resumed", "ask-url"]
    assert ana.answers()["problem"] == ODD


def test_yes_is_about_the_draft_and_not_about_the_question_before(ana: Talk) -> None:
    ana.says(ODD)
    assert ana.commands("new") == ["draft-waiting"]
    assert ana.says("yes") == ["resumed", "ask-reproducible"]
    assert "reproducible" not in ana.answers()
    # Now the question is on screen again, and a yes is its answer.
    assert ana.says("yes") == ["ask-steps"]


def test_no_lays_the_draft_aside_and_deletes_nothing(ana: Talk) -> None:
    ana.says(ODD)
    ana.commands("new")
    assert ana.says("no") == ["ask-problem"]
    assert ana.state.stage == Describing()
    assert ana.answers()["problem"] == ODD
    assert ana.says("continue") == ["resumed", "ask-reproducible"]


def test_the_words_on_the_buttons_count_too(ana: Talk) -> None:
    ana.says(ODD)
    ana.presses("no")
    ana.commands("new")
    assert ana.says("continue") == ["resumed", "ask-url"]
    ana.commands("new")
    assert ana.says("drop it") == ["dropped", "ask-problem"]
    assert ana.state.draft is None


def test_the_question_before_can_still_be_answered_by_its_button(ana: Talk) -> None:
    ana.says(ODD)
    no = ana.token("no")
    ana.commands("new")
    assert ana.hears(Pressed(no)) == ["ask-url"]


# --- "Do you have screenshots of it?" ------------------------------------------------------------


def test_no_there_are_no_screenshots(ana: Talk) -> None:
    at_the_card(ana)
    ana.presses("edit.screenshots")
    assert ana.state.stage == Asking(FieldId("screenshots"), editing=True)
    assert ana.says("no") == ["review"]


def test_no_more_screenshots_keeps_the_ones_that_were_sent(ana: Talk) -> None:
    at_the_card(ana)
    ana.presses("edit.screenshots")
    ana.sends("a.png")
    assert ana.says("no") == ["review"]
    assert [file.name for file in ana.draft.files] == ["a.png"]


# --- A ticket that is closed ---------------------------------------------------------------------


def test_nobody_is_invited_to_write_to_a_closed_ticket(ana: Talk) -> None:
    ana.files_a_ticket()
    ana.closes(the_ticket(ana))
    with_an_answer(ana)
    assert ana.commands("start") == ["greeting"]
    assert ana.commands("help") == ["help"]
    # Its owner's next words begin a new ticket that refers to it.
    assert ana.says(ODD)[:2] == ["ticket-is-closed", "nothing-found"]
    assert ana.draft.related == (the_ticket(ana),)
