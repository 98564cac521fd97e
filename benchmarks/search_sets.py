"""Reads the development sets: FAQ entries with real people's queries, and which entries answer."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from faq_index import Entry
from faq_index.entry import EntryId
from faq_index.seeding import parse

DEFAULT: Final = Path(__file__).parents[2] / "shared" / "data" / "faq-dev"
VARIANTS: Final = {
    "plain": "queries.jsonl",
    "typo": "queries_typo.jsonl",
    "long": "queries_long.jsonl",
}


@dataclass(frozen=True, slots=True)
class Query:
    """What a person asked; `relevant` is empty where nothing in the set answers it."""

    text: str
    language: str
    relevant: frozenset[EntryId]


@dataclass(frozen=True, slots=True)
class FaqSet:
    """A public FAQ with its queries, plain, mistyped and long."""

    name: str
    entries: tuple[Entry, ...]
    queries: dict[str, tuple[Query, ...]]


def all_sets(folders: Iterable[Path] | None) -> list[FaqSet]:
    """The sets of all these folders; the development sets where no folder is given."""
    return [each for folder in folders or (DEFAULT,) for each in faq_sets(folder)]


def faq_sets(folder: Path) -> list[FaqSet]:
    """All sets of a folder by name; none where there is no such folder."""
    return [_read(each) for each in sorted(folder.glob("*/entries.jsonl"))]


def _read(file: Path) -> FaqSet:
    text = file.read_text("utf-8")
    seed = parse(text, name=file.name)
    if seed.errors:
        raise ValueError(f"{file}: {seed.errors[0]}")
    entry_of = _entry_of_row(text, seed.entries)
    queries = {
        variant: tuple(_query(line, entry_of) for line in _lines(file.with_name(name)))
        for variant, name in VARIANTS.items()
    }
    return FaqSet(file.parent.name, seed.entries, queries)


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text("utf-8").split("\n") if line.strip()]


def _entry_of_row(text: str, entries: tuple[Entry, ...]) -> dict[str, EntryId]:
    """Which entry each row became: that of its group's first row."""
    rows = [json.loads(line) for line in text.split("\n") if line.strip()]
    first: dict[str, str] = {}
    for row in rows:
        first.setdefault(row["group"], row["id"])
    ids = {entry.id for entry in entries}
    return {row["id"]: EntryId(first[row["group"]]) for row in rows if first[row["group"]] in ids}


def _query(line: str, entry_of: dict[str, EntryId]) -> Query:
    row = json.loads(line)
    relevant = frozenset(entry_of[each] for each in row["relevant"])
    return Query(row["query"], row["lang"], relevant)
