"""R35: a client can write to the support supervisor about a ticket."""

import pytest

from intake.dialogue.messages import Pressed
from intake.dialogue.replies import Complaint
from intake.dialogue.turn import TellStaff
from intake.regulations.supervisor import Supervisor
from intake.tid import Tid
from tests.unit.intake.standings import ODD
from tests.unit.intake.talk import UNSCOPED, Talk, playbook

KIM, LEA = "telegram:9", "slack:T1/U2"
WORDS = "Nobody answers me"


def desk(**supervisor: object) -> Talk:
    section = Supervisor.model_validate(supervisor)
    return Talk(playbook=playbook(UNSCOPED.model_copy(update={"supervisor": section}), (KIM,)))


def told(talk: Talk) -> TellStaff:
    (effect,) = (each for each in talk.effects if isinstance(each, TellStaff))
    return effect


@pytest.mark.parametrize("is_typed", [True, False])
def test_r35_the_words_go_to_the_supervisor_and_stand_on_the_ticket(is_typed: bool) -> None:
    ana = desk(people=[LEA], contact="supervisor@example.org")
    number = ana.files_a_ticket().tid
    said = (
        ana.says(f"supervisor {number} {WORDS}")
        if is_typed
        else ana.commands("supervisor", f"{number} {WORDS}")
    )
    assert said == ["supervisor-told", "supervisor-contact"]
    assert told(ana).people == {LEA}
    reply = told(ana).reply
    assert isinstance(reply, Complaint)
    assert (reply.tid, reply.text) == (number, WORDS)
    assert [post.text for post in ana.tickets[number].posts] == [f"⚑ {WORDS}"]


def test_without_a_supervisor_all_of_the_staff_are_told() -> None:
    ana = desk()
    number = ana.files_a_ticket().tid
    assert ana.commands("supervisor", f"{number} {WORDS}") == ["supervisor-told"]
    assert told(ana).people == {KIM}


def test_of_a_closed_ticket_the_supervisor_is_told_all_the_same() -> None:
    ana = desk()
    number = ana.files_a_ticket().tid
    ana.closes(number)
    assert ana.commands("supervisor", f"{number} {WORDS}") == ["supervisor-told"]
    assert told(ana)
    assert ana.tickets[number].posts == ()


@pytest.mark.parametrize("argument", ["", WORDS])
def test_how_to_write_is_told(argument: str) -> None:
    ana = desk()
    number = ana.files_a_ticket().tid
    assert ana.commands("supervisor", argument) == ["supervisor-usage"]
    assert ana.commands("supervisor", number) == ["supervisor-usage"]
    assert ana.says("supervisor") == ["supervisor-usage"]


def test_the_card_of_a_ticket_leads_there() -> None:
    ana = desk()
    number = ana.files_a_ticket().tid
    ana.says(ODD)
    ana.commands("status", number)
    assert ana.hears(Pressed(f"*:supervisor.{number}")) == ["supervisor-usage", "ask-reproducible"]


def test_r7_nobody_writes_about_a_ticket_of_somebody_else() -> None:
    """Not staff either: they have other ways."""
    ana = desk()
    number = ana.files_a_ticket().tid
    kim = Talk(KIM, playbook=ana.playbook, tickets=ana.tickets)
    bob = Talk("telegram:5", playbook=ana.playbook, tickets=ana.tickets)
    for other in (kim, bob):
        assert other.commands("supervisor", f"{number} {WORDS}") == ["tid-unknown"]
        assert other.effects == []
    assert Tid(number) in ana.tickets
