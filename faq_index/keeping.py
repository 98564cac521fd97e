"""Holds the entries themselves: a few as they are, many packed, for they are read one at a time."""

import pickle
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Final

from faq_index.entry import Entry

_TOGETHER: Final = 16
"""Entries packed as one: more pack better, fewer are faster to read."""

_MOST_LOOSE: Final = 20_000
"""Entries that are held as they are. Beyond, they cost memory and the collector's time."""

_FIELDS: Final = tuple(field.name for field in fields(Entry))
_values = attrgetter(*_FIELDS)


@dataclass(frozen=True, slots=True)
class Kept:
    """Entries numbered from 0, in blocks of `_TOGETHER`; only the last block may have fewer."""

    blocks: tuple[bytes | tuple[Entry, ...], ...] = ()
    size: int = 0

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, number: int) -> Entry:
        return _loose(self.blocks[number // _TOGETHER])[number % _TOGETHER]

    def __iter__(self) -> Iterator[Entry]:
        for block in self.blocks:
            yield from _loose(block)

    def extended(self, entries: Sequence[Entry]) -> "Kept":
        """These and, after them, more."""
        whole, size = self.size // _TOGETHER, self.size + len(entries)
        blocks = self.blocks[:whole]
        if self.size <= _MOST_LOOSE < size:
            blocks = tuple(_packed(_loose(block)) for block in blocks)
        last = [entry for block in self.blocks[whole:] for entry in _loose(block)]
        return Kept((*blocks, *_blocks([*last, *entries], size)), size)


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
