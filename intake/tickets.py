"""An official ticket, and the changes that it can go through."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, NewType

from intake.errors import IntakeError
from intake.regulations.identity import NOBODY, CustomerId
from intake.regulations.policy import FieldId, LevelId
from intake.regulations.scope import TECHNICAL, QueueName
from intake.tid import Tid

DraftId = NewType("DraftId", str)

LONGEST_TITLE: Final = 80
"""Characters."""


class TicketAlreadyClosed(IntakeError):
    """The ticket is closed and takes no further changes."""


class TicketStillOpen(IntakeError):
    """The ticket is not closed, so there is nothing to open again."""


class Status(StrEnum):
    OPEN = "open"
    """The desk owes an answer; `due_at` says by when."""
    ANSWERED = "answered"
    """The desk has answered and waits for the client."""
    CLOSED = "closed"


class Reason(StrEnum):
    """Why a ticket was closed: solved, or one of the hindrances of R32."""

    SOLVED = "solved"
    INFORMATION_MISSING = "information-missing"
    NOT_REPRODUCED = "not-reproduced"
    NO_ACCESS = "no-access"
    CUSTOM_DEVELOPMENT = "custom-development"
    IMPROPER_USE = "improper-use"
    TOO_MANY_SITES = "too-many-sites"
    LICENCE_VIOLATED = "licence-violated"
    UNLICENSED = "unlicensed"
    BEYOND_SCOPE = "beyond-scope"
    MISLEADING = "misleading"


class Author(StrEnum):
    CLIENT = "client"
    AGENT = "agent"


@dataclass(frozen=True, slots=True)
class Post:
    """One contribution to the correspondence of a ticket, in the order of `at`."""

    author: Author
    name: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """What staff write down for each other: its client never sees it, and no clock minds it."""

    name: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Filled:
    """One field of the form as it was filed."""

    field: FieldId
    value: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry that was shown and did not help (R2)."""

    id: str
    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """What the desk has accepted. One draft becomes at most one ticket."""

    tid: Tid
    draft: DraftId
    owner: str
    """The PersonId of who filed it."""
    owner_name: str
    conversation: str
    """Where the owner is told of answers: a ConversationId."""
    language: str
    fields: tuple[Filled, ...]
    suggestions: tuple[Suggestion, ...]
    related: tuple[Tid, ...]
    level: LevelId
    accepted_at: datetime
    due_at: datetime | None
    """When the desk's next answer is due; None while the desk waits for the client."""
    status: Status = Status.OPEN
    reason: Reason | None = None
    closed_at: datetime | None = None
    posts: tuple[Post, ...] = ()
    left: timedelta | None = None
    """Of its level's time, while the clock pauses because the client was asked something."""
    files: tuple[str, ...] = ()
    """The names of its attachments, as far as they are known."""
    customer: CustomerId = NOBODY
    """Whose request it is, where that is proven, or by whose coupon."""
    proof: str = ""
    """What proved who its owner is (`identity.Via`); nothing where it is unverified (R7)."""
    seen: tuple[LevelId, str] | None = field(default=None, compare=False, repr=False)
    """The level and the proof that were read: whoever changes the ticket has decided on those."""
    queue: QueueName = TECHNICAL
    """Who works on it (R4)."""

    def value(self, field: str) -> str:
        """The filed value of a field, or nothing."""
        return next((filled.value for filled in self.fields if filled.field == field), "")

    @property
    def title(self) -> str:
        """The first line of the problem, to tell tickets apart in a list."""
        line = self.value("problem").strip().partition("\n")[0].strip() or self.tid
        return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1].rstrip()}…"


def answered(ticket: Ticket, post: Post) -> Ticket:
    """The desk has answered: its clock stops. Raises TicketAlreadyClosed."""
    return asked(ticket, post, None)


def asked(ticket: Ticket, post: Post, left: timedelta | None) -> Ticket:
    """The desk waits for the client: its clock pauses with so much left, or stops (R20).

    Raises TicketAlreadyClosed.
    """
    _refuse_closed(ticket)
    posts = (*ticket.posts, post)
    return replace(ticket, status=Status.ANSWERED, due_at=None, posts=posts, left=left)


def followed_up(ticket: Ticket, post: Post, due_at: datetime) -> Ticket:
    """The client added something: the clock starts again, unless it was running (R20).

    Raises TicketAlreadyClosed.
    """
    _refuse_closed(ticket)
    due = ticket.due_at if ticket.status is Status.OPEN else due_at
    posts = (*ticket.posts, post)
    return replace(ticket, status=Status.OPEN, due_at=due, posts=posts, left=None)


def moved(ticket: Ticket, level: LevelId, due_at: datetime) -> Ticket:
    """At another level from now on (R22, R23): where an answer is owed, it is by then.

    Raises TicketAlreadyClosed.
    """
    _refuse_closed(ticket)
    due = due_at if ticket.status is Status.OPEN else None
    return replace(ticket, level=level, due_at=due, left=None)


def passed(ticket: Ticket, post: Post, level: LevelId, due_at: datetime) -> Ticket:
    """With the developers from now on, who owe the next word by then (R22).

    Raises TicketAlreadyClosed.
    """
    _refuse_closed(ticket)
    posts, opened = (*ticket.posts, post), Status.OPEN
    return replace(ticket, level=level, due_at=due_at, status=opened, posts=posts, left=None)


def reopened(ticket: Ticket, post: Post, due_at: datetime) -> Ticket:
    """It was closed too early: the clock starts again with what is still wrong (R34).

    Raises TicketStillOpen.
    """
    if ticket.status is not Status.CLOSED:
        raise TicketStillOpen
    posts, opened = (*ticket.posts, post), Status.OPEN
    return replace(
        ticket, status=opened, reason=None, closed_at=None, due_at=due_at, posts=posts, left=None
    )


def closed(ticket: Ticket, reason: Reason, at: datetime) -> Ticket:
    """The work is over, for this reason (R32). Raises TicketAlreadyClosed."""
    _refuse_closed(ticket)
    return replace(
        ticket, status=Status.CLOSED, reason=reason, closed_at=at, due_at=None, left=None
    )


def _refuse_closed(ticket: Ticket) -> None:
    if ticket.status is Status.CLOSED:
        raise TicketAlreadyClosed
