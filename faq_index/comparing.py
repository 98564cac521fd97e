"""Compares candidates with what was asked, letter by letter, word by word and as a whole."""

from typing import Final

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

from faq_index.asking import Asked
from faq_index.candidates import Candidates
from faq_index.postings import Integers, Weights
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
    told = [shelf.lines.telling[line] for line in chosen.lines]
    phrase = process.cdist([asked.telling], told, scorer=fuzz.ratio)[0] / 100
    words = _words(shelf, asked, chosen.lines)
    columns = (chosen.letters, words, phrase, chosen.wordings, chosen.tags, chosen.answer)
    return np.stack(columns, axis=1).astype(np.float64)


def _words(shelf: Shelf, asked: Asked, lines: Integers) -> Weights:
    """How well stems find a partner on the other side: harmonic mean of both sides, by weight."""
    starts, ends = shelf.lines.starts[lines], shelf.lines.starts[lines + 1]
    terms = np.concatenate(
        [shelf.lines.terms[start:end] for start, end in zip(starts, ends, strict=True)]
    )
    firsts = np.cumsum(ends - starts) - (ends - starts)
    distinct, place = np.unique(terms, return_inverse=True)
    likeness = _likeness(asked.stems, [shelf.vocabulary.stems[term] for term in distinct])
    likeness = likeness[:, place]
    weights = shelf.vocabulary.weights[terms]
    said = asked.weights @ np.maximum.reduceat(likeness, firsts, axis=1) / asked.weight
    held = np.add.reduceat(weights * likeness.max(axis=0), firsts)
    held /= np.add.reduceat(weights, firsts)
    mean: Weights = 2 * said * held / np.maximum(said + held, 1e-9)
    return mean


def _likeness(said: tuple[str, ...], held: list[str]) -> Weights:
    alike = process.cdist(said, held, scorer=OSA.normalized_similarity, dtype=np.float32)
    begun = process.cdist(said, held, scorer=JaroWinkler.normalized_similarity, dtype=np.float32)
    shorter = np.minimum.outer([len(stem) for stem in said], [len(stem) for stem in held])
    compound = (begun >= _SAME_BEGINNING) & (shorter >= _SHORTEST_BEGINNING)
    best: Weights = np.maximum(
        np.where(alike >= _ALIKE, alike, 0.0) ** 2,
        np.where(compound, begun - _BEGINNING_DISCOUNT, 0.0),
    ).astype(np.float64)
    return best
