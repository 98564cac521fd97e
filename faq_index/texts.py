"""Many short texts held as one: a million strings of their own would take twice the room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from faq_index.postings import Counts, Integers, Numbers, beginnings


@dataclass(frozen=True, slots=True)
class Texts:
    """Text i is `blob[starts[i] : starts[i + 1]]`; what is not plain ASCII is in UTF-8.

    Plain text is quicker to read as it is; one letter beyond must not make all others wider.
    """

    blob: str | bytes
    starts: Counts

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Texts":
        some = list(texts)
        whole = "".join(some)
        if whole.isascii():
            return cls(whole, beginnings([_sizes(some)]))
        written = [text.encode("utf-8", "surrogatepass") for text in some]
        return cls(b"".join(written), beginnings([_sizes(written)]))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def some(self, numbers: Counts) -> list[str]:
        """The texts of these numbers, in their order."""
        cuts = zip(self.starts[numbers].tolist(), self.starts[numbers + 1].tolist(), strict=True)
        blob = self.blob
        if isinstance(blob, str):
            return [blob[a:b] for a, b in cuts]
        return [blob[a:b].decode("utf-8", "surrogatepass") for a, b in cuts]

    def extended(self, parts: Sequence["Texts"]) -> "Texts":
        """These and, after them, those of the parts."""
        every = (self, *parts)
        starts = beginnings([np.diff(each.starts) for each in every])
        plain = [each.blob for each in every if isinstance(each.blob, str)]
        if len(plain) == len(every):
            return Texts("".join(plain), starts)
        return Texts(b"".join(map(_written, (each.blob for each in every))), starts)


def _sizes(texts: Sequence[str] | Sequence[bytes]) -> Integers:
    return np.fromiter(map(len, texts), np.int64, len(texts))


def _written(blob: str | bytes) -> bytes:
    return blob.encode() if isinstance(blob, str) else blob


def hashes(texts: Iterable[str]) -> Integers:
    """This process's own hash of each: nobody can make two texts of 64 bits meet on purpose."""
    return np.array([hash(text) for text in texts], np.int64)


@dataclass(frozen=True, slots=True)
class Register:
    """Which number a text has, by its hash: 12 bytes for each. Of two with one text the later
    counts."""

    hashes: Integers
    numbers: Numbers

    @classmethod
    def empty(cls) -> "Register":
        return cls(np.zeros(0, np.int64), np.zeros(0, np.int32))

    def get(self, text: str) -> int | None:
        sought = hash(text)
        at = int(self.hashes.searchsorted(sought))
        if at < len(self.hashes) and self.hashes[at] == sought:
            return int(self.numbers[at])
        return None

    def all(self, sought: Integers) -> Integers:
        """The number of the text of each hash; -1 for what has none."""
        if not len(self.hashes):
            return np.full(len(sought), -1)
        at = np.minimum(self.hashes.searchsorted(sought), len(self.hashes) - 1)
        return np.where(self.hashes[at] == sought, self.numbers[at].astype(np.int64), -1)

    def extended(self, added: Integers, first: int) -> "Register":
        """Numbers more hashes from `first` on; one that was there gets its new number."""
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
