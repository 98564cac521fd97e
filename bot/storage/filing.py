"""The statements of a ticket's life: file it, change it, and fetch what belongs to it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import Any, Final

from sqlalchemy import Executable, bindparam, case, func, select, update

from bot.storage.codec import FIELDS, RELATED, SUGGESTIONS, Words, written
from bot.storage.reading import SqlReading
from bot.storage.tables import attachments, posts, tickets
from bot.storage.transaction import among, insert
from intake.dialogue.messages import FileId, IncomingFile, PersonId
from intake.ports import AlreadyFiled, AwaitedFile, KeptFile, Stale, TidTaken
from intake.tickets import DraftId, Post, Status, Ticket
from intake.tid import Tid

_DRAFT: Final = select(tickets.c.id).where(tickets.c.draft == bindparam("draft"))
_CHANGING: Final = (
    "status", "reason", "closed_at", "due_at", "level", "customer", "proof", "time_left",
)  # fmt: skip
_become: Final = (
    update(tickets)
    .where(
        tickets.c.tid == bindparam("of"),
        # Raised or moved since it was read: what was decided on that is decided anew.
        tickets.c.level == func.coalesce(bindparam("was_level", type_=Words), tickets.c.level),
        tickets.c.proof == func.coalesce(bindparam("was_proof", type_=Words), tickets.c.proof),
    )
    .values(
        {name: bindparam(name) for name in _CHANGING}
        # A deadline that stands is not told again, a new one is.
        | {"warned": case((tickets.c.due_at == bindparam("due_at"), tickets.c.warned), else_="")}
    )
    .returning(tickets.c.id)
)
# Whoever changes a ticket that was closed meanwhile has decided on an older one.
_CHANGE: Final = _become.where(tickets.c.status != Status.CLOSED.value)
_REOPEN: Final = _become.where(tickets.c.status == Status.CLOSED.value)
_MICROSECOND: Final = timedelta(microseconds=1)
_free: Final = (
    attachments.c.path.is_(None),
    attachments.c.refused.is_(None),
    attachments.c.held_until <= bindparam("at"),
)
_oldest_free: Final = (
    select(attachments.c.id).where(*_free).order_by(attachments.c.id).limit(bindparam("limit"))
)
_FETCHED: Final = (
    update(attachments)
    .where(attachments.c.file == bindparam("of"))
    # What it was fetched by has served; in a file of ours it holds all of its words.
    .values(
        {name: bindparam(name) for name in ("path", "sha256", "size", "kept_at")} | {"remote": ""}
    )
)
# A file of two tickets lies in the store once.
_KEPT_OF: Final = (
    select(func.max(attachments.c.size).label("size"))
    .where(attachments.c.person == bindparam("person"), attachments.c.kept_at >= bindparam("since"))
    .group_by(attachments.c.path)
)
_REFUSE: Final = (
    update(attachments)
    .where(attachments.c.file == bindparam("of"))
    .values(refused=bindparam("why"))
)


@lru_cache(maxsize=32)
def _take_over(where: tuple[str, ...]) -> Executable:
    return (
        update(attachments)
        .where(
            attachments.c.id.in_(_oldest_free.where(among(attachments.c.conversation, where))),
            *_free,
        )
        .values(held_until=bindparam("until"))
        .returning(attachments)
    )


@cache
def _file(dialect: str) -> Executable:
    return insert(dialect, tickets).on_conflict_do_nothing().returning(tickets.c.id)


@cache
def _post(dialect: str) -> Executable:
    return insert(dialect, posts).on_conflict_do_nothing().returning(posts.c.position)


@cache
def _await(dialect: str) -> Executable:
    """A file that was refused and is sent again gets another chance."""
    statement = insert(dialect, attachments)
    again = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=["file", "draft", "tid"],
        set_={
            "refused": None,
            "name": again.name,
            "announced_size": again.announced_size,
            "remote": again.remote,
            "held_until": again.held_until,
        },
        where=attachments.c.refused.is_not(None),
    )


class Filing(SqlReading):
    """`Work`, as far as tickets and their files go."""

    def file(self, ticket: Ticket) -> None:
        if not self._hit(_file(self._dialect), _columns(ticket)):
            filed = self._hit(_DRAFT, {"draft": ticket.draft})
            raise AlreadyFiled if filed else TidTaken
        self._add(ticket, 0)

    def change(self, ticket: Ticket) -> None:
        """Raises Stale where the stored ticket has posts that this one lacks, was raised or moved
        since, or was closed."""
        self._become(_CHANGE, ticket)

    def _become(self, statement: Executable, ticket: Ticket) -> None:
        # Written first, and compared then: so nobody else adds a post in between.
        level, proof = ticket.seen or (None, None)
        seen = {"of": ticket.tid, "was_level": level, "was_proof": proof}
        changed = {**_progress(ticket), **seen}
        if not self._hit(statement, changed):
            raise Stale
        stored = self._posts(ticket.tid)
        if stored != ticket.posts[: len(stored)]:
            raise Stale
        self._add(ticket, len(stored))

    def reopen(self, ticket: Ticket) -> None:
        self._become(_REOPEN, ticket)

    def await_files(
        self, files: Sequence[AwaitedFile], draft: DraftId | None, tid: Tid | None, at: datetime
    ) -> None:
        rows = [
            {
                "file": each.file.id,
                "draft": draft or "",
                "tid": tid or "",
                "name": each.file.name,
                "announced_size": each.file.size,
                "remote": each.file.remote,
                "conversation": each.conversation,
                "person": each.person,
                "held_until": at,
            }
            for each in files
        ]
        if rows:
            self._run(_await(self._dialect), rows)

    def files_to_fetch(
        self, at: datetime, held: timedelta, limit: int, where: Sequence[str] = ()
    ) -> tuple[AwaitedFile, ...]:
        self._alone("files")
        free = {"at": at, "until": at + held, "limit": limit}
        rows = self._all(_take_over(tuple(where)), free)
        return tuple(
            AwaitedFile(
                IncomingFile(row.file, row.name, row.announced_size, row.remote),
                row.conversation,
                row.person,
            )
            for row in sorted(rows, key=lambda row: int(row.id))
        )

    def fetched(self, file: FileId, kept: KeptFile) -> None:
        lies = {"path": kept.path, "sha256": kept.sha256, "size": kept.size, "kept_at": kept.at}
        self._run(_FETCHED, {"of": file, **lies})

    def kept_of(self, person: PersonId, since: datetime) -> int:
        self._alone(f"kept of {person}")
        rows = self._all(_KEPT_OF, {"person": person, "since": since})
        return sum(int(row.size) for row in rows)

    def refuse_file(self, file: FileId, why: str) -> None:
        self._run(_REFUSE, {"of": file, "why": why})

    def _add(self, ticket: Ticket, known: int) -> None:
        """Add the posts behind the first `known`; a position taken meanwhile makes us Stale."""
        rows = [_row(ticket.tid, position, post) for position, post in enumerate(ticket.posts)]
        new = rows[known:]
        if new and len(self._all(_post(self._dialect), new)) < len(new):
            raise Stale


def _columns(ticket: Ticket) -> dict[str, Any]:
    return {
        **_progress(ticket),
        "tid": ticket.tid,
        "draft": ticket.draft,
        "owner": ticket.owner,
        "owner_name": ticket.owner_name,
        "conversation": ticket.conversation,
        "language": ticket.language,
        "fields": written(FIELDS, ticket.fields),
        "suggestions": written(SUGGESTIONS, ticket.suggestions),
        "related": written(RELATED, ticket.related),
        "queue": ticket.queue,
        "accepted_at": ticket.accepted_at,
    }


def _progress(ticket: Ticket) -> dict[str, Any]:
    return {
        "status": ticket.status.value,
        "reason": ticket.reason.value if ticket.reason else None,
        "closed_at": ticket.closed_at,
        "due_at": ticket.due_at,
        "level": ticket.level,
        "customer": ticket.customer,
        "proof": ticket.proof,
        "time_left": None if ticket.left is None else ticket.left // _MICROSECOND,
    }


def _row(tid: Tid, position: int, post: Post) -> dict[str, Any]:
    return {
        "tid": tid,
        "position": position,
        "author": post.author.value,
        "name": post.name,
        "text": post.text,
        "at": post.at,
    }
