"""When a turn happens, and how each of its effects is written down."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import singledispatch
from typing import Final

from intake.dialogue.messages import ConversationId, PersonId
from intake.dialogue.turn import Effect
from intake.ports import Errand, Outgoing, Work

HELD: Final = timedelta(seconds=6)
"""How long a recorded reply is its recorder's to send, before others may."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where and when a turn happens."""

    conversation: ConversationId
    person: PersonId
    language: str
    now: datetime
    held: timedelta
    """How long the replies are ours to send; nothing, or less, where others have to: then they have
    been due since."""


@singledispatch
def write(effect: Effect, _work: Work, _occasion: Occasion) -> tuple[Outgoing, ...]:
    """Write one effect down; returns what was said in other conversations by it."""
    raise TypeError(f"no way to write down a {type(effect).__name__}")


def have_told(work: Work, said: Iterable[Outgoing]) -> None:
    """Whoever has the channel sees to it that this arrives: its recorder may not have it."""
    for each in said:
        work.later(Errand("tell", (each.conversation, str(each.id))))
