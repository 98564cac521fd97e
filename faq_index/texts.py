"""Many short texts held as one: a million strings of their own would take twice the room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from faq_index.postings import Integers, Numbers


@dataclass(frozen=True, slots=True)
class Texts:
    """Text i is `blob[starts[i] : starts[i + 1]]`; what is not plain ASCII is in UTF-8.

    Plain text is quicker to read as it is; one letter beyond must not make all others wider.
    """

    blob: str | bytes
    starts: Integers

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Texts":
        some = list(texts)
        whole = "".join(some)
        if whole.isascii():
            return cls(whole, _starts(map(len, some), len(some)))
        written = [text.encode("utf-8", "surrogatepass") for text in some]
        return cls(b"".join(written), _starts(map(len, written), len(written)))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def some(self, numbers: Numbers | Integers) -> list[str]:
        """The texts of these numbers, in their order."""
        cuts = zip(self.starts[numbers].tolist(), self.starts[numbers + 1].tolist(), strict=True)
        blob = self.blob
        if isinstance(blob, str):
            return [blob[a:b] for a, b in cuts]
        return [blob[a:b].decode("utf-8", "surrogatepass") for a, b in cuts]

    def extended(self, parts: Sequence["Texts"]) -> "Texts":
        """These and, after them, those of the parts."""
        every = (self, *parts)
        sizes = [np.zeros(1, np.int64), *(np.diff(each.starts) for each in every)]
        starts = np.cumsum(np.concatenate(sizes))
        plain = [each.blob for each in every if isinstance(each.blob, str)]
        if len(plain) == len(every):
            return Texts("".join(plain), starts)
        return Texts(b"".join(map(_written, (each.blob for each in every))), starts)


def _starts(sizes: Iterable[int], count: int) -> Integers:
    return np.append(0, np.cumsum(np.fromiter(sizes, np.int64, count)))


def _written(blob: str | bytes) -> bytes:
    return blob.encode() if isinstance(blob, str) else blob


@dataclass(frozen=True, slots=True)
class Register:
    """Which number a text has: 12 bytes for each. Of two with one text the later counts.

    By this process's own hashes of 64 bits: nobody can make two texts meet on purpose.
    """

    hashes: Integers
    numbers: Numbers

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Register":
        """Numbers texts from 0 in their order."""
        return cls(np.zeros(0, np.int64), np.zeros(0, np.int32)).extended(list(texts), 0)

    def get(self, text: str) -> int | None:
        sought = hash(text)
        at = int(self.hashes.searchsorted(sought))
        if at < len(self.hashes) and self.hashes[at] == sought:
            return int(self.numbers[at])
        return None

    def all(self, texts: Sequence[str]) -> Integers:
        """The number of each text; -1 for what has none."""
        if not len(self.hashes):
            return np.full(len(texts), -1)
        sought = np.fromiter(map(hash, texts), np.int64, len(texts))
        at = np.minimum(self.hashes.searchsorted(sought), len(self.hashes) - 1)
        return np.where(self.hashes[at] == sought, self.numbers[at].astype(np.int64), -1)

    def extended(self, texts: Sequence[str], first: int) -> "Register":
        """Numbers more texts from `first` on; one that was there gets its new number."""
        added = np.fromiter(map(hash, texts), np.int64, len(texts))
        order = np.argsort(added, kind="stable")
        order = order[np.append(np.diff(added[order]) != 0, np.ones(min(len(order), 1), np.bool_))]
        added, numbers = added[order], (order + first).astype(np.int32)
        at = self.hashes.searchsorted(added)
        known = np.zeros(len(added), np.bool_)
        inside = at < len(self.hashes)
        known[inside] = self.hashes[at[inside]] == added[inside]
        renumbered = self.numbers.copy()
        renumbered[at[known]] = numbers[known]
        new, places = ~known, at[~known]
        return Register(
            np.insert(self.hashes, places, added[new]),
            np.insert(renumbered, places, numbers[new]),
        )
