"""Dead letters, and who is behind: the questions that are asked of the inbox."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, select

from bot.storage.tables import inbox
from bot.storage.transaction import Found, Transaction
from intake.dialogue.messages import MessageId
from intake.inbox import IN_ORDER, Letter

_dead = inbox.c.next_at.is_(None)
_LETTERS: Final = select(inbox).where(_dead).order_by(inbox.c.id).limit(bindparam("limit"))
_LETTER: Final = select(inbox).where(_dead, inbox.c.message == bindparam("message"))


def waits_of(conversation: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether messages of the conversation wait that later ones must not overtake."""
    return (
        select(inbox.c.id)
        .where(
            inbox.c.conversation == conversation,
            inbox.c.next_at.is_not(None),
            inbox.c.tries < IN_ORDER,
        )
        .exists()
        .label("waits")
    )


class Letters(Transaction):
    """`Reading`, as far as dead letters go."""

    def letters(self, limit: int) -> Sequence[Letter]:
        return [_letter(row) for row in self._all(_LETTERS, {"limit": limit})]

    def letter(self, id: MessageId) -> Letter | None:
        row = self._first(_LETTER, {"message": id})
        return _letter(row) if row else None


def _letter(row: Found) -> Letter:
    return Letter(row.message, row.kind, row.cause, row.tries, row.at, row.body)
