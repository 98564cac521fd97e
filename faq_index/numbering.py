"""Numbers the stems of very many words: each word is first looked at as one number, in bulk."""

from typing import Final

import numpy as np

from faq_index.postings import Integers, Keys, Numbers
from faq_index.stems import stems
from faq_index.text import BREAK
from faq_index.vocabulary import Vocabulary

NO_WORD: Final = -1
"""The number of a `BREAK`."""

_FEWEST_SLOTS: Final = 12
"""As a power of two."""
_SLOTS_A_WORD: Final = 4
_SPACE: Final = ord(" ")
_AT_ONCE: Final = 8
_MIXER: Final = np.uint64(0x9E3779B97F4A7C15)
_FIRST_BYTES: Final = np.array([(1 << 8 * size) - 1 for size in range(_AT_ONCE + 1)], np.uint64)


class Numbering:
    """The number of each word's stem: the vocabulary's, else the next one.

    Looking up a word takes longer than all else that is done with it. So most words are found by
    their hashes, thousands at once; of words with one slot it is the first's, mostly the commonest.
    """

    def __init__(self, language: str, known: Vocabulary | None = None) -> None:
        self.language = language
        self.added: dict[str, int] = {}
        self._known = known if known and len(known.stems) else None
        self._words: dict[str, int] = {BREAK: NO_WORD}
        self._free_slots(_FEWEST_SLOTS)

    @property
    def size(self) -> int:
        """How many stems have a number."""
        return len(self.added) + (len(self._known.stems) if self._known else 0)

    def numbers(self, words: str) -> Numbers:
        """Those of words that stand one after the other, with spaces between."""
        if _SLOTS_A_WORD * len(self._words) > len(self._hashes):
            self._free_slots(self._bits + 2)
        written = f" {words} ".encode("utf-8", "surrogatepass")
        starts, ends = _edges(written)
        hashes = _hashes(written, starts, ends)
        slots = hashes >> np.uint64(64 - self._bits)
        numbers: Numbers = self._numbers[slots]
        held = self._hashes[slots]
        strange = np.flatnonzero(held != hashes)
        numbers[strange] = self._looked_up(written, starts[strange], ends[strange])
        free = strange[held[strange] == 0]
        self._hashes[slots[free]] = hashes[free]
        self._numbers[slots[free]] = numbers[free]
        return numbers

    def _free_slots(self, bits: int) -> None:
        # No word has the hash 0: such a slot is free.
        self._bits = bits
        self._hashes = np.zeros(1 << bits, np.uint64)
        self._numbers = np.zeros(1 << bits, np.int32)

    def _looked_up(self, written: bytes, starts: Integers, ends: Integers) -> Numbers:
        cuts = zip(starts.tolist(), ends.tolist(), strict=True)
        words = [written[a:b].decode("utf-8", "surrogatepass") for a, b in cuts]
        new = [word for word in dict.fromkeys(words) if word not in self._words]
        added, first = self.added, self.size - len(self.added)
        for word, stem in zip(new, stems(new, self.language), strict=True):
            known = self._known.numbers.get(stem) if self._known else None
            number = added.setdefault(stem, first + len(added)) if known is None else known
            self._words[word] = number
        return np.fromiter(map(self._words.__getitem__, words), np.int32, len(words))


def _edges(written: bytes) -> tuple[Integers, Integers]:
    """Where each word begins and ends; a space stands before the first and after the last."""
    is_space = np.frombuffer(written, np.uint8) == _SPACE
    edges = np.flatnonzero(is_space[1:] != is_space[:-1]) + 1
    return edges[::2], edges[1::2]


def _hashes(written: bytes, starts: Integers, ends: Integers) -> Keys:
    """A number of 64 bits for each word: eight bytes at once, no two words of eight meet."""
    padded = written + bytes(_AT_ONCE)
    eight = np.ndarray(len(written), "<u8", padded, strides=(1,))
    hashes = np.full(len(starts), ~np.uint64(0))
    left = np.arange(len(starts))
    while len(left):
        taken = _FIRST_BYTES[np.minimum(ends[left] - starts, _AT_ONCE)]
        mixed = (hashes[left] ^ (eight[starts] & taken)) * _MIXER
        hashes[left] = mixed ^ (mixed >> np.uint64(32))
        starts = starts + _AT_ONCE
        longer = starts < ends[left]
        left, starts = left[longer], starts[longer]
    return hashes
