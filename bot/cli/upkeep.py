"""`tidings faq check`: whether links still lead somewhere, and whether each entry can be found."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Annotated, Final

import typer

from bot.app.parts import kept, now
from bot.cli.errors import expected
from bot.cli.progress import Tell, bars
from bot.fetching import Fetcher, Found, Look, look_at
from bot.fetching.fetcher import PAUSE
from bot.settings import read
from faq_index import Entry, FaqIndex
from faq_index.upkeep import Same, SelfTest, doubled, self_test, served, silent

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
        entries = served(asyncio.run(_entries()), now().date())
        looks = asyncio.run(_looks(entries, most, pause, private, tell)) if links else []
        index = FaqIndex.build(entries)
        tested = self_test(index, entries, most, lambda done, of: tell("wordings", done, of))
    doubles = doubled(entries)
    wrong = [
        *_links(looks, entries),
        *_same("asked by several entries", doubles),
        *_same("almost the same in several entries", _further(tested, doubles)),
        *_silent(silent(entries)),
        *_shadowed(tested),
    ]
    typer.echo(f"{len(entries):,} entries can be found today.")
    if looks:
        counts = Counter(look.found for look in looks)
        typer.echo(", ".join(f"{counts[found]:,} links {found}" for found in Found) + ".")
    typer.echo(f"{tested.found:,} of {tested.asked:,} wordings find their entry first.")
    for line in wrong:
        typer.echo(line)
    if wrong:
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
    whose: dict[str, list[str]] = {}
    for entry in entries:
        whose.setdefault(entry.url, []).append(entry.id)
    return _short(
        f"{look.found}: {look.link} ({', '.join(whose[look.link][:5])}) {look.told}"
        for look in looks
        if look.is_wrong
    )


def _same(what: str, found: Iterable[Same]) -> list[str]:
    return _short(f"{what}: “{each.text}” ({_ids(each.entries)})" for each in found)


def _further(tested: SelfTest, known: Iterable[Same]) -> list[Same]:
    told = [{entry.id for entry in each.entries} for each in known]
    return [
        each
        for each in tested.alike
        if not any({entry.id for entry in each.entries} <= ids for ids in told)
    ]


def _silent(found: Iterable[Entry]) -> list[str]:
    return _short(f"no answer and no link: “{each.question}” ({each.id})" for each in found)


def _shadowed(tested: SelfTest) -> list[str]:
    return _short(
        f"finds another entry first: “{each.text}” of {each.entry.id} "
        + (f"finds {each.by.id} “{each.by.question}”" if each.by else "finds nothing")
        for each in tested.shadowed
    )


def _ids(entries: Sequence[Entry]) -> str:
    return ", ".join(entry.id for entry in entries[:5]) + (", …" if len(entries) > 5 else "")


def _short(lines: Iterable[str]) -> list[str]:
    every = [*lines]
    more = len(every) - MOST
    return every if more <= 0 else [*every[:MOST], f"... and {more:,} more of these"]
