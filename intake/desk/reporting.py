"""What became of suggestions, week by week and entry by entry: how well the FAQ does its work."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from typing import Final, Literal, TypeAlias

from faq_index import Entry, EntryId
from intake.ports import Outcome, Reading

OFTEN: Final = 3
"""Refused so often before it is said of an entry that it does not help."""
_MOST_CHANGES: Final = 10_000
_WEEK: Final = timedelta(weeks=1)

Event: TypeAlias = Literal["shown", "helped", "refused", "none-found", "filed"]


@dataclass(frozen=True, slots=True)
class Tally:
    """How often suggestions were shown, and what became of them."""

    counts: Counter[Event] = field(default_factory=Counter)

    @property
    def shown(self) -> int:
        return self.counts["shown"]

    @property
    def helped(self) -> int:
        return self.counts["helped"]

    @property
    def refused(self) -> int:
        return self.counts["refused"]

    @property
    def none_found(self) -> int:
        return self.counts["none-found"]

    @property
    def filed(self) -> int:
        """Tickets by people to whom suggestions had been shown."""
        return self.counts["filed"]

    @property
    def asked(self) -> int:
        """Questions of which it is known how they ended."""
        return self.helped + self.refused + self.none_found


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from a Monday on."""

    monday: date
    tally: Tally


@dataclass(frozen=True, slots=True)
class EntryReport:
    """How often an entry was shown; helped only where the person said that it was this one."""

    entry: Entry
    tally: Tally

    @property
    def why_stale(self) -> Literal["", "never-shown", "refused"]:
        """What speaks against it; nothing where it does its work."""
        if not self.tally.shown:
            return "never-shown"
        if self.tally.refused >= OFTEN and self.tally.refused > 3 * self.tally.helped:
            return "refused"
        return ""


@dataclass(frozen=True, slots=True)
class Report:
    """Weeks oldest first, the last one perhaps not over; entries most shown first."""

    weeks: tuple[Week, ...]
    total: Tally
    entries: tuple[EntryReport, ...]
    stale: tuple[EntryReport, ...]
    """Entries that nobody needs, or that do not help; none that is new or changed since."""


def report(reading: Reading, weeks: int, now: datetime, zone: tzinfo) -> Report:
    """The last so many weeks, this one included, by the desk's calendar."""
    first = monday(now, zone) - (weeks - 1) * _WEEK
    since = datetime(first.year, first.month, first.day, tzinfo=zone)
    outcomes = reading.outcomes(since)
    changed = {each.entry.id for each in reading.history(None, _MOST_CHANGES) if each.at >= since}
    entries = [each for each in reading.entries() if each.published]
    told = _by_entry(entries, outcomes)
    stale = (each for each in told if each.why_stale and each.entry.id not in changed)
    return Report(
        _by_week(first, weeks, outcomes, zone),
        _tally(each.kind for each in outcomes),
        tuple(each for each in told if each.tally.shown),
        tuple(sorted(stale, key=lambda each: (-each.tally.refused, each.entry.id))),
    )


def monday(at: datetime, zone: tzinfo) -> date:
    """The first day of its week, where the desk is."""
    day = at.astimezone(zone).date()
    return day - timedelta(days=day.weekday())


def _by_week(
    first: date, weeks: int, outcomes: Sequence[Outcome], zone: tzinfo
) -> tuple[Week, ...]:
    tallies: dict[date, Counter[Event]] = {first + n * _WEEK: Counter() for n in range(weeks)}
    for each in outcomes:
        tallies.setdefault(monday(each.at, zone), Counter())[each.kind] += 1
    return tuple(Week(begins, Tally(counts)) for begins, counts in sorted(tallies.items()))


def _by_entry(entries: Iterable[Entry], outcomes: Sequence[Outcome]) -> list[EntryReport]:
    tallies: dict[EntryId, Counter[Event]] = {}
    for each in outcomes:
        for id in _about(each):
            tallies.setdefault(id, Counter())[each.kind] += 1
    found = [EntryReport(entry, Tally(tallies.get(entry.id, Counter()))) for entry in entries]
    return sorted(found, key=lambda each: (-each.tally.shown, each.entry.id))


def _about(outcome: Outcome) -> tuple[EntryId, ...]:
    """Of several on screen only the one that helped did; not to know which counts for none."""
    if outcome.kind != "helped" or len(outcome.entries) == 1:
        return outcome.entries
    return (outcome.helped,) if outcome.helped else ()


def _tally(kinds: Iterable[Event]) -> Tally:
    return Tally(Counter(kinds))
