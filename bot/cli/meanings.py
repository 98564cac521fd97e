"""`tidings faq embed`: have the model of the optional extra read the FAQ."""

import asyncio
from typing import Final

import typer

from bot.app.parts import understanding
from bot.cli.errors import expected
from bot.cli.printing import counted
from bot.cli.progress import Tell, bars
from bot.meaning import INSTALL, is_used
from bot.settings import Settings, read

_NAME: Final = "read for meaning"


def add_to(app: typer.Typer) -> None:
    """Add the command to `tidings faq`."""
    app.command()(embed)


def embed() -> None:
    """Have the model read what is new or changed, so that the FAQ is found by meaning too.

    A desk that serves does it by itself; this is for whoever does not want to wait for it.
    """
    with expected():
        settings = read()
        if not is_used(settings.semantic):
            typer.echo(searched(settings), err=True)
            raise typer.Exit(2)
        with bars() as tell:
            number = asyncio.run(understand(settings, tell))
        typer.echo(f"{counted(number, 'entry was', 'entries were')} read for the meaning.")


def searched(settings: Settings) -> str:
    """By what the FAQ is searched. Raises SettingsInvalid."""
    if is_used(settings.semantic):
        return "The FAQ is searched by words and by meaning."
    why = (
        "SEMANTIC is off" if settings.semantic == "off" else f"no model is installed (`{INSTALL}`)"
    )
    return f"The FAQ is searched by words alone: {why}."


async def understand(settings: Settings, tell: Tell) -> int:
    """Have everything read that is not; returns how many entries that was."""
    if not is_used(settings.semantic):
        return 0
    async with understanding(settings) as reader:
        assert reader is not None  # noqa: S101 - it is used
        of = await reader.count()
        if not of:
            return 0
        tell(_NAME, 0, of)
        return await reader.read_all(lambda done: tell(_NAME, done, of))
