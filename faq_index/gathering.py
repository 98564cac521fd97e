"""Gathers what laid-out entries hold, part by part, until there is enough to make a shelf of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from faq_index.entry import Entry
from faq_index.keeping import Kept
from faq_index.laying import Laid, lay
from faq_index.letters import MOST_COUNTED
from faq_index.numbering import Numbering
from faq_index.postings import Integers, Numbers, Pairs, Ragged
from faq_index.scope import Bounds
from faq_index.texts import Texts, hashes

_AT_ONCE: Final = 500
"""Entries laid out in one go: between two goes, others may have the interpreter."""


@dataclass(slots=True)
class Gathering:
    """Parts, in order: entries and lines count on from those that are there already."""

    numbering: Numbering
    kept: Kept
    lines: int
    hashed_ids: list[Integers] = field(default_factory=list)
    folded: list[Texts] = field(default_factory=list)
    sample: list[str] = field(default_factory=list)
    lines_of: list[Integers] = field(default_factory=list)
    stems: list[Ragged] = field(default_factory=list)
    tags: list[Ragged] = field(default_factory=list)
    by_line: list[Pairs] = field(default_factory=list)
    by_entry: list[Numbers] = field(default_factory=list)
    by_tag: list[Pairs] = field(default_factory=list)
    by_answer: list[Pairs] = field(default_factory=list)
    bounds: list[Bounds] = field(default_factory=list)

    def take(self, entries: Sequence[Entry]) -> None:
        """Lays out some more."""
        laid = lay(entries, self.numbering)
        self.hashed_ids.append(hashes(entry.id for entry in entries))
        self.folded.append(Texts.of(laid.folded))
        self.sample += laid.folded[: MOST_COUNTED - len(self.sample)]
        self.lines_of.append(laid.lines_of)
        self.stems.append(laid.stems)
        self.tags.append(laid.tags)
        by_line = _held(laid.stems, self.lines)
        self.by_line.append(by_line)
        self.by_entry.append(_entries(by_line, laid.lines_of, self.lines))
        self.by_tag.append(_held(laid.tags, self.kept.size))
        self.by_answer.append(_held(laid.answers, self.kept.size))
        self.bounds.append(Bounds.of(entries, self.kept.size))
        self.kept = self.kept.extended(entries)
        self.lines += len(laid.folded)

    def counted(self, stems: int) -> tuple[int, Integers, Integers]:
        """How many entries were taken, and as `counts` says of all that was taken."""
        by_entries = np.zeros(stems, np.int64)
        for part, holding in zip(self.by_line, self.by_entry, strict=True):
            by_entries[part.keys] += holding
        others = _counts((*self.by_tag, *self.by_answer), stems)
        return sum(map(len, self.hashed_ids)), by_entries, by_entries + others


@dataclass(slots=True)
class Given:
    """Which shelf, if any, each entry is for that was given, by the hash of its id."""

    numbers: dict[str | None, int] = field(default_factory=dict)
    _ids: list[Integers] = field(default_factory=list)
    _languages: list[Integers] = field(default_factory=list)

    def take(self, entries: Sequence[Entry], languages: Sequence[str | None]) -> None:
        """More entries and the languages of their shelves."""
        numbers = [self.numbers.setdefault(each, len(self.numbers)) for each in languages]
        self._ids.append(hashes(entry.id for entry in entries))
        self._languages.append(np.array(numbers, np.int64))

    def last(self) -> tuple[Integers, Integers]:
        """Each id once, and the number of the language with which it was given last."""
        none = np.zeros(0, np.int64)
        ids = np.concatenate([none, *self._ids])[::-1]
        each, at = np.unique(ids, return_index=True)
        return each, np.concatenate([none, *self._languages])[::-1][at]


def parts(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """The entries in lists of a bounded length, so that a million are never one list."""
    part: list[Entry] = []
    for entry in entries:
        part.append(entry)
        if len(part) == _AT_ONCE:
            yield part
            part = []
    if part:
        yield part


def counts(laid: Laid, stems: int) -> tuple[Integers, Integers]:
    """How many entries hold each stem in a wording, and how many there, in tags and in answers."""
    by_line = _held(laid.stems, 0)
    by_entries = np.zeros(stems, np.int64)
    by_entries[by_line.keys] = _entries(by_line, laid.lines_of, 0)
    fields = np.concatenate([laid.tags.values, laid.answers.values])
    return by_entries, by_entries + np.bincount(fields, minlength=stems)


def _counts(gathered: Iterable[Pairs], stems: int) -> Integers:
    total = np.zeros(stems, np.int64)
    for part in gathered:
        total[part.keys] += part.counts
    return total


def _held(rows: Ragged, first: int) -> Pairs:
    return Pairs.of(rows.values, np.repeat(np.arange(first, first + len(rows)), rows.sizes))


def _entries(by_line: Pairs, lines_of: Integers, first: int) -> Numbers:
    """How many entries hold each key; `first` is the number of the first of their lines."""
    entry = np.repeat(np.arange(len(lines_of)), lines_of)[by_line.holders - first]
    key = np.repeat(np.arange(len(by_line.keys)), by_line.counts)
    is_first = (np.diff(entry, prepend=-1) != 0) | (np.diff(key, prepend=-1) != 0)
    return np.bincount(key[is_first], minlength=len(by_line.keys)).astype(np.int32)
