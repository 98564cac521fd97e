"""What staff do from chat."""

import pytest

from intake.dialogue.turn import Tell
from intake.tickets import Status
from tests.unit.intake.talk import Talk, playbook


@pytest.fixture
def ana() -> Talk:
    return Talk()


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
