"""`tidings notice`: what the desk announces, in every process at once, without a restart (R36)."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.text import Text

from bot.app.parts import now, policy_of
from bot.cli.asking import look, record
from bot.cli.errors import expected
from bot.cli.printing import console, fixed, table
from bot.settings import read
from intake.notices import NoSuchNotice, Notice, NoticeId, NoticeKind, NoticeNeverShown

BY = "cli"
_LANGUAGE = re.compile(r"([a-z]{2}(?:-[a-z0-9]{2,4})?)=(.*)", re.DOTALL)

app = typer.Typer(no_args_is_help=True, help="What the desk announces: holidays, maintenance.")

Moment = Annotated[
    datetime | None,
    typer.Option(
        "--from", formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M"], help="By the desk's clock; else now."
    ),
]
Until = Annotated[
    datetime,
    typer.Option("--until", formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M"], help="By the desk's clock."),
]
Words = Annotated[
    list[str], typer.Argument(metavar="WORDS...", help="In English, or as es=..., fr=...")
]


@app.command()
def add(kind: NoticeKind, words: Words, until: Until, since: Moment = None) -> None:
    """Announce something: shown once to whoever starts a talk in that time."""
    with expected():
        zone = policy_of(read()).hours.tz
        starts = since.replace(tzinfo=zone) if since else now()
        notice = Notice(kind, by_language(words), starts, until.replace(tzinfo=zone), BY)
        if notice.ends <= max(notice.starts, now()):
            raise NoticeNeverShown
        number = record(lambda work: work.announce(notice))
        span = f"from {starts:%Y-%m-%d %H:%M %Z} until {notice.ends:%Y-%m-%d %H:%M %Z}"
        typer.echo(f"Notice {number} is shown {span}.")


@app.command("list")
def list_() -> None:
    """What is in force or to come."""
    with expected():
        standing = look(lambda reading: reading.notices(now()))
        if not standing:
            console().print("Nothing is announced.")
            return
        zone = ZoneInfo(policy_of(read()).hours.zone)
        listed = table(fixed("N"), "kind", fixed("from"), fixed("until"), "words")
        for each in standing:
            span = (f"{at.astimezone(zone):%Y-%m-%d %H:%M}" for at in (each.starts, each.ends))
            words = " | ".join(f"{code}: {text}" for code, text in each.words.items())
            listed.add_row(str(each.id), each.kind, *span, Text(words))
        console().print(listed)


@app.command()
def end(number: int) -> None:
    """Show it no more."""
    with expected():
        if not record(lambda work: work.end_notice(NoticeId(number), now())):
            raise NoSuchNotice
        typer.echo(f"Notice {number} is shown no more.")


def by_language(words: Sequence[str]) -> dict[str, str]:
    """Each argument is a text; one that begins with a language's code and "=" is in that."""
    texts: dict[str, str] = {}
    for each in words:
        found = _LANGUAGE.fullmatch(each)
        language, text = (found[1], found[2]) if found else ("en", each)
        texts[language] = f"{texts.get(language, '')} {text}".strip()
    return texts
