"""A FAQ is brought in from where it is published: a page that holds it, or a whole site."""

from dataclasses import replace

import pytest

from bot.cli.sources import Brought, Unreadable, bring
from bot.fetching import Fetcher
from faq_index.seeding import Source
from faq_index.seeding.entries import id_of, id_of_page
from tests.unit.bot.web_site import Names, Site, moved, serving

FAQ = """<html lang=de><script type="application/ld+json">{"@type": "FAQPage", "mainEntity":
{"@type": "Question", "name": "Wie?", "acceptedAnswer": {"text": "So."}}}</script></html>"""


def page(title: str) -> str:
    return f"<html lang=en><title>{title}</title><meta name=description content='About {title}'>"


async def brought(site: Site, path: str, **known: str) -> Brought:
    async with Fetcher(private=True, pause=0, resolver=Names()) as fetcher:
        source = replace(Source(site.url(path)), defaults=known)
        return await bring(source, "", fetcher, 9, lambda *_: None)


async def test_a_page_with_a_faq_gives_entries_that_lead_back_to_it() -> None:
    async with serving(old=moved("/faq"), faq=FAQ) as site:
        found = await brought(site, "/old", product="Larkspur")
    (entry,) = found.seed.entries
    assert (entry.question, entry.answer, entry.language) == ("Wie?", "So.", "de")
    assert (entry.url, entry.product) == (site.url("/faq"), "Larkspur")


async def test_a_site_gives_an_entry_for_each_page_of_its_documentation() -> None:
    async with serving(a=page("Larks"), b=404, c=page("Roses")) as site:
        links = "".join(f"<url><loc>{site.url(path)}</loc></url>" for path in ("/a", "/b", "/c"))
        site.pages["/sitemap.xml"] = f"<urlset>{links}</urlset>"
        found = await brought(site, "/sitemap.xml")
    assert found.seed.errors == ()
    assert [(e.question, e.answer, e.url, e.kind) for e in found.seed.entries] == [
        ("Larks", "About Larks", site.url("/a"), "documentation"),
        ("Roses", "About Roses", site.url("/c"), "documentation"),
    ]
    assert found.crawl is not None
    assert found.crawl.unread == [(site.url("/b"), "The server says 404.")]


async def test_pages_of_one_title_are_told_apart_by_their_address() -> None:
    async with serving(a=page("Start"), b=page("Start"), c=page("Roses")) as site:
        links = "".join(f"<url><loc>{site.url(path)}</loc></url>" for path in ("/a", "/b", "/c"))
        site.pages["/sitemap.xml"] = f"<urlset>{links}</urlset>"
        found = await brought(site, "/sitemap.xml")
    assert found.seed.errors == ()
    ids = {entry.url: entry.id for entry in found.seed.entries}
    assert ids == {
        site.url("/a"): id_of_page(site.url("/a")),
        site.url("/b"): id_of_page(site.url("/b")),
        site.url("/c"): id_of("Roses", "en"),
    }


async def test_a_link_that_may_not_be_shown_is_told_with_the_reason() -> None:
    async with serving(a=page("Larks")) as site:
        links = f"<url><loc>{site.url('/a')}</loc></url><url><loc>ftp://x.example/b</loc></url>"
        site.pages["/sitemap.xml"] = f"<urlset>{links}</urlset>"
        found = await brought(site, "/sitemap.xml")
    assert found.crawl is not None
    assert found.crawl.unread == [
        ("ftp://x.example/b", "The link must begin with https:// or http://.")
    ]
    assert (len(found.seed.entries), found.crawl.silent) == (1, 0)


async def test_what_is_not_there_is_told_with_its_address() -> None:
    async with serving(map="<urlset>") as site:
        for path, reason in (("/no", "The server says 404."), ("/map", "The sitemap is not XML")):
            with pytest.raises(Unreadable) as error:
                await brought(site, path)
            assert str(error.value).startswith(f"{site.url(path)} cannot be read: {reason}")
