"""Anticipated failures end a command with one clear sentence and exit code 2, or 75 (H13)."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import typer

from bot.settings import SettingsInvalid
from bot.storage.engine import UnusableDatabase
from bot.web.server import AddressUnusable
from intake.errors import IntakeError
from intake.ports import StoreUnavailable

WRONG: Final = 2
LATER: Final = 75
"""EX_TEMPFAIL: nothing is wrong but that the database is away; whoever starts us tries again."""


@contextmanager
def expected() -> Iterator[None]:
    """Turn what can be expected into a sentence on stderr; everything else is a bug and raises."""
    try:
        yield
    except (SettingsInvalid, AddressUnusable, UnusableDatabase, IntakeError) as error:
        typer.echo(f"tidings: {error}", err=True)
        code = LATER if isinstance(error, StoreUnavailable) else WRONG
        raise typer.Exit(code) from None
