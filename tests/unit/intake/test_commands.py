"""Commands in the middle of a form leave the form where it was."""

import pytest

from intake.dialogue.messages import Pressed
from intake.dialogue.state import Idle
from intake.tickets import Status
from tests.unit.intake.scenes import agent_answers
from tests.unit.intake.standings import ODD, WHITE
from tests.unit.intake.talk import Talk


@pytest.fixture
def ana() -> Talk:
    return Talk()


@pytest.mark.parametrize(
    ("command", "argument", "said"),
    [
        ("help", "", "help"),
        ("tickets", "", "no-tickets"),
        ("status", "", "tid-wanted"),
        ("status", "TID-000-000-001", "tid-mistyped"),
        ("status", "TID-000-000-000", "tid-unknown"),
        ("queue", "", "help"),
        ("answer", "TID-000-000-000 hi", "help"),
    ],
)
def test_b12_commands_leave_the_form_where_it_was(
    ana: Talk, command: str, argument: str, said: str
) -> None:
    ana.says(ODD)
    ana.presses("no")
    assert ana.commands(command, argument) == [said, "ask-url"]
    assert ana.says("a.org") == ["ask-version"]


def test_cancel_lays_the_draft_aside_and_resume_brings_it_back(ana: Talk) -> None:
    ana.says(ODD)
    ana.presses("no")
    assert ana.commands("cancel") == ["cancelled"]
    assert ana.state.stage == Idle()
    assert ana.presses("resume") == ["resumed", "ask-url"]
    assert ana.answers() == {"problem": ODD, "reproducible": "no"}


def test_a_draft_that_lies_aside_listens_to_words(ana: Talk) -> None:
    ana.says(ODD)
    ana.says("cancel")
    assert ana.says("Continue") == ["resumed", "ask-reproducible"]
    ana.says("cancel")
    assert ana.says("Drop it") == ["dropped", "ask-problem"]
    assert ana.state.draft is None
    # With nothing laid aside these are words like any other.
    assert ana.says("drop it") == ["nothing-found", "ask-reproducible"]


def test_thanks_are_no_problem_and_start_no_clock(ana: Talk) -> None:
    assert ana.says("Thank you!") == ["welcome"]
    ticket = ana.files_a_ticket()
    agent_answers(ana, ticket.tid, "Please clear the cache.")
    assert ana.says("thank you") == ["welcome"]
    assert ana.tickets[ticket.tid].status is Status.ANSWERED


def test_a_new_problem_after_cancel_begins_afresh(ana: Talk) -> None:
    ana.says(ODD)
    ana.presses("cancel")
    assert ana.says(WHITE) == ["intro", "suggestions"]
    assert ana.answers() == {"problem": WHITE}


def test_new_does_not_throw_a_draft_away_unasked(ana: Talk) -> None:
    ana.says(ODD)
    assert ana.commands("new") == ["draft-waiting"]
    assert ana.presses("drop") == ["dropped", "ask-problem"]
    assert ana.state.draft is None
    assert ana.commands("new") == ["ask-problem"]


def test_cancel_with_nothing_to_cancel_says_so(ana: Talk) -> None:
    assert ana.commands("cancel") == ["nothing-to-cancel"]
    assert ana.says("cancel") == ["nothing-to-cancel"]


def test_start_greets_and_reminds_of_a_waiting_draft(ana: Talk) -> None:
    assert ana.commands("start") == ["greeting"]
    ana.says(ODD)
    assert ana.commands("start") == ["draft-waiting"]
    ana.commands("cancel")
    assert ana.says("hello") == ["draft-waiting"]
    assert ana.presses("resume") == ["resumed", "ask-reproducible"]


def test_resume_with_nothing_to_resume_greets(ana: Talk) -> None:
    assert ana.hears(Pressed("*:resume")) == ["greeting"]


def test_deep_links_lead_to_a_ticket_or_to_a_new_one(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    link = "tid_" + ticket.tid[4:].replace("-", "_")
    assert ana.commands("start", link) == ["ticket-status"]
    assert ana.commands("start", "new") == ["greeting"]


def test_the_language_follows_the_profile_and_can_be_changed() -> None:
    eva = Talk(language="es-PE")
    eva.says("hola")
    assert eva.state.language == "es"
    assert eva.commands("language") == ["language-which"]
    assert eva.presses("lang.de") == ["language-set", "ask-problem"]
    assert eva.state.language == "de"
    assert eva.commands("language", "EN") == ["language-set", "ask-problem"]
    assert eva.commands("language", "klingon") == ["language-unknown"]
    eva.language = "fr"
    eva.says("hello")
    assert eva.state.language == "en"


def test_r38_whoever_writes_in_another_language_is_told_before() -> None:
    eva = Talk(language="es")
    assert eva.says(ODD) == ["intro", "desk-languages", "nothing-found", "ask-reproducible"]
    otto = Talk(language="de")
    otto.says(WHITE)
    assert otto.presses("none") == ["desk-languages", "form-begins", "ask-reproducible"]
