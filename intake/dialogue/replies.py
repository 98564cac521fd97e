"""What goes out: things to be said, as keys and values that texts and channels give their shape."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from faq_index import EntryId
from intake.dialogue.desk_replies import Complaint, NoticeList, NoticeShown
from intake.dialogue.entry_replies import (
    EntryCard,
    EntryForm,
    FoundEntries,
    MissedList,
    OfferedList,
)
from intake.dialogue.messages import RefusedFile
from intake.dialogue.movements import AgentAnswer, DueWarning, Moved, TicketClosed, TicketMoved
from intake.dialogue.questions import Ask, AskTopic, Choice, Say
from intake.regulations.calendar import Skipped
from intake.regulations.levels import Why
from intake.regulations.policy import ClockName
from intake.tickets import Reason, Status
from intake.tid import Tid

__all__ = [
    "AgentAnswer",
    "Ask",
    "AskTopic",
    "Choice",
    "Complaint",
    "DueWarning",
    "EntryCard",
    "EntryForm",
    "FilesRefused",
    "FilesTaken",
    "FoundEntries",
    "Line",
    "ListedTicket",
    "MissedList",
    "Moved",
    "NoticeList",
    "NoticeShown",
    "OfferedList",
    "Raised",
    "Receipt",
    "Reply",
    "Review",
    "ReviewLine",
    "Say",
    "Suggested",
    "Suggestions",
    "TicketClosed",
    "TicketList",
    "TicketMoved",
    "TicketStatus",
]


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggestion as the person sees it: title, link and one line; not `sure` is maybe."""

    id: EntryId
    title: str
    url: str
    line: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Suggestions:
    """At most three links that may answer it (R2)."""

    items: tuple[Suggested, ...]
    choices: tuple[Choice, ...] = ()
    kind: Literal["suggestions"] = "suggestions"


@dataclass(frozen=True, slots=True)
class ReviewLine:
    field: str
    value: str
    """As the person gave it; empty where it was skipped."""
    lifted: bool
    """Found in what was said, not asked for."""


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that will be filed, before it is filed."""

    lines: tuple[ReviewLine, ...]
    files: tuple[str, ...]
    related: tuple[Tid, ...]
    suggestions: tuple[str, ...]
    """Titles of what was shown and did not help."""
    choices: tuple[Choice, ...] = ()
    kind: Literal["review"] = "review"
    coupon: bool = False
    """A VIP coupon will be spent on it."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The TID with the level, the time by which an answer is due, and why then (R13 to R15)."""

    tid: Tid
    level: str
    accepted_at: datetime
    due_at: datetime
    clock: ClockName
    hours: int
    """The level's maximum, in hours of its clock."""
    skipped: Skipped = ""
    """What lies between acceptance and the due time and does not count."""
    choices: tuple[Choice, ...] = ()
    kind: Literal["receipt"] = "receipt"
    reasons: tuple[Why, ...] = ()
    """What the level rests on."""


@dataclass(frozen=True, slots=True)
class Raised:
    """A ticket that was filed without proof has got the level that its owner has a right to; or
    the same one, for good."""

    tid: Tid
    level: str
    due_at: datetime | None
    """None while the desk waits for the client."""
    reasons: tuple[Why, ...]
    changed: bool
    choices: tuple[Choice, ...] = ()
    kind: Literal["raised"] = "raised"


@dataclass(frozen=True, slots=True)
class Line:
    """One contribution to a ticket, cut to what a chat can show."""

    author: Literal["client", "agent"]
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TicketStatus:
    """Where a ticket stands, for its owner or for staff."""

    tid: Tid
    title: str
    status: Status
    level: str
    accepted_at: datetime
    due_at: datetime | None
    reason: Reason | None
    posts: tuple[Line, ...]
    """The latest few, oldest first."""
    choices: tuple[Choice, ...] = ()
    kind: Literal["ticket-status"] = "ticket-status"
    unverified: bool = False
    """Nothing proves who its owner is."""


@dataclass(frozen=True, slots=True)
class ListedTicket:
    tid: Tid
    title: str
    status: Status
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class TicketList:
    """The person's own tickets, newest first; or, for staff, the queue, first due first."""

    whose: Literal["mine", "queue"]
    tickets: tuple[ListedTicket, ...]
    choices: tuple[Choice, ...] = ()
    kind: Literal["ticket-list"] = "ticket-list"


@dataclass(frozen=True, slots=True)
class FaqAnswer:
    """Whoever asked in vain, and wanted to be told, is told what answers it now."""

    asked: str
    item: Suggested
    choices: tuple[Choice, ...] = ()
    kind: Literal["faq-answer"] = "faq-answer"


@dataclass(frozen=True, slots=True)
class FilesTaken:
    """These files will go on the ticket."""

    names: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    kind: Literal["files-taken"] = "files-taken"


@dataclass(frozen=True, slots=True)
class FilesRefused:
    """These files could not be taken; what to send instead (R9)."""

    files: tuple[RefusedFile, ...]
    choices: tuple[Choice, ...] = ()
    kind: Literal["files-refused"] = "files-refused"


Reply: TypeAlias = (
    Say
    | Ask
    | AskTopic
    | Suggestions
    | Review
    | Receipt
    | Raised
    | TicketStatus
    | TicketList
    | AgentAnswer
    | TicketClosed
    | TicketMoved
    | DueWarning
    | FaqAnswer
    | Complaint
    | NoticeShown
    | NoticeList
    | FilesTaken
    | FilesRefused
    | FoundEntries
    | EntryCard
    | EntryForm
    | MissedList
    | OfferedList
)
