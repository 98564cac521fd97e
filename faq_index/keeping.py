"""Holds the entries themselves: a few as they are, many packed, for they are read one at a time."""

import pickle
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from operator import attrgetter
from typing import Final

import numpy as np

from faq_index.entry import Entry
from faq_index.postings import Integers

_TOGETHER: Final = 16
"""Entries packed as one: more pack better, fewer are faster to read."""

_MOST_LOOSE: Final = 20_000
"""Entries that are held as they are. Beyond, they cost memory and the collector's time."""

_MOST_LYING_ABOUT: Final = 1_000
"""Packed blocks that are not settled: each change of a FAQ copies where they are."""

_FIELDS: Final = tuple(each.name for each in fields(Entry))
_values = attrgetter(*_FIELDS)


@dataclass(frozen=True, slots=True)
class Kept:
    """Entries numbered from 0, in blocks of `_TOGETHER`; only the last block may have fewer.

    The first blocks are `settled`: packed, and one after the other, cut at `cuts`. Small ones that
    last would keep the memory between them from ever being given back.
    """

    blocks: tuple[bytes | tuple[Entry, ...], ...] = ()
    size: int = 0
    settled: bytes = b""
    cuts: Integers = field(default_factory=lambda: np.zeros(1, np.int64))

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, number: int) -> Entry:
        return _loose(self._block(number // _TOGETHER))[number % _TOGETHER]

    def __iter__(self) -> Iterator[Entry]:
        for number in range(-(-self.size // _TOGETHER)):
            yield from _loose(self._block(number))

    def extended(self, entries: Sequence[Entry]) -> "Kept":
        """These and, after them, more."""
        whole, size = self.size // _TOGETHER - len(self.cuts) + 1, self.size + len(entries)
        blocks = self.blocks[:whole]
        if self.size <= _MOST_LOOSE < size:
            blocks = tuple(_packed(_loose(block)) for block in blocks)
        last = [entry for block in self.blocks[whole:] for entry in _loose(block)]
        return replace(self, blocks=(*blocks, *_blocks([*last, *entries], size)), size=size)

    def tidied(self) -> "Kept":
        """The same; where many blocks are packed, all but the last of them are settled."""
        packed = [block for block in self.blocks[:-1] if isinstance(block, bytes)]
        if len(packed) < _MOST_LYING_ABOUT:
            return self
        sizes = np.fromiter(map(len, packed), np.int64, len(packed))
        return replace(
            self,
            blocks=self.blocks[-1:],
            settled=b"".join((self.settled, *packed)),
            cuts=np.append(self.cuts, self.cuts[-1] + np.cumsum(sizes)),
        )

    def _block(self, number: int) -> bytes | tuple[Entry, ...]:
        later = number - len(self.cuts) + 1
        if later >= 0:
            return self.blocks[later]
        return self.settled[self.cuts[number] : self.cuts[number + 1]]


def _blocks(entries: Sequence[Entry], size: int) -> list[bytes | tuple[Entry, ...]]:
    cut = (tuple(entries[at : at + _TOGETHER]) for at in range(0, len(entries), _TOGETHER))
    return [_packed(block) if size > _MOST_LOOSE else block for block in cut]


def _packed(block: tuple[Entry, ...]) -> bytes:
    return zlib.compress(pickle.dumps([_values(entry) for entry in block]), 1)


def _loose(block: bytes | tuple[Entry, ...]) -> tuple[Entry, ...]:
    if not isinstance(block, bytes):
        return block
    rows = pickle.loads(zlib.decompress(block))  # noqa: S301 (packed above, never left this process)
    return tuple(Entry(**dict(zip(_FIELDS, row, strict=True))) for row in rows)
