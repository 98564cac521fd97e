"""Somebody who wants a ticket and answers whatever is asked."""

from typing import Final

from intake.dialogue.messages import Pressed
from intake.dialogue.replies import Receipt
from intake.dialogue.state import (
    Asking,
    Describing,
    Idle,
    Redeeming,
    Replying,
    Reviewing,
    Sorting,
    Suggesting,
)
from intake.regulations.policy import FormField
from intake.tickets import Ticket
from tests.unit.intake.talk import Talk

ENOUGH: Final = 40
"""Steps: more than the longest form takes, from any state."""

_TYPED: Final = {
    "text": "nginx",
    "long-text": "I open the cart and press the button",
    "url": "https://shop.example.org",
    "version": "20.5",
    "email": "ana@example.org",
}


def goes_on_to_a_ticket(talk: Talk) -> Ticket:
    """Answer until a ticket is filed, wherever the talk stands. Fails where that takes too long."""
    before = set(talk.tickets)
    for _ in range(ENOUGH):
        step(talk)
        if filed := [number for number in talk.tickets if number not in before]:
            assert any(isinstance(reply, Receipt) for reply in talk.replies)
            return talk.tickets[filed[0]]
    raise AssertionError(f"no ticket after {ENOUGH} steps; the talk stands at {talk.state}")


def step(talk: Talk) -> None:
    """One helpful step, by what the stage of the talk wants."""
    if talk.state.is_writing:
        talk.commands("cancel")
    else:
        _by_stage(talk)


def _by_stage(talk: Talk) -> None:
    match talk.state.stage:
        case Idle() | Describing():
            talk.says("The checkout button does nothing at all")
        case Suggesting():
            press(talk, "none")
        case Sorting():
            press(talk, "new-problem")
        case Replying() if talk.state.draft:
            talk.hears(Pressed("*:resume"))
        case Replying():
            talk.commands("new")
        case Redeeming() | Reviewing() as stage:
            press(talk, "file" if isinstance(stage, Reviewing) else "back")
        case Asking(field):
            known = talk.playbook.policy.field(field)
            answer(talk, known) if known else talk.says("something")


def answer(talk: Talk, field: FormField) -> None:
    """A right answer to the question on screen."""
    if field.kind in _TYPED:
        talk.says(_TYPED[field.kind])
    elif field.kind == "yes-no":
        # Whoever edits this has changed their mind.
        press(talk, "yes" if talk.state.stage == Asking(field.id, editing=True) else "no")
    elif field.kind == "topic":
        press(talk, "covered" if "covered" in talk.state.screen else "topic.errors")
    elif field.kind == "choice":
        press(talk, f"option.{field.options[0].id}")
    else:
        press(talk, "done" if "done" in talk.state.screen else "skip")


def press(talk: Talk, name: str) -> None:
    """Press what the question on screen offers, however long ago it was put."""
    assert name in talk.state.screen, f"{name} is not offered: {talk.state}"
    talk.hears(Pressed(f"{talk.state.serial}:{name}"))
