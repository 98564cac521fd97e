"""From the first words to a filed ticket, told the way a person would tell it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from faq_index import EntryId
from intake.dialogue.messages import Pressed, Unreadable
from intake.dialogue.replies import (
    Ask,
    Receipt,
    Review,
    Suggested,
    Suggestions,
)
from intake.dialogue.state import Describing, Reviewing
from intake.dialogue.turn import CountOutcome
from tests.unit.intake.standings import ODD, WHITE
from tests.unit.intake.talk import FAQ, Talk


@pytest.fixture
def ana() -> Talk:
    return Talk()


def test_a_greeting_is_answered_with_what_this_is_and_is_not(ana: Talk) -> None:
    assert ana.says("Hello!") == ["greeting"]
    assert ana.state.stage == Describing()


def test_a_problem_finds_its_faq_entry_and_ends_happily(ana: Talk) -> None:
    assert ana.says(WHITE) == ["intro", "suggestions"]
    (shown,) = (each for each in ana.replies if isinstance(each, Suggestions))
    assert shown.items[0].url == "https://docs.example.org/white-page"
    assert ana.presses("helped") == ["helped"]
    assert ana.state.draft is None
    white = EntryId("white")
    assert CountOutcome("helped", (white,), white) in ana.effects


def test_what_may_be_meant_is_told_from_what_answers(ana: Talk) -> None:
    sure, maybe, neither = "The site shows a white page", "black screen", "my invoice is wrong"
    assert [each.sure for each in suggested(ana, sure)] == [True]
    assert [each.sure for each in suggested(Talk(), maybe)] == [False]
    assert suggested(Talk(), neither) == ()


def test_an_entry_is_suggested_from_its_first_day_on_in_the_desks_calendar(ana: Talk) -> None:
    white = FAQ.get(EntryId("white"))
    assert white
    ana.changes_entry(replace(white, valid_from=date(2026, 3, 2)), "cli")
    bob = Talk(playbook=ana.playbook)
    # Greenwich has the new day already, the desk in New York has not.
    ana.now = datetime(2026, 3, 2, 3, 30, tzinfo=UTC)
    bob.now = datetime(2026, 3, 2, 5, 30, tzinfo=UTC)
    assert suggested(ana, WHITE) == ()
    assert [each.id for each in suggested(bob, WHITE)] == ["white"]


def suggested(person: Talk, words: str) -> tuple[Suggested, ...]:
    person.says(words)
    return next((each.items for each in person.replies if isinstance(each, Suggestions)), ())


def test_where_it_happened_does_not_hide_what_happened(ana: Talk) -> None:
    at = "on checkout.lark-song.example.org/basket/payment and https://www.example.net/a/b/c/d"
    assert "suggestions" in ana.says(f"White page {at}, version 24.1.3, ana@mail.example.org")


def test_the_whole_way_to_a_tid(ana: Talk) -> None:
    """R14: it ends with the TID."""
    assert ana.says("hello") == ["greeting"]
    assert ana.says(WHITE) == ["suggestions"]
    assert ana.presses("none") == ["form-begins", "ask-reproducible"]
    assert ana.presses("yes") == ["ask-steps"]
    assert ana.says("Open the catalogue") == ["ask-url"]
    assert ana.says("shop.example.org") == ["ask-version"]
    assert ana.presses("unknown") == ["ask-edition"]
    assert ana.says("Business") == ["ask-email"]
    assert ana.says("ana(at)example.org") == ["problem-email", "ask-email"]
    assert ana.says("ana@example.org") == ["ask-server"]
    assert ana.says("nginx 1.25, PHP 8.3") == ["ask-browser"]
    assert ana.presses("skip") == ["ask-configuration"]
    assert ana.presses("no") == ["ask-screenshots"]
    assert ana.presses("skip") == ["review"]
    assert ana.presses("file") == ["receipt"]

    (ticket,) = ana.tickets.values()
    assert {filled.field: filled.value for filled in ticket.fields} == {
        "problem": WHITE,
        "reproducible": "yes",
        "steps": "Open the catalogue",
        "url": "https://shop.example.org",
        "version": "unknown",
        "edition": "business",
        "email": "ana@example.org",
        "server": "nginx 1.25, PHP 8.3",
        "configuration": "no",
    }
    # R2: what was shown and did not help is on the ticket.
    assert [each.url for each in ticket.suggestions] == ["https://docs.example.org/white-page"]
    # R12: nothing is proven, so the level is the lowest.
    assert ticket.level == "non-commercial"
    (receipt,) = ana.replies
    assert isinstance(receipt, Receipt)
    assert (receipt.tid, receipt.due_at) == (ticket.tid, ticket.due_at)


def test_r8_steps_are_asked_only_where_it_can_be_reproduced(ana: Talk) -> None:
    ana.says(ODD)
    assert ana.presses("no") == ["ask-url"]


def test_nothing_is_asked_that_was_already_said(ana: Talk) -> None:
    said = f"{ODD} at https://shop.example.org, version 20.5, Business edition, ana@example.org"
    assert ana.says(said) == ["intro", "nothing-found", "ask-reproducible"]
    assert ana.presses("no") == ["ask-server"]
    ana.presses("skip"), ana.presses("skip"), ana.presses("skip"), ana.presses("skip")
    (card,) = ana.replies
    assert isinstance(card, Review)
    lifted = {line.field: line.value for line in card.lines if line.lifted}
    assert lifted == {
        "url": "https://shop.example.org",
        "version": "20.5",
        "edition": "business",
        "email": "ana@example.org",
    }


def test_a_question_says_its_place_among_those_to_come(ana: Talk) -> None:
    ana.says(ODD)
    places = []
    for press in ("no", None, None, "option.start"):
        (ask,) = (each for each in ana.replies if isinstance(each, Ask))
        places.append((ask.field, ask.number, ask.of))
        ana.presses(press) if press else ana.says({"url": "a.org", "version": "3"}[ask.field])
    assert places == [("reproducible", 1, 9), ("url", 2, 9), ("version", 3, 9), ("edition", 4, 9)]


def test_back_goes_to_the_question_before_and_shows_its_answer(ana: Talk) -> None:
    ana.says(ODD)
    ana.presses("yes")
    ana.says("Click it")
    assert ana.presses("back") == ["ask-steps"]
    (ask,) = ana.replies
    assert isinstance(ask, Ask)
    assert ask.current == "Click it"
    assert ana.presses("keep") == ["ask-url"]
    assert ana.answers()["steps"] == "Click it"


def test_back_from_the_first_question_leads_to_the_problem(ana: Talk) -> None:
    ana.says(ODD)
    assert ana.presses("back") == ["ask-problem"]
    assert ana.says("It is the payment page") == ["ask-reproducible"]
    assert ana.answers()["problem"] == "It is the payment page"


def test_an_answer_of_the_wrong_kind_keeps_the_rest(ana: Talk) -> None:
    ana.says(ODD)
    ana.presses("no")
    before = ana.answers()
    assert ana.hears(Unreadable("sticker")) == ["unreadable-sticker", "ask-url"]
    assert ana.says("hm") == ["problem-url", "ask-url"]
    assert ana.answers() == before


def test_words_typed_instead_of_pressing_count_as_the_button(ana: Talk) -> None:
    ana.says(WHITE)
    assert ana.says("None of these") == ["form-begins", "ask-reproducible"]
    assert ana.says("yes") == ["ask-steps"]


def test_a_required_field_cannot_be_skipped(ana: Talk) -> None:
    ana.says(ODD)
    ana.presses("no")
    assert ana.says("skip") == ["problem-required", "ask-url"]
    assert "url" not in ana.answers()


def test_a_required_answer_in_words_cannot_be_skipped_either(ana: Talk) -> None:
    ana.says(ODD)
    ana.presses("yes")
    assert ana.says("skip") == ["problem-required", "ask-steps"]
    assert "steps" not in ana.answers()
    assert ana.says("Skip the intro, then press the button") == ["ask-url"]


def test_every_field_can_be_edited_on_the_review_card(ana: Talk) -> None:
    ana.says(ODD)
    ana.presses("no"), ana.says("a.org"), ana.says("3"), ana.presses("option.start")
    ana.says("ana@example.org")
    for _ in range(4):
        ana.presses("skip")
    assert ana.state.stage == Reviewing()
    assert ana.presses("edit.version") == ["ask-version"]
    assert ana.says("4") == ["review"]
    assert ana.answers()["version"] == "4"
    # An edit that makes another field necessary asks for that one too.
    assert ana.presses("edit.reproducible") == ["ask-reproducible"]
    assert ana.presses("yes") == ["ask-steps"]
    assert ana.says("Click") == ["review"]
    assert ana.presses("edit.url") == ["ask-url"]
    assert ana.presses("back") == ["review"]
    # Optional ones can be emptied again.
    ana.presses("edit.server"), ana.says("nginx")
    assert ana.answers()["server"] == "nginx"
    ana.presses("edit.server")
    assert ana.presses("skip") == ["review"]
    assert "server" not in ana.answers()


def test_words_on_the_review_card_join_the_description(ana: Talk) -> None:
    ana.files_a_ticket()
    ana.presses("new")
    ana.says(ODD)
    ana.presses("no"), ana.says("a.org"), ana.says("3"), ana.presses("option.start")
    ana.says("ana@example.org")
    for _ in range(4):
        ana.presses("skip")
    assert ana.says("It began on Monday") == ["added-to-problem", "review"]
    assert ana.answers()["problem"] == f"{ODD}\nIt began on Monday"


def test_more_words_under_suggestions_may_find_better(ana: Talk) -> None:
    assert ana.says(WHITE) == ["intro", "suggestions"]
    assert ana.says("And e-mail notifications are not sent") == ["suggestions"]
    assert [each.id for each in ana.draft.shown] == ["white", "mail"]
    assert ana.says("Nothing of that") == ["nothing-found", "ask-reproducible"]
    assert ana.answers()["problem"].count("\n") == 2


def test_a_stale_button_says_so_and_repeats_the_question(ana: Talk) -> None:
    ana.says(WHITE)
    old = ana.token("helped")
    ana.says("none of these")
    ana.presses("no")
    assert ana.hears(Pressed(old)) == ["question-passed", "ask-url"]


def test_a_button_that_never_passes_is_told_from_one_that_does(ana: Talk) -> None:
    ana.says(ODD)
    assert not Pressed(ana.token("yes")).lasts
    ana.commands("language")
    assert Pressed(ana.token("lang.es")).lasts


def test_a11_a_double_tap_counts_once(ana: Talk) -> None:
    ana.says(ODD)
    yes = ana.token("yes")
    assert ana.hears(Pressed(yes)) == ["ask-steps"]
    for _ in range(9):
        assert ana.hears(Pressed(yes)) == []
    assert ana.answers()["reproducible"] == "yes"


@pytest.mark.parametrize("token", ["", "x", "1:", "999:yes", "*:", "*:rm.all", "1:file", "²:yes"])
def test_a11_a_tampered_button_does_nothing(ana: Talk, token: str) -> None:
    ana.says(ODD)
    before = ana.answers()
    assert ana.hears(Pressed(token)) == ["question-passed", "ask-reproducible"]
    assert ana.answers() == before


def test_b16_filing_ten_times_gives_one_ticket(ana: Talk) -> None:
    ana.files_a_ticket()
    (ticket,) = ana.tickets.values()
    for _ in range(9):
        assert ana.hears(Pressed(f"{ana.state.answered}:file")) == []
    assert list(ana.tickets.values()) == [ticket]


def test_the_same_draft_keeps_its_key_so_that_it_is_filed_once(ana: Talk) -> None:
    ana.says(ODD)
    key = ana.draft.id
    ana.presses("no")
    ana.presses("cancel")
    ana.presses("resume")
    assert ana.draft.id == key == "telegram:1"
