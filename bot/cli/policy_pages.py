"""A desk's regulations as pages for whoever writes them: tables, days off, a deadline explained."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from intake.regulations.calendar import Calendar, Skipped
from intake.regulations.explaining import Explained, Step
from intake.regulations.hours import WEEK, ClockName
from intake.regulations.policy import Level, Policy
from intake.regulations.service import Term

_CLOCKS: Final[dict[ClockName, str]] = {
    "around-the-clock": "every hour of every day",
    "business-days": "clock hours on business days",
    "open-hours": "hours in which the desk is open",
    "calendar-days": "all days of the calendar",
}
_OFF: Final[dict[Skipped, str]] = {
    "": "",
    "weekend": "weekend",
    "holiday": "public holiday",
    "closed": "the desk is closed",
    "break": "announced break",
}
_DAYS_FROM: Final = 72
"""Hours from which on a length is told in days too."""
_DAY: Final = timedelta(days=1)


def shown(policy: Policy, year: int, calendar: Calendar) -> Iterator[str]:
    """The whole page of a desk."""
    yield f"{policy.id}: {policy.desk.get('en') or next(iter(policy.desk.values()), '')}"
    yield f"answers in {', '.join(policy.languages)}"
    yield ""
    yield from levels(policy)
    yield ""
    yield from rights(policy)
    yield ""
    yield from hours(policy)
    yield ""
    yield files(policy)
    yield ""
    yield from days_off(calendar, year)
    yield from announced(policy)


def levels(policy: Policy) -> Iterator[str]:
    """What each level promises, a row each."""
    head = (
        "level", "first answer", "each later answer", "counted in", "while the client is asked",
        "to development", "support", "updates", "forum",
    )  # fmt: skip
    yield from table(head, [_level(each) for each in policy.levels])


def _level(level: Level) -> Sequence[str]:
    waiting = {"restart": "stops, then anew", "pause": "pauses, then goes on"}
    passed = {"yes": "yes", "keeps-level": "yes, keeps its level", "no": "no"}
    return (
        level.id,
        length(level.hours, level.clock),
        length(level.next_hours, level.clock),
        _CLOCKS[level.clock],
        waiting[level.while_waiting],
        passed.get(level.development or "", "-"),
        _term(level.support),
        _term(level.updates),
        level.forum or "-",
    )


def rights(policy: Policy) -> Iterator[str]:
    """Who gets which level (R1, R12), and how many VIP requests a year (R16)."""
    rules, unproven = policy.eligibility, policy.unproven_level
    rows = [(f"{name} customer", level, "-") for name, level in rules.categories.items()]
    for each in rules.editions:
        rows.append((f"owner of {each.id}", each.level, str(each.coupons or "-")))
    rows.append(("anybody of whom nothing is proven", unproven, "-"))
    rows.append(("whose support has run out", rules.expired or unproven, "-"))
    if rules.people:
        yield f"A company registers {rules.people} people who may use support."
        yield ""
    yield from table(("who", "level", "VIP requests a year"), rows)


def files(policy: Policy) -> str:
    """What is taken (R9)."""
    rules = policy.attachments
    size = f"{rules.max_bytes / 1e6:g} MB each"
    most = f"{rules.max_files} a ticket, {rules.max_bytes_a_day / 1e6:g} MB a day from one person"
    return f"Files: {', '.join(rules.kinds)}, up to {size}, {most}."


def hours(policy: Policy) -> Iterator[str]:
    """The desk's week, by its own clock."""
    kept = policy.hours
    region = f", {kept.region}" if kept.region else ""
    yield f"Zone {kept.zone}; the public holidays of {kept.country}{region} are off."
    rows = []
    for weekday in WEEK:
        times = kept.open_on.get(weekday, kept.open)
        open_ = ", ".join(map(str, times)) or "worked, its hours are not told"
        rows.append((weekday, "-" if weekday in kept.weekend else open_))
    yield ""
    yield from table(("day", "open"), rows)


