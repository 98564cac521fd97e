"""The questions of the desk as selects."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from sqlalchemy import Executable, bindparam, or_, select

from bot.storage.breaks import BreakRows
from bot.storage.codec import FIELDS, RELATED, STATE, SUGGESTIONS
from bot.storage.faq import FaqRows
from bot.storage.fixed import Fixed, Values
from bot.storage.identities import IdentityRows
from bot.storage.lessons import LessonRows
from bot.storage.letters import Letters, waits_of
from bot.storage.notices import NoticeRows
from bot.storage.senses import SenseRows
from bot.storage.tables import attachments, conversations, posts, tickets
from bot.storage.transaction import Found
from bot.storage.waiting import Waiting
from intake.dialogue.messages import ConversationId, PersonId
from intake.dialogue.state import State
from intake.ports import Known, Reading
from intake.regulations.scope import QueueName
from intake.tickets import Author, Post, Reason, Status, Ticket
from intake.tid import Tid

_its: Final = conversations.c.id == bindparam("conversation")
# There is a row even of nobody's conversation: its first messages may be waiting.
_CONVERSATION: Final = Fixed(
    select(
        select(conversations.c.state).where(_its).scalar_subquery().label("state"),
        select(conversations.c.version).where(_its).scalar_subquery().label("version"),
        waits_of(bindparam("conversation")),
    )
)
_TICKET: Final = select(tickets).where(tickets.c.tid == bindparam("tid"))
_POSTS: Final = select(posts).where(posts.c.tid == bindparam("tid")).order_by(posts.c.position)
_FILES: Final = (
    select(tickets.c.tid, attachments.c.name)
    .join(
        attachments,
        or_(attachments.c.draft == tickets.c.draft, attachments.c.tid == tickets.c.tid),
    )
    .where(tickets.c.tid.in_(bindparam("tids", expanding=True)), attachments.c.refused.is_(None))
    .order_by(attachments.c.id)
)
_NEWEST_FIRST: Final = (
    select(tickets)
    .order_by(tickets.c.accepted_at.desc(), tickets.c.id.desc())
    .limit(bindparam("limit"))
)
_OF_PERSON: Final = _NEWEST_FIRST.where(tickets.c.owner == bindparam("person"))
_UNPROVEN: Final = _OF_PERSON.where(tickets.c.proof == "", tickets.c.status != Status.CLOSED.value)
_QUEUE: Final = (
    select(tickets)
    .where(tickets.c.status == Status.OPEN.value)
    .order_by(tickets.c.due_at.nulls_last(), tickets.c.id)
    .limit(bindparam("limit"))
)


_QUEUE_OF: Final = _QUEUE.where(tickets.c.queue == bindparam("queue"))


class SqlReading(
    Waiting,
    Letters,
    FaqRows,
    SenseRows,
    LessonRows,
    IdentityRows,
    NoticeRows,
    BreakRows,
    Reading,
):
    """One consistent look: everything is read inside one transaction."""

    def conversation(self, conversation: ConversationId) -> Known:
        ((state, version, waits),) = self._rows(_CONVERSATION, {"conversation": conversation})
        known = State() if state is None else STATE.validate_json(state)
        return Known(known, version or 0, bool(waits))

    def ticket(self, tid: Tid) -> Ticket | None:
        row = self._first(_TICKET, {"tid": tid})
        return _ticket(row, self._posts(tid), self._files([tid])) if row else None

    def tickets_of(self, person: PersonId, limit: int) -> Sequence[Ticket]:
        return self._list(_OF_PERSON, {"person": person, "limit": limit})

    def unproven_tickets(self, person: PersonId, limit: int) -> Sequence[Ticket]:
        found = self._list(_UNPROVEN, {"person": person, "limit": limit})
        return [replace(each, posts=self._posts(each.tid)) for each in found]

    def queue(self, limit: int, of: QueueName | None = None) -> Sequence[Ticket]:
        return self._list(_QUEUE_OF if of else _QUEUE, {"limit": limit, "queue": of})

    def all_tickets(self, limit: int) -> Sequence[Ticket]:
        return self._list(_NEWEST_FIRST, {"limit": limit})

    def _list(self, statement: Executable, values: Values) -> Sequence[Ticket]:
        rows = self._all(statement, values)
        files = self._files([row.tid for row in rows])
        return [_ticket(row, (), files) for row in rows]

    def _posts(self, tid: Tid) -> tuple[Post, ...]:
        return tuple(
            Post(author=Author(row.author), name=row.name, text=row.text, at=row.at)
            for row in self._all(_POSTS, {"tid": tid})
        )

    def _files(self, tids: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        for tid, name in self._all(_FILES, {"tids": tids}) if tids else ():
            found[tid] += (name,)
        return found


def _ticket(
    row: Found,
    correspondence: tuple[Post, ...],
    files: Mapping[str, tuple[str, ...]],
) -> Ticket:
    return Ticket(
        tid=row.tid,
        draft=row.draft,
        owner=row.owner,
        owner_name=row.owner_name,
        conversation=row.conversation,
        language=row.language,
        fields=FIELDS.validate_json(row.fields),
        suggestions=SUGGESTIONS.validate_json(row.suggestions),
        related=RELATED.validate_json(row.related),
        level=row.level,
        queue=row.queue,
        accepted_at=row.accepted_at,
        due_at=row.due_at,
        status=Status(row.status),
        reason=Reason(row.reason) if row.reason else None,
        closed_at=row.closed_at,
        posts=correspondence,
        files=files.get(row.tid, ()),
        left=None if row.time_left is None else timedelta(microseconds=row.time_left),
        customer=row.customer,
        proof=row.proof,
        seen=(row.level, row.proof),
    )
