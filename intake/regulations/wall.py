"""A zone's wall clock, laid on the line of UTC: exact to the second where clocks change."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final

from intake.regulations.hours import OpenTime
from intake.regulations.timeline import Instant, Stretch, merged

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY: Final = _EPOCH.toordinal()
_MICROSECOND: Final = timedelta(microseconds=1)
_SECOND: Final = 1_000_000
_MINUTE: Final = 60 * _SECOND
_DAY: Final = 24 * 60 * _MINUTE


def instant(at: datetime) -> Instant:
    """Of an aware moment."""
    return (at - _EPOCH) // _MICROSECOND


def moment(at: Instant) -> datetime:
    """In UTC."""
    return _EPOCH + timedelta(microseconds=at)


def year_of(year: int) -> Stretch:
    """A whole year, by UTC."""
    return _midnight(date(year, 1, 1)), _midnight(date(year + 1, 1, 1))


def laid_out(
    zone: tzinfo, year: int, times: Callable[[date], Iterable[OpenTime]]
) -> Sequence[Stretch]:
    """When the zone's wall clock shows one of a date's times, as far as that is in this year of
    UTC. A time that the clock jumps over never is; one that it shows twice is there twice.
    """
    start, end = year_of(year)
    shown = tuple(merged(_shown(year, times)))
    return tuple(
        merged(
            (max(since - offset, first), min(until - offset, last))
            for first, last, offset in _offsets(zone, start, end)
            for since, until in shown
            if until - offset > first and since - offset < last
        )
    )


def _shown(year: int, times: Callable[[date], Iterable[OpenTime]]) -> Iterator[Stretch]:
    """By the wall clock, a day more at both ends: no zone is further from UTC than that."""
    day, last = date(year - 1, 12, 31), date(year + 1, 1, 1)
    while day <= last:
        midnight = _midnight(day)
        for each in times(day):
            yield midnight + each.start * _MINUTE, midnight + each.end * _MINUTE
        day += timedelta(days=1)


def _offsets(zone: tzinfo, start: Instant, end: Instant) -> Iterator[tuple[Instant, Instant, int]]:
    """The stretches in which the zone keeps one distance from UTC, with that distance."""
    since, offset = start, _offset(zone, start)
    for day in range(start, end, _DAY):
        # Clocks do not change twice within a day.
        tomorrow = min(day + _DAY, end)
        if _offset(zone, tomorrow) != offset:
            change = _change(zone, day, tomorrow)
            yield since, change, offset
            since, offset = change, _offset(zone, tomorrow)
    yield since, end, offset


def _change(zone: tzinfo, before: Instant, after: Instant) -> Instant:
    """The second at which the clocks change between the two."""
    old = _offset(zone, before)
    while after - before > _SECOND:
        middle = before + (after - before) // (2 * _SECOND) * _SECOND
        before, after = (middle, after) if _offset(zone, middle) == old else (before, middle)
    return after


def _offset(zone: tzinfo, at: Instant) -> int:
    return (moment(at).astimezone(zone).utcoffset() or timedelta()) // _MICROSECOND


def _midnight(day: date) -> Instant:
    return (day.toordinal() - _EPOCH_DAY) * _DAY
