"""What kind of day a date is for a desk: worked, and when, or off, and why (R18)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Literal

import holidays

from intake.regulations.hours import ALL_DAY, WEEK, DayOfYear, DeskHours, OpenTime

Off = Literal["weekend", "holiday", "closed"]
_ENGLISH: Final = "en_US"


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One date: `off` says why it is not worked, `name` which holiday or exception it is."""

    open: tuple[OpenTime, ...]
    off: Off | Literal[""] = ""
    name: str = ""


class Days:
    """The dates of one desk."""

    def __init__(self, hours: DeskHours) -> None:
        self._hours = hours
        self._closed = frozenset(hours.closed_days)
        self._parts = {each.on: each.open for each in hours.part_days}
        self._worked = {each.on: each.instead_of for each in hours.working_days}
        self._swapped = {off: on for on, off in self._worked.items() if off}

    def plan(self, day: date) -> DayPlan:
        """What the desk says itself goes before the country's holidays, and these before the
        week."""
        if _among(day, self._closed):
            return DayPlan((), "closed")
        if day in self._swapped:
            return DayPlan((), "closed", f"worked on {self._swapped[day]}")
        if day in self._worked:
            instead = self._worked[day]
            return DayPlan(self._open(day), name=f"worked for {instead}" if instead else "")
        names, moved = _holidays(self._hours.country, self._hours.region, day.year)
        if WEEK[day.weekday()] in self._hours.weekend and day not in moved:
            return DayPlan((), "weekend", names.get(day, ""))
        if day in names:
            return DayPlan((), "holiday", names[day])
        return DayPlan(self._open(day))

    def _open(self, day: date) -> tuple[OpenTime, ...]:
        for exact in (DayOfYear(day.year, day.month, day.day), DayOfYear(0, day.month, day.day)):
            if exact in self._parts:
                return self._parts[exact]
        usual = self._hours.open or (ALL_DAY,)
        return self._hours.open_on.get(WEEK[day.weekday()], usual)


def _among(day: date, days: frozenset[DayOfYear]) -> bool:
    return (
        DayOfYear(day.year, day.month, day.day) in days or DayOfYear(0, day.month, day.day) in days
    )


@lru_cache(maxsize=256)
def _holidays(country: str, region: str, year: int) -> tuple[Mapping[date, str], frozenset[date]]:
    """The public holidays, and the days of the weekend that the country works for one of them."""
    known = holidays.country_holidays(country, subdiv=region or None, years=year, language=_ENGLISH)
    return dict(known), frozenset(getattr(known, "weekend_workdays", ()))
