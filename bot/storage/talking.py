"""The statements of a turn: claim the message, keep the state, say the replies, see them off."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache, lru_cache
from itertools import islice
from operator import itemgetter
from typing import Final, Literal

from sqlalchemy import Executable, Integer, bindparam, func, literal_column, not_, select, update

from bot.storage.codec import REPLY, STATE, written
from bot.storage.fixed import Fixed
from bot.storage.tables import claims, conversations, replies
from bot.storage.transaction import Found, Transaction, among, insert
from intake.dialogue.messages import ConversationId, MessageId
from intake.dialogue.overtaking import UNASKED, overtaken
from intake.dialogue.replies import Reply
from intake.dialogue.state import State
from intake.ports import Outgoing, ReplyId, Stale

AHEAD: Final = 200
"""So many are looked at, if need be: most of what a backlog says may be overtaken."""

_BECOME: Final = Fixed(
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
_SENT: Final = Fixed(
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
_later = replies.alias("later")
# What the desk tells by itself is no sign that the person has gone on.
_gone_on = (
    select(func.max(_later.c.created_at))
    .where(
        _later.c.conversation == replies.c.conversation,
        _later.c.id > replies.c.id,
        _later.c.sent_at.is_(None),
        *(not_(_later.c.body.contains(f'"kind":"{kind}"')) for kind in UNASKED),
    )
    .scalar_subquery()
    .label("gone_on")
)
_TAKE: Final = (
    update(replies)
    .where(replies.c.id.in_(bindparam("replies", expanding=True)), *_free)
    .values(held_until=bindparam("until"))
    .returning(replies.c.id)
)


@lru_cache(maxsize=32)
def _found(where: tuple[str, ...]) -> Executable:
    return _oldest_free.where(among(replies.c.conversation, where)).add_columns(
        replies.c.conversation,
        replies.c.language,
        replies.c.zone,
        replies.c.body,
        replies.c.created_at,
        replies.c.held_until,
        _gone_on,
    )


@cache
def _claim(dialect: str) -> Fixed:
    return Fixed(insert(dialect, claims).on_conflict_do_nothing().returning(claims.c.at))


@cache
def _begin(dialect: str) -> Fixed:
    return Fixed(
        insert(dialect, conversations).on_conflict_do_nothing().returning(conversations.c.version)
    )


# Spelt out: SQLAlchemy names no table in RETURNING, and two are meant. Of the rows that one
# statement adds only the first is asked for: whether the others see it is the database's to choose.
# In RETURNING SQLite takes a column for no text, and without the CAST reads all that waits unsent.
_AFTER: Final = literal_column(
    "(SELECT max(earlier.id) FROM replies AS earlier WHERE earlier.sent_at IS NULL"
    " AND earlier.conversation = CAST(replies.conversation AS TEXT)"
    " AND earlier.id < replies.id)",
    Integer,
).label("after")


@cache
def _say(dialect: str) -> Fixed:
    return Fixed(insert(dialect, replies).returning(replies.c.id, _AFTER))


class Talking(Transaction):
    """`Work`, as far as a conversation goes."""

    def claim(self, message: MessageId, at: datetime) -> bool:
        return bool(self._rows(_claim(self._dialect), {"id": message, "at": at}))

    def keep(self, conversation: ConversationId, state: State, was: int) -> None:
        now, remind, agent = written(STATE, state), state.remind_at, state.staff
        if was:
            changed = {"conversation": conversation, "was": was, "now": now}
            kept = self._rows(_BECOME, {**changed, "remind": remind, "agent": agent})
        else:
            first = {"id": conversation, "version": 1, "state": now}
            kept = self._rows(_begin(self._dialect), {**first, "remind_at": remind, "staff": agent})
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
        said = sorted(self._rows(_say(self._dialect), rows), key=itemgetter(0))
        numbers = [ReplyId(number) for number, _ in said]
        befores = [said[0][1], *numbers[:-1]]
        return tuple(
            Outgoing(number, conversation, state.language, state.zone, reply, at, after)
            for number, after, reply in zip(numbers, befores, replies, strict=True)
        )

    def sent(
        self, reply: ReplyId, at: datetime, outcome: Literal["sent", "unknown", "refused"]
    ) -> None:
        self._rows(_SENT, {"reply": reply, "at": at, "how": outcome})

    def hold(self, replies: Sequence[ReplyId], until: datetime) -> None:
        self._run(_HOLD, {"replies": list(replies), "until": until})

    def unsent(
        self, at: datetime, held: timedelta, limit: int, where: Sequence[str] = ()
    ) -> tuple[Outgoing, ...]:
        # Two that took over at once would each see what the other is about to hold as free (I5).
        self._alone("unsent")
        found = self._all(_found(tuple(where)), {"at": at, "limit": max(limit, AHEAD)})
        looks = (self._wanted(row, at) for row in found)
        wanted = list(islice((each for each in looks if each), limit))
        ids = [each.id for each in wanted]
        free = {"replies": ids, "at": at, "until": at + held}
        taken = {row.id for row in self._all(_TAKE, free)} if ids else set()
        return tuple(each for each in wanted if each.id in taken)

    def _wanted(self, row: Found, at: datetime) -> Outgoing | None:
        """None where the reply is not to be sent any more; that is noted."""
        reply = REPLY.validate_json(row.body)
        if overtaken(reply, row.created_at, row.held_until, row.gone_on, at):
            self._rows(_SENT, {"reply": row.id, "at": at, "how": "overtaken"})
            return None
        return Outgoing(row.id, row.conversation, row.language, row.zone, reply, row.created_at)
