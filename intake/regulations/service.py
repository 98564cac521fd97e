"""Service levels: by when the desk answers, and what else a level brings (R13, R18, R20, R24)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, Final, Literal, NewType

from pydantic import BeforeValidator, Field, PlainSerializer

from intake.regulations.hours import ClockName
from intake.regulations.section import Section

LevelId = NewType("LevelId", str)

_TERM: Final = re.compile(r"(\d{1,3}) (day|month|year)s?")
_MONTHS: Final = {"month": 1, "year": 12}


@dataclass(frozen=True, slots=True)
class Term:
    """How long something lasts; without days and months for ever."""

    days: int = 0
    months: int = 0

    def ends(self, start: date) -> date | None:
        """The last day of what begins then, or None."""
        if not (self.days or self.months):
            return None
        years, month = divmod(start.month - 1 + self.months, 12)
        year = start.year + years
        day = min(start.day, monthrange(year, month + 1)[1])
        return date(year, month + 1, day) + timedelta(days=self.days)

    def __str__(self) -> str:
        if not (self.days or self.months):
            return "unlimited"
        number, unit = (self.days, "day") if self.days else (self.months, "month")
        if number % 12 == 0 and unit == "month":
            number, unit = number // 12, "year"
        return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _term(value: Any) -> Any:
    if isinstance(value, Term) or value == "unlimited":
        return value if isinstance(value, Term) else Term()
    found = _TERM.fullmatch(value) if isinstance(value, str) else None
    if found is None or not int(found[1]):
        raise ValueError('a term is written "30 days", "6 months", "1 year" or "unlimited"')
    number, unit = int(found[1]), found[2]
    return Term(days=number) if unit == "day" else Term(months=number * _MONTHS[unit])


Lasting = Annotated[Term, BeforeValidator(_term), PlainSerializer(str)]
LONGEST: Final = 24 * 366


class Level(Section):
    """A service level: by when the desk answers, and what else it brings."""

    id: LevelId
    hours: Annotated[int, Field(gt=0, le=LONGEST)]
    """Until the first answer."""
    clock: ClockName
    every_response: Annotated[int, Field(gt=0, le=LONGEST)] | None = None
    """Hours until each later answer (R20); as many as until the first where it is not said."""
    while_waiting: Literal["restart", "pause"] = "restart"
    """What becomes of the time when the desk has asked the client something: it is counted anew
    from the reply (R20), or goes on with what was left."""
    development: Literal["yes", "keeps-level", "no"] | None = None
    """Whether a problem can be passed to the developers, and whether its level changes (R22);
    not said: it cannot."""
    support: Lasting | None = None
    """How long support lasts (R24)."""
    updates: Lasting | None = None
    """How long updates are free."""
    forum: Literal["public", "private", "partner"] | None = None

    @property
    def next_hours(self) -> int:
        """Until each answer after the first."""
        return self.every_response or self.hours
