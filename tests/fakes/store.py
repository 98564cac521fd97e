"""A `Store` in memory: the same promises as the database, without one."""

import asyncio
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, Literal, TypeVar

from bot.storage.codec import REPLY, STATE, written
from intake.dialogue.messages import ConversationId, FileId, MessageId, PersonId
from intake.dialogue.overtaking import UNASKED, overtaken
from intake.dialogue.replies import Reply
from intake.dialogue.state import State
from intake.ports import (
    AlreadyFiled,
    AwaitedFile,
    Backlog,
    Deadline,
    Errand,
    KeptFile,
    Known,
    Outcome,
    Outgoing,
    Reading,
    ReplyId,
    Stale,
    Store,
    StoreUnavailable,
    TidTaken,
    Work,
)
from intake.regulations.scope import QueueName
from intake.tickets import DraftId, Status, Ticket
from intake.tid import Tid
from tests.fakes.breaks import MemoryBreakChanges, MemoryBreaks
from tests.fakes.faq import MemoryFaq, MemoryFaqChanges
from tests.fakes.identities import MemoryIdentities, MemoryIdentityChanges
from tests.fakes.inbox import MemoryInbox, MemoryLetters
from tests.fakes.leases import MemoryLeases
from tests.fakes.lessons import MemoryLearning, MemoryLessons
from tests.fakes.notices import MemoryAnnouncing, MemoryNotices
from tests.fakes.senses import MemorySenseChanges, MemorySenses
from tests.fakes.tables import RecordedFile, RecordedReply, Tables
from tests.fakes.waiting import among, backlog, within
from tests.fakes.words import check, texts_of

T = TypeVar("T")

_NEW: Final = Known(State(), 0)


class MemoryStore(Store):
    """Each call lets other tasks go first, so that races happen here as they do with threads."""

    def __init__(self) -> None:
        self.tables = Tables()
        self.down = False
        """While set, everything raises StoreUnavailable."""

    async def read(self, question: Callable[[Reading], T]) -> T:
        await self._arrive()
        return question(MemoryReading(self.tables))

    async def record(self, unit: Callable[[Work], T]) -> T:
        await self._arrive()
        layer = self.tables.layer()
        result = unit(MemoryWork(layer))
        self.tables.take(layer)
        return result

    async def _arrive(self) -> None:
        await asyncio.sleep(0)
        if self.down:
            raise StoreUnavailable


class MemoryReading(
    MemoryLetters,
    MemoryFaq,
    MemorySenses,
    MemoryLessons,
    MemoryIdentities,
    MemoryNotices,
    MemoryBreaks,
    Reading,
):
    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def conversation(self, conversation: ConversationId) -> Known:
        known = self._tables.conversations.get(conversation, _NEW)
        behind = self._has_waiting(conversation)
        return known if known.behind == behind else replace(known, behind=behind)

    def ticket(self, tid: Tid) -> Ticket | None:
        ticket = self._tables.tickets.get(tid)
        return _read(ticket, self._files(ticket)) if ticket else None

    def tickets_of(self, person: PersonId, limit: int) -> Sequence[Ticket]:
        own = (ticket for ticket in self._tables.tickets.values() if ticket.owner == person)
        return self._list(_newest_first(own), limit)

    def queue(self, limit: int, of: QueueName | None = None) -> Sequence[Ticket]:
        waiting = (
            each
            for each in self._tables.tickets.values()
            if each.status is Status.OPEN and of in (None, each.queue)
        )
        return self._list(sorted(waiting, key=_due), limit)

    def all_tickets(self, limit: int) -> Sequence[Ticket]:
        return self._list(_newest_first(self._tables.tickets.values()), limit)

    def backlog(self, at: datetime, soon: timedelta, where: Sequence[str] = ()) -> Backlog:
        return backlog(self._tables, at, soon, where)

    def _list(self, tickets: Sequence[Ticket], limit: int) -> Sequence[Ticket]:
        listed = (_read(each, self._files(each)) for each in tickets[:limit])
        return [replace(each, posts=()) for each in listed]

    def _files(self, ticket: Ticket) -> tuple[str, ...]:
        return tuple(
            each.awaited.file.name
            for each in self._tables.files.values()
            if not each.refused and (each.draft == ticket.draft or each.tid == ticket.tid)
        )


