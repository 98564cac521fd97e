"""R17, R18: the days and hours of a desk that are not like the others, and every clock on them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from intake.regulations.calendar import Break, Calendar, due, due_next
from intake.regulations.hours import ClockName, DeskHours
from intake.regulations.policy import Level, LevelId, shipped
from intake.regulations.service import Term

MADRID = ZoneInfo("Europe/Madrid")


def desk(**more: Any) -> DeskHours:
    """In Madrid, with a break for lunch."""
    usual = {"zone": "Europe/Madrid", "country": "ES", "open": ["09:00-14:00", "16:00-19:00"]}
    return DeskHours(**{**usual, **more})


def madrid(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=MADRID)


def level(hours: int, clock: ClockName = "open-hours", **more: Any) -> Level:
    return Level(id=LevelId("x"), hours=hours, clock=clock, **more)


def at(hours: int, accepted: str, calendar: Calendar, clock: ClockName = "open-hours") -> str:
    promise = due(level(hours, clock), madrid(accepted), calendar)
    told = promise.at.astimezone(MADRID).strftime("%Y-%m-%d %H:%M")
    return f"{told} {promise.skipped}".strip()


def test_r17_several_intervals_a_day_leave_lunch_out() -> None:
    calendar = Calendar(desk())
    assert at(2, "2026-03-03 13:00", calendar) == "2026-03-03 17:00"
    assert at(8, "2026-03-03 15:00", calendar) == "2026-03-04 14:00"
    assert at(1, "2026-03-03 05:00", calendar) == "2026-03-03 10:00"
    assert at(3, "2026-03-06 18:30", calendar) == "2026-03-09 11:30 weekend"


def test_days_of_the_week_may_have_hours_of_their_own() -> None:
    calendar = Calendar(desk(open_on={"friday": ["09:00-15:00"]}))
    assert at(6, "2026-03-06 09:00", calendar) == "2026-03-06 15:00"
    assert at(7, "2026-03-06 09:00", calendar) == "2026-03-09 10:00 weekend"


def test_own_closed_days_count_on_no_clock_of_working_days() -> None:
    calendar = Calendar(desk(closed_days=["2026-03-04", "03-05"]))
    assert at(24, "2026-03-03 12:00", calendar, "business-days") == "2026-03-06 12:00 closed"
    assert at(8, "2026-03-03 19:30", calendar) == "2026-03-06 19:00 closed"
    assert at(48, "2026-03-03 12:00", calendar, "calendar-days") == "2026-03-05 12:00"
    # The one is closed in that year only, the other every year.
    assert at(24, "2027-03-03 12:00", calendar, "business-days") == "2027-03-04 12:00"
    assert at(24, "2027-03-04 12:00", calendar, "business-days") == "2027-03-08 12:00 closed"


def test_a_part_day_is_shorter_only_where_open_hours_count() -> None:
    calendar = Calendar(desk(part_days=[{"on": "2026-12-24", "open": ["09:00-12:00"]}]))
    assert at(4, "2026-12-24 09:00", calendar) == "2026-12-28 10:00 holiday"
    assert at(24, "2026-12-23 17:50", calendar, "business-days") == "2026-12-24 17:50"


def test_a_part_day_of_every_year_does_not_open_a_weekend() -> None:
    calendar = Calendar(desk(part_days=[{"on": "12-24", "open": ["09:00-12:00"]}]))
    assert at(1, "2027-12-24 11:30", calendar) == "2027-12-27 09:30 weekend"
    assert at(1, "2028-12-24 10:00", calendar) == "2028-12-26 10:00 holiday"


def test_a_saturday_is_worked_instead_of_a_friday() -> None:
    moved = {"on": "2026-01-10", "instead_of": "2026-01-09"}
    calendar = Calendar(desk(working_days=[moved]))
    assert at(24, "2026-01-08 12:00", calendar, "business-days") == "2026-01-10 12:00 closed"
    assert at(8, "2026-01-08 19:30", calendar) == "2026-01-10 19:00 closed"


def test_a_day_is_worked_though_it_is_a_holiday() -> None:
    calendar = Calendar(desk(working_days=[date(2026, 1, 6)]))
    assert at(24, "2026-01-05 12:00", calendar, "business-days") == "2026-01-06 12:00"


def test_a_country_that_transfers_working_days_is_followed() -> None:
    # Hungary worked on Saturday 18 October 2025 for the Friday after.
    calendar = Calendar(DeskHours(zone="Europe/Budapest", country="HU"))
    promise = due(level(24, "business-days"), datetime(2025, 10, 17, 12, tzinfo=UTC), calendar)
    assert promise.at == datetime(2025, 10, 18, 12, tzinfo=UTC)
    promise = due(level(24, "business-days"), datetime(2025, 10, 22, 12, tzinfo=UTC), calendar)
    assert promise.at == datetime(2025, 10, 27, 13, tzinfo=UTC)


def test_the_holidays_of_a_region_count_there_only() -> None:
    andalusia = Calendar(desk(region="AN"))
    assert at(24, "2025-02-27 12:00", andalusia, "business-days") == "2025-03-03 12:00 holiday"
    assert at(24, "2025-02-27 12:00", Calendar(desk()), "business-days") == "2025-02-28 12:00"


POWER_CUT = Break(madrid("2026-03-03 10:00"), madrid("2026-03-04 10:00"), "no power")


def test_r36_a_break_stops_the_clocks_that_the_policy_says() -> None:
    broken = Calendar(desk(), [POWER_CUT])
    assert at(2, "2026-03-03 09:00", broken) == "2026-03-04 11:00 break"
    assert at(24, "2026-03-02 12:00", broken, "business-days") == "2026-03-04 12:00 break"
    assert at(4, "2026-03-03 09:00", broken, "around-the-clock") == "2026-03-03 13:00"
    every = Calendar(desk(breaks_stop=["around-the-clock", "calendar-days"]), [POWER_CUT])
    assert at(4, "2026-03-03 09:00", every, "around-the-clock") == "2026-03-04 13:00 break"
    assert at(48, "2026-03-03 09:00", every, "calendar-days") == "2026-03-06 09:00 break"
    assert at(2, "2026-03-03 09:00", every) == "2026-03-03 11:00"
    # Somebody who comes when it is over is not told of it.
    assert at(4, "2026-03-04 10:00", every, "around-the-clock") == "2026-03-04 14:00"


def test_breaks_that_overlap_stop_the_clock_once() -> None:
    longer = Break(madrid("2026-03-03 18:00"), madrid("2026-03-04 12:00"))
    short = Break(madrid("2026-12-31 22:00"), madrid("2027-01-01 02:00"))
    broken = Calendar(desk(), [longer, short, POWER_CUT])
    assert at(2, "2026-03-03 09:00", broken) == "2026-03-04 13:00 break"


def test_an_hour_that_the_clock_jumps_over_is_not_worked_and_one_shown_twice_is_twice() -> None:
    night = Calendar(desk(weekend=[], open=["01:00-04:00"]))
    # On 29 March 2026 Madrid's clock goes from 2:00 to 3:00; on 25 October it shows 2:00 twice.
    assert at(2, "2026-03-29 00:00", night) == "2026-03-29 04:00"
    assert at(4, "2026-10-25 00:00", night) == "2026-10-25 04:00"
    late = Calendar(desk(weekend=[], open=["02:30-05:00"]))
    assert at(1, "2026-03-29 00:00", late) == "2026-03-29 04:00"


def test_a_time_in_any_zone_means_the_same() -> None:
    calendar = Calendar(desk())
    moment = madrid("2026-03-03 13:00")
    assert due(level(2), moment.astimezone(ZoneInfo("Asia/Tokyo")), calendar) == due(
        level(2), moment, calendar
    )


def test_what_counts_between_two_moments() -> None:
    calendar = Calendar(desk())
    start, end = madrid("2026-03-06 18:00"), madrid("2026-03-09 10:30")
    assert calendar.counted("open-hours", start, end) == timedelta(hours=2, minutes=30)
    assert calendar.counted("business-days", start, end) == timedelta(hours=16, minutes=30)
    assert calendar.counted("open-hours", end, start) == timedelta()
    assert calendar.after("open-hours", start, timedelta()).at == start


@pytest.mark.parametrize("hours", [1, 24, 8000])
def test_years_are_laid_out_as_far_as_anybody_asks(hours: int) -> None:
    ahead, behind = Calendar(desk()), Calendar(desk())
    assert at(1, "2031-05-05 09:00", ahead) == "2031-05-05 10:00"
    for year in ("2026", "2035", "2019"):
        accepted = f"{year}-12-30 12:00"
        assert at(hours, accepted, ahead) == at(hours, accepted, behind)


def test_r20_each_later_answer_may_have_a_time_of_its_own() -> None:
    calendar, said = Calendar(desk()), madrid("2026-03-03 09:00")
    assert due_next(level(4), said, calendar) == due(level(4), said, calendar)
    quicker = level(4, every_response=2)
    assert due_next(quicker, said, calendar) == due(level(2), said, calendar)


@pytest.mark.parametrize(
    ("term", "start", "ends"),
    [
        (Term(days=30), "2026-01-15", "2026-02-14"),
        (Term(months=12), "2026-03-02", "2027-03-02"),
        (Term(months=12), "2028-02-29", "2029-02-28"),
        (Term(months=1), "2026-12-31", "2027-01-31"),
        (Term(months=2), "2026-12-31", "2027-02-28"),
        (Term(), "2026-01-15", None),
    ],
)
def test_r24_support_lasts_as_long_as_the_level_says(
    term: Term, start: str, ends: str | None
) -> None:
    assert term.ends(date.fromisoformat(start)) == (date.fromisoformat(ends) if ends else None)


@pytest.mark.parametrize(
    ("said", "term"),
    [("30 days", Term(days=30)), ("1 year", Term(months=12)), ("unlimited", Term()),
     ("1 day", Term(days=1)), ("6 months", Term(months=6)), ("2 years", Term(months=24))],
)  # fmt: skip
def test_r24_a_term_is_read_and_told_alike(said: str, term: Term) -> None:
    read_in = level(1, support=said)
    assert read_in.support == term
    assert str(read_in.support) == said
    assert level(1, support=term).support == term


def test_days_may_be_written_by_number_too() -> None:
    assert desk(weekend=[4, 5]).weekend == ("friday", "saturday")


def test_an_interval_is_told_as_it_is_written() -> None:
    hours = desk(open=["14:00-24:00", "08:30-13:00"], closed_days=["2026-12-24", "12-31"])
    assert [str(each) for each in hours.open] == ["14:00-24:00", "08:30-13:00"]
    assert [str(each) for each in hours.closed_days] == ["2026-12-24", "12-31"]
    assert desk(**hours.model_dump()) == hours
    assert desk(open=hours.open, closed_days=hours.closed_days) == hours


def test_a_calendar_is_made_once_for_a_policy() -> None:
    policy = shipped("es")
    assert policy.calendar is policy.calendar
