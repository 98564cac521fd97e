"""What goes through the ports, and what can go wrong there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NewType

from faq_index import Entry, EntryId
from intake.dialogue.messages import ConversationId, IncomingFile, PersonId
from intake.dialogue.replies import Reply
from intake.dialogue.state import State
from intake.errors import IntakeError
from intake.tid import Tid

ReplyId = NewType("ReplyId", int)
"""Rises with every reply recorded: the order in which a conversation is to be answered."""


class Stale(IntakeError):
    """Somebody else changed it since it was read; read it again and decide anew."""


class AlreadyFiled(IntakeError):
    """This draft was filed before."""


class TidTaken(IntakeError):
    """Another ticket has this TID already."""


class StoreUnavailable(IntakeError):
    """The database did not take it; nothing was recorded, and the same may be tried again."""


@dataclass(frozen=True, slots=True)
class Known:
    """A conversation as stored; `version` 0 means that it is new."""

    state: State
    version: int
    behind: bool = False
    """Earlier messages of this conversation wait in the inbox."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A recorded reply, on its way to a person."""

    id: ReplyId
    conversation: ConversationId
    language: str
    zone: str
    reply: Reply
    created_at: datetime
    after: ReplyId | None = None
    """The newest reply of its conversation that had not left when this one was recorded, told
    only then: it has to leave first (I5)."""


@dataclass(frozen=True, slots=True)
class AwaitedFile:
    """A file whose bytes are still to be fetched and judged."""

    file: IncomingFile
    conversation: ConversationId
    person: PersonId


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file whose bytes lie in the attachment store."""

    path: str
    """Its name there."""
    sha256: str
    size: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the suggestions shown for one problem."""

    kind: Literal["shown", "helped", "refused", "none-found", "filed"]
    """Filed: a ticket, by somebody to whom these entries had been shown."""
    entries: tuple[EntryId, ...]
    language: str
    at: datetime
    helped: EntryId | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """One change of one entry of the FAQ."""

    number: int
    """Rises with every change."""
    version: int
    """The FAQ's version that it made; entries that changed together share it."""
    at: datetime
    by: str
    """`cli`, `telegram:123`, ...; empty where it is not known."""
    entry: Entry
    """What the entry was after it."""


@dataclass(frozen=True, slots=True)
class Backlog:
    """What waits in the store, as of one look."""

    unsent: int
    oldest_unsent: datetime | None
    """When the oldest reply that has not left was recorded."""
    files: int
    """Files whose bytes are still to be fetched."""
    failing: int
    """Messages in the inbox: they failed and are tried again, or many came at once."""
    oldest_failing: datetime | None
    """When the oldest of them came in."""
    dead_letters: int
    """Messages set aside: nobody tries them again by himself."""
    open_tickets: int
    due_soon: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Errand:
    """Something to be done after the commit, once, by whichever process can. It holds ids, never
    words: it is kept and logged where no person's words belong."""

    kind: Literal["tell", "remind", "warn", "answered", "code", "purge"]
    about: tuple[str, ...]

    @property
    def id(self) -> str:
        """The same errand has the same id, whoever asks for it."""
        return ":".join((self.kind, *self.about))


@dataclass(frozen=True, slots=True)
class Deadline:
    """A ticket whose answer is due, and what staff are to be told of it."""

    tid: Tid
    due_at: datetime
    warning: Literal["soon", "overdue"]
