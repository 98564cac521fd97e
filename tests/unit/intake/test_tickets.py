"""A ticket's life: answered, followed up, closed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from intake import tid
from intake.regulations.policy import FieldId, LevelId
from intake.tickets import (
    Author,
    DraftId,
    Filled,
    Post,
    Reason,
    Status,
    Ticket,
    TicketAlreadyClosed,
    answered,
    closed,
    followed_up,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DUE = NOON + timedelta(hours=48)
LATER = DUE + timedelta(days=3)

TICKET = Ticket(
    tid=tid.make(7),
    draft=DraftId("telegram:1"),
    owner="telegram:42",
    owner_name="Ana",
    conversation="telegram:42",
    language="en",
    fields=(Filled(FieldId("problem"), "White page\nsince Monday"),),
    suggestions=(),
    related=(),
    level=LevelId("non-commercial"),
    accepted_at=NOON,
    due_at=DUE,
)
ANSWER = Post(Author.AGENT, "Kim", "Try this", NOON)
WORDS = Post(Author.CLIENT, "Ana", "Still white", NOON)


def test_an_answer_stops_the_clock() -> None:
    ticket = answered(TICKET, ANSWER)
    assert (ticket.status, ticket.due_at, ticket.posts) == (Status.ANSWERED, None, (ANSWER,))


def test_r20_additional_information_starts_the_clock_again() -> None:
    ticket = followed_up(answered(TICKET, ANSWER), WORDS, LATER)
    assert (ticket.status, ticket.due_at) == (Status.OPEN, LATER)


def test_r20_a_clock_that_runs_is_not_set_back_by_more_words() -> None:
    assert followed_up(TICKET, WORDS, LATER).due_at == DUE


def test_r32_a_ticket_is_closed_for_a_reason() -> None:
    ticket = closed(TICKET, Reason.NOT_REPRODUCED, LATER)
    assert (ticket.status, ticket.reason, ticket.closed_at) == (
        Status.CLOSED,
        Reason.NOT_REPRODUCED,
        LATER,
    )
    assert ticket.due_at is None


def test_a_closed_ticket_takes_nothing_more() -> None:
    ticket = closed(TICKET, Reason.SOLVED, LATER)
    with pytest.raises(TicketAlreadyClosed, match="closed"):
        answered(ticket, ANSWER)
    with pytest.raises(TicketAlreadyClosed):
        followed_up(ticket, WORDS, LATER)
    with pytest.raises(TicketAlreadyClosed):
        closed(ticket, Reason.SOLVED, LATER)


def test_its_title_is_the_first_line_of_the_problem() -> None:
    assert TICKET.title == "White page"


def test_a_title_that_is_cut_says_so() -> None:
    whole, more = "a" * 80, f"{'a' * 78} page"
    assert replace(TICKET, fields=(Filled(FieldId("problem"), whole),)).title == whole
    assert replace(TICKET, fields=(Filled(FieldId("problem"), more),)).title == f"{'a' * 78}…"
    assert TICKET.value("steps") == ""


def test_a_ticket_without_a_problem_is_called_by_its_tid() -> None:
    assert replace(TICKET, fields=()).title == TICKET.tid
