"""What a person can do with their own tickets, and with nobody else's."""

from dataclasses import replace

import pytest

from intake import tid
from intake.dialogue.messages import Pressed
from intake.dialogue.replies import (
    AgentAnswer,
    Say,
    TicketStatus,
)
from intake.dialogue.state import Asking, Replying
from intake.tickets import Reason, Status
from tests.unit.intake.scenes import agent_answers
from tests.unit.intake.standings import ODD, WHITE
from tests.unit.intake.talk import Talk, playbook


@pytest.fixture
def ana() -> Talk:
    return Talk()


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
    assert [each.label for each in card.choices] == ["button-supervisor"]
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
