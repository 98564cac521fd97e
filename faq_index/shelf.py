"""The entries of one language, laid out for search: every wording is a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from faq_index.common_words import telling
from faq_index.entry import Entry
from faq_index.grams import grams
from faq_index.postings import Integers, Keys, Postings, Weights
from faq_index.stems import stem
from faq_index.text import words
from faq_index.vocabulary import Vocabulary

_MOST_OF_ANSWER: Final = 600
"""Characters of an answer that are searched: what follows is detail."""


@dataclass(frozen=True, slots=True)
class Field:
    """Which entries hold which stem in one field, and what all the field's stems weigh for each."""

    postings: Postings
    weight: Weights


@dataclass(frozen=True, slots=True)
class Lines:
    """The wordings: folded, their telling words, the entry each belongs to, and their stems.

    The stems of line i are `terms[starts[i] : starts[i + 1]]`, each once.
    """

    folded: tuple[str, ...]
    telling: tuple[str, ...]
    owner: Integers
    terms: Integers
    starts: Integers

    def __len__(self) -> int:
        return len(self.folded)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that searching the entries of one language needs; never changed once built."""

    language: str
    entries: tuple[Entry, ...]
    lines: Lines
    vocabulary: Vocabulary
    by_stem: Postings
    by_gram: Postings
    gram_weight: Weights
    gram_norm: Weights
    tags: Field
    answer: Field

    @classmethod
    def of(cls, language: str, entries: Sequence[Entry]) -> "Shelf":
        """Lays out entries that are all of one language."""
        numbering = _Numbering(language)
        lines = _lines(entries, numbering)
        tags = _stems_of((" ".join(entry.tags) for entry in entries), numbering)
        answers = _stems_of((entry.answer[:_MOST_OF_ANSWER] for entry in entries), numbering)
        line = np.repeat(np.arange(len(lines)), np.diff(lines.starts))
        by_stem = Postings.of(lines.terms.astype(np.uint64), line)
        vocabulary = numbering.vocabulary(by_stem, len(lines))
        by_gram = Postings.of(*grams(lines.folded))
        gram_weight = np.log1p((len(lines) - by_gram.counts + 0.5) / (by_gram.counts + 0.5))
        return cls(
            language=language,
            entries=tuple(entries),
            lines=lines,
            vocabulary=vocabulary,
            by_stem=by_stem,
            by_gram=by_gram,
            gram_weight=gram_weight,
            gram_norm=np.sqrt(by_gram.total(gram_weight**2, len(lines))),
            tags=_field(tags, vocabulary, len(entries)),
            answer=_field(answers, vocabulary, len(entries)),
        )


@dataclass(slots=True)
class _Numbering:
    """Numbers stems in the order they appear, remembering each word's."""

    language: str
    stems: dict[str, int] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)

    def number(self, word: str) -> int:
        number = self.words.get(word)
        if number is None:
            number = self.stems.setdefault(stem(word, self.language), len(self.stems))
            self.words[word] = number
        return number

    def vocabulary(self, by_stem: Postings, lines: int) -> Vocabulary:
        holding = np.zeros(len(self.stems), np.int64)
        holding[by_stem.keys.astype(np.int64)] = by_stem.counts
        return Vocabulary.of(self.language, self.stems, holding, lines)


def _lines(entries: Sequence[Entry], numbering: _Numbering) -> Lines:
    folded: list[str] = []
    told: list[str] = []
    owner: list[int] = []
    terms: list[int] = []
    starts: list[int] = [0]
    for at, entry in enumerate(entries):
        for line in _distinct_lines(entry, numbering.language):
            folded.append(line)
            told.append(telling(line.split(" "), numbering.language))
            owner.append(at)
            terms.extend(dict.fromkeys(map(numbering.number, line.split(" "))))
            starts.append(len(terms))
    return Lines(tuple(folded), tuple(told), *map(_integers, (owner, terms, starts)))


def _distinct_lines(entry: Entry, language: str) -> Iterable[str]:
    wordings = (" ".join(words(text, language)) for text in (entry.question, *entry.wordings))
    return filter(None, dict.fromkeys(wordings))


def _stems_of(texts: Iterable[str], numbering: _Numbering) -> tuple[Keys, Integers]:
    terms: list[int] = []
    entries: list[int] = []
    for at, text in enumerate(texts):
        found = list(map(numbering.number, words(text, numbering.language)))
        terms.extend(found)
        entries.extend([at] * len(found))
    return np.array(terms, np.uint64), _integers(entries)


def _field(pairs: tuple[Keys, Integers], vocabulary: Vocabulary, entries: int) -> Field:
    postings = Postings.of(*pairs)
    weights = vocabulary.weights[postings.keys.astype(np.int64)]
    return Field(postings, postings.total(weights, entries))


def _integers(numbers: list[int]) -> Integers:
    return np.array(numbers, np.int64)
