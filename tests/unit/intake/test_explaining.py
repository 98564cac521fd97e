"""R18: each step to a deadline is told, and the steps add up to it."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from intake.regulations.calendar import Break, Calendar, due
from intake.regulations.explaining import explain
from intake.regulations.hours import ClockName, DeskHours
from intake.regulations.policy import Level, LevelId, shipped

LIMA = shipped("es").calendar
HOUR = timedelta(hours=1)


def level(hours: int, clock: ClockName) -> Level:
    return Level(id=LevelId("x"), hours=hours, clock=clock)


def lima(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("America/Lima"))


def test_days_off_are_named_and_the_rest_is_summed_up() -> None:
    way = explain(level(48, "business-days"), lima("2026-12-23 17:50"), LIMA)
    assert [(step.day.day, step.off, step.name, step.total) for step in way.steps] == [
        (23, "", "", 6 * HOUR + timedelta(minutes=10)),
        (24, "", "", 30 * HOUR + timedelta(minutes=10)),
        (25, "holiday", "Christmas Day", 30 * HOUR + timedelta(minutes=10)),
        (26, "weekend", "", 30 * HOUR + timedelta(minutes=10)),
        (27, "weekend", "", 30 * HOUR + timedelta(minutes=10)),
        (28, "", "", 48 * HOUR),
    ]
    assert way.at == lima("2026-12-28 17:50")


def test_a_break_is_named_where_it_stops_the_clock() -> None:
    flood = Break(lima("2026-03-03 10:00"), lima("2026-03-03 15:00"), "flood")
    broken = Calendar(shipped("es").hours, [flood])
    (step,) = explain(level(4, "open-hours"), lima("2026-03-03 09:00"), broken).steps
    assert (step.off, step.name, step.lasts) == ("break", "flood", 4 * HOUR)
    assert [f"{start:%H:%M} {end:%H:%M}" for start, end in step.counted] == [
        "09:00 10:00",
        "15:00 18:00",
    ]
    (step,) = explain(level(4, "around-the-clock"), lima("2026-03-03 09:00"), broken).steps
    assert step.off == ""
    (step,) = explain(level(4, "open-hours"), lima("2026-03-04 09:00"), broken).steps
    assert step.off == ""


def test_a_day_of_25_hours_is_told_as_one() -> None:
    inc = shipped("inc").calendar
    start = datetime(2026, 10, 31, 12, tzinfo=inc.hours.tz)
    steps = explain(level(48, "calendar-days"), start, inc).steps
    assert [(each.lasts, each.turned) for each in steps] == [
        (12 * HOUR, timedelta()),
        (25 * HOUR, -HOUR),
        (11 * HOUR, timedelta()),
    ]


@pytest.mark.parametrize("seed", range(60))
def test_the_steps_of_any_deadline_add_up_to_it(seed: int) -> None:
    chance = Random(seed)
    zone = chance.choice(["Europe/Berlin", "America/Havana", "Australia/Lord_Howe", "Asia/Gaza"])
    calendar = Calendar(
        DeskHours.model_validate(
            {
                "zone": zone,
                "country": "DE",
                "open": ["00:30-09:00", "22:00-24:00"],
                "working_days": [{"on": date(2026, 3, 28), "instead_of": date(2026, 3, 27)}],
            }
        )
    )
    start = datetime(2026, 3, 20, tzinfo=UTC) + timedelta(minutes=chance.randrange(40_000))
    clock: ClockName = chance.choice(["business-days", "open-hours", "around-the-clock"])
    asked = level(chance.randint(1, 80), clock)
    way = explain(asked, start, calendar)
    assert way.at == due(asked, start, calendar).at
    assert way.steps[-1].total == asked.hours * HOUR
    assert sum((step.lasts for step in way.steps), timedelta()) == asked.hours * HOUR
