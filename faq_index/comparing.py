"""Compares candidates with what was asked, letter by letter, word by word and as a whole."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

from faq_index.asking import Asked
from faq_index.candidates import Candidates
from faq_index.common_words import telling
from faq_index.postings import Integers, Numbers, Weights
from faq_index.shelf import Shelf

PARTS: Final = ("letters", "words", "phrase", "wordings", "tags", "answer")
"""The columns of `compare`, in order."""

_ALIKE: Final = 0.7
"""Likeness (optimal string alignment) from which one stem may be a slip for the other."""

_SAME_BEGINNING: Final = 0.88
_SHORTEST_BEGINNING: Final = 4
_BEGINNING_DISCOUNT: Final = 0.4
"""Likeness (Jaro-Winkler) from which stems may share a compound, and how much less that counts."""


def compare(shelf: Shelf, asked: Asked, chosen: Candidates) -> Weights:
    """A row for each chosen line, a column for each of `PARTS`, all 0..1."""
    held = _Held.of(shelf, chosen.lines)
    likeness = _likeness(asked, held)
    told = [_telling(line, shelf.language) for line in chosen.folded]
    best = np.maximum.reduceat(likeness, held.firsts, axis=1)
    columns = (
        chosen.letters,
        _words(asked, held, likeness, best),
        process.cdist([asked.telling], told, scorer=fuzz.ratio)[0] / 100,
        _wordings(asked, best, shelf.lines.owner[chosen.lines]),
        chosen.tags,
        chosen.answer,
    )
    return np.stack(columns, axis=1).astype(np.float64)


@dataclass(frozen=True, slots=True)
class _Held:
    """The stems of some lines: `distinct` terms, spelt, and which of them stands at each place.

    The places of line i begin at `firsts[i]`.
    """

    firsts: Integers
    place: Integers
    distinct: Numbers
    stems: list[str]
    weights: Weights

    @classmethod
    def of(cls, shelf: Shelf, lines: Integers) -> "_Held":
        terms, sizes = shelf.lines.stems.rows(lines)
        distinct, place = np.unique(terms, return_inverse=True)
        stems = shelf.vocabulary.spelling(distinct)
        firsts = np.cumsum(sizes, dtype=np.int64) - sizes
        return cls(firsts, place, distinct, stems, shelf.vocabulary.weights[terms])


@lru_cache(maxsize=4_096)
def _telling(line: str, language: str) -> str:
    # The lines of a small FAQ are compared with every question.
    return telling(line.split(" "), language)


def _words(asked: Asked, held: _Held, likeness: Weights, best: Weights) -> Weights:
    """How well stems find a partner on the other side: harmonic mean of both sides, by weight."""
    said = asked.weights @ best / asked.weight
    found = np.add.reduceat(held.weights * likeness.max(axis=0), held.firsts)
    found /= np.add.reduceat(held.weights, held.firsts)
    mean: Weights = 2 * said * found / np.maximum(said + found, 1e-9)
    return mean


def _wordings(asked: Asked, best: Weights, owner: Numbers) -> Weights:
    """The share of what was said that any of the chosen wordings of the entry holds."""
    order = np.argsort(owner, kind="stable")
    firsts = np.flatnonzero(np.diff(owner[order], prepend=-1))
    share = asked.weights @ np.maximum.reduceat(best[:, order], firsts, axis=1) / asked.weight
    whole = np.empty(len(owner))
    whole[order] = np.repeat(share, np.diff(np.append(firsts, len(owner))))
    return whole


def _likeness(asked: Asked, held: _Held) -> Weights:
    """How like each stem that was said is to the one at each place: by letters or as it is read."""
    likeness = _alike(tuple(word.stem for word in asked.words), held.stems)
    for row, word in zip(likeness, asked.words, strict=True):
        terms = np.array([near.term for near in word.near], np.int64)
        at = np.minimum(np.searchsorted(held.distinct, terms), len(held.distinct) - 1)
        there = held.distinct[at] == terms
        nearness = np.array([near.likeness for near in word.near])
        np.maximum.at(row, at[there], nearness[there])
    return likeness[:, held.place]


def _alike(said: tuple[str, ...], held: list[str]) -> Weights:
    alike = process.cdist(said, held, scorer=OSA.normalized_similarity, dtype=np.float32)
    begun = process.cdist(said, held, scorer=JaroWinkler.normalized_similarity, dtype=np.float32)
    shorter = np.minimum.outer(list(map(len, said)), list(map(len, held)))
    compound = (begun >= _SAME_BEGINNING) & (shorter >= _SHORTEST_BEGINNING)
    best: Weights = np.maximum(
        np.where(alike >= _ALIKE, alike, 0.0) ** 2,
        np.where(compound, begun - _BEGINNING_DISCOUNT, 0.0),
    ).astype(np.float64)
    return best
