"""R17 to R20: 20,000 deadlines of random desks, against a walk along the clock on the wall."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo, available_timezones

import holidays
import pytest

from intake.regulations.calendar import Break, Calendar, due
from intake.regulations.hours import WEEK, ClockName, DeskHours, OpenTime
from intake.regulations.policy import Level, LevelId
from tests.unit.intake.slowly import Hours, Walk, Wall

DESKS = 100
DEADLINES_EACH = 200
"""Of four levels; 100 desks: 20,000 deadlines."""
WALKED = 28
"""Days walked for each desk."""
DAY = timedelta(days=1)
CLOCKS: tuple[ClockName, ...] = ("business-days", "open-hours")
ZONES = sorted(available_timezones() - {"Factory", "localtime"})
COUNTRIES = ("US", "PE", "DE", "ES", "UA", "BG", "CN", "VN", "TH", "IR", "IL", "IN", "BR", "AU")


@dataclass
class Desk:
    calendar: Calendar
    clock: ClockName
    walk: Walk
    start: datetime


@pytest.mark.parametrize("seed", range(DESKS))
def test_r18_what_is_reckoned_is_what_the_wall_shows(seed: int) -> None:
    """Equal to the microsecond, never earlier for who came later, never within closed time."""
    chance = Random(f"deadline {seed}")
    desk = random_desk(chance)
    for _ in range(4):
        level = Level(id=LevelId("x"), hours=1, clock=desk.clock)
        asked = sorted(_moment(desk, chance) for _ in range(DEADLINES_EACH // 4))
        fits = max(1, min(160, desk.walk.left(asked[-1]) // 60))
        level = level.model_copy(update={"hours": chance.randint(1, fits)})
        reckoned = [due(level, at, desk.calendar).at for at in asked]
        assert reckoned == [desk.walk.due(at, level.hours) for at in asked], desk.calendar.hours
        assert reckoned == sorted(reckoned)
        assert all(desk.walk.is_open(at - timedelta(microseconds=1)) for at in reckoned)


def random_desk(chance: Random) -> Desk:
    """With one clock and five weeks of it walked; most include a change of the clocks."""
    zone, clock = chance.choice(ZONES), chance.choice(CLOCKS)
    start = _start(zone, chance)
    days = [(start + n * DAY).date() for n in range(WALKED)]
    country = chance.choice(COUNTRIES)
    weekend = chance.sample(range(7), chance.choice((0, 1, 2, 2, 2, 3)))
    off, worked = _transferred(days, weekend, chance)
    closed = [each for each in chance.sample(days, chance.randint(0, 3)) if each not in worked]
    parts = {each: _hours(chance) for each in chance.sample(days, chance.randint(0, 3))}
    usual = _hours(chance)
    breaks = [_break(start, chance) for _ in range(chance.choice((0, 0, 1, 3)))]
    known = holidays.country_holidays(country, years=range(start.year, start.year + 2))
    names, moved = set(known), set(getattr(known, "weekend_workdays", ()))
    wall = Wall(
        zone,
        names,
        weekend,
        usual,
        [*closed, *off],
        parts,
        [*worked, *(moved - names)],
        breaks,
    )
    hours = DeskHours.model_validate(
        {
            "zone": zone,
            "country": country,
            "weekend": [WEEK[each] for each in weekend],
            "open": _times(usual),
            "closed_days": closed,
            "part_days": [{"on": each, "open": _times(times)} for each, times in parts.items()],
            "working_days": [
                {"on": each, "instead_of": free} for each, free in zip(worked, off, strict=True)
            ],
        }
    )
    calendar = Calendar(hours, [Break(begin, end) for begin, end in breaks])
    return Desk(calendar, clock, Walk(wall, clock, start, WALKED), start)


def _start(zone: str, chance: Random) -> datetime:
    """Two weeks before the clocks change, where they do within a year; or anywhere."""
    first = datetime(chance.randint(2007, 2036), 1, 1, tzinfo=UTC) + chance.randrange(365) * DAY
    tz = ZoneInfo(zone)
    offset = first.astimezone(tz).utcoffset()
    for day in range(365):
        if (first + day * DAY).astimezone(tz).utcoffset() != offset:
            return first + (day - 14) * DAY
    return first


def _hours(chance: Random) -> Hours:
    edges = sorted(chance.sample(range(0, 1441, 5), 2 * chance.randint(1, 3)))
    return list(zip(edges[::2], edges[1::2], strict=True))


def _times(hours: Hours) -> list[str]:
    return [str(OpenTime(start, end)) for start, end in hours]


def _transferred(
    days: list[date], weekend: list[int], chance: Random
) -> tuple[list[date], list[date]]:
    """Days that are off, and the days that are worked for them."""
    free = [each for each in days if each.weekday() in weekend]
    usual = [each for each in days if each.weekday() not in weekend]
    swaps = chance.randint(0, min(2, len(free)))
    return chance.sample(usual, swaps), chance.sample(free, swaps)


def _break(start: datetime, chance: Random) -> tuple[datetime, datetime]:
    begin = start + timedelta(minutes=chance.randrange(28 * 1440))
    return begin, begin + timedelta(minutes=chance.randint(1, 3000))


def _moment(desk: Desk, chance: Random) -> datetime:
    """On a minute, a second or within one, in the first three weeks."""
    exact = chance.choice((60_000_000, 1_000_000, 1))
    return desk.start + timedelta(
        microseconds=chance.randrange(14 * 86_400 * 1_000_000) // exact * exact
    )
