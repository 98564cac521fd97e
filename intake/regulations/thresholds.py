"""From when on the desk does something of itself: lengths of time, chances, numbers of messages."""

import re
from datetime import timedelta
from typing import Annotated, Any, Final, Self

from pydantic import BeforeValidator, Field, PlainSerializer, model_validator

from faq_index import MAYBE, SHOW
from intake.regulations.section import Section, Wrong

_LENGTH: Final = re.compile(r"([1-9]\d{0,3}) (second|minute|hour|day)s?")
_SECONDS: Final = {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400}


def _length(value: Any) -> Any:
    if isinstance(value, timedelta):
        return value
    found = _LENGTH.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError('a length of time is written "20 minutes", "2 hours" or "31 days"')
    return int(found[1]) * timedelta(seconds=_SECONDS[found[2]])


def _told(length: timedelta) -> str:
    seconds = length // timedelta(seconds=1)
    unit = next(each for each in reversed(_SECONDS) if seconds % _SECONDS[each] == 0)
    return f"{seconds // _SECONDS[unit]} {unit}s"


Length = Annotated[timedelta, BeforeValidator(_length), PlainSerializer(_told)]
Chance = Annotated[float, Field(gt=0, lt=1)]


class Thresholds(Section):
    """The section `[thresholds]`; each has a value where the file says nothing."""

    warn_staff: Length = timedelta(hours=1)
    """So long before an answer is due staff are told."""
    remind_draft: Length = timedelta(days=1)
    """After so long somebody is reminded of a draft (B14)."""
    close_draft: Length = timedelta(days=31)
    """After so long a draft is closed."""
    ask_whether_new: Length = timedelta(days=3)
    """After so long new words may well be about something else: the person is asked."""
    reopen_within: Length = timedelta(days=30)
    """So long after its end a ticket can be opened again (R34)."""
    sure: Chance = SHOW
    """From this chance on an answer of the FAQ is shown as one."""
    maybe: Chance = MAYBE
    """And from this one on as one that may be meant."""
    messages: Annotated[int, Field(gt=0)] = 20
    """So many messages of one person are read within `messages_within` (B15)."""
    messages_within: Length = timedelta(seconds=10)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.close_draft <= self.remind_draft:
            raise Wrong("a draft is closed after its reminder, not before it", "close_draft")
        if self.maybe > self.sure:
            raise Wrong("what may be meant is less sure than what is shown", "maybe")
        return self
