"""What becomes of a message whose turn failed: tried again, set aside, given up (A13)."""

from datetime import datetime
from typing import Final

from intake.desk.recording import HELD
from intake.dialogue.messages import Message
from intake.dialogue.replies import Say
from intake.inbox import IN_ORDER, TRIES, Setback, Waiting, pause_after
from intake.ports import Outgoing, Work

_TOLD: Final = {IN_ORDER: "takes-longer", TRIES: "not-dealt-with"}
"""The person hears of it when their next words overtake it, and when it is given up."""


def first_setback(
    work: Work, message: Message, cause: str, now: datetime
) -> tuple[Outgoing, ...] | None:
    """Keep a message whose first try failed, so that the platform may forget it; None where it was
    taken before."""
    if not work.put((message,), now):
        return None
    return set_back(work, Waiting(message), cause, now)


def set_back(work: Work, waiting: Waiting, cause: str, now: datetime) -> tuple[Outgoing, ...]:
    """Note one more failed try of a message that waits; returns what its sender is told."""
    return _note(work, waiting, cause, waiting.tries + 1, now)


def give_up_first(
    work: Work, message: Message, cause: str, now: datetime
) -> tuple[Outgoing, ...] | None:
    """Keep a message that must not be tried a second time; None where it was taken before."""
    if not work.put((message,), now):
        return None
    return give_up(work, Waiting(message), cause, now)


def give_up(work: Work, waiting: Waiting, cause: str, now: datetime) -> tuple[Outgoing, ...]:
    """Make a dead letter of a message that waits; returns what its sender is told."""
    return _note(work, waiting, cause, TRIES, now)


def _note(
    work: Work, waiting: Waiting, cause: str, tries: int, now: datetime
) -> tuple[Outgoing, ...]:
    message, pause = waiting.message, pause_after(tries)
    known = work.conversation(message.conversation)
    next_at = None if pause is None else now + pause
    if not work.set_back(message.id, Setback(cause, tries, next_at, known.version)):
        return ()
    if tries not in _TOLD:
        return ()
    return work.say(message.conversation, (Say(_TOLD[tries]),), known.state, now, HELD)
