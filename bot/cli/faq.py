"""`tidings faq`: seed the FAQ, look into it, see why it finds what it finds."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from bot.app.parts import opened
from bot.cli.errors import expected
from bot.cli.printing import console, fixed, table
from bot.settings import read
from faq_index import SHOW, Entry, Match
from faq_index.seeding import Seed, parse
from intake.dialogue.beginning import MOST_SUGGESTIONS

app = typer.Typer(no_args_is_help=True, help="Seed the FAQ and look into it.")

MOST_ERRORS = 20
NOTHING = "Nothing found."


@app.command("import")
def import_(file: Annotated[Path, typer.Argument(help="A CSV or JSON lines file.")]) -> None:
    """Add the entries of FILE, or replace the ones with the same id: all of them, or none."""
    with expected():
        try:
            seed = parse(file.read_text("utf-8-sig"), name=file.name)
        except (OSError, UnicodeDecodeError) as error:
            typer.echo(f"tidings: {file} cannot be read: {type(error).__name__}", err=True)
            raise typer.Exit(2) from None
        if seed.errors:
            _complain(file, seed)
        changed = asyncio.run(_seed(seed.entries))
        typer.echo(f"{len(seed.entries)} entries read, {changed} of them new or changed.")


@app.command()
def search(
    words: Annotated[str, typer.Argument(help="What a person might write.")],
    language: Annotated[str, typer.Option(help="The person's language.")] = "en",
    limit: Annotated[int, typer.Option(min=1, max=50)] = 5,
) -> None:
    """Show what a person would be shown, with the scores and why."""
    with expected():
        matches = asyncio.run(_search(words, language, limit))
        out = console()
        for place, match in enumerate(matches):
            is_shown = match.confidence >= SHOW and place < MOST_SUGGESTIONS
            out.print(Text(_explained(match, is_shown)), soft_wrap=True)
        out.print(f"Shown: up to {MOST_SUGGESTIONS}, from {SHOW:.2f} on." if matches else NOTHING)


@app.command("list")
def list_(
    language: Annotated[str, typer.Option(help="Only this language.")] = "",
) -> None:
    """List the entries."""
    with expected():
        entries = asyncio.run(_entries())
        listed = table(fixed("id"), "lang", "question", "link", "wordings")
        for entry in entries:
            if not language or entry.language == language:
                wordings = str(len(entry.wordings))
                listed.add_row(
                    entry.id, entry.language, Text(entry.question), Text(entry.url), wordings
                )
        console().print(listed)


def _complain(file: Path, seed: Seed) -> None:
    for error in seed.errors[:MOST_ERRORS]:
        typer.echo(f"{file.name}:{error.line}: {error.reason}", err=True)
    if more := len(seed.errors) - MOST_ERRORS:
        typer.echo(f"... and {more} more" if more > 0 else "", err=True, nl=more > 0)
    typer.echo("Nothing was imported.", err=True)
    raise typer.Exit(1)


def _explained(match: Match, is_shown: bool) -> str:
    """The score, the entry and its link, the part-scores, and the words that met."""
    why = asdict(match.why)
    parts = "  ".join(f"{name} {it:.2f}" for name, it in why.items() if isinstance(it, float))
    met = "  ".join(f"{name}: {it}" for name, it in why.items() if isinstance(it, str))
    head = f"{match.confidence:.2f}  {'shown' if is_shown else 'not shown'}  "
    lines = (head + match.entry.question, match.entry.url, parts, met)
    return "\n      ".join(filter(None, lines)) + "\n"


async def _seed(entries: Sequence[Entry]) -> int:
    async with opened(read()) as parts:
        return await parts.seed(entries, "cli")


async def _search(words: str, language: str, limit: int) -> tuple[Match, ...]:
    async with opened(read()) as parts:
        return parts.customer.playbook.faq.search(words, language=language, limit=limit)


async def _entries() -> Sequence[Entry]:
    async with opened(read()) as parts:
        return await parts.store.read(lambda reading: reading.entries())
