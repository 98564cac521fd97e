"""When a desk works: its zone, its week, its hours, and the days that are not like the others."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Any, Final, Literal, Self
from zoneinfo import ZoneInfo, available_timezones

import holidays
from pydantic import BeforeValidator, PlainSerializer, model_validator

from intake.regulations.section import Section, Wrong

ClockName = Literal["around-the-clock", "business-days", "open-hours", "calendar-days"]
"""What counts towards an answer: every hour, clock hours of the days that are worked (R18), only
hours in which the desk is open, or the days of the calendar."""

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEK: Final[tuple[Weekday, ...]] = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip

_OPEN: Final = re.compile(r"(\d\d):(\d\d) ?[-–] ?(\d\d):(\d\d)")
_YEARLY: Final = re.compile(r"(\d\d)-(\d\d)")
_A_LEAP_YEAR: Final = 2024
_DAY: Final = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class OpenTime:
    """From one minute of the day to another, by the desk's own clock; 24:00 ends the day."""

    start: int
    end: int

    def __str__(self) -> str:
        return "-".join(f"{each // 60:02}:{each % 60:02}" for each in (self.start, self.end))


ALL_DAY: Final = OpenTime(0, _DAY)


@dataclass(frozen=True, slots=True, order=True)
class DayOfYear:
    """One date, or with year 0 the same day of every year."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{f'{self.year:04}-' if self.year else ''}{self.month:02}-{self.day:02}"


def _open_time(value: Any) -> Any:
    if isinstance(value, OpenTime):
        return value
    found = _OPEN.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise ValueError('an interval is written "08:00-13:00"')
    hour, minute, to_hour, to_minute = map(int, found.groups())
    start, end = hour * 60 + minute, to_hour * 60 + to_minute
    if minute > 59 or to_minute > 59 or end > _DAY:
        raise ValueError("a day goes from 00:00 to 24:00")
    if start >= end:
        raise ValueError("an interval ends after it begins; split one over midnight at 24:00")
    return OpenTime(start, end)


def _day_of_year(value: Any) -> Any:
    if isinstance(value, DayOfYear):
        return value
    try:
        yearly = _YEARLY.fullmatch(value) if isinstance(value, str) else None
        if yearly:
            month, day = map(int, yearly.groups())
            date(_A_LEAP_YEAR, month, day)
            return DayOfYear(0, month, day)
        exact = value if isinstance(value, date) else date.fromisoformat(value)
        return DayOfYear(exact.year, exact.month, exact.day)
    except (ValueError, TypeError):
        raise ValueError("a day is written 2026-12-24, or in quotes 12-24 for every year") from None


def _apart(times: tuple[OpenTime, ...], *key: str | int) -> None:
    for earlier, later in pairwise(sorted(times)):
        if later.start < earlier.end:
            raise Wrong(f"the intervals {earlier} and {later} overlap", *key)


def _weekday(value: Any) -> Any:
    return WEEK[value] if isinstance(value, int) and 0 <= value < len(WEEK) else value


Time = Annotated[OpenTime, BeforeValidator(_open_time), PlainSerializer(str)]
Day = Annotated[DayOfYear, BeforeValidator(_day_of_year), PlainSerializer(str)]


class PartDay(Section):
    """A day with hours of its own, if it is worked at all."""

    on: Day
    open: tuple[Time, ...]


class WorkingDay(Section):
    """A day that is worked though it would be off: `instead_of` is off for it."""

    on: date
    instead_of: date | None = None


def _working_day(value: Any) -> Any:
    return {"on": value} if isinstance(value, str | date) else value


class DeskHours(Section):
    """Where the desk is, which days it works, and its hours on them. R17, R18."""

    zone: str
    """An IANA name."""
    country: str
    """ISO 3166 code, for public holidays."""
    region: str = ""
    """The part of it whose holidays are kept: ``CA``."""
    weekend: tuple[Annotated[Weekday, BeforeValidator(_weekday)], ...] = ("saturday", "sunday")
    open: tuple[Time, ...] = ()
    """By the desk's clock, on each day that is worked; nothing: its hours are not told."""
    open_on: dict[Weekday, tuple[Time, ...]] = {}
    """Instead of `open` on these days of the week."""
    closed_days: tuple[Day, ...] = ()
    part_days: tuple[PartDay, ...] = ()
    working_days: tuple[Annotated[WorkingDay, BeforeValidator(_working_day)], ...] = ()
    breaks_stop: tuple[ClockName, ...] = ("business-days", "open-hours")
    """The clocks that stand still while an announced break lasts."""

    @model_validator(mode="after")
    def _real(self) -> Self:
        if self.zone not in available_timezones():
            raise Wrong(f"{self.zone!r} is not an IANA time zone", "zone")
        if len(set(self.weekend)) >= len(WEEK):
            raise Wrong("a desk needs at least one working day a week", "weekend")
        for key, region in (("country", None), ("region", self.region or None)):
            try:
                holidays.country_holidays(self.country, subdiv=region)
            except NotImplementedError:
                unknown = f"the holidays of {getattr(self, key)!r} are not known"
                raise Wrong(unknown, key) from None
        return self

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        _apart(self.open, "open")
        for weekday, times in self.open_on.items():
            if weekday in self.weekend or not times:
                raise Wrong("a day of the weekend has no hours", "open_on", weekday)
            _apart(times, "open_on", weekday)
        for place, part in enumerate(self.part_days):
            if not part.open:
                raise Wrong("a day without hours belongs to closed_days", "part_days", place)
            _apart(part.open, "part_days", place, "open")
        closed = {
            *self.closed_days,
            *(_day_of_year(each.instead_of) for each in self.working_days if each.instead_of),
        }
        for place, each in enumerate(self.working_days):
            if _day_of_year(each.on) in closed:
                raise Wrong(f"{each.on} cannot be both worked and closed", "working_days", place)
        return self

    @cached_property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.zone)
