"""The statements of a turn: claim the message, keep the state, say the replies, see them off."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import Final, Literal

from sqlalchemy import Executable, Integer, bindparam, literal_column, not_, select, update

from bot.storage.codec import REPLY, STATE, written
from bot.storage.tables import claims, conversations, replies
from bot.storage.transaction import Transaction, among, insert
from intake.dialogue.messages import ConversationId, MessageId
from intake.dialogue.replies import Reply
from intake.dialogue.state import State
from intake.ports import Outgoing, ReplyId, Stale

_BECOME: Final = (
    update(conversations)
    .where(
        conversations.c.id == bindparam("conversation"), conversations.c.version == bindparam("was")
    )
    .values(
        state=bindparam("now"),
        version=conversations.c.version + 1,
        remind_at=bindparam("remind"),
        staff=bindparam("agent"),
    )
    .returning(conversations.c.version)
)
_SENT: Final = (
    update(replies)
    .where(replies.c.id == bindparam("reply"))
    .values(sent_at=bindparam("at"), outcome=bindparam("how"))
)
_HOLD: Final = (
    update(replies)
    .where(replies.c.id.in_(bindparam("replies", expanding=True)), replies.c.sent_at.is_(None))
    .values(held_until=bindparam("until"))
)
_earlier = replies.alias("earlier")
_free: Final = (replies.c.sent_at.is_(None), replies.c.held_until <= bindparam("at"))
# A reply that somebody holds keeps its conversation's later ones back: order is a promise.
_oldest_free: Final = (
    select(replies.c.id)
    .where(
        *_free,
        not_(
            select(_earlier.c.id)
            .where(
                _earlier.c.conversation == replies.c.conversation,
                _earlier.c.id < replies.c.id,
                _earlier.c.sent_at.is_(None),
                _earlier.c.held_until > bindparam("at"),
            )
            .exists()
        ),
    )
    .order_by(replies.c.id)
    .limit(bindparam("limit"))
)


@lru_cache(maxsize=32)
def _take_over(where: tuple[str, ...]) -> Executable:
    return (
        update(replies)
        .where(replies.c.id.in_(_oldest_free.where(among(replies.c.conversation, where))), *_free)
        .values(held_until=bindparam("until"))
        .returning(
            replies.c.id,
            replies.c.conversation,
            replies.c.language,
            replies.c.zone,
            replies.c.body,
            replies.c.created_at,
        )
    )


@cache
def _claim(dialect: str) -> Executable:
    return insert(dialect, claims).on_conflict_do_nothing().returning(claims.c.at)


@cache
def _begin(dialect: str) -> Executable:
    return (
        insert(dialect, conversations).on_conflict_do_nothing().returning(conversations.c.version)
    )


# Spelt out: SQLAlchemy names no table in RETURNING, and two are meant. Of the rows that one
# statement adds only the first is asked for: whether the others see it is the database's to choose.
_AFTER: Final = literal_column(
    "(SELECT max(earlier.id) FROM replies AS earlier WHERE earlier.sent_at IS NULL"
    " AND earlier.conversation = replies.conversation AND earlier.id < replies.id)",
    Integer,
).label("after")


@cache
def _say(dialect: str) -> Executable:
    return insert(dialect, replies).returning(replies.c.id, _AFTER)


class Talking(Transaction):
    """`Work`, as far as a conversation goes."""

    def claim(self, message: MessageId, at: datetime) -> bool:
        return self._hit(_claim(self._dialect), {"id": message, "at": at})

    def keep(self, conversation: ConversationId, state: State, was: int) -> None:
        now, remind, agent = written(STATE, state), state.remind_at, state.staff
        if was:
            changed = {"conversation": conversation, "was": was, "now": now}
            kept = self._hit(_BECOME, {**changed, "remind": remind, "agent": agent})
        else:
            first = {"id": conversation, "version": 1, "state": now}
            kept = self._hit(_begin(self._dialect), {**first, "remind_at": remind, "staff": agent})
        if not kept:
            raise Stale

    def say(
        self,
        conversation: ConversationId,
        replies: Sequence[Reply],
        state: State,
        at: datetime,
        held: timedelta,
    ) -> tuple[Outgoing, ...]:
        rows = [
            {
                "conversation": conversation,
                "language": state.language,
                "zone": state.zone,
                "body": written(REPLY, reply),
                "created_at": at,
                "held_until": at + held,
            }
            for reply in replies
        ]
        if not rows:
            return ()
        # Rows are numbered in the order of their VALUES; only RETURNING may shuffle them.
        said = sorted(self._all(_say(self._dialect), rows), key=lambda row: int(row.id))
        numbers = [ReplyId(row.id) for row in said]
        befores = [said[0].after, *numbers[:-1]]
        return tuple(
            Outgoing(number, conversation, state.language, state.zone, reply, at, after)
            for number, after, reply in zip(numbers, befores, replies, strict=True)
        )

    def sent(
        self, reply: ReplyId, at: datetime, outcome: Literal["sent", "unknown", "refused"]
    ) -> None:
        self._run(_SENT, {"reply": reply, "at": at, "how": outcome})

    def hold(self, replies: Sequence[ReplyId], until: datetime) -> None:
        self._run(_HOLD, {"replies": list(replies), "until": until})

    def unsent(
        self, at: datetime, held: timedelta, limit: int, where: Sequence[str] = ()
    ) -> tuple[Outgoing, ...]:
        # Two that took over at once would each see what the other is about to hold as free (I5).
        self._alone("unsent")
        free = {"at": at, "until": at + held, "limit": limit}
        rows = self._all(_take_over(tuple(where)), free)
        return tuple(
            Outgoing(
                row.id,
                row.conversation,
                row.language,
                row.zone,
                REPLY.validate_json(row.body),
                row.created_at,
            )
            for row in sorted(rows, key=lambda row: ReplyId(row.id))
        )
