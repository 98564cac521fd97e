"""Reads a site's documentation: the pages of its sitemap, by what they say of themselves."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from bot.fetching.fetcher import Fetcher, Unfetched
from faq_index.seeding import Row
from faq_index.seeding.decoding import Undecodable, decode
from faq_index.seeding.entries import id_of_page
from faq_index.seeding.pages import described
from faq_index.seeding.sitemap import NotASitemap, Sitemap, read

MOST_MAPS: Final = 50
_PAGE_LARGEST: Final = 3_000_000
_MAP_LARGEST: Final = 20_000_000

Tell = Callable[[int, int], None]
"""How many pages are done, and of how many."""


@dataclass(slots=True)
class Crawl:
    """What a site's pages say, what could not be read, and how many were left out as too many."""

    rows: list[Row] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    """A page's address, and a sentence that says why."""
    silent: int = 0
    """Pages without a title, or that ask not to be listed."""
    left_out: int = 0


async def crawl(fetcher: Fetcher, sitemap: Sitemap, most: int, tell: Tell) -> Crawl:
    """The pages of a sitemap and of those that it names, in their order; `most` of them."""
    found = Crawl()
    pages = await _pages(fetcher, sitemap, found)
    found.left_out = max(len(pages) - most, 0)
    wanted, done, refused = pages[:most], 0, len(found.unread)

    async def visit(url: str) -> Row | None:
        nonlocal done
        row = await _page(fetcher, url, found)
        done += 1
        tell(done, len(wanted))
        return row

    tell(0, len(wanted))
    rows = await asyncio.gather(*map(visit, wanted))
    found.rows = told_apart([replace(row, line=n) for n, row in enumerate(rows, 1) if row])
    found.silent = len(wanted) - len(found.rows) - (len(found.unread) - refused)
    return found


def told_apart(rows: Sequence[Row]) -> list[Row]:
    """Pages of one title, such as "Introduction", are known by their address: it alone tells them
    apart, and stays when others of that title come or go."""
    titles = Counter(row.cells["question"] for row in rows)
    return [
        replace(row, cells={**row.cells, "id": id_of_page(str(row.cells["url"]))})
        if titles[row.cells["question"]] > 1
        else row
        for row in rows
    ]


async def _pages(fetcher: Fetcher, sitemap: Sitemap, found: Crawl) -> Sequence[str]:
    pages = dict.fromkeys(sitemap.pages)
    found.unread += sitemap.refused
    waiting, known = [*sitemap.maps], set(sitemap.maps)
    while waiting:
        url = waiting.pop(0)
        try:
            further = read(decode((await fetcher.get(url, _MAP_LARGEST)).body)[0])
        except (Unfetched, NotASitemap, Undecodable) as error:
            # Unlike a page, a map that is missing would silently cost many.
            raise Unfetched(f"{url}: {error}") from None
        pages |= dict.fromkeys(further.pages)
        found.unread += further.refused
        new = [each for each in further.maps if each not in known][: MOST_MAPS - len(known)]
        waiting += new
        known |= {*new}
    return [*pages]


async def _page(fetcher: Fetcher, url: str, found: Crawl) -> Row | None:
    try:
        answer = await fetcher.get(url, _PAGE_LARGEST)
        text, _ = decode(answer.body)
    except (Unfetched, Undecodable) as error:
        found.unread.append((url, str(error)))
        return None
    return described(text, answer.url)
