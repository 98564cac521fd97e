"""What one deadline costs, on every clock and whatever its distance: at most 20 microseconds.

Random moments of ten years, ten thousand of them a row; the first deadline of all lays the years
out and is told apart. `python -m benchmarks.deadlines --calls 10000`
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import median, quantiles
from time import perf_counter, perf_counter_ns
from typing import Final

from intake.regulations.calendar import Break, Calendar, due
from intake.regulations.hours import ClockName, DeskHours
from intake.regulations.policy import Level, LevelId, shipped

CLOCKS: Final[tuple[ClockName, ...]] = (
    "around-the-clock", "business-days", "open-hours", "calendar-days",
)  # fmt: skip
HOURS: Final = (1, 24, 120, 336, 8760)
YEARS: Final = 10
START: Final = datetime(2026, 1, 1, tzinfo=UTC)
PROMISED: Final = 20.0
"""Microseconds at the median."""


def desks() -> dict[str, Calendar]:
    """The shipped ones, and one with everything that a calendar can have."""
    chance = Random("breaks")
    begins = [START + timedelta(hours=chance.randrange(YEARS * 8760)) for _ in range(200)]
    hours = DeskHours.model_validate(
        {
            "zone": "Europe/Berlin",
            "country": "DE",
            "region": "BY",
            "open": ["08:00-12:30", "13:30-18:00"],
            "open_on": {"friday": ["08:00-14:00"]},
            "closed_days": ["12-24", "12-31"],
            "part_days": [{"on": "12-23", "open": ["08:00-12:00"]}],
            "working_days": [{"on": "2026-01-10", "instead_of": "2026-01-09"}],
        }
    )
    full = Calendar(hours, [Break(each, each + timedelta(hours=5)) for each in begins])
    return {"inc": shipped("inc").calendar, "es": shipped("es").calendar, "full": full}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=10_000)
    calls = parser.parse_args(arguments).calls
    slowest = 0.0
    print("| desk | clock | hours | first, ms | median, µs | 99 of 100, µs |")
    print("|---|---|---:|---:|---:|---:|")
    for name, calendar in desks().items():
        for clock in CLOCKS:
            for hours in HOURS:
                level = Level(id=LevelId("x"), hours=hours, clock=clock)
                first, took = _measured(level, calendar, calls)
                usual, late = median(took), quantiles(took, n=100)[98]
                slowest = max(slowest, usual)
                print(f"| {name} | {clock} | {hours} | {first:.1f} | {usual:.1f} | {late:.1f} |")
    kept = "kept" if slowest <= PROMISED else "NOT kept"
    print(f"\nThe slowest median is {slowest:.1f} µs; {PROMISED:.0f} µs are promised: {kept}.")
    return 0 if slowest <= PROMISED else 1


def _measured(level: Level, calendar: Calendar, calls: int) -> tuple[float, list[float]]:
    """Milliseconds of laying all the years out, then microseconds of each call."""
    chance, span = Random("moments"), YEARS * 365 * 86_400
    moments = [START + timedelta(seconds=chance.randrange(span)) for _ in range(calls)]
    begun = perf_counter()
    for each in (min(moments), max(moments)):
        due(level, each, calendar)
    first = (perf_counter() - begun) * 1e3
    took = []
    for each in moments:
        start = perf_counter_ns()
        due(level, each, calendar)
        took.append((perf_counter_ns() - start) / 1e3)
    return first, took


if __name__ == "__main__":
    sys.exit(main())
