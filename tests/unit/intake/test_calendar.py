"""When an answer is due (R17, R18)."""

from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.regulations.calendar import Calendar, due
from intake.regulations.hours import WEEK
from intake.regulations.policy import DeskHours, Level, LevelId, shipped
from intake.regulations.timeline import NeverOpens

LIMA = shipped("es").calendar
NEW_YORK = shipped("inc").calendar


def business(hours: int) -> Level:
    return Level(id=LevelId("x"), hours=hours, clock="business-days")


def lima(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("America/Lima"))


def test_friday_evening_and_a_business_day_is_monday_evening() -> None:
    promise = due(business(24), lima("2026-03-06 18:00"), LIMA)
    assert promise.at == lima("2026-03-09 18:00")
    assert promise.skipped == "weekend"


def test_on_saturday_the_clock_starts_on_monday_at_midnight() -> None:
    assert due(business(24), lima("2026-03-07 11:30"), LIMA).at == lima("2026-03-10 00:00")


def test_a_holiday_is_passed_over_and_named() -> None:
    # 28 and 29 July are Peru's national days; in 2026 a Tuesday and a Wednesday.
    promise = due(business(24), lima("2026-07-27 10:00"), LIMA)
    assert promise.at == lima("2026-07-30 10:00")
    assert promise.skipped == "holiday"


def test_a_holiday_counts_more_than_the_weekend_around_it() -> None:
    # 3 July 2026: Independence Day, observed on the Friday.
    start = datetime(2026, 7, 2, 12, tzinfo=ZoneInfo("America/New_York"))
    promise = due(business(48), start, NEW_YORK)
    assert promise.skipped == "holiday"
    assert promise.at == datetime(2026, 7, 7, 12, tzinfo=ZoneInfo("America/New_York"))


def test_120_hours_on_business_days_are_five_of_them() -> None:
    assert due(business(120), lima("2026-03-02 09:15"), LIMA).at == lima("2026-03-09 09:15")


def test_a_request_within_the_week_skips_nothing() -> None:
    assert due(business(24), lima("2026-03-03 09:00"), LIMA).skipped == ""


def test_vip_requests_run_around_the_clock() -> None:
    level = shipped("es").level("vip-coupon")
    assert due(level, lima("2026-03-07 23:00"), LIMA).at == lima("2026-03-08 03:00")


def test_development_counts_calendar_days() -> None:
    level = shipped("inc").level("development")
    start = datetime(2026, 12, 20, 12, tzinfo=UTC)
    assert due(level, start, NEW_YORK).at == start + timedelta(days=14)


def test_the_hours_of_a_day_on_which_clocks_change_are_real_ones() -> None:
    # Where Sunday is worked, the night of 29 March 2026 has an hour less in Berlin.
    berlin = Calendar(DeskHours(zone="Europe/Berlin", country="DE", weekend=()))
    start = datetime(2026, 3, 28, 18, tzinfo=ZoneInfo("Europe/Berlin"))
    promise = due(business(24), start, berlin)
    assert promise.at - start.astimezone(UTC) == timedelta(hours=24)
    assert promise.at.astimezone(berlin.hours.tz).hour == 19


def test_a_desk_that_never_opens_is_a_mistake() -> None:
    never = DeskHours(zone="UTC", country="US").model_copy(update={"weekend": WEEK})
    with pytest.raises(NeverOpens):
        due(business(1), datetime(2026, 3, 2, tzinfo=UTC), Calendar(never))


@given(st.integers(0, 7 * 365 * 24 * 60), st.integers(1, 200))
def test_later_requests_are_never_due_earlier(minutes: int, hours: int) -> None:
    accepted = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    first = due(business(hours), accepted, LIMA).at
    second = due(business(hours), accepted + timedelta(minutes=37), LIMA).at
    assert accepted + timedelta(hours=hours) <= first <= second


ZONES = (
    "America/New_York", "America/Lima", "America/St_Johns", "America/Sao_Paulo", "Europe/Berlin",
    "Europe/London", "Africa/Casablanca", "Asia/Kathmandu", "Asia/Tehran", "Australia/Lord_Howe",
    "Pacific/Chatham", "Pacific/Apia",
)  # fmt: skip
US = holidays.country_holidays("US", years=2026)
CLOCKS_CHANGE = ("2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04", "2026-10-25", "2026-11-01")


@pytest.mark.parametrize(("zone", "day"), list(product(ZONES, CLOCKS_CHANGE)))
def test_b18_the_hours_are_walked_one_by_one_wherever_clocks_change(zone: str, day: str) -> None:
    """Every instant is taken to the desk's zone by itself: no arithmetic that could be the same."""
    desk = Calendar(DeskHours(zone=zone, country="US"))
    for start in range(0, 72, 7):
        accepted = datetime.fromisoformat(day).replace(tzinfo=UTC) + timedelta(hours=start - 36)
        assert due(business(24), accepted, desk).at == _walked(accepted, 24, desk.hours)


def _walked(accepted: datetime, hours: int, desk: DeskHours) -> datetime:
    """Minute by minute, counting those on business days."""
    at, left = accepted, hours * 60
    while left:
        local = at.astimezone(desk.tz)
        left -= local.weekday() < 5 and local.date() not in US
        at += timedelta(minutes=1)
    return at
