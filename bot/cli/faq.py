"""`tidings faq`: seed the FAQ, look into it, see why it finds what it finds."""

import asyncio
from dataclasses import asdict
from typing import Annotated

import typer
from rich.text import Text

from bot.app.parts import opened
from bot.cli import keeping, seeding, upkeep
from bot.cli.errors import expected
from bot.cli.printing import console
from bot.settings import read
from faq_index import SHOW, Match
from intake.dialogue.beginning import MOST_SUGGESTIONS

app = typer.Typer(no_args_is_help=True, help="Seed the FAQ and look into it.")

NOTHING = "Nothing found."


seeding.add_to(app)
keeping.add_to(app)
app.command()(upkeep.check)


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


def _explained(match: Match, is_shown: bool) -> str:
    """The score, the entry and its link, the part-scores, and the words that met."""
    why = asdict(match.why)
    parts = "  ".join(f"{name} {it:.2f}" for name, it in why.items() if isinstance(it, float))
    met = "  ".join(f"{name}: {it}" for name, it in why.items() if isinstance(it, str))
    head = f"{match.confidence:.2f}  {'shown' if is_shown else 'not shown'}  "
    lines = (head + match.entry.question, match.entry.url, parts, met)
    return "\n      ".join(filter(None, lines)) + "\n"


async def _search(words: str, language: str, limit: int) -> tuple[Match, ...]:
    async with opened(read()) as parts:
        return parts.customer.playbook.faq.search(words, language=language, limit=limit)
