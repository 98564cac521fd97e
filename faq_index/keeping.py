"""Holds the entries themselves: a few as they are, many packed, for they are read one at a time."""

import pickle
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, Final, TypeAlias

import numpy as np

from faq_index.entry import Entry
from faq_index.postings import Numbers

_TOGETHER: Final = 16
"""Entries packed as one: more pack better, fewer are faster to read."""

_MOST_LOOSE: Final = 20_000
"""Entries that are held as they are. Beyond, they cost memory and the collector's time."""

_SETTLED: Final = 1024
"""Packed blocks that are held as one: small pieces that last would keep the memory between them
from ever being given back."""

_FIELDS: Final = tuple(each.name for each in fields(Entry))
_values = attrgetter(*_FIELDS)


_Block: TypeAlias = bytes | tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Settled:
    """`_SETTLED` packed blocks, one after the other, cut at `cuts`."""

    whole: bytes
    cuts: Numbers

    @classmethod
    def of(cls, blocks: Sequence[_Block]) -> "_Settled":
        packed = [block for block in blocks if isinstance(block, bytes)]
        cuts = np.cumsum([0, *map(len, packed)], dtype=np.int32)
        return cls(b"".join(packed), cuts)

    def block(self, number: int) -> bytes:
        return self.whole[self.cuts[number] : self.cuts[number + 1]]


@dataclass(frozen=True, slots=True)
class Kept:
    """Entries numbered from 0, in blocks of `_TOGETHER`, of which only the last may have fewer.

    The first blocks are settled where they are packed, the last ones lie about.
    """

    settled: tuple[_Settled, ...] = ()
    blocks: tuple[_Block, ...] = ()
    size: int = 0

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, number: int) -> Entry:
        block = self._block(number // _TOGETHER)
        at = number % _TOGETHER
        return _entry(_rows(block)[at]) if isinstance(block, bytes) else block[at]

    def __iter__(self) -> Iterator[Entry]:
        for number in range(-(-self.size // _TOGETHER)):
            yield from _loose(self._block(number))

    def extended(self, entries: Sequence[Entry]) -> "Kept":
        """These and, after them, more."""
        size = self.size + len(entries)
        whole = self.size // _TOGETHER - len(self.settled) * _SETTLED
        blocks = self.blocks[:whole]
        if self.size <= _MOST_LOOSE < size:
            blocks = tuple(_packed(_loose(block)) for block in blocks)
        last = [entry for block in self.blocks[whole:] for entry in _loose(block)]
        blocks = (*blocks, *_blocks([*last, *entries], size))
        settled = self.settled
        while size > _MOST_LOOSE and len(blocks) > _SETTLED:
            settled, blocks = (*settled, _Settled.of(blocks[:_SETTLED])), blocks[_SETTLED:]
        return Kept(settled, blocks, size)

    def _block(self, number: int) -> _Block:
        run, at = divmod(number, _SETTLED)
        if run < len(self.settled):
            return self.settled[run].block(at)
        return self.blocks[number - len(self.settled) * _SETTLED]


def _blocks(entries: Sequence[Entry], size: int) -> list[_Block]:
    cut = (tuple(entries[at : at + _TOGETHER]) for at in range(0, len(entries), _TOGETHER))
    return [_packed(block) if size > _MOST_LOOSE else block for block in cut]


def _packed(block: tuple[Entry, ...]) -> bytes:
    return zlib.compress(pickle.dumps([_values(entry) for entry in block]), 1)


def _loose(block: _Block) -> tuple[Entry, ...]:
    return tuple(map(_entry, _rows(block))) if isinstance(block, bytes) else block


def _rows(block: bytes) -> list[tuple[Any, ...]]:
    packed = zlib.decompress(block)
    rows: list[tuple[Any, ...]] = pickle.loads(packed)  # noqa: S301 (never left this process)
    return rows


def _entry(row: tuple[Any, ...]) -> Entry:
    return Entry(**dict(zip(_FIELDS, row, strict=True)))
