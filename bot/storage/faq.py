"""The FAQ as rows: the entries as they are, and a row for every change of one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import Executable, bindparam, exists, select

from bot.storage.codec import ENTRY, STRINGS, written
from bot.storage.faq_tables import faq_entries, faq_revisions
from bot.storage.fixed import Values
from bot.storage.postgresql import be_patient
from bot.storage.tables import desk_facts
from bot.storage.transaction import Found, Insert, Transaction, insert
from faq_index import Entry, EntryId
from intake.ports import Revision

BATCH: Final = 500
FAQ_VERSION: Final = "faq_version"
_LAST: Final = 1 << 62
_STAMP: Final = ("changed_at", "changed_by", "version")
_COLUMNS: Final = tuple(each for each in faq_entries.columns if each.name not in _STAMP)

_ENTRIES: Final = select(faq_entries)
_ENTRY: Final = _ENTRIES.where(faq_entries.c.id == bindparam("id"))
_SINCE: Final = _ENTRIES.where(faq_entries.c.version > bindparam("version"))
_FACT: Final = select(desk_facts.c.value).where(desk_facts.c.name == bindparam("name"))
# Whether its present state is in the history: what is older than that, or was written by a
# process of an earlier release, is not.
_PRESENT: Final = select(
    *_COLUMNS,
    faq_entries.c.changed_at,
    exists()
    .where(faq_revisions.c.entry == faq_entries.c.id)
    .where(faq_revisions.c.at == faq_entries.c.changed_at)
    .label("is_noted"),
).where(faq_entries.c.id.in_(bindparam("ids", expanding=True)))
_HISTORY: Final = (
    select(faq_revisions)
    .where(faq_revisions.c.id < bindparam("before"))
    .order_by(faq_revisions.c.id.desc())
    .limit(bindparam("limit"))
)
_HISTORY_OF: Final = _HISTORY.where(faq_revisions.c.entry == bindparam("id"))
_earlier = faq_revisions.alias("earlier")
_BEFORE: Final = select(
    faq_revisions.c.body,
    select(_earlier.c.body)
    .where(_earlier.c.entry == faq_revisions.c.entry, _earlier.c.id < faq_revisions.c.id)
    .order_by(_earlier.c.id.desc())
    .limit(1)
    .scalar_subquery()
    .label("before"),
).where(faq_revisions.c.version == bindparam("version"))


@cache
def _put(dialect: str) -> Executable:
    return replacing(insert(dialect, faq_entries))


def replacing(statement: Insert) -> Executable:
    """Where an entry is there already, the new one takes its place."""
    new = statement.excluded
    changed = {each.name: new[each.name] for each in faq_entries.columns if not each.primary_key}
    return statement.on_conflict_do_update(index_elements=["id"], set_=changed)


@cache
def _raise(dialect: str) -> Executable:
    return (
        insert(dialect, desk_facts)
        .on_conflict_do_update(index_elements=["name"], set_={"value": desk_facts.c.value + 1})
        .returning(desk_facts.c.value)
    )


@cache
def _note(dialect: str) -> Executable:
    return insert(dialect, faq_revisions)


class FaqRows(Transaction):
    """`FaqReading`."""

    def entries(self) -> Sequence[Entry]:
        return _in_order(map(entry_of, self._all(_ENTRIES, {})))

    def entry(self, id: EntryId) -> Entry | None:
        row = self._first(_ENTRY, {"id": id})
        return entry_of(row) if row else None

    def faq_version(self) -> int:
        row = self._first(_FACT, {"name": FAQ_VERSION})
        return row.value if row else 0

    def entries_since(self, version: int) -> Sequence[Entry]:
        return _in_order(map(entry_of, self._all(_SINCE, {"version": version})))

    def history(
        self, id: EntryId | None, limit: int, before: int | None = None
    ) -> Sequence[Revision]:
        below = _LAST if before is None else before
        asked = {"id": id, "limit": limit, "before": below}
        found = self._all(_HISTORY_OF if id else _HISTORY, asked)
        return [
            Revision(row.id, row.version, row.at, row.changed_by, ENTRY.validate_json(row.body))
            for row in found
        ]

    def entries_before(self, version: int) -> Sequence[Entry]:
        return _in_order(
            ENTRY.validate_json(row.before)
            if row.before
            else replace(ENTRY.validate_json(row.body), published=False)
            for row in self._all(_BEFORE, {"version": version})
        )


class FaqChanges(FaqRows):
    """`FaqKeeping`."""

    def put_entries(self, entries: Sequence[Entry], at: datetime, by: str) -> int:
        # Whoever reads what came after a version must not miss one that is committed later.
        self._alone("faq")
        latest = {entry.id: entry for entry in entries}
        if len(latest) > BATCH:
            be_patient(self._connection)
        if differing := self._differing(latest):
            self._change(differing, at, by)
        return len(differing)

    def _differing(self, entries: Mapping[EntryId, Entry]) -> Sequence[Entry]:
        """Those that are new or different; what they were before is in the history from now on."""
        differing: list[Entry] = []
        for ids in _batches(sorted(entries)):
            known = {row.id: row for row in self._all(_PRESENT, {"ids": ids})}
            changed = [id for id in ids if _differs(known.get(id), entries[id])]
            self._note([_first(known[id]) for id in changed if id in known])
            differing += map(entries.__getitem__, changed)
        return differing

    def _change(self, entries: Sequence[Entry], at: datetime, by: str) -> None:
        version = self._raised(FAQ_VERSION)
        stamp = {"changed_at": at, "changed_by": by, "version": version}
        self._run(_put(self._dialect), [{**row_of(entry), **stamp} for entry in entries])
        self._note([_revision(entry, version, at, by) for entry in entries])

    def _raised(self, counter: str) -> int:
        """The next number of this kind."""
        row = self._first(_raise(self._dialect), {"name": counter, "value": 1})
        assert row is not None  # noqa: S101 - whether the row was there or not
        return int(row.value)

    def _note(self, revisions: Iterable[Values | None]) -> None:
        if rows := [each for each in revisions if each]:
            self._run(_note(self._dialect), rows)


def _in_order(entries: Iterable[Entry]) -> Sequence[Entry]:
    # Here, not there: databases differ in how they order letters.
    return sorted(entries, key=lambda entry: entry.id)


def _batches(ids: Sequence[EntryId]) -> Iterator[Sequence[EntryId]]:
    return (ids[first : first + BATCH] for first in range(0, len(ids), BATCH))


def _differs(known: Found | None, entry: Entry) -> bool:
    return known is None or tuple(known)[: len(_COLUMNS)] != tuple(row_of(entry).values())


def _first(known: Found) -> Values | None:
    """What the entry was before its history begins, or before an older process changed it."""
    return None if known.is_noted else _revision(entry_of(known), 0, known.changed_at, "")


def _revision(entry: Entry, version: int, at: datetime, by: str) -> Values:
    body = revision_of(entry)
    return {"entry": entry.id, "version": version, "at": at, "changed_by": by, "body": body}


def revision_of(entry: Entry) -> str:
    """The entry as its history keeps it."""
    return written(ENTRY, entry)


def row_of(entry: Entry) -> dict[str, Any]:
    """In the order of `_COLUMNS`."""
    return {
        "id": entry.id,
        "question": entry.question,
        "answer": entry.answer,
        "url": entry.url,
        "language": entry.language,
        "tags": written(STRINGS, entry.tags),
        "wordings": written(STRINGS, entry.wordings),
        "kind": entry.kind,
        "product": entry.product,
        "published": int(entry.published),
        "valid_from": entry.valid_from,
        "valid_until": entry.valid_until,
    }


def entry_of(row: Found) -> Entry:
    """The entry of a row of `faq_entries`."""
    return Entry(
        id=row.id,
        question=row.question,
        answer=row.answer,
        url=row.url,
        language=row.language,
        tags=STRINGS.validate_json(row.tags),
        wordings=STRINGS.validate_json(row.wordings),
        kind=row.kind,
        product=row.product,
        published=bool(row.published),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
    )
