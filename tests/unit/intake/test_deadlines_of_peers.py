"""R18: mistakes that other desks' clocks are known for, each shown not to be ours."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from intake.regulations.calendar import Break, Calendar
from intake.regulations.hours import ClockName, DeskHours

NEW_YORK = ZoneInfo("America/New_York")
CLOCKS: tuple[ClockName, ...] = ("business-days", "open-hours")


def desk(**more: Any) -> DeskHours:
    usual = {"zone": "America/New_York", "country": "US", "open": ["08:00-12:00", "13:00-17:00"]}
    return DeskHours(**{**usual, **more})


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK)


@pytest.mark.parametrize("clock", CLOCKS)
def test_a_day_that_is_left_out_never_brings_a_deadline_nearer(clock: ClockName) -> None:
    """Known: excluded days are subtracted twice, or before the request, and shorten its time."""
    plain = Calendar(desk())
    for number in range(40):
        day = date(2026, 11, 15) + timedelta(days=number)
        shut = Calendar(desk(closed_days=[day]))
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=NEW_YORK)
        broken = Calendar(desk(), [Break(noon, noon + timedelta(hours=9))])
        for hours in range(0, 24 * 20, 7):
            accepted = local("2026-11-16 07:30") + timedelta(hours=hours)
            usual = plain.after(clock, accepted, timedelta(hours=24)).at
            assert shut.after(clock, accepted, timedelta(hours=24)).at >= usual
            assert broken.after(clock, accepted, timedelta(hours=24)).at >= usual


def test_a_holiday_on_a_day_that_is_off_anyway_is_left_out_once() -> None:
    """Known: a holiday on a Sunday is taken off a second time."""
    plain, doubled = Calendar(desk()), Calendar(desk(closed_days=["2026-03-07", "2026-03-08"]))
    accepted = local("2026-03-06 12:00")
    for clock in CLOCKS:
        span = timedelta(hours=12)
        assert doubled.after(clock, accepted, span).at == plain.after(clock, accepted, span).at


def test_a_desk_works_in_more_than_one_interval_a_day() -> None:
    """Known: there is one opening time a day, and the lunch break counts."""
    at = Calendar(desk()).after("open-hours", local("2026-03-03 11:30"), timedelta(hours=1)).at
    assert at == local("2026-03-03 13:30")


@pytest.mark.parametrize(
    ("accepted", "due"),
    [
        ("2026-03-07 18:00", "2026-03-08 19:00"),  # the night has 23 hours
        ("2026-10-31 18:00", "2026-11-01 17:00"),  # and here 25
    ],
)
@pytest.mark.parametrize("clock", ["business-days", "around-the-clock", "calendar-days"])
def test_hours_are_not_those_that_the_wall_clock_jumped_over(
    clock: ClockName, accepted: str, due: str
) -> None:
    """Known: local times are subtracted, so that 24 hours are 23 or 25 when clocks change."""
    promise = Calendar(desk(weekend=[])).after(clock, local(accepted), timedelta(hours=24))
    assert promise.at == local(due)
    assert promise.at - local(accepted).astimezone(ZoneInfo("UTC")) == timedelta(hours=24)


def test_the_calendar_is_the_desks_wherever_the_client_is() -> None:
    """Known: the server's zone, or the client's, decides which day it is."""
    calendar = Calendar(desk())
    # Friday 20:00 in New York is Saturday in Tokyo.
    accepted = local("2026-03-06 20:00").astimezone(ZoneInfo("Asia/Tokyo"))
    assert calendar.after("business-days", accepted, timedelta(hours=4)).at == local(
        "2026-03-07 00:00"
    )
