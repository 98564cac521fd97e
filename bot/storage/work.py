"""One transaction of the desk, in SQL."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Final

from sqlalchemy import Connection, Executable

from bot.storage.breaks import BreakChanges
from bot.storage.codec import ENTRIES, written
from bot.storage.deadlines import Deadlines
from bot.storage.filing import Filing
from bot.storage.identities import IdentityChanges
from bot.storage.leasing import Leasing
from bot.storage.lessons import LessonChanges
from bot.storage.notices import NoticeChanges
from bot.storage.queueing import Queueing
from bot.storage.senses import SenseChanges
from bot.storage.staging import FaqStaging
from bot.storage.tables import desk_facts, outcomes
from bot.storage.talking import Talking
from bot.storage.transaction import insert
from intake.ports import Errand, Outcome, Work

__all__ = ["Connection", "Later", "SqlWork", "nowhere"]

_WRITTEN_AT: Final = "written_at"


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


class SqlWork(
    Talking,
    Filing,
    FaqStaging,
    SenseChanges,
    LessonChanges,
    IdentityChanges,
    NoticeChanges,
    Queueing,
    Leasing,
    Deadlines,
    BreakChanges,
    Work,
):
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
                "helped": outcome.helped,
            },
        )

    def touch(self, at: datetime) -> None:
        self._run(_set(self._dialect), {"name": _WRITTEN_AT, "value": int(at.timestamp())})
