"""Reads a sitemap: which pages a site has, and which further sitemaps."""

from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, ElementTree

from faq_index.links import refusal

_SPACE: Final = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class NotASitemap(Exception):
    """The text is not a sitemap; the message says why."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """Links, in the order of the file, each once."""

    pages: tuple[str, ...]
    maps: tuple[str, ...]
    refused: tuple[tuple[str, str], ...] = ()
    """Those that may not be shown, each with a sentence that says why."""


def read(text: str) -> Sitemap:
    """Raises NotASitemap. https://www.sitemaps.org/protocol.html"""
    try:
        root = ElementTree.fromstring(text, forbid_dtd=True)
    except ParseError as error:
        raise NotASitemap(f"The sitemap is not XML: {error}.") from None
    except DefusedXmlException:
        raise NotASitemap("The sitemap declares entities, and those are not taken.") from None
    links = dict.fromkeys(
        (each.text or "").strip() for each in root.iter() if each.tag.removeprefix(_SPACE) == "loc"
    )
    why = {link: refusal(link) for link in links if link}
    taken = tuple(link for link, reason in why.items() if reason is None)
    refused = tuple((link, f"The link {reason}.") for link, reason in why.items() if reason)
    match root.tag.removeprefix(_SPACE):
        case "urlset":
            return Sitemap(taken, (), refused)
        case "sitemapindex":
            return Sitemap((), taken, refused)
        case _:
            raise NotASitemap("The file is XML, but not a sitemap.")
