"""What is said about tickets: the receipt, where one stands, the desk's answer."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import get_args

import pytest

from bot.texts.cutting import units
from bot.texts.screen import Quote, Role
from intake.dialogue.replies import (
    AgentAnswer,
    ListedTicket,
    TicketClosed,
    TicketList,
    TicketStatus,
)
from intake.regulations.hours import ClockName
from intake.tickets import Reason, Status
from tests.unit.texts.samples import (
    FRIDAY,
    LIMA,
    TID,
    receipt,
    said,
    screen,
    spans,
)

# The receipt


def test_the_receipt_hands_over_the_tid_and_says_by_when_and_why() -> None:
    """R13 to R15, R18, R5, R6."""
    assert said(receipt()) == [
        f"Your request is accepted. The TID of your ticket is {TID}",
        "Level: non-commercial",
        "Answer by: Tuesday, November 24, 2026 at 6:00 PM (Lima, GMT-5)",
        "Your level is “non-commercial”: an answer within 48 hours, counted on business days,"
        " so the weekend does not count.",
        "This chat is not the official channel; the ticket is."
        " Write its TID whenever you ask about it.",
        "Asking the same again elsewhere, by phone or in a forum, does not speed it up.",
    ]
    assert spans(screen(receipt()), Role.STRONG) == [TID]


@pytest.mark.parametrize(
    ("clock", "hours", "skipped", "language", "why"),
    [
        ("around-the-clock", 4, "", "en", "within 4 hours, at every hour of every day."),
        ("around-the-clock", 1, "", "en", "within one hour, at every hour of every day."),
        ("business-days", 24, "", "en", "within 24 hours, counted on business days."),
        ("business-days", 120, "holiday", "en", "within 5 days, counted on business days, so pub"),
        ("business-days", 120, "holiday", "es", "en 5 días, contando solo los días hábiles, así"),
        ("business-days", 24, "closed", "en", "so days on which the desk is closed do not count"),
        ("business-days", 24, "break", "es", "el reloj se detiene"),
        ("open-hours", 120, "holiday", "en", "within 120 hours of the desk's opening hours"),
        ("calendar-days", 336, "", "de", "innerhalb von 14 Tagen, gezählt an allen Tagen"),
        ("calendar-days", 336, "weekend", "en", "within 14 days, counted on all days"),
        ("business-days", 100, "weekend", "de", "innerhalb von 100 Stunden, gezählt an Werktagen"),
    ],
)
def test_the_reason_names_the_clock_and_what_it_passes_over(
    clock: str, hours: int, skipped: str, language: str, why: str
) -> None:
    words = screen(receipt(clock=clock, hours=hours, skipped=skipped), language).plain()
    assert why in words


@pytest.mark.parametrize(
    ("language", "answer"), [("en", "an answer within"), ("es", "una respuesta"), ("de", "Antwort")]
)
def test_r21_what_is_promised_is_an_answer_never_a_solution(language: str, answer: str) -> None:
    for clock in get_args(ClockName):
        words = screen(receipt(clock=clock), language).plain()
        assert answer in words
        assert not re.search("solved|resuelto|gelöst", words)


@pytest.mark.parametrize(
    ("zone", "language", "due"),
    [
        ("Europe/Vienna", "de", "Mittwoch, 25. November 2026, 00:00 Uhr (Wien, GMT+1)"),
        ("Asia/Kolkata", "en", "Wednesday, November 25, 2026 at 4:30 AM (Kolkata, GMT+5:30)"),
        ("UTC", "en", "Tuesday, November 24, 2026 at 11:00 PM (GMT)"),
        (LIMA, "es", "martes, 24/11/2026, 18:00 (Lima, GMT-5)"),
        ("", "en", "Tuesday, November 24, 2026 at 6:00 PM (New York, GMT-5, the desk's time)"),
        ("Mars/Base", "en", "Tuesday, November 24, 2026 at 6:00 PM (New York, GMT-5, the desk's"),
        ("../../etc/passwd", "en", "at 6:00 PM (New York, GMT-5, the desk's time)"),
        ("x" * 5000, "en", "at 6:00 PM (New York, GMT-5, the desk's time)"),
    ],
)
def test_the_time_is_the_persons_own_or_the_desks_and_says_which(
    zone: str, language: str, due: str
) -> None:
    assert due in screen(receipt(), language, zone).plain()


def test_a_level_of_a_vendors_own_is_named_by_its_id() -> None:
    assert "Level: gold plus" in said(receipt(level="gold-plus"))


# Tickets


def ticket(status: Status, due: datetime | None, reason: Reason | None = None) -> TicketStatus:
    return TicketStatus(TID, "The shop is empty", status, "vip", FRIDAY, due, reason, ())


def test_a_ticket_that_waits_says_by_when_it_is_answered() -> None:
    assert said(ticket(Status.OPEN, FRIDAY + timedelta(days=3))) == [
        f"{TID} The shop is empty",
        "Status: waits for the desk's answer",
        "Answer by: Monday, November 23, 2026 at 6:00 PM (Lima, GMT-5)",
        "Level: VIP support",
        "Filed: Nov 20, 2026, 6:00 PM",
    ]


def test_a_closed_ticket_says_why() -> None:
    lines = said(ticket(Status.CLOSED, None, Reason.NO_ACCESS))
    assert lines[1:3] == [
        "Status: closed",
        "Reason: The site cannot be reached with the access given",
    ]
    assert not any(line.startswith("Answer by") for line in lines)


def listed(count: int, due: Sequence[datetime | None]) -> tuple[ListedTicket, ...]:
    return tuple(
        ListedTicket(TID, f"Problem {n}", Status.OPEN if each else Status.CLOSED, each)
        for n, each in zip(range(count), due, strict=True)
    )


def test_a_list_has_a_line_for_each_ticket() -> None:
    assert said(TicketList("mine", listed(2, [FRIDAY, None])), "de") == [
        "Ihre Tickets",
        f"{TID} Problem 0 (Antwort bis 20.11.2026, 18:00 Uhr)",
        f"{TID} Problem 1 (geschlossen)",
    ]


def test_a_long_list_ends_with_how_many_more_there_are() -> None:
    lines = said(TicketList("queue", listed(200, [FRIDAY] * 200)))
    assert lines[0] == "Tickets that wait for an answer"
    assert lines[-1] == f"… and {200 - (len(lines) - 2)} more"


@pytest.mark.parametrize(("whose", "words"), [("mine", "no tickets yet"), ("queue", "No ticket")])
def test_an_empty_list_says_so(whose: str, words: str) -> None:
    empty = replace(TicketList("mine", ()), whose=whose)  # type: ignore[arg-type]
    assert words in said(empty)[0]


def test_an_answer_of_the_desk_comes_whole() -> None:
    long = "\n".join(f"{n}. Press the button that says {'x' * n}." for n in range(130))
    assert len(long) > 10_000
    shown = screen(AgentAnswer(TID, "Eva", long))
    quotes = [block.text for block in shown.blocks if isinstance(block, Quote)]
    assert "".join(quotes) == long
    assert all(units(each) <= 3_000 for each in quotes)
    assert all(each.endswith("\n") for each in quotes[:-1])
    assert said(AgentAnswer(TID, "Eva", "ok"))[0].endswith(f"{TID}. Eva writes:")
    assert said(AgentAnswer(TID, "", "ok"))[0].endswith(f"{TID}.")


def test_the_end_of_the_work_is_told_with_its_reason() -> None:
    """R32."""
    assert said(TicketClosed(TID, Reason.SOLVED), "es")[:2] == [
        f"Su ticket {TID} está cerrado.",
        "Motivo: El problema está resuelto",
    ]
