"""How a ticket goes on, as its owner is told: passed on, moved to another level, open again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from intake.dialogue.questions import Choice
from intake.tid import Tid

Moved: TypeAlias = Literal["development", "kept-level", "beyond-scope", "reopened"]


@dataclass(frozen=True, slots=True)
class TicketMoved:
    """The owner is told that the ticket goes on in another way, and by when (R22, R23, R34)."""

    tid: Tid
    why: Moved
    level: str
    due_at: datetime | None
    agent: str = ""
    text: str = ""
    """What the agent says to it."""
    choices: tuple[Choice, ...] = ()
    kind: Literal["ticket-moved"] = "ticket-moved"
