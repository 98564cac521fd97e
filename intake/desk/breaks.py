"""A break that the desk announces while it serves: from then on deadlines count on it (R36)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from intake.errors import IntakeError
from intake.notices import Notice
from intake.ports import Work
from intake.ports.breaks import AnnouncedBreak, BreakId
from intake.regulations.calendar import Break, Calendar, due
from intake.regulations.policy import Policy


class EndsTooEarly(IntakeError):
    """A break ends after it begins, and not in the past."""


class NoSuchBreak(IntakeError):
    """There is no break of this number that lasts longer."""


def announce(
    work: Work,
    break_: Break,
    now: datetime,
    by: str,
    words: Mapping[str, str] = MappingProxyType({}),
) -> BreakId:
    """What was promised before stays promised. The words, if any, are a notice to whoever writes
    while it lasts. Raises EndsTooEarly."""
    if break_.end <= max(break_.start, now):
        raise EndsTooEarly
    if words:
        work.announce(Notice("incident", words, break_.start, break_.end, by))
    return work.announce_break(break_, now, by)


def end(work: Work, id: BreakId, now: datetime) -> None:
    """It is over now, or is called off where it has not begun. Raises NoSuchBreak."""
    if not work.end_break(id, now):
        raise NoSuchBreak


def counted_on(
    policy: Policy, announced: Sequence[AnnouncedBreak], now: datetime
) -> Calendar | None:
    """What deadlines are counted on while there are breaks, laid out as far as one looks now."""
    lasting = [each.break_ for each in announced if each.break_.start < each.break_.end]
    if not lasting:
        return None
    calendar = Calendar(policy.hours, lasting)
    for level in policy.levels:
        due(level, now, calendar)
    return calendar
