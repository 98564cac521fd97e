"""docs/regulations.md shows what the commands print: `python -m tests.cli.policy_page` writes it
anew where that has changed."""

import os
import re
import shlex
from pathlib import Path

from typer.testing import CliRunner

from bot.cli.commands import app

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "regulations.md"
SHOWN = re.compile(r"```console\n\$ tidings ([^\n]*)\n(.*?)```", re.DOTALL)


def printed(order: str) -> str:
    """By the command itself, in the folder of the repository."""
    done = CliRunner().invoke(app, shlex.split(order))
    return "\n".join(line.rstrip() for line in done.output.splitlines()) + "\n"


def anew(page: str) -> str:
    return SHOWN.sub(
        lambda found: f"```console\n$ tidings {found[1]}\n{printed(found[1])}```", page
    )


if __name__ == "__main__":
    os.chdir(ROOT)
    PAGE.write_text(anew(PAGE.read_text("utf-8")), "utf-8")
