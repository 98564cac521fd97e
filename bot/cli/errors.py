"""Anticipated failures end a command with one clear sentence and exit code 2 (H13)."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from bot.settings import SettingsInvalid
from bot.storage.engine import UnusableDatabase
from bot.web.server import AddressUnusable
from intake.errors import IntakeError


@contextmanager
def expected() -> Iterator[None]:
    """Turn what can be expected into a sentence on stderr; everything else is a bug and raises."""
    try:
        yield
    except (SettingsInvalid, AddressUnusable, UnusableDatabase, IntakeError) as error:
        typer.echo(f"tidings: {error}", err=True)
        raise typer.Exit(2) from None
