"""Whole talks, told the way a person would tell them."""

from dataclasses import replace

import pytest

from intake import tid
from intake.dialogue.corresponding import told
from intake.dialogue.messages import FileId, Judged, Pressed, RefusedFile, Unreadable
from intake.dialogue.replies import (
    AgentAnswer,
    Ask,
    Receipt,
    Review,
    Say,
    Suggestions,
    TicketStatus,
)
from intake.dialogue.staffing import Agent, answer
from intake.dialogue.state import Asking, Describing, Idle, Replying, Reviewing, Sorting
from intake.dialogue.turn import ChangeTicket, CountOutcome, FetchFiles, FileTicket, Tell
from intake.regulations.attachments import Refusal
from intake.tickets import Reason, Status
from tests.unit.intake.talk import Talk, playbook

WHITE = "After an update the site shows a white page"
ODD = "The checkout button does nothing at all"


@pytest.fixture
def ana() -> Talk:
    return Talk()


def agent_answers(talk: Talk, number: tid.Tid, words: str) -> Tell:
    """An agent answers from another conversation; the owner's state follows."""
    change, tell = answer(talk.tickets[number], Agent("Kim"), words, talk.now)
    assert isinstance(change, ChangeTicket)
    assert isinstance(tell, Tell)
    talk.tickets[number] = change.ticket
    talk.state, talk.replies = told(talk.state, number, talk.now), tell.replies
    return tell


def test_a_greeting_is_answered_with_what_this_is_and_is_not(ana: Talk) -> None:
    assert ana.says("Hello!") == ["greeting"]
    assert ana.state.stage == Describing()


def test_a_problem_finds_its_faq_entry_and_ends_happily(ana: Talk) -> None:
    assert ana.says(WHITE) == ["intro", "suggestions"]
    (shown,) = (each for each in ana.replies if isinstance(each, Suggestions))
    assert shown.items[0].url == "https://docs.example.org/white-page"
    assert ana.presses("helped") == ["helped"]
    assert ana.state.draft is None
    assert CountOutcome("helped", (shown.items[0].id,)) in ana.effects


def test_where_it_happened_does_not_hide_what_happened(ana: Talk) -> None:
    at = "on checkout.lark-song.example.org/basket/payment and https://www.example.net/a/b/c/d"
    assert "suggestions" in ana.says(f"White page {at}, version 24.1.3, ana@mail.example.org")


def test_the_whole_way_to_a_tid(ana: Talk) -> None:
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


# --- commands in the middle of a form ---------------------------------------------------------


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


# --- tickets -------------------------------------------------------------------------------------