class MemoryWork(
    MemoryReading,
    MemoryInbox,
    MemoryLeases,
    MemoryFaqChanges,
    MemorySenseChanges,
    MemoryLearning,
    MemoryAnnouncing,
    MemoryIdentityChanges,
    MemoryBreakChanges,
    Work,
):
    def claim(self, message: MessageId, at: datetime) -> bool:
        check(message)
        if message in self._tables.claims:
            return False
        self._tables.claims[message] = at
        return True

    def keep(self, conversation: ConversationId, state: State, was: int) -> None:
        written(STATE, state)
        if self.conversation(conversation).version != was:
            raise Stale
        self._tables.conversations[conversation] = Known(state, was + 1)

    def say(
        self,
        conversation: ConversationId,
        replies: Sequence[Reply],
        state: State,
        at: datetime,
        held: timedelta,
    ) -> tuple[Outgoing, ...]:
        first = len(self._tables.replies) + 1
        after = self._tables.newest_unsent(conversation)
        outgoing = tuple(
            Outgoing(ReplyId(number), conversation, state.language, state.zone, reply, at)
            for number, reply in enumerate(replies, first)
        )
        for each in outgoing:
            words = written(REPLY, each.reply)
            self._tables.replies[each.id] = RecordedReply(each, words, at + held)
        befores = [after, *(each.id for each in outgoing[:-1])]
        return tuple(map(_behind, outgoing, befores))

    def sent(
        self, reply: ReplyId, at: datetime, outcome: Literal["sent", "unknown", "refused"]
    ) -> None:
        for known in self._recorded([reply]):
            was = known.outgoing, known.words, known.held_until
            self._tables.replies[reply] = RecordedReply(*was, outcome, at)

    def hold(self, replies: Sequence[ReplyId], until: datetime) -> None:
        for known in self._recorded(replies):
            was, ended = (known.outgoing, known.words), (known.outcome, known.sent_at)
            self._tables.replies[known.outgoing.id] = RecordedReply(*was, until, *ended)

    def unsent(
        self, at: datetime, held: timedelta, limit: int, where: Sequence[str] = ()
    ) -> tuple[Outgoing, ...]:
        rows = self._tables.unsent()
        taken: list[Outgoing] = []
        if free := _free(rows, at, where):
            asked = _asked_behind(rows)
        for reply in free:
            if len(taken) == limit:
                break
            if _is_overtaken(reply, asked[reply.outgoing.id], at):
                late = replace(reply, sent_at=at, outcome="overtaken")
                self._tables.replies[reply.outgoing.id] = late
            else:
                taken.append(reply.outgoing)
        self.hold([each.id for each in taken], at + held)
        return tuple(taken)

    def later(self, errand: Errand) -> None:
        self._tables.errands.setdefault(errand.id, errand)

    def waiting_talks(
        self, at: datetime, held: timedelta, limit: int
    ) -> tuple[tuple[ConversationId, int], ...]:
        due = [
            (until, conversation)
            for conversation, known in self._tables.conversations.items()
            if (until := self._reminded_at(conversation, known)) and until <= at
        ]
        taken = [conversation for _, conversation in sorted(due)[:limit]]
        for each in taken:
            version = self.conversation(each).version
            self._tables.reminders[each] = (version, at + held)
        return tuple((each, self.conversation(each).version) for each in taken)

    def _reminded_at(self, conversation: ConversationId, known: Known) -> datetime | None:
        version, until = self._tables.reminders.get(conversation, (0, None))
        return until if version == known.version else known.state.remind_at

    def due_tickets(
        self, at: datetime, soon: timedelta, held: timedelta, limit: int
    ) -> tuple[Deadline, ...]:
        found = [
            Deadline(ticket.tid, ticket.due_at, "overdue" if ticket.due_at <= at else "soon")
            for ticket in self._tables.tickets.values()
            if ticket.status is Status.OPEN and ticket.due_at and ticket.due_at <= at + soon
        ]
        free = [each for each in found if self._may_warn(each) and self._is_nobodys(each, at)]
        taken: list[Deadline] = []
        for warning in ("overdue", "soon"):
            near = sorted((e for e in free if e.warning == warning), key=lambda e: e.due_at)
            taken += near[:limit]
        for each in taken:
            self._tables.warnings_held[each.tid] = at + held
        return tuple(taken)

    def _is_nobodys(self, deadline: Deadline, at: datetime) -> bool:
        until = self._tables.warnings_held.get(deadline.tid)
        return until is None or until <= at

    def _may_warn(self, deadline: Deadline) -> bool:
        """What was told of another due time does not count."""
        due_at, told = self._tables.warnings.get(deadline.tid, (deadline.due_at, ""))
        told = told if due_at == deadline.due_at else ""
        return told in ({"", "soon"} if deadline.warning == "overdue" else {""})

    def warn(self, deadline: Deadline) -> bool:
        ticket = self._tables.tickets.get(deadline.tid)
        stands = ticket and ticket.status is Status.OPEN and ticket.due_at == deadline.due_at
        if not stands or not self._may_warn(deadline):
            return False
        self._tables.warnings[deadline.tid] = (deadline.due_at, deadline.warning)
        return True

    def staff_talks(self, staff: Collection[PersonId]) -> tuple[tuple[ConversationId, State], ...]:
        return tuple(
            (conversation, known.state)
            for conversation, known in sorted(self._tables.conversations.items())
            if known.state.staff in staff
        )

    def file(self, ticket: Ticket) -> None:
        check(*texts_of(ticket))
        if any(ticket.draft == other.draft for other in self._tables.tickets.values()):
            raise AlreadyFiled
        if ticket.tid in self._tables.tickets:
            raise TidTaken
        self._tables.tickets[ticket.tid] = replace(ticket, files=())

    def change(self, ticket: Ticket) -> None:
        self._become(ticket, was_closed=False)

    def reopen(self, ticket: Ticket) -> None:
        self._become(ticket, was_closed=True)

    def _become(self, ticket: Ticket, *, was_closed: bool) -> None:
        check(*texts_of(ticket))
        stored = self._tables.tickets.get(ticket.tid)
        if stored is None or (stored.status is Status.CLOSED) != was_closed:
            raise Stale
        if ticket.seen not in {None, (stored.level, stored.proof)}:
            raise Stale
        if stored.posts != ticket.posts[: len(stored.posts)]:
            raise Stale
        self._tables.tickets[ticket.tid] = replace(
            stored,
            status=ticket.status,
            reason=ticket.reason,
            closed_at=ticket.closed_at,
            due_at=ticket.due_at,
            level=ticket.level,
            customer=ticket.customer,
            proof=ticket.proof,
            posts=ticket.posts,
            left=ticket.left,
        )

    def await_files(
        self, files: Sequence[AwaitedFile], draft: DraftId | None, tid: Tid | None, at: datetime
    ) -> None:
        for each in files:
            check(each.file.name, each.file.remote)
            new = RecordedFile(each, draft or "", tid or "", at)
            known = self._tables.files.get(new.key)
            if known is None or known.refused:
                self._tables.files[new.key] = new

    def files_to_fetch(
        self, at: datetime, held: timedelta, limit: int, where: Sequence[str] = ()
    ) -> tuple[AwaitedFile, ...]:
        waiting = [
            each
            for each in self._tables.files.values()
            if not (each.path or each.refused)
            and each.held_until <= at
            and among(each.awaited.conversation, where)
        ][:limit]
        for each in waiting:
            self._tables.files[each.key] = replace(each, held_until=at + held)
        return tuple(each.awaited for each in waiting)

    def fetched(self, file: FileId, kept: KeptFile) -> None:
        for each in self._recorded_files(file):
            awaited = replace(each.awaited, file=replace(each.awaited.file, remote=""))
            lies = replace(each, path=kept.path, sha256=kept.sha256, size=kept.size)
            self._tables.files[each.key] = replace(lies, kept_at=kept.at, awaited=awaited)

    def kept_of(self, person: PersonId, since: datetime) -> int:
        kept = {
            each.path: each.size
            for each in self._tables.files.values()
            if each.awaited.person == person and each.kept_at and each.kept_at >= since
        }
        return sum(kept.values())

    def refuse_file(self, file: FileId, why: str) -> None:
        for each in self._recorded_files(file):
            self._tables.files[each.key] = replace(each, refused=why)

    def count(self, outcome: Outcome) -> None:
        self._tables.outcomes[len(self._tables.outcomes)] = outcome

    def touch(self, at: datetime) -> None:
        self._tables.versions["written_at"] = int(at.timestamp())

    def _recorded(self, replies: Iterable[ReplyId]) -> Sequence[RecordedReply]:
        known = map(self._tables.replies.get, replies)
        return [each for each in known if each is not None]

    def _recorded_files(self, file: FileId) -> Sequence[RecordedFile]:
        return [each for each in self._tables.files.values() if each.awaited.file.id == file]


