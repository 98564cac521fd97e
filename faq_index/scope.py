"""Which entries may answer at all: by product, tag and language, and by the day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from faq_index.entry import Entry

Mask = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int32]

_EVERY: Final = -1
"""The product of an entry that belongs to every one."""

_LAST: Final = date.max.toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a person's question is limited to; empty means all.

    An entry must have one of the products (or none, which is every one) and one of the tags, be in
    one of the languages, and be valid on the day; upper and lower case are one.
    """

    products: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    on: date | None = None


ALL: Final = Scope()


@dataclass(frozen=True, slots=True)
class Bounds:
    """What limits each of some entries, by its number.

    Tag `tag[i]` is one of entry `tagged[i]`; days are ordinals.
    """

    numbers: dict[str, int]
    product: Codes
    tagged: Codes
    tag: Codes
    begins: Codes
    ends: Codes

    @classmethod
    def of(cls, entries: Sequence[Entry], numbers: dict[str, int], first: int = 0) -> "Bounds":
        """Those of entries numbered from `first`; products and tags new to `numbers` join it."""
        tags = [tag.casefold() for entry in entries for tag in entry.tags]
        products = [
            numbers.setdefault(entry.product.casefold(), len(numbers)) if entry.product else _EVERY
            for entry in entries
        ]
        return cls(
            numbers,
            _codes(products),
            np.repeat(_codes(range(first, first + len(entries))), [len(e.tags) for e in entries]),
            _codes([numbers.setdefault(tag, len(numbers)) for tag in tags]),
            _codes([day.toordinal() if (day := each.valid_from) else 1 for each in entries]),
            _codes([day.toordinal() if (day := each.valid_until) else _LAST for each in entries]),
        )

    def extended(self, parts: Sequence["Bounds"]) -> "Bounds":
        """These and, after them, those of the parts, numbered on with a copy of these numbers."""
        every = (self, *parts)
        return Bounds(
            every[-1].numbers,
            np.concatenate([each.product for each in every]),
            np.concatenate([each.tagged for each in every]),
            np.concatenate([each.tag for each in every]),
            np.concatenate([each.begins for each in every]),
            np.concatenate([each.ends for each in every]),
        )

    def admitted(self, scope: Scope) -> Mask | None:
        """Which of the entries may answer, of whatever language; None where nothing is limited."""
        masks: list[Mask] = []
        if scope.products:
            masks.append(np.isin(self.product, [*self._known(scope.products), _EVERY]))
        if scope.tags:
            masks.append(self._tagged(scope.tags))
        if scope.on and (self.begins.max(initial=1) > 1 or self.ends.min(initial=_LAST) < _LAST):
            day = scope.on.toordinal()
            masks.append((self.begins <= day) & (day <= self.ends))
        return np.logical_and.reduce(masks) if masks else None

    def _tagged(self, tags: Iterable[str]) -> Mask:
        mask = np.zeros(len(self.product), np.bool_)
        mask[self.tagged[np.isin(self.tag, self._known(tags))]] = True
        return mask

    def _known(self, words: Iterable[str]) -> list[int]:
        numbers = (self.numbers.get(word.casefold()) for word in words)
        return [number for number in numbers if number is not None]


def _codes(numbers: Sequence[int]) -> Codes:
    return np.fromiter(numbers, np.int32, len(numbers))
