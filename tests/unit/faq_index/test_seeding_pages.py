"""A site's documentation is found by its sitemap, and each page by what it says of itself."""

import pytest

from faq_index.seeding.entries import id_of_page
from faq_index.seeding.html import first_link, plain
from faq_index.seeding.pages import described
from faq_index.seeding.sitemap import NotASitemap, Sitemap, read

NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
BOMB = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>'


def test_a_sitemap_names_pages_each_once_and_no_doubtful_links() -> None:
    text = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset {NAMESPACE}>
 <url><loc> https://x.example/a </loc><lastmod>2026-01-01</lastmod></url>
 <url><loc>https://x.example/a</loc></url><url><loc>javascript:1</loc></url><url><loc/></url>
 <url><loc>https://x.example/b?c&amp;d</loc></url>
</urlset>"""
    refused = (("javascript:1", "The link must begin with https:// or http://."),)
    assert read(text) == Sitemap(("https://x.example/a", "https://x.example/b?c&d"), (), refused)


def test_a_sitemap_may_name_further_ones() -> None:
    text = "<sitemapindex><sitemap><loc>https://x.example/m.xml</loc></sitemap></sitemapindex>"
    assert read(text) == Sitemap((), ("https://x.example/m.xml",))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"{BOMB}<urlset>&c;</urlset>", "The sitemap declares entities, and those are not taken."),
        ("<urlset>", "The sitemap is not XML: no element found: line 1, column 8."),
        ("<rss/>", "The file is XML, but not a sitemap."),
        ("<a>" * 100_000, "The sitemap is not XML: no element found: line 1, column 300000."),
    ],
)
def test_what_is_no_sitemap_is_refused_in_one_sentence(text: str, reason: str) -> None:
    with pytest.raises(NotASitemap) as refused:
        read(text)
    assert str(refused.value) == reason


def test_a_page_is_its_title_and_its_description() -> None:
    row = described(
        """<html lang="de"><head><title>Larks | Docs</title>
        <meta property="og:title" content="Larks &amp; more">
        <meta name="description" content="How to  water them."></head></html>""",
        "https://x.example/larks",
    )
    assert row is not None
    assert row.cells == {
        "question": "Larks & more",
        "answer": "How to water them.",
        "url": "https://x.example/larks",
        "kind": "documentation",
        "lang": "de",
    }


def test_a_page_without_much_to_say_gives_what_it_has() -> None:
    row = described("<h1>Only a\nheading</h1><meta property='og:description' content='x'>", "u")
    assert row is not None
    assert (row.cells["question"], row.cells["answer"]) == ("Only a heading", "x")
    assert "lang" not in row.cells


@pytest.mark.parametrize(
    "page", ["", "<p>words</p>", "<title>T</title><meta name='robots' content='NoIndex, follow'>"]
)
def test_a_page_without_a_title_or_that_wants_no_readers_is_left_out(page: str) -> None:
    assert described(page, "https://x.example/") is None


def test_the_text_of_a_page_nested_deeper_than_any_is_read() -> None:
    assert plain("<div>" * 20_000 + "deep").endswith("deep")
    assert plain("") == ""
    assert first_link("<a href='javascript:1'>a</a><a>b</a>") == ""


def test_a_page_is_known_by_its_address() -> None:
    one, other = "https://x.example/a", "https://x.example/b"
    assert id_of_page(one) == id_of_page(one) != id_of_page(other)
