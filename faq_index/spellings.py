"""Finds, among many stems, the few that are spelt much like one: never looks at all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from faq_index.choosing import largest
from faq_index.postings import HALF, LOW, Integers, Keys, Pairs, Postings, Weights, distinct

_LONGEST_SHORT: Final = 7
"""Up to this length two stems are alike only if both lose a letter, or none, to become the same."""

_SLOTS: Final = 1 << 16
_MOST_LETTERS: Final = 40_000
_MOST: Final = 64
_KIN: Final = 0.5


@dataclass(frozen=True, slots=True)
class Spellings:
    """Stems by what is left of short ones without a letter, and by the trigrams of longer ones.

    `remains` are pairs (hash of what is left, stem's number), sorted. `order` numbers stems by
    length; the trigrams' holders are places in it, so that those of like length stand together.
    """

    remains: Keys
    order: Integers
    lengths: Integers
    trigrams: Postings

    @classmethod
    def of(cls, stems: Sequence[str]) -> "Spellings":
        """Of the stems, numbered from 0."""
        lengths = np.fromiter(map(len, stems), np.int64, len(stems))
        order = np.argsort(lengths, kind="stable")
        by_length = [stems[number] for number in order.tolist()]
        lengths = lengths[order]
        ends = lengths.searchsorted(np.arange(_LONGEST_SHORT + 2), "right").tolist()
        left = [_remains(by_length[a:b]) for a, b in pairwise(ends)]
        hashes = np.concatenate([each.ravel() for each in left])
        stem = np.repeat(order[ends[0] : ends[-1]], lengths[ends[0] : ends[-1]] + 1)
        trigrams = Postings.of([Pairs.of(*_trigrams(by_length))], _SLOTS)
        return cls(distinct(hashes >> HALF, stem), order, lengths, trigrams)

    def like(self, stem: str, shortest: int, longest: int) -> list[int]:
        """Numbers of the stems, of a length from `shortest` to `longest`, worth comparing."""
        found = self._without_a_letter(stem) if len(stem) <= _LONGEST_SHORT else []
        if len(stem) >= _LONGEST_SHORT:
            found += self._sharing_trigrams(stem, shortest, longest)
        return found

    def _without_a_letter(self, stem: str) -> list[int]:
        sought = _remains([stem])[0] >> HALF << HALF
        firsts = self.remains.searchsorted(sought).tolist()
        lasts = self.remains.searchsorted(sought | LOW, "right").tolist()
        found = (self.remains[a:b] & LOW for a, b in zip(firsts, lasts, strict=True) if a < b)
        return list(dict.fromkeys(number for some in found for number in some.tolist()))

    def kin(self, stem: str, most: int) -> tuple[Integers, Weights]:
        """Numbers of stems that share half of the shorter one's trigrams or more, and how many."""
        low, shared = self._shared(stem, len(stem) // 2, 3 * len(stem))
        shares = shared / np.minimum(self.lengths[low : low + len(shared)], len(stem))
        likely = largest(shares, most)
        likely = likely[shares[likely] >= _KIN]
        return self.order[likely + low], shares[likely]

    def _sharing_trigrams(self, stem: str, shortest: int, longest: int) -> list[int]:
        low, shared = self._shared(stem, shortest, longest)
        likely = largest(shared, _MOST)
        found: list[int] = self.order[likely[shared[likely] > 1] + low].tolist()
        return found

    def _shared(self, stem: str, shortest: int, longest: int) -> tuple[int, Integers]:
        """The place of the first stem that is so long, and the trigrams that each shares."""
        low, high = self.lengths.searchsorted([shortest, longest + 1]).tolist()
        slots = _trigrams([stem])[0]
        counts = self.trigrams.counts(slots)
        rarest = np.argsort(counts)
        read = np.searchsorted(np.cumsum(counts[rarest]), _MOST_LETTERS, "right")
        places = self.trigrams.rows.rows(slots[rarest[:read]])[0]
        within = places[(places >= low) & (places < high)]
        return low, np.bincount(within - low, minlength=high - low)


def _letters(texts: Iterable[str]) -> Keys:
    written = "".join(texts).encode("utf-32-le", "surrogatepass")
    return np.frombuffer(written, np.uint32).astype(np.uint64)


def _remains(stems: Sequence[str]) -> Keys:
    """For each of some stems of one length a row of hashes: of the whole, and without a letter."""
    size = len(stems[0]) if stems else 0
    letters = np.zeros((len(stems), size + 1), np.uint64)
    letters[:, :size] = _letters(stems).reshape(len(stems), size)
    place, left_out = np.arange(size), np.append(size, np.arange(size))
    powers = np.cumprod(np.full(size, 0x9E3779B97F4A7C15, np.uint64))
    hashes: Keys = (letters[:, place + (place >= left_out[:, None])] * powers).sum(axis=2)
    return hashes


def _trigrams(stems: Sequence[str]) -> tuple[Integers, Integers]:
    """Pairs (slot of a trigram, number of its stem); a stem's edges count as letters."""
    letters = _letters(f" {stem} " for stem in stems)
    sizes = np.fromiter((len(stem) + 2 for stem in stems), np.int64, len(stems))
    owner = np.repeat(np.arange(len(stems)), sizes)
    mixed = letters[:-2] * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= letters[1:-1] * np.uint64(0xC2B2AE3D27D4EB4F)
    mixed += letters[2:] * np.uint64(0x165667B19E3779F9)
    inside = owner[:-2] == owner[2:]
    slots = (mixed * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(48)
    return slots[inside].astype(np.int64), owner[:-2][inside]
