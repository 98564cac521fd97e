"""R20 to R23, R34: when the clock of a ticket starts, stops, pauses, and starts again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from intake.dialogue.messages import Pressed
from intake.dialogue.replies import TicketMoved
from intake.dialogue.turn import NoteDown, Tell
from intake.regulations.calendar import Break, Calendar
from intake.regulations.policy import LevelId, Policy, shipped
from intake.tickets import Author, Post, Status, Ticket, TicketStillOpen, reopened
from tests.unit.intake.talk import UNSCOPED, Talk, playbook

HOUR = timedelta(hours=1)
MONDAY = datetime(2026, 3, 2, 15, tzinfo=UTC)
KIM = "telegram:9"
SECOND = timedelta(seconds=1)


def policy(level: str = "non-commercial", **more: Any) -> Policy:
    """The shipped one, with some rules of the unproven level changed."""
    levels = tuple(
        each.model_copy(update=more) if each.id == level else each for each in UNSCOPED.levels
    )
    return UNSCOPED.model_copy(update={"levels": levels, "unproven_level": level})


class Case:
    """Ana has filed a ticket; Kim is of the staff."""

    def __init__(self, rules: Policy) -> None:
        book = playbook(rules, staff=(KIM,))
        self.ana = Talk(playbook=book, now=MONDAY)
        self.tid = self.ana.files_a_ticket().tid
        self.kim = Talk(person=KIM, playbook=book, tickets=self.ana.tickets, now=self.ana.now)

    @property
    def ticket(self) -> Ticket:
        return self.ana.tickets[self.tid]

    def staff(self, order: str, words: str = "", hours: float = 0) -> list[str]:
        """Kim gives an order, some hours after what was said last."""
        self.kim.now = max(self.ana.now, self.kim.now) + hours * HOUR
        self.ana.now = self.kim.now
        return self.kim.commands(order, f"{self.tid} {words}".strip())

    def client(self, words: str, hours: float = 0) -> list[str]:
        self.ana.now = max(self.ana.now, self.kim.now) + hours * HOUR
        self.ana.hears(Pressed(f"*:reply.{self.tid}"))
        return self.ana.says(words)

    def told(self) -> TicketMoved:
        """What Ana was told of the last order."""
        tell = next(each for each in reversed(self.kim.effects) if isinstance(each, Tell))
        (reply,) = tell.replies
        assert isinstance(reply, TicketMoved)
        return reply


def test_r20_the_first_answer_and_every_later_one_have_their_times() -> None:
    case = Case(policy("vip-coupon", every_response=2))
    assert case.ticket.due_at == case.ticket.accepted_at + 4 * HOUR
    case.staff("answer", "Clear the cache.", hours=1)
    assert case.ticket.due_at is None
    case.client("Still the same", hours=30)
    assert case.ticket.due_at == case.ana.now + 2 * HOUR


def test_r20_the_clock_starts_with_the_first_words_without_an_answer() -> None:
    case = Case(policy("vip-coupon"))
    case.staff("answer", "Clear the cache.", hours=1)
    case.client("Still the same", hours=1)
    due = case.ticket.due_at
    case.client("And now the cart is empty too", hours=2)
    assert case.ticket.due_at == due


def test_r20_staff_notes_do_not_stop_a_clock_or_start_one() -> None:
    case = Case(policy("vip-coupon"))
    before = case.ticket
    assert case.staff("note", "Seen before in March", hours=1) == ["note-done"]
    assert case.ticket == before
    (noted,) = (each for each in case.kim.effects if isinstance(each, NoteDown))
    assert (noted.tid, noted.note.text) == (case.tid, "Seen before in March")
    case.staff("close", "solved")
    assert case.staff("note", "It was the cache") == ["note-done"]


def test_r20_a_question_to_the_client_stops_the_clock_and_the_reply_starts_it_anew() -> None:
    case = Case(policy("vip-coupon"))
    assert case.staff("ask", "Which version is it?", hours=1) == ["ask-done"]
    assert (case.ticket.status, case.ticket.due_at) == (Status.ANSWERED, None)
    case.client("24.5", hours=9)
    assert case.ticket.due_at == case.ana.now + 4 * HOUR


def test_the_clock_pauses_while_the_client_is_asked_where_the_policy_says_so() -> None:
    case = Case(policy("vip-coupon", while_waiting="pause"))
    due = case.ticket.due_at
    case.staff("ask", "Which version is it?", hours=1)
    assert due is not None
    left = due - case.kim.now
    assert (case.ticket.status, case.ticket.left) == (Status.ANSWERED, left)
    case.staff("ask", "And which edition?", hours=1)
    assert case.ticket.left == left
    case.client("24.5, Business", hours=40)
    resumed = case.ticket
    assert resumed.due_at == case.ana.now + left
    assert resumed.left is None
    case.staff("answer", "Thank you.", hours=1)
    case.client("It is back", hours=1)
    assert case.ticket.due_at == case.ana.now + 4 * HOUR


def test_a_clock_that_had_run_out_has_nothing_left_after_a_pause() -> None:
    case = Case(policy("vip-coupon", while_waiting="pause"))
    case.staff("ask", "Which version is it?", hours=5)
    assert case.ticket.left == timedelta()
    case.client("24.5", hours=1)
    assert case.ticket.due_at == case.ana.now


def test_what_was_left_at_a_slow_level_is_never_more_than_a_quick_one_promises() -> None:
    case = Case(policy("commercial", while_waiting="pause"))
    case.staff("ask", "Which version is it?")
    quick = replace(case.ticket, level=LevelId("vip-coupon"))
    case.ana.tickets[case.tid] = quick
    case.client("24.5", hours=1)
    assert case.ticket.due_at == case.ana.now + 4 * HOUR


def test_a_pause_keeps_business_time() -> None:
    case = Case(policy("commercial", while_waiting="pause"))
    case.ana.tickets[case.tid] = replace(
        case.ticket, accepted_at=MONDAY, due_at=MONDAY + timedelta(days=1)
    )
    case.kim.now = MONDAY + 4 * HOUR - SECOND
    case.staff("ask", "Which version is it?")
    assert case.ticket.left == 20 * HOUR
    friday = datetime(2026, 3, 6, 20, tzinfo=UTC)
    case.ana.now = friday - 2 * SECOND
    case.client("24.5")
    # Nine hours of Friday are left in New York, and the weekend does not count.
    assert case.ticket.due_at == datetime(2026, 3, 9, 15, tzinfo=UTC)


def test_r22_a_problem_is_passed_to_development() -> None:
    case = Case(policy(development="yes"))
    assert case.staff("pass", "The fix is planned for 24.6, in December.", hours=1) == ["pass-done"]
    assert case.ticket.level == "development"
    assert case.ticket.due_at == case.kim.now + timedelta(days=14)
    assert case.ticket.status is Status.OPEN
    told = case.told()
    assert (told.why, told.level, told.due_at) == (
        "development", "development", case.ticket.due_at,
    )  # fmt: skip
    assert told.text == "The fix is planned for 24.6, in December."
    assert case.ticket.posts[-1].text == told.text


def test_r22_vip_support_is_passed_on_without_changing_its_level() -> None:
    case = Case(policy("vip"))
    case.staff("pass", "We look into the code.", hours=1)
    assert (case.ticket.level, case.told().why) == ("vip", "kept-level")
    assert case.ticket.due_at == case.kim.now + timedelta(days=1)


@pytest.mark.parametrize("level", ["non-commercial", "beyond-scope", "development"])
def test_r22_other_levels_are_not_passed_to_development(level: str) -> None:
    case = Case(policy(level))
    before = case.ticket
    assert case.staff("pass", "Please look.") == ["cannot-be-moved"]
    assert case.ticket == before


def test_r23_staff_move_any_ticket_beyond_the_scope() -> None:
    case = Case(policy())
    case.staff("beyond", hours=3)
    assert case.ticket.level == "beyond-scope"
    # Counted from when it was accepted, not from when it was moved.
    assert case.ticket.due_at == case.ticket.accepted_at + timedelta(hours=72)
    assert (case.told().why, case.told().text) == ("beyond-scope", "")
    assert case.ticket.posts == ()


def test_r23_what_was_answered_waits_for_nobody_when_it_is_moved() -> None:
    case = Case(policy("vip"))
    case.staff("answer", "This is your own code.", hours=1)
    case.staff("beyond", "Please ask its developer.", hours=1)
    assert (case.ticket.status, case.ticket.due_at) == (Status.ANSWERED, None)
    assert case.told().due_at is None
    assert case.ticket.posts[-1].text == "Please ask its developer."


def test_r23_the_time_is_that_of_the_words_which_wait_for_an_answer() -> None:
    case = Case(policy("vip-coupon"))
    case.staff("answer", "This is your own code.", hours=1)
    case.client("Which part?", hours=1)
    said = case.ana.now
    case.client("Please tell me", hours=1)
    case.staff("beyond", hours=1)
    assert case.ticket.due_at == said + timedelta(hours=72)


def test_a_desk_without_such_a_level_moves_nothing() -> None:
    rules = policy(development="yes")
    levels = tuple(each for each in rules.levels if each.id not in {"development", "beyond-scope"})
    case = Case(rules.model_copy(update={"levels": levels}))
    assert case.staff("pass", "Please look.") == ["cannot-be-moved"]
    assert case.staff("beyond") == ["cannot-be-moved"]


@pytest.mark.parametrize("order", ["ask", "note", "pass"])
def test_staff_are_told_how_to_write_an_order(order: str) -> None:
    case = Case(policy())
    assert case.staff(order) == [f"{order}-usage"]
    assert case.kim.commands("beyond") == ["beyond-usage"]
    assert case.kim.says(f"beyond {case.tid}") != []


@pytest.mark.parametrize("order", ["ask", "pass", "beyond"])
def test_a_closed_ticket_takes_no_orders(order: str) -> None:
    case = Case(policy(development="yes"))
    case.staff("close", "solved")
    assert case.staff(order, "words") == ["ticket-is-closed"]


def test_r34_its_client_opens_a_ticket_again_and_the_clock_starts_anew() -> None:
    case = Case(policy("vip-coupon", every_response=3))
    case.staff("answer", "Clear the cache.", hours=1)
    case.staff("close", "solved")
    case.ana.now = case.kim.now + 20 * HOUR
    said = case.ana.commands("reopen", f"{case.tid} It happened again today")
    assert said[:2] == ["reopened", "ticket-status"]
    ticket = case.ticket
    assert (ticket.status, ticket.reason, ticket.closed_at) == (Status.OPEN, None, None)
    assert ticket.due_at == case.ana.now + 3 * HOUR
    assert ticket.posts[-1].text == "It happened again today"


def test_r34_a_clock_that_paused_starts_anew_when_the_ticket_is_opened_again() -> None:
    case = Case(policy("vip-coupon", while_waiting="pause"))
    case.staff("ask", "Which version is it?", hours=3)
    case.staff("close", "information-missing", hours=1)
    case.ana.now = case.kim.now + HOUR
    case.ana.commands("reopen", f"{case.tid} It is 24.5")
    assert case.ticket.due_at == case.ana.now + 4 * HOUR


def test_r34_a_ticket_is_opened_again_in_plain_words() -> None:
    case = Case(policy())
    case.staff("close", "solved")
    assert case.ana.says(f"reopen {case.tid} It happened again")[0] == "reopened"
    assert case.ana.says(f"reopen {case.tid}")[0] != "reopened"
    assert case.ticket.posts[-1].text == "It happened again"


def test_r34_staff_open_a_ticket_again_for_its_client() -> None:
    case = Case(policy("vip-coupon"))
    case.staff("close", "solved", hours=1)
    assert case.staff("reopen", "We closed this too early.", hours=1) == ["reopened"]
    assert (case.told().why, case.ticket.status) == ("reopened", Status.OPEN)
    assert case.ticket.due_at == case.kim.now + 4 * HOUR
    with pytest.raises(TicketStillOpen):
        reopened(case.ticket, Post(Author.CLIENT, "Ana", "hm", MONDAY), MONDAY)


def test_f14_what_was_closed_a_month_ago_is_a_new_problem() -> None:
    case = Case(policy())
    case.staff("close", "solved")
    case.ana.now = case.kim.now + timedelta(days=31)
    assert case.ana.commands("reopen", f"{case.tid} again")[0] == "reopen-too-late"
    assert case.ticket.status is Status.CLOSED


def test_reopening_asks_for_what_is_missing_and_for_ones_own_tickets() -> None:
    case = Case(policy())
    assert case.ana.commands("reopen")[0] == "reopen-usage"
    assert case.ana.commands("reopen", case.tid)[0] == "reopen-usage"
    assert case.ana.commands("reopen", f"{case.tid} More about it")[0] == "follow-up-added"
    ben = Talk(person="telegram:77", tickets=case.ana.tickets)
    assert ben.commands("reopen", f"{case.tid} mine")[0] == "tid-unknown"


def test_r36_a_break_counts_for_what_is_promised_from_then_on() -> None:
    """And moves nothing that was promised before."""
    case = Case(policy("commercial"))
    promised = case.ticket.due_at
    flood = Break(case.ana.now, case.ana.now + 10 * HOUR, "flood")
    broken = replace(case.ana.playbook, broken=Calendar(case.ana.playbook.policy.hours, [flood]))
    case.ana.playbook = case.kim.playbook = broken
    case.client("One more thing", hours=1)
    assert case.ticket.due_at == promised
    case.staff("answer", "Thank you.", hours=1)
    case.client("And another", hours=1)
    assert case.ticket.due_at == case.ana.now + timedelta(hours=24) + (flood.end - case.ana.now)


def test_a_new_policy_does_not_move_what_was_promised() -> None:
    case = Case(policy("commercial"))
    promised = case.ticket.due_at
    slower = policy("commercial", hours=240)
    case.ana.playbook = case.kim.playbook = playbook(slower, staff=(KIM,))
    case.client("One more thing", hours=1)
    assert (case.ticket.level, case.ticket.due_at) == ("commercial", promised)
    case.staff("answer", "Thank you.", hours=1)
    case.client("And another", hours=1)
    assert case.ticket.due_at is not None
    assert case.ticket.due_at > case.ana.now + timedelta(hours=240)


def test_r22_each_desk_names_the_levels_that_its_regulations_pass_on() -> None:
    assert shipped("es").level("non-commercial").development == "yes"
    assert shipped("inc").level("non-commercial").development == "no"
    assert shipped("es").level("vip").development == "keeps-level"
