"""What the store in memory remembers, and how a transaction lies on top of it."""

from collections.abc import ItemsView, Iterator, Mapping, MutableMapping, ValuesView
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, Final, NoReturn, TypeVar

from faq_index import Entry, EntryId
from intake.dialogue.messages import ConversationId, FileId, Message, MessageId
from intake.inbox import Letter
from intake.leases import Lease
from intake.misses import Miss, MissId, OfferedWording, WordingId
from intake.notices import Notice, NoticeId
from intake.ports import AwaitedFile, Errand, Known, Meant, Outcome, Outgoing, ReplyId, Revision
from intake.ports.breaks import AnnouncedBreak, BreakId
from intake.regulations.identity import (
    Code,
    CodeId,
    Coupon,
    Customer,
    CustomerId,
    Link,
    Proof,
    Sealed,
)
from intake.tickets import Note, Ticket
from intake.tid import Tid

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class RecordedReply:
    outgoing: Outgoing
    words: str
    """The reply as JSON."""
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
    kept_at: datetime | None = None

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
    staged: MutableMapping[tuple[int, EntryId], Entry | None] = field(default_factory=dict)
    """By batch; what was cleared stays as nothing."""
    revisions: MutableMapping[int, Revision] = field(default_factory=dict)
    meanings: MutableMapping[tuple[str, EntryId], Meant] = field(default_factory=dict)
    versions: MutableMapping[str, int] = field(default_factory=dict)
    outcomes: MutableMapping[int, Outcome] = field(default_factory=dict)
    misses: MutableMapping[MissId, Miss] = field(default_factory=dict)
    wordings: MutableMapping[WordingId, OfferedWording] = field(default_factory=dict)
    notices: MutableMapping[NoticeId, Notice] = field(default_factory=dict)
    verdicts: MutableMapping[WordingId, str] = field(default_factory=dict)
    customers: MutableMapping[CustomerId, Customer] = field(default_factory=dict)
    coupons: MutableMapping[Sealed, Coupon] = field(default_factory=dict)
    proofs: MutableMapping[str, Proof] = field(default_factory=dict)
    codes: MutableMapping[CodeId, Code] = field(default_factory=dict)
    used_codes: MutableMapping[CodeId, datetime] = field(default_factory=dict)
    breaks: MutableMapping[BreakId, AnnouncedBreak] = field(default_factory=dict)
    notes: MutableMapping[tuple[Tid, int], Note] = field(default_factory=dict)
    links: MutableMapping[Sealed, Link] = field(default_factory=dict)
    leases: MutableMapping[str, Lease | None] = field(default_factory=dict)
    inbox: MutableMapping[MessageId, WaitingMessage] = field(default_factory=dict)
    errands: MutableMapping[str, Errand] = field(default_factory=dict)
    reminders: MutableMapping[ConversationId, tuple[int, datetime]] = field(default_factory=dict)
    """Until when a reminder of this version of the talk is somebody's to give."""
    warnings: MutableMapping[Tid, tuple[datetime, str]] = field(default_factory=dict)
    """The due time that staff were told of, and what."""
    warnings_held: MutableMapping[Tid, datetime] = field(default_factory=dict)
    waiting: dict[ReplyId, None] = field(default_factory=dict)
    """The replies that have not left, as of the last commit; oldest first."""
    open: MutableMapping[MessageId, None] = field(default_factory=dict)
    """What of the inbox is not gone, as of the last commit; oldest first."""

    def unsent(self) -> list[RecordedReply]:
        """The replies that have not left, oldest first."""
        return list(map(self.replies.__getitem__, self.waiting))

    def inside(self) -> list[WaitingMessage]:
        """What of the inbox is not gone, oldest first."""
        return list(map(self.inbox.__getitem__, self.open))

    def newest_unsent(self, conversation: ConversationId) -> ReplyId | None:
        newest_first = (self.replies[each].outgoing for each in reversed(self.waiting))
        return next((each.id for each in newest_first if each.conversation == conversation), None)

    def layer(self) -> "Transaction":
        """A view to write on that leaves this one as it is."""
        return Transaction(self)

    def take(self, layer: "Transaction") -> None:
        """Make what was written on the layer our own."""
        for name, table in layer.used.items():
            if table.own:
                getattr(self, name).update(table.own)
        for number, reply in layer.written("replies").items():
            _mark(self.waiting, number, there=not reply.outcome)
        for id, row in layer.written("inbox").items():
            _mark(self.open, id, there=not row.gone)


class Transaction(Tables):
    """Lies on top of the tables; of most of them it needs nothing, so each layer is made when it
    is asked for."""

    __slots__ = ("below", "used")

    def __init__(self, below: Tables) -> None:
        self.below = below
        self.used: dict[str, Layer[Any, Any]] = {}

    def __getattr__(self, name: str) -> "Layer[Any, Any]":
        if name not in _NAMES:
            raise AttributeError(name)
        layer = self.used[name] = Layer(getattr(self.below, name))
        setattr(self, name, layer)
        return layer

    def has_written(self) -> bool:
        """Whether anything at all was."""
        return any(each.own for each in self.used.values())

    def written(self, name: str) -> Mapping[Any, Any]:
        """What the transaction itself has written into the table of this name."""
        return self.used[name].own if name in self.used else _NOTHING

    def unsent(self) -> list[RecordedReply]:
        own: Mapping[ReplyId, RecordedReply] = self.written("replies")
        if not own:
            return self.below.unsent()
        found = map(self.replies.__getitem__, sorted({**self.below.waiting, **own}))
        return [each for each in found if not each.outcome]

    def newest_unsent(self, conversation: ConversationId) -> ReplyId | None:
        if not self.written("replies"):
            return self.below.newest_unsent(conversation)
        newest_first = (each.outgoing for each in reversed(self.unsent()))
        return next((each.id for each in newest_first if each.conversation == conversation), None)

    def inside(self) -> list[WaitingMessage]:
        own: Mapping[MessageId, WaitingMessage] = self.written("inbox")
        if not own:
            return self.below.inside()
        found = map(self.inbox.__getitem__, {**self.below.open, **own})
        return sorted((each for each in found if not each.gone), key=_number)


class Layer(MutableMapping[K, V]):
    """A table as a transaction sees it: what lies below, and on top what it has written itself."""

    __slots__ = ("_below", "own")

    def __init__(self, below: Mapping[K, V]) -> None:
        self._below = below
        self.own: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        own = self.own
        return own[key] if key in own else self._below[key]

    def __setitem__(self, key: K, value: V) -> None:
        self.own[key] = value

    def __delitem__(self, key: K) -> NoReturn:
        raise NotImplementedError("nothing is ever removed")

    def __contains__(self, key: object) -> bool:
        return key in self.own or key in self._below

    def __len__(self) -> int:
        return len(self._below) + sum(key not in self._below for key in self.own)

    def __iter__(self) -> Iterator[K]:
        return iter(self._all())

    def get(self, key: K, default: Any = None) -> Any:
        own = self.own
        return own[key] if key in own else self._below.get(key, default)

    def values(self) -> ValuesView[V]:
        return self._all().values()

    def items(self) -> ItemsView[K, V]:
        return self._all().items()

    def _all(self) -> Mapping[K, V]:
        return {**self._below, **self.own} if self.own else self._below


def _mark(index: MutableMapping[K, None], key: K, *, there: bool) -> None:
    if there:
        index[key] = None
    else:
        index.pop(key, None)


def _number(row: WaitingMessage) -> int:
    return row.number


_NAMES: Final = frozenset(each.name for each in fields(Tables))
_NOTHING: Final[Mapping[Any, Any]] = {}