def _free(rows: Sequence[RecordedReply], at: datetime, where: Sequence[str]) -> list[RecordedReply]:
    """Those of these talks that nobody holds, nor anything before them."""
    is_there = within(where)
    blocked: set[ConversationId] = set()
    free: list[RecordedReply] = []
    for reply in rows:
        conversation = reply.outgoing.conversation
        if reply.held_until > at:
            blocked.add(conversation)
        elif conversation not in blocked and is_there(conversation):
            free.append(reply)
    return free


def _asked_behind(rows: Sequence[RecordedReply]) -> dict[ReplyId, datetime | None]:
    """When the newest reply that somebody asked for was recorded behind each of these."""
    newest: dict[ConversationId, datetime] = {}
    behind: dict[ReplyId, datetime | None] = {}
    for each in reversed(rows):
        this = each.outgoing
        behind[this.id] = newest.get(this.conversation)
        if this.reply.kind not in UNASKED:
            before = newest.get(this.conversation, this.created_at)
            newest[this.conversation] = max(before, this.created_at)
    return behind


def _is_overtaken(known: RecordedReply, newest: datetime | None, at: datetime) -> bool:
    this = known.outgoing
    return overtaken(this.reply, this.created_at, known.held_until, newest, at)


def _behind(outgoing: Outgoing, before: ReplyId | None) -> Outgoing:
    return outgoing if before is None else replace(outgoing, after=before)


def _newest_first(tickets: Iterable[Ticket]) -> Sequence[Ticket]:
    """Of those accepted at the same time, the one filed last comes first."""
    numbered = enumerate(tickets)
    order = sorted(numbered, key=lambda pair: (pair[1].accepted_at, pair[0]), reverse=True)
    return [ticket for _, ticket in order]


def _read(ticket: Ticket, files: tuple[str, ...]) -> Ticket:
    return replace(ticket, files=files, seen=(ticket.level, ticket.proof))


def _due(ticket: Ticket) -> tuple[bool, datetime]:
    return ticket.due_at is None, ticket.due_at or ticket.accepted_at
