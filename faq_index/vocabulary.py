"""The stems of one language's FAQ: what each weighs, and which are near a mistyped word."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from math import log1p
from typing import Final

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from faq_index.common_words import common_shares
from faq_index.postings import Integers, Weights

BACKGROUND: Final = 2_000
"""Imagined sentences of everyday speech beside the FAQ's own lines: a small FAQ cannot know
that `the` is common, a large one knows it by itself."""

_NEAR: Final = 0.7
_NEAR_OTHER_INITIAL: Final = 0.8
_SHORTEST_MISTYPED: Final = 4
_NEIGHBOURS: Final = 3


@dataclass(frozen=True, slots=True)
class Near:
    """A stem of the vocabulary that a word may have meant; `likeness` is 1 where it is the same."""

    term: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Stems numbered from 0; `weights[n]` is the inverse document frequency of stem n."""

    language: str
    numbers: dict[str, int]
    stems: tuple[str, ...]
    weights: Weights
    lines: int
    by_length: tuple[str, ...]

    @classmethod
    def of(
        cls, language: str, numbers: dict[str, int], holding: Integers, lines: int
    ) -> "Vocabulary":
        """The vocabulary of `lines` lines, `holding[n]` of which hold stem n."""
        shares = common_shares(language)
        common = np.array([shares.get(stem, 0.0) for stem in numbers])
        weights = _weights(holding, common, lines)
        by_length = tuple(sorted(numbers, key=len))
        return cls(language, numbers, tuple(numbers), weights, lines, by_length)

    def weight(self, stem: str, near: list[Near]) -> float:
        """The weight of a stem, of what it is near to, or else what everyday speech says of it."""
        if near:
            return float(self.weights[near[0].term])
        held = common_shares(self.language).get(stem, 0.0) * BACKGROUND
        return log1p((self.lines + BACKGROUND - held + 0.5) / (held + 0.5))

    def near(self, stem: str) -> list[Near]:
        """The stem itself where the FAQ has it, else the few that are a slip away, best first."""
        number = self.numbers.get(stem)
        if number is not None:
            return [Near(number, 1.0)]
        if len(stem) < _SHORTEST_MISTYPED:
            return []
        alike = process.extract(
            stem,
            self._of_like_length(stem),
            scorer=OSA.normalized_similarity,
            limit=_NEIGHBOURS,
            score_cutoff=_NEAR,
        )
        return [
            Near(self.numbers[found], likeness**2)
            for found, likeness, _ in alike
            if found[0] == stem[0] or likeness >= _NEAR_OTHER_INITIAL
        ]

    def _of_like_length(self, stem: str) -> tuple[str, ...]:
        slips = 1 + len(stem) // 6
        shortest = bisect_left(self.by_length, len(stem) - slips, key=len)
        longest = bisect_right(self.by_length, len(stem) + slips, key=len)
        return self.by_length[shortest:longest]


def _weights(holding: Integers, common: Weights, lines: int) -> Weights:
    held = holding + common * BACKGROUND
    return np.log1p((lines + BACKGROUND - held + 0.5) / (held + 0.5))
