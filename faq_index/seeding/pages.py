"""Reads web pages: the FAQ that a page says it holds (schema.org), or what the page itself is."""

import json
from collections.abc import Iterator
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from faq_index.seeding.html import first_link, plain, text_of
from faq_index.seeding.rows import Cell, Row, RowError, clean

_NO_FAQ: Final = (
    "The page holds no FAQ that is marked as one (schema.org FAQPage, as JSON-LD or microdata)."
)
_DEEPEST: Final = 12


def rows(text: str, url: str = "") -> Iterator[Row | RowError]:
    """The questions of a page's FAQ. An answer without a link leads to the page, if it has one.

    https://schema.org/FAQPage
    """
    page = LexborHTMLParser(text)
    found = [*_linked_data(page)] or [*_microdata(page)]
    if not found:
        yield RowError(1, _NO_FAQ)
        return
    place, line = 0, 1
    for question, answer, language in found:
        at = text.find(question[:40], place + 1)
        if at > 0:
            place, line = at, line + text.count("\n", place, at)
        cells: dict[str, Cell] = {"question": clean(plain(question))}
        cells |= {"answer": clean(plain(answer)), "url": first_link(answer) or url}
        yield Row(line, cells | _language(language or _spoken(page)))


def described(text: str, url: str) -> Row | None:
    """A page of documentation by its title and its description; None where it has no title, or
    asks not to be listed."""
    page = LexborHTMLParser(text)
    title = _meta(page, 'meta[property="og:title"]')
    title = title or _inside(page, "title") or _inside(page, "h1")
    if not title or "noindex" in _meta(page, 'meta[name="robots"]').lower():
        return None
    told = _meta(page, 'meta[name="description"]') or _meta(page, 'meta[property="og:description"]')
    cells: dict[str, Cell] = {"question": title, "answer": told, "url": url}
    return Row(1, cells | {"kind": "documentation"} | _language(_spoken(page)))


def _linked_data(page: LexborHTMLParser) -> Iterator[tuple[str, str, str]]:
    for script in page.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(script.text(), strict=False)
        except (ValueError, RecursionError):
            continue
        for faq in _typed(data, "FAQPage"):
            for each in _listed(faq.get("mainEntity")):
                answers = _listed(each.get("acceptedAnswer")) or _listed(
                    each.get("suggestedAnswer")
                )
                answer = _said(answers[0].get("text")) if answers else ""
                language = _said(each.get("inLanguage") or faq.get("inLanguage"))
                yield _said(each.get("name") or each.get("text")), answer, language


def _typed(data: object, name: str, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Whatever says that it is of this type, in lists and graphs."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for each in data:
            yield from _typed(each, name, depth + 1)
    elif isinstance(data, dict):
        if name in _names(data.get("@type")):
            yield data
        else:
            for each in data.values():
                yield from _typed(each, name, depth + 1)


def _names(type_: object) -> list[str]:
    return [str(each).rpartition("/")[2] for each in _several(type_)]


def _listed(value: object) -> list[dict[str, Any]]:
    return [each for each in _several(value) if isinstance(each, dict)]


def _several(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _said(value: object) -> str:
    return value if isinstance(value, str) else ""


def _microdata(page: LexborHTMLParser) -> Iterator[tuple[str, str, str]]:
    for faq in page.css('[itemtype*="schema.org/FAQPage"]'):
        for each in faq.css('[itemtype*="schema.org/Question"]'):
            name = each.css_first('[itemprop="name"]')
            answer = each.css_first('[itemtype*="schema.org/Answer"] [itemprop="text"]')
            if name is not None:
                yield _html(name), "" if answer is None else _html(answer), ""


def _html(node: LexborNode) -> str:
    return node.html or ""


def _meta(page: LexborHTMLParser, which: str) -> str:
    found = page.css_first(which)
    return "" if found is None else clean(plain(found.attributes.get("content") or ""))


def _inside(page: LexborHTMLParser, which: str) -> str:
    found = page.css_first(which)
    return "" if found is None else clean(text_of(found).replace("\n", " "))


def _spoken(page: LexborHTMLParser) -> str:
    root = page.css_first("html[lang]")
    return "" if root is None else root.attributes.get("lang") or ""


def _language(language: str) -> dict[str, Cell]:
    return {"lang": clean(language)} if language.strip() else {}
