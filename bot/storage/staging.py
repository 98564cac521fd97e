"""A large change of the FAQ: laid ready in small units, and put at once in a short one."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Executable, bindparam, delete, func, select

from bot.storage.codec import Moment, Words
from bot.storage.faq import FAQ_VERSION, FaqChanges, replacing, revision_of, row_of
from bot.storage.faq_tables import faq_entries, faq_revisions, faq_staged
from bot.storage.postgresql import be_patient
from bot.storage.transaction import insert
from faq_index import Entry

STAGED: Final = "faq_staged"
_of_batch: Final = faq_staged.c.batch == bindparam("batch")
_Values = Mapping[str, ColumnElement[Any]]
_STAMP: Final[_Values] = {
    "changed_at": bindparam("at", type_=Moment),
    "changed_by": bindparam("by", type_=Words),
    "version": bindparam("new"),
}
_COUNT: Final = select(func.count()).select_from(faq_staged).where(_of_batch)
_some: Final = select(faq_staged.c.id).where(_of_batch).limit(bindparam("limit"))
_CLEAR: Final = delete(faq_staged).where(faq_staged.c.id.in_(_some)).returning(faq_staged.c.id)


@cache
def _stage(dialect: str) -> Executable:
    return insert(dialect, faq_staged)


@cache
def _put(dialect: str) -> Executable:
    """With a WHERE, as SQLite needs before an ON CONFLICT."""
    same = {each.name: each for each in faq_staged.columns if each.name in faq_entries.columns}
    values: _Values = {**same, "id": faq_staged.c.entry, **_STAMP}
    ready = select(*values.values()).where(_of_batch)
    return replacing(insert(dialect, faq_entries).from_select([*values], ready))


@cache
def _note(dialect: str) -> Executable:
    named = {"at" if name == "changed_at" else name: value for name, value in _STAMP.items()}
    values: _Values = {"entry": faq_staged.c.entry, "body": faq_staged.c.body, **named}
    ready = select(*values.values()).where(_of_batch).order_by(faq_staged.c.id)
    return insert(dialect, faq_revisions).from_select([*values], ready)


class FaqStaging(FaqChanges):
    """`FaqKeeping`, what concerns many entries."""

    def stage_entries(self, batch: int, entries: Sequence[Entry], at: datetime) -> int:
        self._alone("faq")
        batch = batch or self._raised(STAGED)
        differing = self._differing({entry.id: entry for entry in entries})
        if rows := [{**_row(entry), "batch": batch, "staged_at": at} for entry in differing]:
            self._run(_stage(self._dialect), rows)
        return batch

    def put_staged(self, batch: int, at: datetime, by: str) -> int:
        self._alone("faq")
        be_patient(self._connection)
        counted = self._first(_COUNT, {"batch": batch})
        if not counted or not counted[0]:
            return 0
        stamp = {"batch": batch, "at": at, "by": by, "new": self._raised(FAQ_VERSION)}
        self._run(_put(self._dialect), stamp)
        self._run(_note(self._dialect), stamp)
        return int(counted[0])

    def clear_staged(self, batch: int, limit: int) -> int:
        return len(self._all(_CLEAR, {"batch": batch, "limit": limit}))


def _row(entry: Entry) -> dict[str, Any]:
    row = row_of(entry)
    return {"entry": row.pop("id"), "body": revision_of(entry), **row}
