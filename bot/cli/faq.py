"""`tidings faq`: seed the FAQ, look into it, see why it finds what it finds."""

import asyncio
from dataclasses import asdict
from typing import Annotated

import typer
from rich.text import Text

from bot.app.parts import opened, today
from bot.cli import keeping, meanings, seeding, upkeep
from bot.cli.errors import expected
from bot.cli.printing import console
from bot.settings import Settings, read
from faq_index import Match, Scope
from intake.dialogue.beginning import MOST_SUGGESTIONS
from intake.regulations.thresholds import Thresholds

app = typer.Typer(no_args_is_help=True, help="Seed the FAQ and look into it.")

NOTHING = "Nothing found."
_NOT = "not shown"


seeding.add_to(app)
keeping.add_to(app)
app.command()(upkeep.check)
meanings.add_to(app)


@app.command()
def search(
    words: Annotated[str, typer.Argument(help="What a person might write.")],
    language: Annotated[str, typer.Option(help="The person's language.")] = "en",
    limit: Annotated[int, typer.Option(min=1, max=50)] = 5,
    product: Annotated[str, typer.Option(help="Only this product's, and what is for all.")] = "",
    tag: Annotated[str, typer.Option(help="Only what has this tag.")] = "",
) -> None:
    """Show what a person would be shown today, with the scores and why."""
    with expected():
        settings = read()
        products, tags = (frozenset(filter(None, [each])) for each in (product, tag))
        scope = Scope(products=products, tags=tags, on=today(settings))
        matches, rules = asyncio.run(_search(settings, words, language, limit, scope))
        out = console()
        for place, match in enumerate(matches):
            how = _shown(match, rules) if place < MOST_SUGGESTIONS else _NOT
            out.print(Text(_explained(match, how)), soft_wrap=True)
        out.print(_told(rules) if matches else NOTHING)


def _told(rules: Thresholds) -> str:
    sure, maybe = f"{rules.sure:.2f}", f"{rules.maybe:.2f}"
    return f"Shown: up to {MOST_SUGGESTIONS}, from {sure} on; as 'may be it' from {maybe} on."


def _shown(match: Match, rules: Thresholds) -> str:
    if match.confidence >= rules.sure:
        return "shown"
    return "maybe" if match.confidence >= rules.maybe else _NOT


def _explained(match: Match, how: str) -> str:
    """The score, the entry and its link, the part-scores, and the words that met."""
    why = asdict(match.why)
    parts = "  ".join(f"{name} {it:.2f}" for name, it in why.items() if isinstance(it, float))
    met = "  ".join(f"{name}: {it}" for name, it in why.items() if isinstance(it, str))
    head = f"{match.confidence:.2f}  {how}  "
    lines = (head + match.entry.question, match.entry.url, parts, met)
    return "\n      ".join(filter(None, lines)) + "\n"


async def _search(
    settings: Settings, words: str, language: str, limit: int, scope: Scope
) -> tuple[tuple[Match, ...], Thresholds]:
    async with opened(settings) as parts:
        book = parts.customer.playbook
        matches = book.faq.search(words, language=language, limit=limit, scope=scope)
        return matches, book.policy.thresholds
