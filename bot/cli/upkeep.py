"""`tidings faq check`: whether links still lead somewhere, and whether each entry can be found."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Annotated, Final

import typer

from bot.app.parts import kept, today
from bot.cli.errors import expected
from bot.cli.printing import counted
from bot.cli.progress import Tell, bars
from bot.fetching import Fetcher, Found, Look, look_at
from bot.fetching.fetcher import PAUSE
from bot.settings import read
from faq_index import Entry, FaqIndex
from faq_index.upkeep import Same, SelfTest, Shadowed, doubled, self_test, served, silent

MOST: Final = 50
"""Lines of one kind."""

Links = Annotated[bool, typer.Option("--links/--no-links", help="Look at the links too.")]
Most = Annotated[int, typer.Option(min=1, help="Wordings to ask and links to look at.")]
Pause = Annotated[float, typer.Option(min=0, help="Seconds between two requests to one host.")]
Private = Annotated[bool, typer.Option("--private", help="Also links into your own network.")]


def check(
    links: Links = True, most: Most = 5_000, pause: Pause = PAUSE, private: Private = False
) -> None:
    """Find dead links, doubles, empty answers, and entries that stand in each other's way."""
    with expected(), bars() as tell:
        entries = served(asyncio.run(_entries()), today(read()))
        looks = asyncio.run(_looks(entries, most, pause, private, tell)) if links else []
        index = FaqIndex.build(entries)
        tested = self_test(index, entries, most, lambda done, of: tell("wordings", done, of))
    typer.echo(f"{counted(len(entries), 'entry', 'entries')} can be found today.")
    if looks:
        counts = Counter(look.found for look in looks)
        typer.echo("Links: " + ", ".join(f"{counts[found]:,} {found}" for found in Found) + ".")
    typer.echo(f"{tested.found:,} of {tested.asked:,} wordings find their entry first.")
    doubles = doubled(entries)
    wrong = {
        "Links to be changed": _links(looks, entries),
        "Asked by several entries": _same(doubles),
        "Almost the same in several entries": _same(_further(tested, doubles)),
        "Neither an answer nor a link": [_named(entry) for entry in silent(entries)],
        "Find another entry first": [*map(_shadowed, tested.shadowed)],
    }
    for what, lines in wrong.items():
        _list(what, lines)
    if any(wrong.values()):
        raise typer.Exit(1)
    typer.echo("Nothing is wrong.")


async def _entries() -> Sequence[Entry]:
    async with kept(read()) as keeper:
        return await keeper.entries()


async def _looks(
    entries: Iterable[Entry], most: int, pause: float, private: bool, tell: Tell
) -> Sequence[Look]:
    links = [*dict.fromkeys(each.url for each in entries if each.url)][:most]
    async with Fetcher(private=private, pause=pause) as fetcher:
        return await look_at(fetcher, links, lambda done, of: tell("links", done, of))


def _links(looks: Sequence[Look], entries: Sequence[Entry]) -> list[str]:
    whose: dict[str, list[Entry]] = {}
    for entry in entries:
        whose.setdefault(entry.url, []).append(entry)
    wrong = (look for look in looks if look.is_wrong)
    return [f"{look.found}  {look.link} ({_ids(whose[look.link])}): {look.told}" for look in wrong]


def _same(found: Iterable[Same]) -> list[str]:
    return [f"“{each.text}” ({_ids(each.entries)})" for each in found]


def _further(tested: SelfTest, known: Iterable[Same]) -> list[Same]:
    told = [{entry.id for entry in each.entries} for each in known]
    pairs = (({entry.id for entry in each.entries}, each) for each in tested.alike)
    return [each for ids, each in pairs if not any(ids <= others for others in told)]


def _shadowed(each: Shadowed) -> str:
    found = f"finds {_named(each.by)}" if each.by else "finds nothing"
    return f"“{each.text}” of {each.entry.id} {found}"


def _named(entry: Entry) -> str:
    return f"“{entry.question}” ({entry.id})"


def _ids(entries: Sequence[Entry]) -> str:
    return ", ".join(entry.id for entry in entries[:5]) + (", …" if len(entries) > 5 else "")


def _list(what: str, lines: Sequence[str]) -> None:
    if not lines:
        return
    typer.echo(f"\n{what} ({len(lines):,}):")
    for line in lines[:MOST]:
        typer.echo(f"  {line}")
    if more := len(lines[MOST:]):
        typer.echo(f"  ... and {more:,} more")
