"""When an answer is due: a level's hours, counted on the desk's calendar (R17, R18)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final, Literal

import holidays

from intake.regulations.policy import DeskHours, Level

Skipped = Literal["", "weekend", "holiday"]

# A desk that is closed this long is a mistake in its policy, not a long weekend.
_LONGEST_CLOSURE: Final = timedelta(days=60)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """`at` is in UTC; `skipped` names what lies before it and did not count."""

    at: datetime
    skipped: Skipped = ""


def due(level: Level, accepted_at: datetime, desk: DeskHours) -> Due:
    """By when the desk answers what it accepted at that moment (aware).

    "Hours on business days" are clock hours, and weekends and holidays are passed over whole:
    accepted on Friday at 18:00, 24 hours end on Monday at 18:00; accepted on Saturday, the clock
    starts on Monday at 00:00 (R18). Hours are real ones: a day on which the clocks change has 23
    or 25 of them.
    """
    accepted = accepted_at.astimezone(UTC)
    allowance = timedelta(hours=level.hours)
    if level.clock == "business-days":
        return _business_days(accepted, allowance, desk)
    return Due(accepted + allowance)


def _business_days(accepted: datetime, left: timedelta, desk: DeskHours) -> Due:
    day = accepted.astimezone(desk.tz).date()
    skipped: Skipped = ""
    closed_since = day
    while day - closed_since <= _LONGEST_CLOSURE:
        if off := _day_off(day, desk):
            skipped = "holiday" if "holiday" in {off, skipped} else off
        else:
            closed_since = day
            start = max(accepted, _midnight(day, desk))
            end = _midnight(day + _DAY, desk)
            if left <= end - start:
                return Due(start + left, skipped)
            left -= end - start
        day += _DAY
    raise ValueError("this desk never opens")


def _day_off(day: date, desk: DeskHours) -> Skipped:
    if day.weekday() in desk.weekend:
        return "weekend"
    return "holiday" if day in _holidays(desk.country, desk.region, day.year) else ""


@lru_cache(maxsize=64)
def _holidays(country: str, region: str, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays(country, subdiv=region or None, years=year))


def _midnight(day: date, desk: DeskHours) -> datetime:
    # Subtracting two local times of one zone goes by the wall clock; UTC keeps odd days honest.
    return datetime.combine(day, time(), desk.tz).astimezone(UTC)
