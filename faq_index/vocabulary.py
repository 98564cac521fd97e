"""The stems of one language's FAQ: what each weighs, and which are near a mistyped word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log1p, pow
from typing import Final

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from faq_index.common_words import common_shares
from faq_index.postings import Integers, Numbers, Weights
from faq_index.spellings import Spellings
from faq_index.texts import Register, Texts, hashes

BACKGROUND: Final = 2_000
"""Imagined sentences of everyday speech beside the FAQ's own: a small FAQ cannot know
that `the` is common, a large one knows it by itself."""

_NEAR: Final = 0.7
_NEAR_OTHER_INITIAL: Final = 0.8
_SHORTEST_MISTYPED: Final = 4
_NEIGHBOURS: Final = 3
_KINSHIP: Final = 8
_KIN_DISCOUNT: Final = 0.5
_MOST_RECENT: Final = 1_000
"""Stems that came later and are compared one by one; with more the spellings are laid out anew."""


@dataclass(frozen=True, slots=True)
class Near:
    """A stem of the vocabulary that a word may have meant; `likeness` is 1 where it is the same."""

    term: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Holding:
    """How many entries there are, how many hold each stem in a wording, and how many there and in
    other fields. That an entry has many wordings makes their words no more common."""

    entries: int
    by_entries: Integers
    at_all: Integers

    def changed(self, entries: int, by_entries: Integers, at_all: Integers) -> "Holding":
        """With so many more of each; of stems also such as were not counted before."""
        grown = np.zeros((2, len(at_all)), np.int64)
        grown[:, : len(self.at_all)] = self.by_entries, self.at_all
        return Holding(self.entries + entries, grown[0] + by_entries, grown[1] + at_all)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Stems numbered from 0; `weights[n]` is what stem n tells, by its rarity.

    A stem that nothing holds any more keeps its number and is known no longer. Those from `spelt`
    on are not in `spellings` yet.
    """

    language: str
    stems: Texts
    numbers: Register
    held: Holding
    weights: Weights
    spellings: Spellings
    spelt: int

    @classmethod
    def empty(cls, language: str) -> "Vocabulary":
        none = np.zeros(0, np.int64)
        return cls(
            language=language,
            stems=Texts.of(()),
            numbers=Register.empty(),
            held=Holding(0, none, none),
            weights=np.zeros(0),
            spellings=Spellings.of(()),
            spelt=0,
        )

    def changed(self, more: Sequence[str], held: Holding) -> "Vocabulary":
        """With more stems, numbered after these, and other counts for all."""
        first = len(self.stems)
        stems = self.stems.extended([Texts.of(more)])
        common = np.zeros(len(stems))
        for stem, share in common_shares(self.language).items():
            number = self.numbers.get(stem)
            if number is not None:
                common[number] = share
        common[first:] = _common(self.language, more)
        later = replace(
            self,
            stems=stems,
            numbers=self.numbers.extended(hashes(more), first),
            held=held,
            weights=_weights(held, common),
        )
        if first and len(stems) - self.spelt <= _MOST_RECENT:
            return later
        spellings = Spellings.of(stems.some(np.arange(len(stems))))
        return replace(later, spellings=spellings, spelt=len(stems))

    def number(self, stem: str) -> int | None:
        """The number of a stem that any line, tag or answer holds."""
        number = self.numbers.get(stem)
        return number if number is not None and self.held.at_all[number] else None

    def spelling(self, terms: Integers | Numbers) -> list[str]:
        """The stems of these numbers."""
        return self.stems.some(terms)

    def weight(self, stem: str, near: list[Near]) -> float:
        """The weight of a stem, of what it is near to, or else what everyday speech says of it."""
        if near:
            return float(self.weights[near[0].term])
        held = common_shares(self.language).get(stem, 0.0) * BACKGROUND
        return pow(log1p((self.held.entries + BACKGROUND - held + 0.5) / (held + 0.5)), 1.5)

    def near(self, stem: str) -> list[Near]:
        """The stem itself where the FAQ has it, else the few that are a slip away, best first."""
        number = self.number(stem)
        if number is not None:
            return [Near(number, 1.0)]
        if len(stem) < _SHORTEST_MISTYPED:
            return []
        slips = 1 + len(stem) // 6
        like = np.array(
            [
                *self.spellings.like(stem, len(stem) - slips, len(stem) + slips),
                *range(self.spelt, len(self.stems)),
            ],
            np.int64,
        )
        like = like[self.held.at_all[like] > 0]
        spelt = self.spelling(like)
        alike = process.extract(
            stem,
            spelt,
            scorer=OSA.normalized_similarity,
            limit=_NEIGHBOURS,
            score_cutoff=_NEAR,
        )
        return [
            Near(int(like[at]), likeness**2)
            for found, likeness, at in alike
            if found[0] == stem[0] or likeness >= _NEAR_OTHER_INITIAL
        ]

    def kin(self, stem: str) -> list[Near]:
        """Stems that share much with one that is near to none: compounds, longer inflections."""
        numbers, shares = self.spellings.kin(stem, _KINSHIP)
        known = self.held.at_all[numbers] > 0
        pairs = zip(numbers[known].tolist(), shares[known].tolist(), strict=True)
        return [Near(number, _KIN_DISCOUNT * share) for number, share in pairs]


def _common(language: str, stems: Sequence[str]) -> Weights:
    shares = common_shares(language)
    return np.fromiter((shares.get(stem, 0.0) for stem in stems), np.float64, len(stems))


def _weights(holding: Holding, common: Weights) -> Weights:
    held = holding.by_entries + common * BACKGROUND
    rarity = np.log1p((holding.entries + BACKGROUND - held + 0.5) / (held + 0.5))
    # What everybody says counts for less than the logarithm alone would have it.
    weights: Weights = rarity * np.sqrt(rarity)
    return weights
