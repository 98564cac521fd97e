"""A deploy in the middle of a talk, odd stages, and what no ordinary talk reaches (B14)."""

from dataclasses import replace
from typing import Any, cast

import pytest

from faq_index import Entry, EntryId, FaqIndex
from intake import tid
from intake.desk.recording import Occasion, carry_out
from intake.dialogue import form
from intake.dialogue.messages import Pressed
from intake.dialogue.replies import Suggestions
from intake.dialogue.screens import drafted
from intake.dialogue.state import Asking, Idle, Reviewing, State, Suggesting
from intake.regulations.policy import FieldId, Policy, shipped
from intake.tid import RANDOM_BITS
from tests.unit.intake.standings import ODD
from tests.unit.intake.talk import UNSCOPED, Talk, playbook


def without(*fields: str) -> Policy:
    """The shipped policy, not asking for these any more."""
    policy = UNSCOPED
    kept = [each.model_dump() for each in policy.form if each.id not in fields]
    return Policy.model_validate({**policy.model_dump(), "form": kept})


@pytest.fixture
def ana() -> Talk:
    talk = Talk()
    talk.says(ODD)
    talk.presses("no")
    return talk


def test_b14_a_question_that_was_dropped_meanwhile_gives_way_to_the_next(ana: Talk) -> None:
    ana.playbook = playbook(without("url"))
    assert ana.says("shop.example.org") == ["ask-version"]


def test_b14_also_when_its_button_is_pressed(ana: Talk) -> None:
    ana.says("shop.example.org")
    ana.playbook = playbook(without("version"))
    assert ana.presses("unknown") == ["ask-edition"]


def test_b14_also_when_it_is_only_shown_again(ana: Talk) -> None:
    ana.playbook = playbook(without("url"))
    assert ana.commands("help") == ["help", "ask-version"]


def test_b14_a_new_required_question_is_asked_before_filing(ana: Talk) -> None:
    whole = ana.playbook
    ana.playbook = playbook(without("email"))
    ana.says("a.org"), ana.says("3"), ana.presses("option.start")
    for _ in range(4):
        ana.presses("skip")
    assert isinstance(ana.state.stage, Reviewing)
    ana.playbook = whole
    assert ana.presses("file") == ["ask-email"]
    assert ana.tickets == {}
    assert ana.says("ana@example.org") == ["review"]


def test_b14_an_answer_of_a_dropped_field_is_not_filed(ana: Talk) -> None:
    ana.says("a.org"), ana.says("3"), ana.presses("option.start"), ana.says("ana@example.org")
    for _ in range(4):
        ana.presses("skip")
    ana.playbook = playbook(without("version"))
    ana.commands("help")
    ana.presses("file")
    (ticket,) = ana.tickets.values()
    assert ticket.value("version") == ""


def test_an_edit_of_a_dropped_field_is_let_go(ana: Talk) -> None:
    ana.says("a.org", ref="u")
    ana.playbook = playbook(without("url"))
    assert ana.edits("u", "b.org") == []


def test_new_words_do_not_overwrite_an_answer_that_was_given(ana: Talk) -> None:
    ana.says("a.org")
    ana.presses("back")
    ana.presses("back")
    ana.presses("yes")
    ana.says("Open https://other.example.org and press the button")
    assert ana.answers()["url"] == "https://a.org"


def test_a_draft_without_a_problem_is_asked_for_it() -> None:
    ana = Talk()
    ana.sends("a.png")
    ana.commands("cancel")
    assert form.missing(ana.draft, shipped("inc")) is not None
    assert ana.hears(Pressed("*:resume")) == ["resumed", "ask-problem"]


def test_new_while_words_wait_to_be_sorted_takes_them_as_the_problem() -> None:
    ana = Talk()
    ticket = ana.files_a_ticket()
    ana.says(f"{ticket.tid} now there is an error 500 as well")
    assert ana.commands("new")[-1] in {"suggestions", "ask-reproducible"}
    assert "error 500" in ana.draft.value("problem")


def test_a_long_answer_is_cut_to_one_line_under_its_link() -> None:
    entry = Entry(id=EntryId("long"), question="The larks do not sing", answer="word " * 100)
    ana = Talk(playbook=replace(playbook(), faq=FaqIndex.build([entry])))
    ana.says("the larks do not sing")
    (shown,) = (each for each in ana.replies if isinstance(each, Suggestions))
    assert len(shown.items[0].line) <= 200
    assert shown.items[0].line.endswith("…")


def test_a_choice_left_on_screen_by_an_older_release_shows_where_the_talk_stands() -> None:
    ana = Talk(state=State(language="en", stage=Idle(), serial=3, screen=("gone",)))
    assert ana.hears(Pressed("3:gone")) == []


def test_correcting_the_answer_on_screen_shows_it_again() -> None:
    ana = Talk()
    ana.says("After an update the site shows a white page", ref="p")
    assert isinstance(ana.state.stage, Suggesting)
    ana.presses("none")
    assert ana.edits("p", "The page is blank") == ["corrected", "ask-reproducible"]


def test_a_stage_that_needs_a_draft_says_so() -> None:
    with pytest.raises(ValueError, match="needs a draft"):
        drafted(State(stage=Asking(FieldId("url"))))


def test_an_effect_nobody_knows_is_a_mistake_of_ours() -> None:
    occasion = cast(Occasion, None)
    with pytest.raises(TypeError, match="no way to write down a str"):
        carry_out(cast(Any, None), [cast(Any, "odd")], occasion)


def test_a_bare_number_behind_the_word_status_must_be_one() -> None:
    ana = Talk()
    assert ana.says("status quo of the larks")[0] in {"intro", "nothing-found"}
    assert tid.make(2**RANDOM_BITS - 1)
