"""`tidings backup`, `restore`, `move`, `check`: a desk's data, kept safe and carried elsewhere."""

from pathlib import Path
from typing import Annotated, Final

import typer

from bot.app.parts import now
from bot.cli.errors import expected
from bot.cli.meanings import searched
from bot.cli.progress import bars
from bot.settings import read
from bot.storage.archive import Contents
from bot.storage.attachments import Attachments
from bot.storage.backup import Place, back_up
from bot.storage.checking import check as look
from bot.storage.moving import move as carry_over
from bot.storage.restoring import restore as put_back

NAMED: Final = 5
"""Missing attachments that are named; the backup's contents.json names all."""

Replace = Annotated[
    bool, typer.Option("--replace", help="Keep the SQLite file that is there under another name.")
]


def add_to(app: typer.Typer) -> None:
    """Add the commands to the top level."""
    for command in (backup, restore, move, check):
        app.command()(command)


def backup(file: Annotated[Path, typer.Argument(help="A new file, such as desk.zip.")]) -> None:
    """Write the whole desk into one new file, checked; the desk may go on serving."""
    with expected(), bars() as progress:
        contents = back_up(_here(), file, now(), progress)
    typer.echo(f"{file} holds {_described(contents)}; it was read once more and is whole.")
    _warn(contents)


def restore(
    file: Annotated[Path, typer.Argument(help="What `tidings backup` made.")],
    replace: Replace = False,
) -> None:
    """Make a desk of a backup, where DATABASE_URL and ATTACHMENTS_URL lead."""
    with expected(), bars() as progress:
        contents = put_back(file, _here(), progress, replace=replace)
    made = contents.made_at.strftime("%Y-%m-%d %H:%M UTC")
    typer.echo(f"The desk of {made} is back: {_described(contents)}.")
    _warn(contents)


def move(
    source: Annotated[str, typer.Argument(metavar="FROM", help="sqlite:///var/tidings.db")],
    target: Annotated[str, typer.Argument(metavar="TO", help="postgresql://user:…@host/desk")],
) -> None:
    """Carry a stopped desk over to another, empty database; the old one stays as it is."""
    with expected(), bars() as progress:
        rows = carry_over(source, target, now(), progress)
    typer.echo(f"{sum(rows.values()):,} rows in {len(rows)} tables arrived, counted and compared.")
    typer.echo("Set DATABASE_URL to the new address. Attachments stay where they are.")


def check() -> None:
    """Look at every page of the database and every attachment."""
    found = False
    with expected(), bars() as progress:
        for finding in look(_here(), progress):
            found = True
            typer.echo(finding)
    if found:
        typer.echo("Not everything is as it should be: restore a backup.", err=True)
        raise typer.Exit(1)
    typer.echo("Everything is whole.")
    with expected():
        typer.echo(searched(read()))


def _here() -> Place:
    settings = read()
    url = settings.database_url.get_secret_value()
    return Place(url, Attachments(settings.attachments_url.get_secret_value()))


def _described(contents: Contents) -> str:
    files = len(contents.members) - 1
    kept = f"{files:,} attachments" if contents.files == "here" else "no attachments (they stay)"
    return f"{contents.rows['tickets']:,} tickets, {sum(contents.rows.values()):,} rows, {kept}"


def _warn(contents: Contents) -> None:
    if contents.missing:
        names = ", ".join((*contents.missing[:NAMED], *["…"][: len(contents.missing) > NAMED]))
        typer.echo(
            f"{len(contents.missing)} attachments were missing or not as they came: {names}",
            err=True,
        )
