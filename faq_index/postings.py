"""Which holders (lines, entries) hold which key, and the other way round, in flat numpy arrays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
Counts = Integers | Numbers
Keys = npt.NDArray[np.uint64]
Weights = npt.NDArray[np.float64]

LOW = np.uint64(0xFFFFFFFF)
HALF = np.uint64(32)
_ROWS: Final = 50_000
"""Rows summed at once, so that a million do not need a million rows' scratch memory."""


@dataclass(frozen=True, slots=True)
class Ragged:
    """Rows of unequal length: row i is `values[starts[i] : starts[i + 1]]`."""

    values: Numbers
    starts: Counts

    @classmethod
    def of(cls, values: Sequence[Numbers], sizes: Sequence[Counts]) -> "Ragged":
        """Rows of these sizes, cut out of the values; both in parts, as they were gathered."""
        return cls(np.concatenate([np.zeros(0, np.int32), *values]), beginnings(sizes))

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def sizes(self) -> Counts:
        return np.diff(self.starts)

    def row(self, number: int) -> Numbers:
        return self.values[self.starts[number] : self.starts[number + 1]]

    def rows(self, numbers: Counts) -> tuple[Numbers, Counts]:
        """The values of these rows one after the other, and how many are of each."""
        starts = self.starts[numbers]
        sizes = self.starts[numbers + 1] - starts
        return self.values[places(starts, sizes)], sizes

    def extended(self, parts: Sequence["Ragged"]) -> "Ragged":
        """These rows and, after them, those of the parts."""
        every = (self, *parts)
        return Ragged.of([each.values for each in every], [each.sizes for each in every])

    def total(self, weights: Weights) -> Weights:
        """The sum of the weights (one a value's number) over each row; no row may be empty."""
        totals = np.zeros(len(self))
        for first in range(0, len(self), _ROWS):
            starts = self.starts[first : first + _ROWS + 1]
            values = self.values[starts[0] : starts[-1]]
            totals[first : first + _ROWS] = np.add.reduceat(
                weights[values], starts[:-1] - starts[0]
            )
        return totals


@dataclass(frozen=True, slots=True)
class Pairs:
    """Distinct pairs (key, holder), sorted: `counts[i]` of the holders are those of `keys[i]`."""

    keys: Numbers
    counts: Numbers
    holders: Numbers

    @classmethod
    def of(cls, keys: Counts, holders: Counts) -> "Pairs":
        # One 64-bit sort of both together is several times faster than numpy's unique().
        pairs = distinct(keys, holders)
        high = (pairs >> HALF).astype(np.int32)
        first = np.flatnonzero(np.diff(high, prepend=-1))
        counts = np.diff(np.append(first, len(high))).astype(np.int32)
        return cls(high[first], counts, (pairs & LOW).astype(np.int32))


def distinct(high: npt.NDArray[np.integer], low: npt.NDArray[np.integer]) -> Keys:
    """Sorted, each once: `high` and `low` (both of 32 bits) as one number of 64."""
    pairs = np.sort((high.astype(np.uint64) << HALF) | low.astype(np.uint64))
    each: Keys = pairs[np.diff(pairs, prepend=~pairs[:1]) != 0]
    return each


@dataclass(frozen=True, slots=True)
class Postings:
    """An inverted index: the holders of key k are `rows.row(k)`, sorted."""

    rows: Ragged

    @classmethod
    def of(cls, gathered: Iterable[Pairs], keys: int) -> "Postings":
        """Postings of `keys` keys; each of the gathered holds later holders than the one before."""
        parts = list(gathered)
        counts = np.zeros(keys, np.int64)
        for part in parts:
            counts[part.keys] += part.counts
        starts = beginnings([counts])
        holders = np.empty(starts[-1], np.int32)
        ends = starts[:-1].copy()
        for part in parts:
            holders[places(ends[part.keys], part.counts)] = part.holders
            ends[part.keys] += part.counts
        return cls(Ragged(holders, starts))

    def extended(self, gathered: Iterable[Pairs], keys: int) -> "Postings":
        """With more holders, all later than those here, and `keys` keys now.

        What is here is copied in long runs: a small change of a large index costs little.
        """
        more = Postings.of(gathered, keys).rows
        if not len(self.rows.values):
            return Postings(more)
        sizes = np.zeros(keys, np.int64)
        sizes[: len(self.rows)] = self.rows.sizes
        touched = np.flatnonzero(more.sizes)
        woven: list[Numbers] = []
        done = 0
        for key, end in zip(touched.tolist(), np.cumsum(sizes)[touched].tolist(), strict=True):
            woven += self.rows.values[done:end], more.row(key)
            done = end
        return Postings(Ragged.of([*woven, self.rows.values[done:]], [sizes + more.sizes]))

    def counts(self, keys: Counts) -> Counts:
        """How many hold each of these keys."""
        return self.rows.starts[keys + 1] - self.rows.starts[keys]

    def held(self, key: int, holders: Counts) -> npt.NDArray[np.bool_]:
        """Which of the holders hold the key: looked up, however many others do."""
        row = self.rows.row(key)
        if not len(row):
            return np.zeros(len(holders), np.bool_)
        at = np.minimum(row.searchsorted(holders.astype(np.int32)), len(row) - 1)
        return np.asarray(row[at] == holders)


def beginnings(sizes: Sequence[Counts]) -> Counts:
    """Where rows of these sizes begin, the end of the last included: of 32 bits where that does."""
    starts = np.cumsum(np.concatenate([np.zeros(1, np.int64), *sizes]))
    return starts if starts[-1] > np.iinfo(np.int32).max else starts.astype(np.int32)


def places(starts: Counts, sizes: Counts) -> Integers:
    """`starts[i]`, `starts[i] + 1`, ... `sizes[i]` of each, one after the other."""
    before = np.append(0, np.cumsum(sizes, dtype=np.int64)[:-1])
    return np.repeat(starts - before, sizes) + np.arange(sizes.sum())


def sums(places: Integers, weights: Weights, size: int) -> Weights:
    """For each of `size` places, the sum of the weights that fall on it."""
    # bincount() of nothing would answer with integers.
    return np.bincount(places, weights, size).astype(np.float64, copy=False)
