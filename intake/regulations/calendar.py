"""When an answer is due: a level's hours, counted on the desk's calendar (R17 to R20)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Final, Literal, TypeAlias

from intake.regulations.days import Days, Off
from intake.regulations.hours import ALL_DAY, ClockName, DeskHours, OpenTime
from intake.regulations.service import Level
from intake.regulations.timeline import Stretch, Timeline, merged, without
from intake.regulations.wall import instant, laid_out, moment, year_of

Skipped: TypeAlias = Off | Literal["", "break"]
"""What did not count; of several the least usual one."""

_MICROSECOND: Final = timedelta(microseconds=1)
_EVERY_HOUR: Final = frozenset[ClockName]({"around-the-clock", "calendar-days"})
_DAYS_OFF: Final[tuple[Off, ...]] = ("closed", "holiday", "weekend")
"""The least usual first."""


@dataclass(frozen=True, slots=True)
class Due:
    """`at` is in UTC; `skipped` names what lies before it and did not count."""

    at: datetime
    skipped: Skipped = ""


@dataclass(frozen=True, slots=True, order=True)
class Break:
    """A time in which the desk cannot work, announced when it came up (R36)."""

    start: datetime
    end: datetime
    why: str = ""


class Calendar:
    """A desk's hours and the breaks announced by now, ready to be counted on.

    Whoever asks, on whichever thread, is answered the same: all that changes is how many years
    are laid out already.
    """

    def __init__(self, hours: DeskHours, breaks: Iterable[Break] = ()) -> None:
        self.hours = hours
        self.breaks: Sequence[Break] = tuple(sorted(breaks))
        self.days = Days(hours)
        broken = ((instant(each.start), instant(each.end)) for each in self.breaks)
        self._holes: Sequence[Stretch] = tuple(merged(broken))
        self._lines: dict[ClockName, Timeline] = {}
        self._off = {off: Timeline(partial(self._lay_off, off)) for off in _DAYS_OFF}
        self._broken = Timeline(self._holes_of)

    def after(self, clock: ClockName, start: datetime, allowance: timedelta) -> Due:
        """When so much time has gone by on this clock. Raises NeverOpens."""
        start = start.astimezone(UTC)
        if clock in _EVERY_HOUR and not self._stops(clock):
            return Due(start + allowance)
        since = instant(start)
        until = self._line(clock).after(since, allowance // _MICROSECOND, start.year)
        return Due(moment(until), self._skipped(clock, start, moment(until)))

    def counted(self, clock: ClockName, start: datetime, end: datetime) -> timedelta:
        """How much of the time between the two counts on this clock."""
        stretches = self.stretches(clock, start, end)
        return sum((until - since for since, until in stretches), timedelta())

    def stretches(
        self, clock: ClockName, start: datetime, end: datetime
    ) -> Iterator[tuple[datetime, datetime]]:
        """The times between the two that count on this clock, in UTC."""
        years = (start.astimezone(UTC).year, end.astimezone(UTC).year)
        if start < end:
            for since, until in self._line(clock).stretches(instant(start), instant(end), years):
                yield moment(since), moment(until)

    def _skipped(self, clock: ClockName, start: datetime, end: datetime) -> Skipped:
        between = (instant(start), instant(end), (start.year, end.year))
        if self._stops(clock) and self._broken.touches(*between):
            return "break"
        if clock in _EVERY_HOUR:
            return ""
        return next((off for off in _DAYS_OFF if self._off[off].touches(*between)), "")

    def _stops(self, clock: ClockName) -> bool:
        return bool(self._holes) and clock in self.hours.breaks_stop

    def _line(self, clock: ClockName) -> Timeline:
        line = self._lines.get(clock)
        if line is None:
            line = self._lines[clock] = Timeline(partial(self._lay, clock))
        return line

    def _lay(self, clock: ClockName, year: int) -> Sequence[Stretch]:
        counted = self._counted(clock, year)
        return tuple(without(counted, self._holes)) if self._stops(clock) else counted

    def _counted(self, clock: ClockName, year: int) -> Sequence[Stretch]:
        if clock in _EVERY_HOUR:
            return (year_of(year),)
        if clock == "open-hours":
            return laid_out(self.hours.tz, year, lambda day: self.days.plan(day).open)
        return laid_out(self.hours.tz, year, lambda day: self._whole_if("", day))

    def _lay_off(self, off: Off, year: int) -> Sequence[Stretch]:
        return laid_out(self.hours.tz, year, lambda day: self._whole_if(off, day))

    def _whole_if(self, off: Off | Literal[""], day: date) -> Sequence[OpenTime]:
        return (ALL_DAY,) if self.days.plan(day).off == off else ()

    def _holes_of(self, year: int) -> Sequence[Stretch]:
        start, end = year_of(year)
        return tuple(
            (max(since, start), min(until, end))
            for since, until in self._holes
            if until > start and since < end
        )


def due(level: Level, accepted_at: datetime, calendar: Calendar) -> Due:
    """By when the desk answers what it accepted at that moment (aware).

    "Hours on business days" are clock hours, and weekends and holidays are passed over whole:
    accepted on Friday at 18:00, 24 hours end on Monday at 18:00; accepted on Saturday, the clock
    starts on Monday at 00:00 (R18). Hours are real ones: a day on which the clocks change has 23
    or 25 of them. Raises NeverOpens.
    """
    return calendar.after(level.clock, accepted_at, timedelta(hours=level.hours))


def due_next(level: Level, said_at: datetime, calendar: Calendar) -> Due:
    """By when the desk answers what a client added at that moment to an answered ticket (R20)."""
    return calendar.after(level.clock, said_at, timedelta(hours=level.next_hours))
