"""What entries mean, whatever words say it: vectors of a model that whoever runs the desk plugs in.

The model itself is not here: it has two methods, and whoever has none searches by words alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from faq_index.entry import Entry, EntryId

Vectors = npt.NDArray[np.float32]
_Small = npt.NDArray[np.int8]
_Bits = npt.NDArray[np.uint64]
_Places = npt.NDArray[np.int64]

_LONGEST: Final = 400
"""Characters of a wording that are read: what follows is detail."""
_MOST_WORDINGS: Final = 24
_SHORTLIST: Final = 400
"""Entries compared in full. Of the 20 nearest of 14,000, 99.9 % were among them."""
_WORD: Final = 64
_AT_ONCE: Final = 4_096


class Meaning(Protocol):
    """A model that says of any text where it lies among all others, whatever its language."""

    @property
    def name(self) -> str:
        """Which model: vectors of different names are never compared."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """A row for each text; texts alike in meaning get rows of like direction.

        To be called from any thread.
        """
        ...


def middles(meaning: Meaning, entries: Sequence[Entry]) -> list[bytes]:
    """One vector for each entry, in the middle of its wordings, each number a signed byte.

    The middle finds what none of the wordings says, and costs the same however many there are.
    """
    told = [_told(entry) for entry in entries]
    if not told:
        return []
    rows = meaning.embed([text for texts in told for text in texts])
    firsts = np.cumsum([0, *map(len, told[:-1])])
    return [each.tobytes() for each in _small(np.add.reduceat(rows, firsts))]


@dataclass(frozen=True, slots=True)
class Meanings:
    """The vectors of entries, and the signs of their numbers, by which most are ruled out."""

    ids: tuple[EntryId, ...]
    places: Mapping[EntryId, int]
    vectors: _Small
    lengths: Vectors
    signs: _Bits

    @classmethod
    def of(cls, vectors: Mapping[EntryId, bytes]) -> "Meanings":
        """Vectors as `middles` makes them, all of one model."""
        rows = np.frombuffer(b"".join(vectors.values()), np.int8).reshape(len(vectors) or 1, -1)
        parts = [rows[at : at + _AT_ONCE] for at in range(0, len(rows), _AT_ONCE)]
        return cls(
            ids=tuple(vectors),
            places={id: place for place, id in enumerate(vectors)},
            vectors=rows,
            lengths=np.concatenate([_lengths(part) for part in parts]),
            signs=np.concatenate([_signs(part) for part in parts], axis=1),
        )

    def __len__(self) -> int:
        return len(self.ids)

    def alike(self, said: Vectors, ids: Iterable[EntryId]) -> Mapping[EntryId, float]:
        """Of each that is known the cosine (-1..1) with the nearest row of what was said."""
        known = [id for id in ids if id in self.places]
        places = np.array([self.places[id] for id in known], np.int64)
        return dict(zip(known, self._cosines(said, places).tolist(), strict=True))

    def nearest(self, said: Vectors) -> Iterator[EntryId]:
        """The nearest few hundred, the nearest first."""
        places = _smallest(self._differences(said), _SHORTLIST)
        for place in places[np.argsort(-self._cosines(said, places), kind="stable")].tolist():
            yield self.ids[place]

    def _cosines(self, said: Vectors, places: _Places) -> Vectors:
        with_each = self.vectors[places].astype(np.float32) @ said.T
        best: Vectors = with_each.max(axis=1, initial=-np.inf) / self.lengths[places]
        return best

    def _differences(self, said: Vectors) -> npt.NDArray[np.uint16]:
        """How many signs are other than in the nearest row of what was said."""
        fewest = np.full(len(self), np.iinfo(np.uint16).max, np.uint16)
        for row in _signs(said).T:
            differ = np.zeros(len(self), np.uint16)
            for column, signs in zip(self.signs, row, strict=True):
                differ += np.bitwise_count(column ^ signs)
            np.minimum(fewest, differ, out=fewest)
        return fewest


def _told(entry: Entry) -> list[str]:
    wordings = dict.fromkeys((entry.question, *entry.wordings))
    return [text[:_LONGEST] for text in wordings][:_MOST_WORDINGS]


def _small(rows: Vectors) -> _Small:
    largest = np.abs(rows).max(axis=1, keepdims=True)
    small: _Small = np.rint(rows * (127 / np.maximum(largest, 1e-9))).astype(np.int8)
    return small


def _lengths(rows: _Small) -> Vectors:
    lengths: Vectors = np.linalg.norm(rows.astype(np.float32), axis=1)
    return np.maximum(lengths, 1.0)


def _signs(rows: _Small | Vectors) -> _Bits:
    """A column for each row, so that 64 of the numbers are compared in all entries at once."""
    count, width = rows.shape
    bits = np.zeros((count, -(-width // _WORD) * _WORD), np.bool_)
    bits[:, :width] = rows > 0
    return np.ascontiguousarray(np.packbits(bits, axis=1).view(np.uint64).T)


def _smallest(values: npt.NDArray[np.uint16], most: int) -> _Places:
    if len(values) <= most:
        return np.arange(len(values))
    return np.argpartition(values, most)[:most]
