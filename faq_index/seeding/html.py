"""Makes plain text of HTML, as a person would read it out."""

import re
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from faq_index.links import refusal

_LOOKS: Final = re.compile(
    r"</?(?:a|b|br|div|em|h[1-6]|i|img|li|ol|p|span|strong|table|tr|td|u|ul)\b[^<>]*>"
    r"|&(?:nbsp|amp|quot|lt|gt|laquo|raquo|[mn]dash|#\d{2,5});",
    re.IGNORECASE,
)
_BLOCKS: Final = re.compile(
    "address|article|blockquote|d[dlt]|div|fieldset|figure|footer|form|h[1-6r]|header|li|main|nav"
    "|[ou]l|p|pre|section|table|tr"
)
_SILENT: Final = frozenset(("script", "style", "template", "noscript", "head", "iframe", "svg"))
_SPACES: Final = re.compile(r"[^\S\n]+")
_BREAKS: Final = re.compile(r" ?\n[ \n]*")


def looks_like_html(text: str) -> bool:
    """Whether the text holds a tag or a character that is spelt out."""
    return bool(_LOOKS.search(text))


def plain(html: str) -> str:
    """Lines for blocks, dots for lists, and a link's address behind its words."""
    root = LexborHTMLParser(html).body
    return "" if root is None else text_of(root)


def text_of(node: LexborNode) -> str:
    """The plain text within."""
    text = _SPACES.sub(" ", "".join(_pieces(node)))
    return _BREAKS.sub("\n", text).strip()


def first_link(html: str) -> str:
    """The first link that may be shown; empty where there is none."""
    for each in LexborHTMLParser(html).css("a[href]"):
        link = (each.attributes.get("href") or "").strip()
        if refusal(link) is None:
            return link
    return ""


def _pieces(root: LexborNode) -> Iterator[str]:
    # A stack of our own: a page may be nested deeper than Python's.
    waiting: list[LexborNode | str] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
        elif node.tag == "-text":
            yield _SPACES.sub(" ", (node.text_content or "").replace("\n", " "))
        elif node.tag == "br":
            yield "\n"
        elif node.tag not in _SILENT:
            before, after = _around(node)
            yield before
            waiting.append(after)
            waiting.extend(reversed(list(node.iter(include_text=True))))


def _around(node: LexborNode) -> tuple[str, str]:
    tag = node.tag or ""
    if tag == "li":
        return "\n• ", "\n"
    if _BLOCKS.fullmatch(tag):
        return "\n", "\n"
    if tag == "a":
        link = (node.attributes.get("href") or "").strip()
        is_said = not link or link in node.text()
        return "", "" if is_said or refusal(link) else f" ({link})"
    return (" ", " ") if tag in {"td", "th"} else ("", "")
