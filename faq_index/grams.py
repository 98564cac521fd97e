"""Character n-grams as numbers, for many lines at once: what makes the search forgive spelling."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from faq_index.postings import Integers, Keys

LENGTHS: Final = (3, 4)
_SPACE: Final = ord(" ")
_BATCH: Final = 50_000
"""Lines taken at once, so that a million lines do not need a million lines' scratch memory."""


def grams(lines: Sequence[str]) -> tuple[Keys, Integers]:
    """Pairs (n-gram's 32-bit hash, number of its line), repeats included.

    A gram may begin or end at a word's edge, written as a space, but spans no two words.
    """
    batches = [
        _batch(lines[start : start + _BATCH], start) for start in range(0, len(lines), _BATCH)
    ]
    if not batches:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    keys, owners = zip(*batches, strict=True)
    return np.concatenate(keys), np.concatenate(owners)


def _batch(lines: Sequence[str], first: int) -> tuple[Keys, Integers]:
    padded = "".join(f" {line} " for line in lines)
    letters = np.frombuffer(padded.encode("utf-32-le", "surrogatepass"), np.uint32)
    sizes = np.fromiter((len(line) + 2 for line in lines), np.int64, len(lines))
    owner = np.repeat(np.arange(first, first + len(lines)), sizes)
    found = [_of_length(n, letters.astype(np.uint64), owner) for n in LENGTHS]
    return np.concatenate([k for k, _ in found]), np.concatenate([o for _, o in found])


def _of_length(n: int, letters: Keys, owner: Integers) -> tuple[Keys, Integers]:
    count = max(len(letters) - n + 1, 0)
    mixed = np.full(count, n, np.uint64)
    kept = owner[:count] == owner[len(owner) - count :]
    for offset in range(n):
        letter = letters[offset : offset + count]
        mixed = mixed * np.uint64(1_000_003) + letter
        if 0 < offset < n - 1:
            kept &= letter != _SPACE
    hashed = (mixed * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(32)
    return hashed[kept], owner[:count][kept]
