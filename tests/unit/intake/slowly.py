"""A second way to reckon deadlines, slow and simple: look at the clock on the wall each minute.

It shares no line with the product. Of a moment it knows what the wall shows, of a date whether it
is worked and at which minutes; whatever counts is written down, one minute after the other.
"""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
Hours = Sequence[tuple[int, int]]
"""Minutes of the day: ``((480, 780), (840, 1110))`` is 8:00 to 13:00 and 14:00 to 18:30."""


@dataclass(frozen=True)
class Wall:
    """A desk as one would tell of it: which days it works, and when."""

    zone: str
    holidays: Collection[date]
    weekend: Collection[int]
    open: Hours
    closed: Collection[date] = ()
    parts: Mapping[date, Hours] = field(default_factory=dict)
    worked: Collection[date] = ()
    breaks: Sequence[tuple[datetime, datetime]] = ()

    def works_on(self, day: date) -> bool:
        if day in self.closed:
            return False
        if day in self.worked:
            return True
        return day.weekday() not in self.weekend and day not in self.holidays

    def shows_open(self, clock: str, day: date) -> list[bool]:
        """For each minute that the wall can show on that day."""
        if not self.works_on(day):
            return [False] * 1440
        if clock == "business-days":
            return [True] * 1440
        shown = [False] * 1440
        for start, end in self.parts.get(day, self.open):
            shown[start:end] = [True] * (end - start)
        return shown


class Walk:
    """Every minute from one moment on that counts."""

    def __init__(self, wall: Wall, clock: str, start: datetime, days: int) -> None:
        zone, shown = ZoneInfo(wall.zone), dict[int, list[bool]]()
        first, counted = int(start.timestamp()), list[int]()
        for at in range(first, first + days * 86_400, 60):
            local = datetime.fromtimestamp(at, zone)
            day = shown.get(local.toordinal())
            if day is None:
                day = shown[local.toordinal()] = wall.shows_open(clock, local.date())
            if day[local.hour * 60 + local.minute]:
                counted.append(at)
        for begin, end in wall.breaks:
            since, until = begin.timestamp(), end.timestamp()
            counted = [each for each in counted if not since <= each < until]
        self.counted = [datetime.fromtimestamp(each, UTC) for each in counted]

    def left(self, accepted: datetime) -> int:
        """How many minutes count after the one of that moment."""
        return len(self.counted) - bisect_left(self.counted, accepted) - 1

    def due(self, accepted: datetime, hours: int) -> datetime:
        """The seconds of a start within a counted minute are owed at the end."""
        minute = accepted.replace(second=0, microsecond=0)
        at = bisect_left(self.counted, minute)
        if self.counted[at] == minute and accepted > minute:
            return self.counted[at + hours * 60] + (accepted - minute)
        return self.counted[at + hours * 60 - 1] + MINUTE

    def is_open(self, at: datetime) -> bool:
        """Whether that moment counts."""
        minute = at.replace(second=0, microsecond=0)
        place = bisect_left(self.counted, minute)
        return place < len(self.counted) and self.counted[place] == minute
