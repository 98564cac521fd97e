"""`tidings errands`: what the desk does by itself and did not manage."""

from typing import Annotated

import typer

from bot.app.parts import Parts
from bot.cli.asking import ask
from bot.cli.errors import expected

Again = Annotated[bool, typer.Option("--again", help="Have them done anew.")]


def errands(again: Again = False) -> None:
    """Late replies, reminders and warnings that failed again and again, and were set aside."""
    with expected():
        ask(_begun_anew if again else _told)


async def _begun_anew(parts: Parts) -> None:
    await _told(parts)
    number = await parts.effects.try_again()
    typer.echo(f"{number} will be done anew, within ten minutes.")


async def _told(parts: Parts) -> None:
    load = await parts.effects.look()
    for each in load.failed:
        typer.echo(each)
    typer.echo(f"{len(load.failed)} set aside, {load.waiting} still to be done.")