def days_off(calendar: Calendar, year: int) -> Iterator[str]:
    """The days of a year that are not like their weekday."""
    rows, day = [], date(year, 1, 1)
    usual = calendar.hours
    while day.year == year:
        plan = calendar.days.plan(day)
        weekday = WEEK[day.weekday()]
        expected = "weekend" if weekday in usual.weekend else ""
        common = usual.open_on.get(weekday, usual.open)
        shorter = not plan.off and common and plan.open != tuple(common)
        if plan.off != expected or shorter:
            open_ = ", ".join(map(str, plan.open)) if plan.open and usual.open else "worked"
            what = _OFF[plan.off] or open_
            rows.append((day.isoformat(), weekday, what, plan.name))
        day += _DAY
    yield f"Days of {year} that are not like their weekday:"
    yield ""
    yield from table(("date", "day", "what", "name"), rows)


def announced(policy: Policy) -> Iterator[str]:
    """What is announced beforehand, if anything is."""
    if policy.notices:
        rows = [
            (each.kind, f"{each.starts:%Y-%m-%d %H:%M}", f"{each.until:%Y-%m-%d %H:%M}", words)
            for each in policy.notices
            for words in [each.words.get("en") or next(iter(each.words.values()))]
        ]
        yield ""
        yield from table(("announced", "from", "until", "words"), rows)


def explained(found: Explained, zone: ZoneInfo | None) -> Iterator[str]:
    """A deadline, each day on the way to it, and the sum so far."""
    level = found.level
    within = f"{length(level.hours, level.clock)}, counted in {_CLOCKS[level.clock]}"
    yield f"{level.id}: an answer within {within}"
    yield f"accepted  {_moment(found.accepted)}"
    yield ""
    head = ("day", "counts", "of it", "in all", "why")
    yield from table(head, [_step(each) for each in found.steps])
    yield ""
    yield f"due       {_moment(found.at)}"
    if zone:
        yield f"that is   {_moment(found.at.astimezone(zone))}"


def _step(step: Step) -> Sequence[str]:
    spans = ", ".join(_span(since, until, step.day) for since, until in step.counted)
    why = "; ".join(filter(None, (_OFF[step.off], step.name, _turned(step.turned))))
    return (
        f"{step.day:%a} {step.day}",
        spans or "-",
        duration(step.lasts) if spans else "-",
        duration(step.total),
        why,
    )


def _span(since: datetime, until: datetime, day: date) -> str:
    end = "24:00" if until.date() > day else _clock(until)
    return f"{_clock(since)}-{end}"


def _clock(at: datetime) -> str:
    return f"{at:%H:%M:%S}" if at.second else f"{at:%H:%M}"


def _turned(by: timedelta) -> str:
    if not by:
        return ""
    return f"clocks go {'forward' if by > timedelta() else 'back'} by {duration(abs(by))}"


def _moment(at: datetime) -> str:
    offset = f"{at:%z}"
    return f"{at:%A} {at.date()} {_clock(at)} {at.tzinfo} (UTC{offset[:3]}:{offset[3:]})"


def duration(span: timedelta) -> str:
    """``6 h 10 min``."""
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    parts = ((minutes // 60, "h"), (minutes % 60, "min"), (seconds, "s"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number) or "0"


def length(number: int, clock: ClockName) -> str:
    """A level's hours, in days too where that is how one thinks of them."""
    if number > _DAYS_FROM and number % 24 == 0 and clock != "open-hours":
        return f"{number} h ({number // 24} days)"
    return f"{number} h"


def _term(term: Term | None) -> str:
    return "-" if term is None else str(term)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table of Markdown that is readable as it stands."""
    cells = [head, *rows]
    widths = [max(len(row[place]) for row in cells) for place in range(len(head))]
    yield _line(head, widths)
    yield f"|{'|'.join('-' * (width + 2) for width in widths)}|"
    for row in rows:
        yield _line(row, widths)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return f"| {' | '.join(cells)} |"
