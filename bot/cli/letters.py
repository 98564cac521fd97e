"""`tidings dead-letters`: messages that could not be dealt with, for somebody to look at."""

from typing import Annotated

import typer
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from bot.app.parts import now
from bot.cli.asking import ask, look, record
from bot.cli.errors import expected
from intake.dialogue.messages import MessageId
from intake.errors import IntakeError
from intake.inbox import Letter

MOST = 200

app = typer.Typer(
    help="Messages that failed five times and wait for somebody to look at them.",
    invoke_without_command=True,
    no_args_is_help=False,
)

Id = Annotated[str, typer.Argument(metavar="ID", help="As the list shows it.")]


class NoSuchLetter(IntakeError):
    """There is no dead letter of that id."""


class NotToBeTried(IntakeError):
    """There is no such dead letter, or it is an update that could not be read: look at it with
    `show`, and drop it."""


@app.callback()
def listed(context: typer.Context) -> None:
    """List them, oldest first; never what was written in them."""
    if context.invoked_subcommand:
        return
    with expected():
        found = look(lambda reading: reading.letters(MOST))
        first = (Column(label, no_wrap=True) for label in ("id", "came in"))
        table = Table(*first, "kind", "tries", "cause", box=SIMPLE)
        for each in found:
            table.add_row(*_row(each))
        Console().print(table if found else "No message was set aside.")
        if failed := ask(lambda parts: parts.effects.look()).failed:
            typer.echo(
                f"Set aside as well: {len(failed)} of our own errands: see `tidings errands`."
            )


@app.command()
def show(id: Id) -> None:
    """Everything about one, with what was written."""
    with expected():
        letter = look(lambda reading: reading.letter(MessageId(id)))
        if letter is None:
            raise NoSuchLetter
        typer.echo("\n".join(map(str, _row(letter))))
        typer.echo(letter.body)


@app.command()
def retry(id: Id) -> None:
    """Have one tried again, twice at most, by the running program; for instance after an upgrade.

    It is dealt with wherever its sender's talk stands by now.
    """
    with expected():
        when = now()
        if not record(lambda work: work.revive(MessageId(id), when)):
            raise NotToBeTried
        typer.echo("It is tried again. If it fails, it comes back here.")


@app.command()
def drop(id: Id) -> None:
    """Throw one away. Its sender was told that it could not be dealt with."""
    with expected():
        if not record(lambda work: work.drop(MessageId(id))):
            raise NoSuchLetter
        typer.echo("Dropped.")


def _row(letter: Letter) -> tuple[Text, ...]:
    # The cause and the kind are ours, the id is the platform's.
    words = (letter.id, letter.at.strftime("%Y-%m-%d %H:%M UTC"), letter.kind)
    return tuple(map(Text, (*words, str(letter.tries), letter.cause)))
