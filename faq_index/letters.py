"""Likeness by letters: the cosine of character n-grams, which forgives spelling in any language."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from faq_index.grams import grams
from faq_index.postings import HALF, Integers, Weights, distinct, sums

_SLOTS_BITS: Final = 18
MOST_COUNTED: Final = 20_000
"""Lines whose n-grams are counted: how rare an n-gram is, so many tell as well as all."""

_AT_ONCE: Final = 1_000
"""Lines counted in one go, so that their n-grams stay near the processor."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How many of the `lines` counted hold an n-gram of each slot; n-grams are kept nowhere."""

    holding: Integers
    lines: int
    weights: Weights

    @staticmethod
    @cache
    def none() -> "Letters":
        return Letters.of(np.zeros(1 << _SLOTS_BITS, np.int64), 0)

    @classmethod
    def of(cls, holding: Integers, lines: int) -> "Letters":
        return cls(holding, lines, np.log1p((lines - holding + 0.5) / (holding + 0.5)) ** 2)

    def changed(self, more: Sequence[str], fewer: Sequence[str]) -> "Letters":
        """With some lines counted too, and some no more; unchanged if enough are counted."""
        more = more[: max(MOST_COUNTED - self.lines, 0)]
        fewer = fewer[: max(MOST_COUNTED - self.lines - len(more), 0)]
        if not more and not fewer:
            return self
        holding = self.holding + _holding(more) - _holding(fewer)
        return Letters.of(holding, self.lines + len(more) - len(fewer))

    def alike(self, said: str, lines: Sequence[str]) -> Weights:
        """The cosine (0..1) of one text and each of the lines, rare n-grams counting more."""
        slots, owners = _slots([said, *lines])
        weights = self.weights[slots]
        shared = np.zeros(1 << _SLOTS_BITS, np.bool_)
        shared[slots[owners == 0]] = True
        norms = sums(owners, weights, len(lines) + 1)
        at = np.flatnonzero(shared[slots])
        both = sums(owners[at], weights[at], len(lines) + 1)
        whole = np.sqrt(norms[1:] * norms[0])
        alike = np.divide(both[1:], whole, out=np.zeros(len(lines)), where=whole > 0)
        bounded: Weights = np.minimum(alike, 1.0)
        return bounded


def _holding(lines: Sequence[str]) -> Integers:
    """How many of the lines hold an n-gram of each slot."""
    parts = (lines[at : at + _AT_ONCE] for at in range(0, len(lines), _AT_ONCE))
    slots = [distinct(*_slots(part)) >> HALF for part in parts]
    every = np.concatenate([np.zeros(0, np.uint64), *slots]).astype(np.int64)
    return np.bincount(every, minlength=1 << _SLOTS_BITS)


def _slots(lines: Sequence[str]) -> tuple[Integers, Integers]:
    keys, owners = grams(lines)
    return (keys >> np.uint64(32 - _SLOTS_BITS)).astype(np.int64), owners
