"""Which lines hold which key: an inverted index in three flat numpy arrays."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]
Weights = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Postings:
    """Sorted distinct `keys`; the lines of `keys[i]` are `lines[starts[i] : starts[i + 1]]`."""

    keys: Keys
    starts: Integers
    lines: npt.NDArray[np.int32]

    @classmethod
    def of(cls, keys: Keys, lines: Integers) -> "Postings":
        """Postings of the pairs (key, line), both below 2**32; a pair that repeats counts once."""
        # One 64-bit sort of both together is several times faster than numpy's unique().
        pairs = np.sort((keys << np.uint64(32)) | lines.astype(np.uint64))
        pairs = pairs[np.diff(pairs, prepend=~pairs[:1]) != 0]
        high = pairs >> np.uint64(32)
        first = np.flatnonzero(np.diff(high, prepend=~high[:1]))
        starts = np.append(first, len(pairs)).astype(np.int64)
        return cls(high[first], starts, (pairs & np.uint64(0xFFFFFFFF)).astype(np.int32))

    @property
    def counts(self) -> Integers:
        """How many lines hold each of `keys`."""
        return np.diff(self.starts)

    def total(self, weights: Weights, size: int) -> Weights:
        """For each of `size` lines, the sum of `weights` (one a key) over all keys it holds."""
        return _sums(self.lines, np.repeat(weights, self.counts), size)

    def locate(self, keys: Keys) -> tuple[Integers, npt.NDArray[np.bool_]]:
        """Which of the sorted `keys` any line holds, and the places of those in `self.keys`."""
        places = np.searchsorted(self.keys, keys)
        held = np.zeros(len(keys), np.bool_)
        within = places < len(self.keys)
        held[within] = self.keys[places[within]] == keys[within]
        return places[held], held

    def spread(self, places: Integers, weights: Weights, size: int) -> Weights:
        """For each of `size` lines, the sum of the weights of the given places that it holds."""
        counts = self.starts[places + 1] - self.starts[places]
        before = np.cumsum(counts) - counts
        index = np.repeat(self.starts[places] - before, counts) + np.arange(counts.sum())
        return _sums(self.lines[index], np.repeat(weights, counts), size)


def _sums(lines: npt.NDArray[np.int32], weights: Weights, size: int) -> Weights:
    # bincount() of nothing would answer with integers.
    return np.bincount(lines, weights, minlength=size).astype(np.float64)
