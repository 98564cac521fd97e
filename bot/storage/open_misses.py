"""The statements that tell what was asked in vain and is open, alone and in groups."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, distinct, func, select, update

from bot.storage.codec import ENTRIES
from bot.storage.lesson_tables import misses
from bot.storage.transaction import Found, Transaction
from intake.misses import Miss, MissGroup, MissId

_open: Final = misses.c.answered_by.is_(None)
_lately: Final = misses.c.at >= bindparam("since")
_OPEN: Final = (
    select(misses).where(_open, _lately).order_by(misses.c.id.desc()).limit(bindparam("limit"))
)
_OPEN_ONE: Final = select(misses).where(_open, misses.c.id == bindparam("which"))
_LOOSE: Final = (
    select(misses)
    .where(_open, _lately, misses.c.grouped.is_(None))
    .order_by(misses.c.id.desc())
    .limit(bindparam("limit"))
)
_people: Final = func.count(distinct(misses.c.conversation)).label("people")
_times: Final = func.count().label("times")
_counted: Final = (
    select(misses.c.grouped, _people, _times, func.min(misses.c.id).label("first"))
    .where(_open, _lately, misses.c.grouped.is_not(None))
    .group_by(misses.c.grouped)
    .order_by(_people.desc(), _times.desc(), misses.c.grouped)
    .limit(bindparam("limit"))
    .subquery()
)
_GROUPS: Final = (
    select(misses, _counted.c.people, _counted.c.times)
    .join(_counted, _counted.c.first == misses.c.id)
    .order_by(_counted.c.people.desc(), _counted.c.times.desc(), _counted.c.grouped)
)
_GROUP: Final = (
    select(misses)
    .where(_open, _lately, misses.c.grouped == bindparam("which"))
    .order_by(misses.c.id)
)
_COUNT: Final = select(func.count(), func.count(misses.c.grouped)).where(_open, _lately)
_GROUP_MISSES: Final = (
    update(misses).where(misses.c.id == bindparam("which")).values(grouped=bindparam("group"))
)


class OpenMisses(Transaction):
    """`Lessons`, what is said of open misses."""

    def open_misses(self, since: datetime, limit: int) -> Sequence[Miss]:
        newest = self._all(_OPEN, {"since": since, "limit": limit})
        return [miss_of(row) for row in reversed(newest)]

    def open_miss(self, id: MissId) -> Miss | None:
        row = self._first(_OPEN_ONE, {"which": id})
        return miss_of(row) if row else None

    def loose_misses(self, since: datetime, limit: int) -> Sequence[Miss]:
        newest = self._all(_LOOSE, {"since": since, "limit": limit})
        return [miss_of(row) for row in reversed(newest)]

    def miss_groups(self, since: datetime, limit: int) -> Sequence[MissGroup]:
        found = self._all(_GROUPS, {"since": since, "limit": limit})
        return [MissGroup(row.grouped, miss_of(row), row.people, row.times) for row in found]

    def misses_of(self, group: MissId, since: datetime) -> Sequence[Miss]:
        return [miss_of(row) for row in self._all(_GROUP, {"since": since, "which": group})]

    def count_misses(self, since: datetime) -> tuple[int, int]:
        row = self._first(_COUNT, {"since": since})
        assert row is not None  # noqa: S101 - a count is always there
        every, grouped = row
        return every, every - grouped


class MissGrouping(OpenMisses):
    """`Learning`, what puts them together."""

    def group_misses(self, groups: Mapping[MissId, MissId]) -> None:
        if rows := [{"which": miss, "group": group} for miss, group in groups.items()]:
            self._run(_GROUP_MISSES, rows)


def miss_of(row: Found) -> Miss:
    """The miss of a row of `misses`."""
    return Miss(
        id=row.id,
        ref=row.ref,
        conversation=row.conversation,
        language=row.language,
        words=row.words,
        why=row.why,
        shown=ENTRIES.validate_json(row.shown),
        at=row.at,
        wanted_at=row.wanted_at,
        answered_by=row.answered_by,
        told_at=row.told_at,
        grouped=row.grouped,
    )
