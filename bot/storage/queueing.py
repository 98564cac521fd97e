"""The statements of the inbox: messages wait, are taken, are dealt with or set back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Executable, bindparam, delete, not_, select, update

from bot.storage.codec import packed, unpacked
from bot.storage.tables import claims, inbox
from bot.storage.transaction import Found, Transaction, among, insert
from intake.dialogue.messages import ConversationId, Message, MessageId
from intake.inbox import IN_ORDER, LIVE, UPDATE, Letter, Setback, Waiting

_earlier = inbox.alias("earlier")
# A message that keeps its place holds its conversation's later ones back: order is a promise.
_before: Final = (
    _earlier.c.conversation == inbox.c.conversation,
    _earlier.c.id < inbox.c.id,
    _earlier.c.next_at.is_not(None),
    _earlier.c.tries < IN_ORDER,
)
_due: Final = inbox.c.next_at <= bindparam("now")
_held_back = select(_earlier.c.id).where(*_before, _earlier.c.next_at > bindparam("now")).exists()
_recent = inbox.alias("recent")
_LIVELY: Final = inbox.c.conversation.in_(
    select(_recent.c.conversation).where(
        _recent.c.sent_at > bindparam("since"), _recent.c.next_at.is_not(None)
    )
)
_this: Final = inbox.c.message == bindparam("message_id")
_HOLD: Final = (
    update(inbox)
    .where(
        inbox.c.message.in_(bindparam("messages", expanding=True)),
        inbox.c.next_at == bindparam("was"),
    )
    .values(next_at=bindparam("until"))
)
# Two processes may each have taken a part of one conversation: the later part has to wait.
_DEALT_WITH: Final = (
    delete(inbox).where(_this, not_(select(_earlier.c.id).where(*_before).exists()))
).returning(inbox.c.id)
_SET_BACK: Final = (
    update(inbox)
    .where(_this, inbox.c.next_at.is_not(None))
    .values(
        {
            name: bindparam(f"new_{name}", type_=inbox.c[name].type)
            for name in ("cause", "tries", "version", "next_at")
        }
    )
    .returning(inbox.c.id)
)
_dead = inbox.c.next_at.is_(None)
_REVIVE: Final = (
    update(inbox)
    .where(_this, _dead, inbox.c.kind != UPDATE)
    .values(next_at=bindparam("now"), tries=IN_ORDER, version=None)
    .returning(inbox.c.id)
)
_DROP: Final = delete(inbox).where(_this, _dead).returning(inbox.c.id)


@lru_cache(maxsize=32)
def _take(where: tuple[str, ...], *which: ColumnElement[bool]) -> Executable:
    first = (
        select(inbox.c.id)
        .where(_due, not_(_held_back), among(inbox.c.conversation, where), *which)
        .order_by(inbox.c.id)
        .limit(bindparam("limit"))
    )
    return (
        update(inbox)
        .where(inbox.c.id.in_(first), _due)
        .values(next_at=bindparam("until"))
        .returning(
            inbox.c.id, inbox.c.message, inbox.c.body, inbox.c.tries, inbox.c.version, inbox.c.at
        )
    )


@cache
def _claim(dialect: str) -> Executable:
    return insert(dialect, claims).on_conflict_do_nothing().returning(claims.c.id)


@cache
def _put(dialect: str) -> Executable:
    return insert(dialect, inbox)


class Queueing(Transaction):
    """`Work`, as far as messages wait."""

    def put(self, messages: Sequence[Message], at: datetime) -> int:
        new = self._claimed([each.id for each in messages], at)
        rows = {each.id: _row(each, at) for each in messages if each.id in new}
        if rows:
            self._run(_put(self._dialect), list(rows.values()))
        return len(rows)

    def next_waiting(
        self, at: datetime, held: timedelta, limit: int, where: Sequence[str] = ()
    ) -> tuple[Waiting, ...]:
        values: dict[str, Any] = {"now": at, "until": at + held, "limit": limit}
        lively = _take(tuple(where), _LIVELY)
        rows = [*self._all(lively, {**values, "since": at - LIVE})]
        if len(rows) < limit:
            values["limit"] = limit - len(rows)
            rows += self._all(_take(tuple(where)), values)
        opened = (self._opened(row) for row in sorted(rows, key=_number))
        return tuple(each for each in opened if each is not None)

    def hold_waiting(self, messages: Sequence[MessageId], was: datetime, until: datetime) -> None:
        self._run(_HOLD, {"messages": list(messages), "was": was, "until": until})

    def dealt_with(self, message: MessageId) -> bool:
        return self._hit(_DEALT_WITH, {"message_id": message})

    def set_back(self, message: MessageId, setback: Setback) -> bool:
        return self._hit(
            _SET_BACK,
            {
                "message_id": message,
                "new_cause": setback.cause,
                "new_tries": setback.tries,
                "new_version": setback.version,
                "new_next_at": setback.next_at,
            },
        )

    def put_letter(self, letter: Letter, conversation: ConversationId) -> bool:
        if not self._claimed([letter.id], letter.at):
            return False
        row: dict[str, Any] = {
            "message": letter.id,
            "conversation": conversation,
            "kind": letter.kind,
            "body": letter.body,
            "sent_at": letter.at,
            "at": letter.at,
            "cause": letter.cause,
            "tries": letter.tries,
            "next_at": None,
        }
        self._run(_put(self._dialect), [row])
        return True

    def revive(self, id: MessageId, at: datetime) -> bool:
        return self._hit(_REVIVE, {"message_id": id, "now": at})

    def drop(self, id: MessageId) -> bool:
        return self._hit(_DROP, {"message_id": id})

    def _claimed(self, messages: Sequence[MessageId], at: datetime) -> set[MessageId]:
        rows = [{"id": each, "at": at} for each in dict.fromkeys(messages)]
        return {row.id for row in self._all(_claim(self._dialect), rows)} if rows else set()

    def _opened(self, row: Found) -> Waiting | None:
        """None where a release that knew more wrote it: then it is a dead letter."""
        try:
            return Waiting(unpacked(row.body), row.tries, row.version)
        except ValueError:
            self.set_back(
                row.message, Setback("not known to this release", row.tries, None, row.version)
            )
            return None


def _number(row: Found) -> int:
    return int(row.id)


def _row(message: Message, at: datetime) -> dict[str, Any]:
    return {
        "message": message.id,
        "conversation": message.conversation,
        "kind": message.said.kind,
        "body": packed(message),
        "sent_at": message.sent_at,
        "at": at,
        "cause": "",
        "tries": 0,
        "next_at": at,
    }
