"""One transaction of the desk, in SQL."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Executable, or_

from bot.storage.codec import ENTRIES, STRINGS, written
from bot.storage.deadlines import Deadlines
from bot.storage.filing import Filing
from bot.storage.leasing import Leasing
from bot.storage.queueing import Queueing
from bot.storage.reading import FAQ_VERSION
from bot.storage.tables import desk_facts, faq_entries, outcomes
from bot.storage.talking import Talking
from bot.storage.transaction import insert
from faq_index import Entry
from intake.ports import Errand, Outcome, Work

__all__ = ["Connection", "Later", "SqlWork", "nowhere"]

_WRITTEN_AT: Final = "written_at"
_CONTENT: Final = ("question", "answer", "url", "language", "tags", "wordings")


@cache
def _put(dialect: str) -> Executable:
    """Returns the ids of those that were new or different."""
    statement = insert(dialect, faq_entries)
    new = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=["id"],
        set_={name: new[name] for name in (*_CONTENT, "changed_at")},
        where=or_(*(faq_entries.c[name] != new[name] for name in _CONTENT)),
    ).returning(faq_entries.c.id)


@cache
def _raise(dialect: str) -> Executable:
    return insert(dialect, desk_facts).on_conflict_do_update(
        index_elements=["name"], set_={"value": desk_facts.c.value + 1}
    )


@cache
def _set(dialect: str) -> Executable:
    statement = insert(dialect, desk_facts)
    return statement.on_conflict_do_update(
        index_elements=["name"], set_={"value": statement.excluded.value}
    )


@cache
def _count(dialect: str) -> Executable:
    return insert(dialect, outcomes)


Later = Callable[[Connection, Errand], None]
"""Sees to it, within the transaction, that an errand is done after it."""


def nowhere(_: Connection, __: Errand) -> None:
    """Nobody runs errands here: the sweeps find what is to be done in our own rows."""


class SqlWork(Talking, Filing, Queueing, Leasing, Deadlines, Work):
    """Everything that a unit may read and write."""

    def __init__(self, connection: Connection, later: Later = nowhere) -> None:
        super().__init__(connection)
        self._later = later

    def later(self, errand: Errand) -> None:
        self._later(self._connection, errand)

    def count(self, outcome: Outcome) -> None:
        self._run(
            _count(self._dialect),
            {
                "kind": outcome.kind,
                "entries": written(ENTRIES, outcome.entries),
                "language": outcome.language,
                "at": outcome.at,
            },
        )

    def put_entries(self, entries: Sequence[Entry], at: datetime) -> int:
        # The last of several with one id counts: a single statement may not meet a row twice.
        # By id, since two that import at once may not wait for each other.
        latest = sorted({entry.id: entry for entry in entries}.items())
        rows = [_row(entry, at) for _, entry in latest]
        different = len(self._all(_put(self._dialect), rows)) if rows else 0
        if different:
            self._run(_raise(self._dialect), {"name": FAQ_VERSION, "value": 1})
        return different

    def touch(self, at: datetime) -> None:
        self._run(_set(self._dialect), {"name": _WRITTEN_AT, "value": int(at.timestamp())})


def _row(entry: Entry, at: datetime) -> dict[str, Any]:
    return {
        "id": entry.id,
        "question": entry.question,
        "answer": entry.answer,
        "url": entry.url,
        "language": entry.language,
        "tags": written(STRINGS, entry.tags),
        "wordings": written(STRINGS, entry.wordings),
        "changed_at": at,
    }
