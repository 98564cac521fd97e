"""How a ticket goes on, as it is told: answered, moved, closed, open again; due, to staff."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from intake.dialogue.questions import Choice
from intake.tickets import Reason
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


@dataclass(frozen=True, slots=True)
class AgentAnswer:
    """The desk's answer to a ticket, brought to its owner."""

    tid: Tid
    agent: str
    text: str
    choices: tuple[Choice, ...] = ()
    kind: Literal["agent-answer"] = "agent-answer"


@dataclass(frozen=True, slots=True)
class TicketClosed:
    """The owner is told that the work is over, and why (R32)."""

    tid: Tid
    reason: Reason
    choices: tuple[Choice, ...] = ()
    kind: Literal["ticket-closed"] = "ticket-closed"


@dataclass(frozen=True, slots=True)
class DueWarning:
    """Staff are told of a ticket whose answer is due soon, or overdue."""

    tid: Tid
    title: str
    level: str
    due_at: datetime
    warning: Literal["soon", "overdue"]
    choices: tuple[Choice, ...] = ()
    kind: Literal["due-warning"] = "due-warning"
