"""An entry of the FAQ written in one message: parts between bars, or named lines."""

import re
from typing import Final

NAMES: Final = {
    "question": ("question", "pregunta", "frage"),
    "answer": ("answer", "respuesta", "antwort"),
    "url": ("link", "url", "enlace"),
    "kind": ("kind", "tipo", "art"),
    "product": ("product", "producto", "produkt"),
    "tags": ("tags", "etiquetas", "stichwörter"),
    "language": ("language", "lang", "idioma", "sprache"),
    "wordings": ("wordings", "wording", "variantes", "varianten"),
}
"""What may stand before the colon, in every language that we speak."""

_FIELD_OF: Final = {name: field for field, names in NAMES.items() for name in names}
_NAMED: Final = re.compile(rf"\s*({'|'.join(_FIELD_OF)})\s*:(?!//)\s*(.*)", re.IGNORECASE)
_LINK: Final = re.compile(r"[a-z][a-z0-9+.\-]{1,20}://\S+|www\.\S+", re.IGNORECASE)


def split(text: str) -> dict[str, str]:
    """What was typed for which field; words without any sign of order are the question."""
    lines = text.strip().split("\n")
    return _by_lines(lines) if _NAMED.match(lines[0]) else _by_bars(text)


def _by_lines(lines: list[str]) -> dict[str, str]:
    """A line without a name goes on with the one above; a name that comes again adds to it."""
    found: dict[str, list[str]] = {}
    field = ""
    for line in lines:
        if named := _NAMED.match(line):
            field = _FIELD_OF[named[1].lower()]
            line = named[2]  # noqa: PLW2901 - the rest of it
        found.setdefault(field, []).append(line)
    return {field: "\n".join(typed).strip() for field, typed in found.items()}


def _by_bars(text: str) -> dict[str, str]:
    """`question | answer | link | tags`; a link is known by its looks, wherever it stands."""
    first, *parts = (part.strip() for part in text.split("|"))
    link = next((part for part in parts if _LINK.fullmatch(part)), "")
    if link:
        parts.remove(link)
    answer, *others = parts or [""]
    url, *tags = [link, *others] if link else others or [""]
    typed = {"question": first, "answer": answer, "url": url, "tags": ", ".join(filter(None, tags))}
    return {field: words for field, words in typed.items() if words}
