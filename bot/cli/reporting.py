"""`tidings faq report`: shown, helped, refused, nothing found, tickets, by week and by entry."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.app.parts import now, policy_of
from bot.cli import plotting
from bot.cli.asking import look
from bot.cli.errors import expected
from bot.cli.printing import console, counted, fixed, table
from bot.settings import read
from intake.desk.reporting import EntryReport, Report, Tally, report

MOST = 20
_COLUMNS = ("shown", "helped", "refused", "nothing found", "tickets")
_WHY = {"never-shown": "never shown", "refused": "shown, and mostly refused"}

Weeks = Annotated[int, typer.Option(min=1, max=260, help="So many weeks, this one included.")]
Picture = Annotated[
    Path | None, typer.Option("--plot", metavar="FILE", help="Draw it, too: a .png or .svg file.")
]
Limit = Annotated[int, typer.Option(min=1, help="So many entries at most.")]


def report_(weeks: Weeks = 12, plot: Picture = None, limit: Limit = MOST) -> None:
    """How well the FAQ does its work: by week, by entry, and which entries are stale."""
    with expected():
        made = _report(weeks)
        if plot is not None:
            try:
                plotting.plot(made, plot)
            except OSError as error:
                typer.echo(f"tidings: {plot} cannot be written: {type(error).__name__}", err=True)
                raise typer.Exit(2) from None
        _print(made, limit, console())


def _report(weeks: int) -> Report:
    zone = ZoneInfo(policy_of(read()).hours.zone)
    return look(lambda reading: report(reading, weeks, now(), zone))


def _print(made: Report, limit: int, out: Console) -> None:
    out.print(plotting.title(made))
    out.print(_by_week(made))
    if made.entries:
        out.print(_by_entry(made.entries[:limit]))
    if made.stale:
        stale = counted(len(made.stale), "entry", "entries")
        out.print(f"Stale: {stale} that nobody needed, or that did not help.")
        out.print(_stale(made.stale[:limit]))


def _by_week(made: Report) -> Table:
    listed = table(fixed("week from"), *_COLUMNS)
    for week in made.weeks:
        listed.add_row(week.monday.isoformat(), *_numbers(week.tally))
    listed.add_row("all", *_numbers(made.total))
    return listed


def _by_entry(entries: Iterable[EntryReport]) -> Table:
    listed = table(fixed("entry"), *_COLUMNS[:3], "tickets", "question")
    for each in entries:
        shown, helped, refused, _, tickets = _numbers(each.tally)
        listed.add_row(each.entry.id, shown, helped, refused, tickets, Text(each.entry.question))
    return listed


def _stale(entries: Iterable[EntryReport]) -> Table:
    listed = table(fixed("entry"), "why", *_COLUMNS[:3], "question")
    for each in entries:
        shown, helped, refused, *_ = _numbers(each.tally)
        why = _WHY[each.why_stale]
        listed.add_row(each.entry.id, why, shown, helped, refused, Text(each.entry.question))
    return listed


def _numbers(tally: Tally) -> tuple[str, str, str, str, str]:
    counts = (tally.shown, tally.helped, tally.refused, tally.none_found, tally.filed)
    shown, helped, refused, nothing, filed = map(str, counts)
    return shown, helped, refused, nothing, filed