def test_status_is_for_the_owner_only_and_says_the_same_of_unknown_ones(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    bob = Talk(person="telegram:77", tickets=ana.tickets)
    theirs = bob.commands("status", ticket.tid)
    (not_mine,) = bob.replies
    nothing = bob.commands("status", tid.make(12345))
    (unknown,) = bob.replies
    assert theirs == nothing == ["tid-unknown"]
    assert isinstance(not_mine, Say)
    assert isinstance(unknown, Say)
    assert replace(not_mine, about="") == replace(unknown, about="")
    assert ana.commands("status", ticket.tid.lower()) == ["ticket-status"]


def test_a_tid_anywhere_in_a_message_is_looked_up(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    assert ana.says(f"what about {ticket.tid}?") == ["ticket-status"]
    assert ana.says(f"status {ticket.tid[4:]}") == ["ticket-status"]
    wrong = ticket.tid[:-1] + ("2" if ticket.tid[-1] != "2" else "3")
    assert ana.says(wrong) == ["tid-mistyped"]
    assert ana.says("status") == ["tid-wanted"]


def test_a_tid_in_the_middle_of_a_form_is_looked_up_and_the_form_goes_on(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    ana.says(ODD)
    ana.presses("yes")
    assert ana.says(ticket.tid) == ["ticket-status", "ask-steps"]
    said = f"The same as in {ticket.tid}: open the cart and press the button"
    assert ana.says(said) == ["ticket-status", "ask-url"]
    assert ana.answers()["steps"] == said
    assert ana.draft.related == (ticket.tid,)


def test_words_beside_a_tid_are_sorted_by_the_person(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    said = f"{ticket.tid} now there is an error 500 as well"
    assert ana.says(said) == ["ticket-status", "sort-words"]
    assert ana.says("and it is slow") == ["sort-words"]
    assert ana.presses("add") == ["follow-up-added"]
    assert [post.text for post in ana.tickets[ticket.tid].posts] == [f"{said}\nand it is slow"]


def test_words_beside_a_tid_may_be_a_new_problem(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    ana.says(f"{ticket.tid} was fine but {WHITE}")
    assert ana.presses("new-problem") == ["suggestions"]
    assert ana.draft.related == (ticket.tid,)
    assert ana.draft.value("problem").endswith(WHITE)


def test_the_answer_arrives_and_the_next_words_go_onto_the_ticket(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    tell = agent_answers(ana, ticket.tid, "Please clear the cache.")
    assert isinstance(tell.replies[0], AgentAnswer)
    assert ana.state.stage == Replying(ticket.tid, ana.now)
    assert ana.says("I did, no change", ref="r1") == ["follow-up-added"]
    now = ana.tickets[ticket.tid]
    assert [post.text for post in now.posts] == ["Please clear the cache.", "I did, no change"]
    assert now.status is Status.OPEN
    assert now.due_at is not None
    # A9: editing the follow-up makes a note, no rewrite.
    assert ana.edits("r1", "I did twice") == ["correction-noted"]
    assert ana.tickets[ticket.tid].posts[-1].text == "* I did twice"


def test_an_answer_that_meets_a_new_question_lets_the_person_say_which(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    ana.commands("new")
    agent_answers(ana, ticket.tid, "Please clear the cache.")
    assert ana.says("It is still the same as before") == ["sort-words"]
    assert ana.presses("add") == ["follow-up-added"]
    assert ana.says("And slow") == ["follow-up-added"]


def test_a_greeting_does_not_end_an_exchange_with_the_desk(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    agent_answers(ana, ticket.tid, "Please clear the cache.")
    assert ana.commands("start") == ["greeting", "reply-invited"]
    assert ana.says("I did") == ["follow-up-added"]


def test_an_answer_does_not_interrupt_a_form(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    ana.says(ODD)
    agent_answers(ana, ticket.tid, "Please clear the cache.")
    assert isinstance(ana.state.stage, Asking)
    assert ana.hears(Pressed(f"*:reply.{ticket.tid}")) == ["reply-invited"]
    assert ana.says("I did") == ["follow-up-added"]
    assert ana.presses("resume") == ["resumed", "ask-reproducible"]


def test_after_days_the_person_is_asked_what_the_words_belong_to(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    agent_answers(ana, ticket.tid, "Please clear the cache.")
    ana.later(days=4)
    assert ana.says("The site is down since this morning") == ["sort-words"]
    assert ana.presses("new-problem")[-1] in {"suggestions", "ask-reproducible"}


def test_new_problem_after_a_follow_up(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    agent_answers(ana, ticket.tid, "Please clear the cache.")
    ana.says("I did")
    assert ana.presses("new-problem") == ["ask-problem"]


def test_a_closed_ticket_takes_no_words_but_they_are_not_lost(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    agent_answers(ana, ticket.tid, "Please clear the cache.")
    kim = Talk(person="telegram:9", playbook=playbook(staff=("telegram:9",)), tickets=ana.tickets)
    assert kim.commands("close", f"{ticket.tid} solved") == ["closed-by-you"]
    assert ana.tickets[ticket.tid].reason is Reason.SOLVED
    ana.commands("status", ticket.tid)
    (card,) = (each for each in ana.replies if isinstance(each, TicketStatus))
    assert card.choices == ()
    assert ana.says(ODD) == ["ticket-is-closed", "nothing-found", "ask-reproducible"]
    assert ana.draft.related == (ticket.tid,)
    assert ana.hears(Pressed(f"*:reply.{ticket.tid}"))[0] == "ticket-is-closed"


def test_replying_to_somebody_elses_ticket_is_refused(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    bob = Talk(person="telegram:77", tickets=ana.tickets)
    assert bob.hears(Pressed(f"*:reply.{ticket.tid}")) == ["tid-unknown"]


def test_my_tickets_are_listed(ana: Talk) -> None:
    ana.files_a_ticket()
    assert ana.commands("tickets") == ["ticket-list"]
    assert ana.says("my tickets") == ["ticket-list"]


def test_status_shows_the_last_words(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    agent_answers(ana, ticket.tid, "Please clear the cache.")
    ana.commands("status", ticket.tid)
    (card,) = (each for each in ana.replies if isinstance(each, TicketStatus))
    assert [line.text for line in card.posts] == ["Please clear the cache."]


# --- staff ---------------------------------------------------------------------------------------


def test_staff_see_the_queue_and_answer_from_chat(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    kim = Talk(person="telegram:9", playbook=playbook(staff=("telegram:9",)), tickets=ana.tickets)
    assert kim.commands("help") == ["help-staff"]
    assert kim.commands("queue") == ["ticket-list"]
    assert kim.commands("answer", f"{ticket.tid} Clear the cache.") == ["answer-sent"]
    assert ana.tickets[ticket.tid].status is Status.ANSWERED
    tell = next(effect for effect in kim.effects if isinstance(effect, Tell))
    assert tell.conversation == "telegram:42"


@pytest.mark.parametrize(
    ("command", "argument", "said"),
    [
        ("answer", "", "answer-usage"),
        ("answer", "hello", "answer-usage"),
        ("answer", "{tid}", "answer-usage"),
        ("close", "{tid}", "close-usage"),
        ("close", "{tid} boredom", "close-usage"),
        ("answer", "TID-000-000-000 hi", "tid-unknown"),
    ],
)
def test_staff_are_told_how_to_say_it(ana: Talk, command: str, argument: str, said: str) -> None:
    ticket = ana.files_a_ticket()
    kim = Talk(person="telegram:9", playbook=playbook(staff=("telegram:9",)), tickets=ana.tickets)
    assert kim.commands(command, argument.format(tid=ticket.tid)) == [said]


def test_staff_cannot_answer_a_closed_ticket(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    kim = Talk(person="telegram:9", playbook=playbook(staff=("telegram:9",)), tickets=ana.tickets)
    kim.commands("close", f"{ticket.tid} not-reproduced")
    assert kim.commands("answer", f"{ticket.tid} hi") == ["ticket-is-closed"]


def test_an_empty_queue_is_said_to_be_empty() -> None:
    kim = Talk(person="telegram:9", playbook=playbook(staff=("telegram:9",)))
    assert kim.commands("queue") == ["queue-empty"]


# --- edits ---------------------------------------------------------------------------------------


def test_a9_an_edited_answer_corrects_the_draft(ana: Talk) -> None:
    ana.says(ODD)
    ana.presses("no")
    ana.says("a.org", ref="url")
    assert ana.edits("url", "b.org") == ["corrected", "ask-version"]
    assert ana.answers()["url"] == "https://b.org"
    assert ana.edits("url", "nonsense here") == ["problem-url"]
    assert ana.answers()["url"] == "https://b.org"


def test_a9_an_edited_problem_searches_again(ana: Talk) -> None:
    ana.says(WHITE, ref="p")
    assert ana.edits("p", "E-mail notifications are not sent at all") == ["suggestions"]
    assert ana.answers()["problem"] == "E-mail notifications are not sent at all"


def test_an_edited_problem_is_looked_through_again(ana: Talk) -> None:
    ana.says(f"{ODD} in version 20.5", ref="p")
    assert ana.answers()["version"] == "20.5"
    ana.edits("p", f"{ODD} in version 21.0")
    assert ana.answers()["version"] == "21.0"


def test_edits_of_other_messages_change_nothing(ana: Talk) -> None:
    ana.says("hello", ref="h")
    assert ana.edits("h", "hallo") == []
    assert ana.edits("h", "   ") == []
    ana.says(ODD)
    assert ana.edits("h", "hallo") == []


def test_an_edit_of_words_that_are_being_sorted_replaces_them(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    ana.says(f"{ticket.tid} now there is an error 500 as well", ref="w")
    assert ana.edits("w", f"{ticket.tid} the error 500 is gone again") == ["sort-words"]
    assert isinstance(ana.state.stage, Sorting)
    assert ana.state.stage.words.text.endswith("gone again")


# --- files ---------------------------------------------------------------------------------------


def test_files_go_onto_the_draft_and_an_album_is_acknowledged_once(ana: Talk) -> None:
    ana.says(ODD)
    assert ana.sends("a.png") == ["files-taken", "ask-reproducible"]
    assert ana.sends("b.png", album="x") == ["files-taken", "ask-reproducible"]
    assert ana.sends("c.png", album="x") == []
    assert [file.name for file in ana.draft.files] == ["a.png", "b.png", "c.png"]
    fetched = [effect for effect in ana.effects if isinstance(effect, FetchFiles)]
    assert {effect.draft for effect in fetched} == {ana.draft.id}


def test_a_file_with_a_caption_begins_a_problem(ana: Talk) -> None:
    assert ana.sends("a.png", caption=WHITE) == ["files-taken", "intro", "suggestions"]
    assert [file.name for file in ana.draft.files] == ["a.png"]


def test_a_file_alone_asks_what_is_wrong(ana: Talk) -> None:
    assert ana.sends("a.png") == ["files-taken", "ask-problem"]
    assert ana.says(WHITE) == ["suggestions"]
    assert [file.name for file in ana.draft.files] == ["a.png"]


def test_the_screenshots_question_ends_with_done(ana: Talk) -> None:
    ana.says(ODD)
    ana.presses("no"), ana.says("a.org"), ana.says("3"), ana.presses("option.start")
    ana.says("ana@example.org")
    ana.presses("skip"), ana.presses("skip"), ana.presses("skip")
    assert ana.says("here it is") == ["problem-file-wanted", "ask-screenshots"]
    assert ana.sends("a.png") == ["files-taken", "ask-screenshots"]
    assert ana.presses("done") == ["review"]
    ana.presses("file")
    (ticket,) = ana.tickets.values()
    assert ticket.files == ("a.png",)


def test_d11_more_files_than_the_policy_takes_are_refused_by_number(ana: Talk) -> None:
    ana.says(ODD)
    names = [f"{number}.png" for number in range(12)]
    assert ana.sends(*names) == ["problem-too-many-files", "ask-reproducible"]
    assert len(ana.draft.files) == 10
    assert ana.sends("one-more.png") == ["problem-too-many-files", "ask-reproducible"]


def test_a_refused_file_leaves_the_draft_and_the_ticket_goes_on(ana: Talk) -> None:
    ana.says(ODD)
    ana.sends("a.bmp")
    (file,) = ana.draft.files
    verdict = Judged((RefusedFile(file.id, "a.bmp", Refusal.BMP),))
    assert ana.hears(verdict) == ["files-refused", "ask-reproducible"]
    assert ana.draft.files == ()


def test_a_verdict_after_filing_is_told_too(ana: Talk) -> None:
    ana.files_a_ticket()
    verdict = Judged((RefusedFile(FileId("f"), "a.bmp", Refusal.BMP),))
    assert ana.hears(verdict) == ["files-refused"]


def test_files_for_a_ticket_go_onto_it(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    agent_answers(ana, ticket.tid, "A screenshot, please")
    assert ana.sends("a.png", caption="There") == ["files-taken", "follow-up-added"]
    assert ana.tickets[ticket.tid].posts[-1].text == "There"
    assert ana.sends("b.png") == ["files-taken", "follow-up-added"]
    fetched = [effect for effect in ana.effects if isinstance(effect, FetchFiles)]
    assert {effect.tid for effect in fetched} == {ticket.tid}


def test_a_file_among_words_to_be_sorted_loses_none_of_them(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    said = f"{ticket.tid} now there is an error 500 as well"
    ana.says(said)
    assert ana.sends("a.png") == ["files-taken", "follow-up-added", "sort-words"]
    ana.presses("add")
    assert [post.text for post in ana.tickets[ticket.tid].posts] == ["a.png", said]


def test_files_for_a_closed_ticket_begin_a_new_one(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    agent_answers(ana, ticket.tid, "A screenshot, please")
    kim = Talk(person="telegram:9", playbook=playbook(staff=("telegram:9",)), tickets=ana.tickets)
    kim.commands("close", f"{ticket.tid} solved")
    assert ana.sends("a.png") == ["ticket-is-closed", "files-taken", "ask-problem"]


# --- limits --------------------------------------------------------------------------------------


def test_b4_an_endless_message_is_cut_with_a_notice(ana: Talk) -> None:
    assert ana.says("word " * 10_000)[0] == "message-cut"
    assert len(ana.answers()["problem"]) <= 40_000


def test_symbols_alone_are_asked_about(ana: Talk) -> None:
    assert ana.says("👍 !!") == ["ask-problem"]


def test_i8_the_deadline_counts_from_when_it_was_said(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    effect = next(each for each in ana.effects if isinstance(each, FileTicket))
    assert effect.ticket.accepted_at == ticket.accepted_at == ana.now
