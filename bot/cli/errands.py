"""`tidings errands`: what the desk does by itself and did not manage."""

import asyncio
from typing import Annotated

import typer

from bot.app.parts import Parts, opened
from bot.cli.errors import expected
from bot.settings import read

Again = Annotated[bool, typer.Option("--again", help="Have them done anew.")]


def errands(again: Again = False) -> None:
    """Late replies, reminders and warnings that failed again and again, and were set aside."""
    with expected():
        asyncio.run(_errands(again=again))


async def _errands(*, again: bool) -> None:
    async with opened(read()) as parts:
        await _tell(parts)
        if again:
            number = await parts.effects.try_again()
            typer.echo(f"{number} will be done anew, within ten minutes.")


async def _tell(parts: Parts) -> None:
    load = await parts.effects.look()
    for each in load.failed:
        typer.echo(each)
    typer.echo(f"{len(load.failed)} set aside, {load.waiting} still to be done.")
