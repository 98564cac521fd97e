"""Tells which format a text has: by what is in it first, by its name where that could be many."""

import re
from enum import StrEnum
from typing import Final


class Format(StrEnum):
    CSV = "csv"
    TSV = "tsv"
    JSON = "jsonl"
    YAML = "yaml"
    MARKDOWN = "markdown"
    HTML = "html"
    SITEMAP = "sitemap"


_ENDINGS: Final = {
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".tab": Format.TSV,
    ".jsonl": Format.JSON,
    ".ndjson": Format.JSON,
    ".json": Format.JSON,
    ".yaml": Format.YAML,
    ".yml": Format.YAML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
}
_HEAD: Final = 4_000
_SITEMAP: Final = re.compile(r"<(?:\w+:)?(?:urlset|sitemapindex)\b")
_HTML: Final = re.compile(r"\s*<(?:!doctype html|!--|(?:html|head|body|script)\b)", re.IGNORECASE)
_YAML: Final = re.compile(r"(?:---[ \t]*\r?\n)?(?:\s*#[^\n]*\n)*\s*-\s+\w+[ \t]*:\s", re.ASCII)
_MARKDOWN: Final = re.compile(r"^#{1,6}[ \t]+\S|^\S[^\n]*\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)


def ending(name: str) -> Format | None:
    """The format that a file of this name should have."""
    return next((of for end, of in _ENDINGS.items() if name.lower().endswith(end)), None)


def sniff(text: str, name: str) -> Format:
    """The format that the text has; CSV where nothing speaks for another."""
    head = text[:_HEAD]
    if head.lstrip().startswith("<"):
        if _SITEMAP.search(head):
            return Format.SITEMAP
        if _HTML.match(head):
            return Format.HTML
    named = ending(name)
    return named or _guessed(head)


def _guessed(head: str) -> Format:
    if head.lstrip().startswith(("{", "[")):
        return Format.JSON
    if _YAML.match(head):
        return Format.YAML
    if _MARKDOWN.search(head):
        return Format.MARKDOWN
    first = head.lstrip("\r\n").partition("\n")[0]
    return Format.TSV if first.count("\t") > max(first.count(","), first.count(";")) else Format.CSV
