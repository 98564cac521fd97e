"""`tidings policy break`, `breaks`, `end-break`: the desk cannot work, and every process knows."""

from collections.abc import Sequence
from typing import Annotated

import typer

from bot.app.parts import now, policy_of
from bot.cli.asking import look, record
from bot.cli.errors import expected
from bot.cli.notices import BY, by_language
from bot.cli.printing import console, fixed, table
from bot.cli.times import moment
from bot.settings import read
from bot.storage.engine import file_of, make_engine
from intake.desk import breaks as desk
from intake.ports.breaks import AnnouncedBreak, BreakId
from intake.regulations.calendar import Break

Tell = Annotated[
    list[str] | None,
    typer.Option(help="Say so to whoever writes meanwhile, in English, or as es=..., fr=..."),
]


def add_to(app: typer.Typer) -> None:
    """Add the commands to those of the policy."""
    app.command("break")(break_)
    app.command()(breaks)
    app.command("end-break")(end_break)


def break_(
    until: Annotated[str, typer.Option(help='"2026-12-23 17:50", by the desk\'s clock.')],
    since: Annotated[str, typer.Option("--from", help="When it begins; by default now.")] = "",
    why: Annotated[str, typer.Option(help="What staff read beside it.")] = "",
    tell: Tell = None,
) -> None:
    """Announce a break: from now on deadlines are counted without it, those promised stay."""
    with expected():
        zone = policy_of(read()).hours.tz
        start = moment(since, zone) if since else now()
        planned = Break(start, moment(until, zone), why)
        words = by_language(tell or ())
        number = record(lambda work: desk.announce(work, planned, now(), BY, words))
        typer.echo(f"Break {number} is announced. Deadlines from now on count on it.")


def breaks() -> None:
    """Every break that was announced."""
    with expected():
        zone = policy_of(read()).hours.tz
        found = announced()
        listed = table(fixed("break"), fixed("from"), fixed("until"), "why", "by")
        for each in found:
            start, end = each.break_.start, each.break_.end
            until = "called off" if end <= start else f"{end.astimezone(zone):%Y-%m-%d %H:%M}"
            begins = f"{start.astimezone(zone):%Y-%m-%d %H:%M}"
            listed.add_row(str(each.id), begins, until, each.break_.why, each.by)
        console().print(listed if found else "No break was announced.")


def end_break(number: Annotated[int, typer.Argument(metavar="BREAK")]) -> None:
    """The break is over now; one that has not begun is called off."""
    with expected():
        record(lambda work: desk.end(work, BreakId(number), now()))
        typer.echo(f"Break {number} is over. Deadlines from now on count on it.")


def announced() -> Sequence[AnnouncedBreak]:
    """As every process knows them. Raises what opening the store raises."""
    file = file_of(make_engine(read().database_url.get_secret_value()))
    if file and not file.exists():
        # A question makes no desk where there is none.
        return ()

    return look(lambda reading: reading.breaks())
