"""The `tidings` command."""

import gc
import sys
from typing import NoReturn

__all__ = ["main"]


def main() -> NoReturn:
    """The entry point."""
    # Whatever is loaded stays: to look through it again and again meanwhile takes a sixth of the
    # start.
    gc.disable()
    from bot.cli.commands import app

    gc.enable()
    app()
    sys.exit(0)
