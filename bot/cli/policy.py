"""`tidings policy check`, `show`, `explain`: a desk's regulations, for whoever writes them."""

from pathlib import Path
from typing import Annotated

import typer

from bot.app.parts import now, policy_of
from bot.cli import breaks
from bot.cli import policy_pages as pages
from bot.cli.errors import expected
from bot.cli.times import moment
from bot.cli.topic_pages import topics
from bot.settings import SettingsInvalid, read
from bot.texts.dates import known_zone
from intake.desk.breaks import counted_on
from intake.errors import IntakeError
from intake.regulations.calendar import Calendar, due
from intake.regulations.explaining import explain as explained
from intake.regulations.policy import Policy

app = typer.Typer(
    no_args_is_help=True, help="The desk's regulations: check a file, see it, count a deadline."
)
breaks.add_to(app)

Of = Annotated[
    str, typer.Option("--policy", help="inc, es, or a file; by default the one that is set.")
]


class NoSuchLevel(IntakeError):
    """The policy has no such level."""


class NoSuchZone(IntakeError):
    """A zone is an IANA name, such as Europe/Madrid."""


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Policies, in TOML.")],
) -> None:
    """Look for mistakes in policy files: each is told with its line and its key."""
    wrong = False
    for file in files:
        try:
            policy = _policy(str(file))
            for level in policy.levels:
                due(level, now(), policy.calendar)
        except (IntakeError, SettingsInvalid) as error:
            wrong = True
            typer.echo(f"{file}: {error}", err=True)
        else:
            known = f"{len(policy.levels)} levels, {len(policy.form)} fields"
            typer.echo(f"{file}: nothing is wrong with the policy {policy.id!r}, {known}.")
    if wrong:
        raise typer.Exit(2)


@app.command()
def show(
    policy: Of = "",
    year: Annotated[int, typer.Option(help="Whose days off are listed; by default this one.")] = 0,
) -> None:
    """A page of the regulations: levels, the desk's week, the days that are unlike it."""
    with expected():
        found = _policy(policy)
        this = now().astimezone(found.hours.tz).year
        page = (*pages.shown(found, year or this, found.calendar), *topics(found))
        typer.echo("\n".join(page))


@app.command()
def explain(
    level: Annotated[str, typer.Option(help="Such as partner-silver.")],
    at: Annotated[str, typer.Option(help='When it is accepted: "2026-12-23 17:50".')],
    policy: Of = "",
    zone: Annotated[str, typer.Option(help="Tell the end in this zone too.")] = "",
    later: Annotated[bool, typer.Option(help="Of an answer after the first one (R20).")] = False,
) -> None:
    """By when an answer is due, with every day on the way to it."""
    with expected():
        found = _policy(policy)
        known = next((each for each in found.levels if each.id == level), None)
        if known is None:
            raise NoSuchLevel(f"There is no level {level!r}; there are {_names(found)}.")
        if later:
            known = known.model_copy(update={"hours": known.next_hours})
        there = known_zone(zone) if zone else None
        if zone and there is None:
            raise NoSuchZone
        calendar = found.calendar if policy else _calendar(found)
        way = explained(known, moment(at, found.hours.tz), calendar)
        typer.echo("\n".join(pages.explained(way, there)))


def _policy(name: str) -> Policy:
    settings = read()
    return policy_of(settings.model_copy(update={"policy": name}) if name else settings)


def _calendar(policy: Policy) -> Calendar:
    """With the breaks that were announced."""
    return counted_on(policy, breaks.announced(), now()) or policy.calendar


def _names(policy: Policy) -> str:
    return ", ".join(level.id for level in policy.levels)
