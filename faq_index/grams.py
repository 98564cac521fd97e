"""Character n-grams as numbers, for many lines at once: what makes the search forgive spelling."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from faq_index.postings import Integers, Keys

_SPACE: Final = ord(" ")
_BASE: Final = 1_000_003
_ONE, _THREE = np.uint64(_BASE), np.uint64(_BASE**3)
_OF_THREE, _OF_FOUR = np.uint64(3 * _BASE**3), np.uint64(4 * _BASE**4 % 2**64)
"""What keeps an n-gram of three letters apart from those of four."""
_MIXER: Final = np.uint64(0x9E3779B97F4A7C15)


def grams(lines: Sequence[str]) -> tuple[Keys, Integers]:
    """Pairs (32-bit hash of three or four letters, number of their line), repeats included.

    A gram may begin or end at a word's edge, written as a space, but spans no two words.
    """
    padded = "".join([f" {line} " for line in lines]).encode("utf-32-le", "surrogatepass")
    letters = np.frombuffer(padded, np.uint32).astype(np.uint64)
    sizes = np.fromiter(map(len, lines), np.int64, len(lines)) + 2
    owner = np.repeat(np.arange(len(lines)), sizes)
    threes = (letters[:-2] * _ONE + letters[1:-1]) * _ONE + letters[2:]
    fours = letters[:-3] * _THREE + threes[1:]
    # Between two lines stand two spaces, so that a gram of both would have one inside.
    one_word = letters[1:-1] != _SPACE
    three, four = np.flatnonzero(one_word), np.flatnonzero(one_word[:-1] & one_word[1:])
    mixed = np.concatenate([threes[three] + _OF_THREE, fours[four] + _OF_FOUR])
    return (mixed * _MIXER) >> np.uint64(32), owner[np.concatenate([three, four])]
