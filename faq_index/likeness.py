"""Short texts as vectors of stems and letters: how alike many of them are, at a bounded cost."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import numpy as np

from faq_index.gist import telling_words
from faq_index.grams import grams
from faq_index.postings import Integers, Keys, Weights
from faq_index.stems import stem

_BY_STEMS: Final = 0.45
"""What stems count; letters, which forgive spelling, count the rest."""
_BACKGROUND: Final = 2_000
"""Imagined texts on something else: what all of a few texts are about still tells them apart."""
_LOOSE: Final = 200
"""Vectors kept in a dictionary before they join the arrays."""
_A_STEM: Final = np.uint64(1 << 32)


@dataclass(frozen=True, slots=True)
class Vector:
    """Distinct features, sorted, with weights of which the squares add up to 1 at most."""

    keys: Keys
    weights: Weights


def vectors(texts: Sequence[str], language: str) -> list[Vector]:
    """One for each text; the dot product of two says how alike they are, from 0 to 1."""
    told = [telling_words(text, language) for text in texts]
    stems: dict[str, int] = {}
    numbers = [[stems.setdefault(stem(w, language), len(stems)) for w in said] for said in told]
    owners = np.repeat(np.arange(len(texts)), [len(each) for each in numbers])
    flat = np.fromiter((n for each in numbers for n in each), np.uint64, len(owners))
    by_stem = _weighed(flat + _A_STEM, owners, len(texts), _BY_STEMS)
    by_gram = _weighed(*grams([" ".join(said) for said in told]), len(texts), 1 - _BY_STEMS)
    return [_joined(*each) for each in zip(by_gram, by_stem, strict=True)]


def _joined(letters: Vector, stems: Vector) -> Vector:
    # Stems are numbered above every hash of letters, so the keys stay sorted.
    return Vector(
        np.concatenate([letters.keys, stems.keys]),
        np.concatenate([letters.weights, stems.weights]),
    )


def _weighed(keys: Keys, owners: Integers, size: int, share: float) -> list[Vector]:
    """Features by their owner, rare ones weighing more."""
    order = np.lexsort((keys, owners))
    keys, owners = keys[order], owners[order]
    first = np.ones(len(keys), np.bool_)
    first[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
    keys, owners = keys[first], owners[first]
    _, place, held = np.unique(keys, return_inverse=True, return_counts=True)
    rarity = np.log1p((size + _BACKGROUND - held + 0.5) / (held + 0.5))
    weights = rarity[place]
    norms = np.sqrt(np.bincount(owners, weights**2, minlength=size))
    weights = weights * np.sqrt(share) / norms[owners]
    ends = np.searchsorted(owners, np.arange(size + 1))
    return [Vector(keys[a:b], weights[a:b]) for a, b in pairwise(ends.tolist())]


@dataclass(slots=True)
class Neighbours:
    """Finds, among the vectors that were added, the one most like another."""

    count: int = 0
    _keys: Keys = field(default_factory=lambda: np.zeros(0, np.uint64))
    _rows: Integers = field(default_factory=lambda: np.zeros(0, np.int64))
    _weights: Weights = field(default_factory=lambda: np.zeros(0))
    _loose: dict[int, list[tuple[int, float]]] = field(default_factory=dict)
    _waiting: list[Vector] = field(default_factory=list)

    def add(self, vector: Vector) -> int:
        """Returns its number, from 0."""
        for key, weight in zip(vector.keys.tolist(), vector.weights.tolist(), strict=True):
            self._loose.setdefault(key, []).append((self.count, weight))
        self._waiting.append(vector)
        self.count += 1
        if len(self._waiting) >= _LOOSE:
            self._settle()
        return self.count - 1

    def nearest(self, vector: Vector) -> tuple[int, float]:
        """The number of the likest and how alike it is; (-1, 0.0) where nothing is shared."""
        alike = self._among_settled(vector)
        best = int(alike.argmax()) if len(alike) else -1
        found = (best, float(alike[best])) if best >= 0 and alike[best] > 0 else (-1, 0.0)
        shared: dict[int, float] = {}
        for key, weight in zip(vector.keys.tolist(), vector.weights.tolist(), strict=True):
            for number, other in self._loose.get(key, ()):
                shared[number] = shared.get(number, 0.0) + weight * other
        loose = max(shared.items(), key=lambda each: each[1], default=found)
        return loose if loose[1] > found[1] else found

    def _among_settled(self, vector: Vector) -> Weights:
        starts = np.searchsorted(self._keys, vector.keys, "left")
        counts = np.searchsorted(self._keys, vector.keys, "right") - starts
        before = np.cumsum(counts) - counts
        at = np.repeat(starts - before, counts) + np.arange(counts.sum())
        products = self._weights[at] * np.repeat(vector.weights, counts)
        # bincount() of nothing would answer with integers.
        return np.bincount(self._rows[at], products).astype(np.float64)

    def _settle(self) -> None:
        first = self.count - len(self._waiting)
        sizes = [len(each.keys) for each in self._waiting]
        rows = np.repeat(np.arange(first, self.count), sizes)
        keys = np.concatenate([self._keys, *(each.keys for each in self._waiting)])
        order = np.argsort(keys, kind="stable")
        self._keys = keys[order]
        self._rows = np.concatenate([self._rows, rows])[order]
        weights = np.concatenate([self._weights, *(each.weights for each in self._waiting)])
        self._weights = weights[order]
        self._loose.clear()
        self._waiting.clear()
