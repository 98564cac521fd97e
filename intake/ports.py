"""What the desk needs from the outside world, in its own words."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, NewType, Protocol, TypeVar

from faq_index import Entry, EntryId
from intake.dialogue.messages import ConversationId, FileId, IncomingFile, MessageId, PersonId
from intake.dialogue.replies import Reply
from intake.dialogue.state import State
from intake.errors import IntakeError
from intake.inbox import Inbox, Mailroom
from intake.leases import Leases
from intake.tickets import DraftId, Ticket
from intake.tid import Tid

T = TypeVar("T")

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
class Outcome:
    """What became of the suggestions shown for one problem."""

    kind: Literal["helped", "refused", "none-found"]
    entries: tuple[EntryId, ...]
    language: str
    at: datetime


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

    kind: Literal["tell", "remind", "warn", "purge"]
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


class Reading(Mailroom, Protocol):
    """Questions that one look at the store answers. Synchronous: runs on a database thread."""

    def conversation(self, conversation: ConversationId) -> Known:
        """A conversation nobody has written to yet is `Known(State(), 0)`."""
        ...

    def ticket(self, tid: Tid) -> Ticket | None:
        """The whole ticket, posts in order, names of stored files included."""
        ...

    def tickets_of(self, person: PersonId, limit: int) -> Sequence[Ticket]:
        """The person's own tickets, newest first, without their posts."""
        ...

    def queue(self, limit: int) -> Sequence[Ticket]:
        """The tickets that wait for the desk (`Status.OPEN`), first due first, without posts."""
        ...

    def all_tickets(self, limit: int) -> Sequence[Ticket]:
        """Every ticket whatever its status, newest first, without posts."""
        ...

    def entries(self) -> Sequence[Entry]:
        """The whole FAQ, in the order of the entries' ids."""
        ...

    def faq_version(self) -> int:
        """Rises with every change of the FAQ."""
        ...

    def backlog(self, at: datetime, soon: timedelta, where: Sequence[str] = ()) -> Backlog:
        """What waits at `at`; tickets are due soon until `at + soon`.

        `where` as in `unsent`, for replies and files. Counts by index: cheap enough to be asked
        every few seconds.
        """
        ...


class Work(Reading, Inbox, Leases, Protocol):
    """One transaction. It is committed when its unit returns, and undone when that raises."""

    def claim(self, message: MessageId, at: datetime) -> bool:
        """Take the message for this transaction; False when it was taken before."""
        ...

    def keep(self, conversation: ConversationId, state: State, was: int) -> None:
        """Write the state where the stored version is still `was`; raises Stale otherwise."""
        ...

    def say(
        self,
        conversation: ConversationId,
        replies: Sequence[Reply],
        state: State,
        at: datetime,
        held: timedelta,
    ) -> tuple[Outgoing, ...]:
        """Record replies, in the language and zone of `state`.

        They belong to whoever records them until `at + held`; after that `unsent` hands them out.
        """
        ...

    def sent(
        self, reply: ReplyId, at: datetime, outcome: Literal["sent", "unknown", "refused"]
    ) -> None:
        """The reply has left (or can never arrive): it will not be handed out again."""
        ...

    def hold(self, replies: Sequence[ReplyId], until: datetime) -> None:
        """Keep replies for longer, for instance while a platform makes us wait."""
        ...

    def unsent(
        self, at: datetime, held: timedelta, limit: int, where: Sequence[str] = ()
    ) -> tuple[Outgoing, ...]:
        """Take over the unsent replies that nobody holds at `at`, oldest first, until `at + held`.

        A reply stays back while somebody holds an earlier one of its conversation (I5). One that is
        `overtaken` is noted as such instead of being handed out.
        `where` names conversations, or channels as ``telegram:``; nothing means all. Two processes
        never get the same reply.
        """
        ...

    def later(self, errand: Errand) -> None:
        """Have an errand done once this is committed; an id that was asked for before is not done
        again."""
        ...

    def waiting_talks(
        self, at: datetime, held: timedelta, limit: int
    ) -> tuple[tuple[ConversationId, int], ...]:
        """Take over the talks whose `remind_at` has come, with their versions, until `at + held`.

        Two processes never get the same one; a turn in it ends the hold.
        """
        ...

    def due_tickets(
        self, at: datetime, soon: timedelta, held: timedelta, limit: int
    ) -> tuple[Deadline, ...]:
        """Take over, until `at + held`, the deadlines of open tickets that staff are still to be
        told of: those overdue at `at`, and those due until `at + soon`."""
        ...

    def warn(self, deadline: Deadline) -> bool:
        """Note that staff are told; False where they were, or where the deadline has gone."""
        ...

    def staff_talks(self, staff: Collection[PersonId]) -> tuple[tuple[ConversationId, State], ...]:
        """Where these people of the staff have written to the desk before."""
        ...

    def file(self, ticket: Ticket) -> None:
        """Add a ticket. Raises AlreadyFiled (its draft) or TidTaken."""
        ...

    def change(self, ticket: Ticket) -> None:
        """Write a ticket's status, reason, due time and new posts (posts are only ever added)."""
        ...

    def await_files(
        self, files: Sequence[AwaitedFile], draft: DraftId | None, tid: Tid | None, at: datetime
    ) -> None:
        """Remember files to be fetched, for a draft (and the ticket it becomes) or for a ticket."""
        ...

    def files_to_fetch(
        self, at: datetime, held: timedelta, limit: int, where: Sequence[str] = ()
    ) -> tuple[AwaitedFile, ...]:
        """Take over files that wait to be fetched and that nobody holds at `at`; `where` as in
        `unsent`."""
        ...

    def fetched(self, file: FileId, path: str, sha256: str, size: int) -> None:
        """The file's bytes lie at `path` of the attachment store."""
        ...

    def refuse_file(self, file: FileId, why: str) -> None:
        """The file will not be taken; it no longer counts as its ticket's."""
        ...

    def count(self, outcome: Outcome) -> None:
        """Remember what became of suggestions."""
        ...

    def put_entries(self, entries: Sequence[Entry], at: datetime) -> int:
        """Add or replace entries by id and raise the FAQ's version where anything differs.

        Returns how many were new or different.
        """
        ...

    def touch(self, at: datetime) -> None:
        """Write something that nobody reads: whoever can commit this can take messages."""
        ...


class Store(Protocol):
    """The one place where things are remembered. Both methods raise StoreUnavailable."""

    async def read(self, question: Callable[[Reading], T]) -> T:
        """Answer a question from one consistent look; other people's turns go on meanwhile."""
        ...

    async def record(self, unit: Callable[[Work], T]) -> T:
        """Run the unit in one transaction; when this returns, it is durable.

        A unit may be run again after it was undone, so it does nothing but read and write. Where a
        server's answer to the commit is lost, StoreUnavailable is raised although it may stand.
        """
        ...


Clock = Callable[[], datetime]
"""Now, aware, in UTC."""
