"""What the store in memory remembers, and how a transaction lies on top of it."""

from collections import ChainMap
from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from operator import attrgetter
from typing import Any, Final

from faq_index import Entry, EntryId
from intake.dialogue.messages import ConversationId, FileId, Message, MessageId
from intake.inbox import Letter
from intake.leases import Lease
from intake.ports import AwaitedFile, Errand, Known, Outcome, Outgoing, ReplyId
from intake.tickets import Ticket
from intake.tid import Tid


@dataclass(frozen=True, slots=True)
class RecordedReply:
    outgoing: Outgoing
    held_until: datetime
    outcome: str = ""
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RecordedFile:
    awaited: AwaitedFile
    draft: str
    tid: str
    held_until: datetime
    path: str = ""
    sha256: str = ""
    size: int = 0
    refused: str = ""

    @property
    def key(self) -> tuple[FileId, str, str]:
        return self.awaited.file.id, self.draft, self.tid


@dataclass(frozen=True, slots=True)
class WaitingMessage:
    """One that was taken out stays as `gone`, so that a layer can say so."""

    number: int
    message: Message | None
    letter: Letter
    next_at: datetime | None
    version: int | None = None
    gone: bool = False


@dataclass(slots=True)
class Tables:
    """Everything remembered. Nothing is ever removed, so a transaction is a layer on top."""

    claims: MutableMapping[MessageId, datetime] = field(default_factory=dict)
    conversations: MutableMapping[ConversationId, Known] = field(default_factory=dict)
    replies: MutableMapping[ReplyId, RecordedReply] = field(default_factory=dict)
    tickets: MutableMapping[Tid, Ticket] = field(default_factory=dict)
    files: MutableMapping[tuple[FileId, str, str], RecordedFile] = field(default_factory=dict)
    entries: MutableMapping[EntryId, Entry] = field(default_factory=dict)
    versions: MutableMapping[str, int] = field(default_factory=dict)
    outcomes: MutableMapping[int, Outcome] = field(default_factory=dict)
    leases: MutableMapping[str, Lease | None] = field(default_factory=dict)
    inbox: MutableMapping[MessageId, WaitingMessage] = field(default_factory=dict)
    errands: MutableMapping[str, Errand] = field(default_factory=dict)
    reminders: MutableMapping[ConversationId, tuple[int, datetime]] = field(default_factory=dict)
    """Until when a reminder of this version of the talk is somebody's to give."""
    warnings: MutableMapping[Tid, tuple[datetime, str]] = field(default_factory=dict)
    """The due time that staff were told of, and what."""
    warnings_held: MutableMapping[Tid, datetime] = field(default_factory=dict)
    waiting: MutableMapping[ReplyId, None] = field(default_factory=dict)
    """The replies that have not left, as of the last commit."""

    def unsent(self) -> Iterator[tuple[ReplyId, RecordedReply]]:
        """The replies that have not left, oldest first."""
        own = self.replies.maps[0] if isinstance(self.replies, ChainMap) else ()
        for number in sorted({*self.waiting, *own}):
            reply = self.replies[number]
            if not reply.outcome:
                yield reply.outgoing.id, reply

    def newest_unsent(self, conversation: ConversationId) -> ReplyId | None:
        numbers = (n for n, each in self.unsent() if each.outgoing.conversation == conversation)
        return max(numbers, default=None)

    def layer(self) -> "Tables":
        """A view to write on that leaves this one as it is."""
        return Tables(*[ChainMap({}, table) for table in _tables(self)])

    def take(self, layer: "Tables") -> None:
        """Make what was written on the layer our own."""
        for table, written in zip(_tables(self), _tables(layer), strict=True):
            if written.maps[0]:
                table.update(written.maps[0])
        for number in layer.replies.maps[0]:  # type: ignore[attr-defined]  # as `layer` made it
            self.waiting[number] = None
            if self.replies[number].outcome:
                del self.waiting[number]


_tables: Final[Callable[[Tables], tuple[Any, ...]]] = attrgetter(
    *(each.name for each in fields(Tables))
)
