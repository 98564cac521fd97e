"""`tidings dead-letters`: messages that could not be dealt with, for somebody to look at."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Annotated, Any, TypeVar

import typer
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from bot.app.parts import Parts, now, opened
from bot.cli.errors import expected
from bot.settings import read
from intake.dialogue.messages import MessageId
from intake.errors import IntakeError
from intake.inbox import Letter

T = TypeVar("T")

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
        found = _ask(lambda parts: parts.store.read(lambda look: look.letters(MOST)))
        first = (Column(label, no_wrap=True) for label in ("id", "came in"))
        table = Table(*first, "kind", "tries", "cause", box=SIMPLE)
        for each in found:
            table.add_row(*_row(each))
        Console().print(table if found else "No message was set aside.")
        if failed := _ask(lambda parts: parts.effects.look()).failed:
            typer.echo(
                f"Set aside as well: {len(failed)} of our own errands: see `tidings errands`."
            )


@app.command()
def show(id: Id) -> None:
    """Everything about one, with what was written."""
    with expected():
        letter = _ask(lambda parts: parts.store.read(lambda look: look.letter(MessageId(id))))
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
        if not _ask(
            lambda parts: parts.store.record(lambda work: work.revive(MessageId(id), when))
        ):
            raise NotToBeTried
        typer.echo("It is tried again. If it fails, it comes back here.")


@app.command()
def drop(id: Id) -> None:
    """Throw one away. Its sender was told that it could not be dealt with."""
    with expected():
        if not _ask(lambda parts: parts.store.record(lambda work: work.drop(MessageId(id)))):
            raise NoSuchLetter
        typer.echo("Dropped.")


def _ask(question: Callable[[Parts], Coroutine[Any, Any, T]]) -> T:
    async def ask() -> T:
        async with opened(read()) as parts:
            return await question(parts)

    return asyncio.run(ask())


def _row(letter: Letter) -> tuple[Text, ...]:
    # The cause and the kind are ours, the id is the platform's.
    words = (letter.id, letter.at.strftime("%Y-%m-%d %H:%M UTC"), letter.kind)
    return tuple(map(Text, (*words, str(letter.tries), letter.cause)))
