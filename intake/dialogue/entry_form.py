"""What an entry of the FAQ is made of, and reading each part of it as staff type it."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, TypeAlias

from faq_index import KINDS, Entry, EntryId, Kind
from faq_index.links import refusal
from intake.dialogue.answers import Rejected

FIELDS: Final = ("question", "answer", "url", "kind", "product", "tags", "language", "wordings")
"""In the order in which they are asked for."""
PREFIX: Final = "faq-"
"""Before a field's name where the texts and the forms of clients have others of that name."""

LONGEST: Final[Mapping[str, int]] = {
    "question": 300, "answer": 2_000, "url": 2_000, "kind": 40, "product": 60, "tags": 600,
    "language": 40, "wordings": 3_000,
}  # fmt: skip
MOST: Final = 30
"""Tags, or other wordings, of one entry."""

_LANGUAGE: Final = re.compile(r"[a-z]{2}")
_BETWEEN_TAGS: Final = re.compile(r"[;,\n]")
_BETWEEN_WORDINGS: Final = re.compile(r"[|\n]")
# By their beginnings, the kinds are understood in every language that we speak.
_KINDS: Final[Mapping[str, Kind]] = {
    "faq": "faq", "doc": "documentation", "dok": "documentation", "for": "forum",
    "vid": "video", "víd": "video",
}  # fmt: skip

Read: TypeAlias = Entry | Rejected


def value(entry: Entry, field: str) -> str:
    """A field as it would be typed: tags with commas between them, wordings in lines."""
    match field:
        case "tags":
            return ", ".join(entry.tags)
        case "wordings":
            return "\n".join(entry.wordings)
        case _:
            return str(getattr(entry, field))


def values(entry: Entry) -> tuple[tuple[str, str], ...]:
    return tuple((field, value(entry, field)) for field in FIELDS)


def read(entry: Entry, field: str, text: str) -> Read:
    """The entry with what was typed for the field. Never raises, whatever was typed."""
    words = text.strip()
    if len(words) > LONGEST[field]:
        return Rejected("problem-faq-too-long", str(LONGEST[field]))
    if not words:
        return emptied(entry, field)
    return _READERS[field](entry, words)


def emptied(entry: Entry, field: str) -> Read:
    """The entry without a value for this field, or with the usual one."""
    return _EMPTIED[field](entry)


def lacking(entry: Entry) -> tuple[str, Rejected] | None:
    """The first field without which nothing can be kept, and what to say about it."""
    if not entry.question:
        return "question", Rejected("problem-faq-empty")
    if not (entry.answer or entry.url):
        return "answer", Rejected("problem-faq-nothing")
    return None


def fill(entry: Entry, typed: Mapping[str, str]) -> tuple[Entry, Mapping[str, Rejected]]:
    """The entry with all that can be read of this, and what is wrong with the rest, by field."""
    wrong: dict[str, Rejected] = {}
    for field in FIELDS:
        if field in typed:
            filled = read(entry, field, typed[field])
            if isinstance(filled, Rejected):
                wrong[field] = filled
            else:
                entry = filled
    missing = lacking(entry)
    if missing and not {missing[0], "url"} & wrong.keys():
        wrong[missing[0]] = missing[1]
    return entry, wrong


def problems(typed: Mapping[str, str]) -> Mapping[str, Rejected]:
    """What is wrong with a new entry of these values, by field."""
    return fill(Entry(id=EntryId(""), question=""), typed)[1]


def fits(entry: Entry) -> bool:
    """Whether every field could have been typed: imported ones may be longer."""
    return all(len(value(entry, field)) <= LONGEST[field] for field in FIELDS)


def stamp(entry: Entry | None) -> str:
    """Another one for every other content; empty for no entry."""
    return hashlib.sha256(repr(entry).encode("utf-8", "replace")).hexdigest()[:8] if entry else ""


def merged(base: Entry, mine: Entry, theirs: Entry) -> Entry:
    """Their entry with what I changed."""
    return replace(
        theirs,
        **{
            name: getattr(mine, name)
            for name in FIELDS
            if getattr(mine, name) != getattr(base, name)
        },
    )


def _question(entry: Entry, words: str) -> Read:
    return replace(entry, question=" ".join(words.split()))


def _answer(entry: Entry, words: str) -> Read:
    return replace(entry, answer=words)


def _url(entry: Entry, words: str) -> Read:
    address = words.strip("<>")
    return Rejected("problem-faq-url") if refusal(address) else replace(entry, url=address)


def _kind(entry: Entry, words: str) -> Read:
    kind = _KINDS.get(words.casefold()[:3])
    return replace(entry, kind=kind) if kind else Rejected("problem-faq-kind")


def _product(entry: Entry, words: str) -> Read:
    return replace(entry, product=" ".join(words.split()))


def _language(entry: Entry, words: str) -> Read:
    code = words.casefold().replace("_", "-").partition("-")[0]
    if not _LANGUAGE.fullmatch(code):
        return Rejected("problem-faq-language")
    return replace(entry, language=code)


def _tags(entry: Entry, words: str) -> Read:
    tags = _distinct(_BETWEEN_TAGS.split(words))
    return _counted(tags) or replace(entry, tags=tags)


def _wordings(entry: Entry, words: str) -> Read:
    wordings = _distinct(_BETWEEN_WORDINGS.split(words))
    return _counted(wordings) or replace(entry, wordings=wordings)


def _counted(several: tuple[str, ...]) -> Rejected | None:
    return Rejected("problem-faq-many", str(MOST)) if len(several) > MOST else None


def _distinct(parts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (" ".join(part.split()) for part in parts))))


_EMPTIED: Final[Mapping[str, Callable[[Entry], Read]]] = {
    "question": lambda _: Rejected("problem-faq-empty"),
    "answer": lambda entry: replace(entry, answer=""),
    "url": lambda entry: replace(entry, url=""),
    "kind": lambda entry: replace(entry, kind="faq"),
    "product": lambda entry: replace(entry, product=""),
    "tags": lambda entry: replace(entry, tags=()),
    "language": lambda entry: entry,
    "wordings": lambda entry: replace(entry, wordings=()),
}
_READERS: Final[Mapping[str, Callable[[Entry, str], Read]]] = {
    "question": _question,
    "answer": _answer,
    "url": _url,
    "kind": _kind,
    "product": _product,
    "tags": _tags,
    "language": _language,
    "wordings": _wordings,
}
assert set(_KINDS.values()) == set(KINDS)  # noqa: S101 - every kind can be typed
