"""How a deadline comes about, day by day, so that anybody can count along (R18)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from intake.regulations.calendar import Calendar, Skipped, due
from intake.regulations.hours import ClockName
from intake.regulations.service import Level


@dataclass(frozen=True, slots=True)
class Step:
    """One date of the desk's calendar, as far as it lies on the way to the deadline."""

    day: date
    counted: tuple[tuple[datetime, datetime], ...]
    """What counts of it, by the desk's clock."""
    total: timedelta
    """All that has counted by its end."""
    off: Skipped = ""
    """Why not all of it counts, where there is more to it than the hour of the day."""
    name: str = ""
    """Of the holiday, the exception or the break."""
    turned: timedelta = timedelta()
    """By how much the clocks are put forward on it; back where it is negative."""

    @property
    def lasts(self) -> timedelta:
        """How much of it counts, in real time."""
        spans = (end.astimezone(UTC) - start.astimezone(UTC) for start, end in self.counted)
        return sum(spans, timedelta())


@dataclass(frozen=True, slots=True)
class Explained:
    """A deadline with its way there, by the desk's clock."""

    level: Level
    accepted: datetime
    at: datetime
    steps: tuple[Step, ...]


def explain(level: Level, accepted_at: datetime, calendar: Calendar) -> Explained:
    """Each day from the acceptance to the deadline. Raises NeverOpens."""
    zone = calendar.hours.tz
    accepted, at = (
        accepted_at.astimezone(zone),
        due(level, accepted_at, calendar).at.astimezone(zone),
    )
    steps = tuple(_steps(level.clock, accepted, at, calendar))
    return Explained(level, accepted, at, steps)


def _steps(
    clock: ClockName, accepted: datetime, at: datetime, calendar: Calendar
) -> Iterator[Step]:
    zone, total = calendar.hours.tz, timedelta()
    day, start = accepted.date(), accepted.astimezone(UTC)
    while start < at.astimezone(UTC):
        midnight = datetime.combine(day + timedelta(days=1), time(), zone)
        end = min(midnight, at, key=lambda each: each.astimezone(UTC))
        counted = tuple(
            (since.astimezone(zone), until.astimezone(zone))
            for since, until in calendar.stretches(clock, start, end)
        )
        off, name = _reason(clock, start, end.astimezone(UTC), day, calendar)
        step = Step(day, counted, timedelta(), off, name, _turned(day, midnight))
        total += step.lasts
        yield Step(day, counted, total, off, name, step.turned)
        day, start = day + timedelta(days=1), max(start, midnight.astimezone(UTC))


def _reason(
    clock: ClockName, start: datetime, end: datetime, day: date, calendar: Calendar
) -> tuple[Skipped, str]:
    if clock in {"business-days", "open-hours"}:
        plan = calendar.days.plan(day)
        if plan.off or plan.name:
            return plan.off, plan.name
    broken = [each for each in calendar.breaks if each.start < end and each.end > start]
    if broken and clock in calendar.hours.breaks_stop:
        return "break", broken[0].why
    return "", ""


def _turned(day: date, midnight: datetime) -> timedelta:
    morning = datetime.combine(day, time(), midnight.tzinfo)
    before, after = morning.utcoffset(), midnight.utcoffset()
    return (after or timedelta()) - (before or timedelta())
