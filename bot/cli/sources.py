"""Where a FAQ is imported from: a file or a page, read within bounds and made text."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from bot.cli.progress import Tell
from bot.fetching import Crawl, Fetcher, Unfetched, crawl
from faq_index.seeding import Format, Seed, Source, parse, seeded, sniff
from faq_index.seeding.decoding import Undecodable, decode
from faq_index.seeding.sitemap import NotASitemap
from faq_index.seeding.sitemap import read as read_sitemap
from intake.errors import IntakeError

LARGEST: Final = 300_000_000


class Unreadable(IntakeError):
    """What was to be imported cannot be read."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What was in the source; the crawl where it was a site."""

    seed: Seed
    encoding: str
    crawl: Crawl | None = None


async def bring(
    source: Source, encoding: str, fetcher: Fetcher, most_pages: int, tell: Tell
) -> Brought:
    """Read the file or the address of the source's name. Raises Unreadable."""
    place = source.name
    try:
        if place.startswith(("https://", "http://")):
            answer = await fetcher.get(place)
            body, source = answer.body, replace(source, url=answer.url)
        else:
            body = _bytes(Path(place))
        text, encoding = decode(body, encoding)
        if (source.format or sniff(text, place)) is Format.SITEMAP:
            told = partial(tell, "pages")
            found = await crawl(fetcher, read_sitemap(text), most_pages, told)
            return Brought(seeded(iter(found.rows), source), encoding, found)
    except (OSError, Undecodable, NotASitemap, Unfetched) as error:
        raise Unreadable(f"{place} cannot be read: {_why(error)}") from error
    lines = text.count("\n") + 1
    seed = parse(text, source=source, tell=lambda line: tell("lines", line, lines))
    tell("lines", lines, lines)
    return Brought(seed, encoding)


def text_of(place: str, encoding: str) -> tuple[str, str]:
    """The text of a file, and the encoding that it was in. Raises Unreadable."""
    try:
        return decode(_bytes(Path(place)), encoding)
    except (OSError, Undecodable) as error:
        raise Unreadable(f"{place} cannot be read: {_why(error)}") from error


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > LARGEST:
        raise Undecodable(f"It is larger than {LARGEST:,} bytes.")
    return path.read_bytes()


def _why(error: Exception) -> str:
    return (error.strerror or type(error).__name__) if isinstance(error, OSError) else str(error)
