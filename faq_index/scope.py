"""Which entries may answer at all: by product, tag and language, and by the day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from faq_index.entry import Entry
from faq_index.postings import Integers, Numbers
from faq_index.texts import hashes

Mask = npt.NDArray[np.bool_]

_EVERY: Final = hash("")
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

    Products and tags are hashes of their names; tag `tag[i]` is one of entry `tagged[i]`; days are
    ordinals.
    """

    product: Integers
    tagged: Numbers
    tag: Integers
    begins: Numbers
    ends: Numbers

    @classmethod
    def of(cls, entries: Sequence[Entry], first: int = 0) -> "Bounds":
        """Those of entries numbered from `first`."""
        owners = np.arange(first, first + len(entries), dtype=np.int32)
        return cls(
            _hashes(each.product for each in entries),
            np.repeat(owners, [len(each.tags) for each in entries]),
            _hashes(tag for each in entries for tag in each.tags),
            _days([day.toordinal() if (day := each.valid_from) else 1 for each in entries]),
            _days([day.toordinal() if (day := each.valid_until) else _LAST for each in entries]),
        )

    def extended(self, parts: Sequence["Bounds"]) -> "Bounds":
        """These and, after them, those of the parts."""
        every = (self, *parts)
        return Bounds(
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
            masks.append(np.isin(self.product, [*_hashes(scope.products), _EVERY]))
        if scope.tags:
            masks.append(self._tagged(scope.tags))
        if scope.on and (self.begins.max(initial=1) > 1 or self.ends.min(initial=_LAST) < _LAST):
            day = scope.on.toordinal()
            masks.append((self.begins <= day) & (day <= self.ends))
        return np.logical_and.reduce(masks) if masks else None

    def _tagged(self, tags: Iterable[str]) -> Mask:
        mask = np.zeros(len(self.product), np.bool_)
        mask[self.tagged[np.isin(self.tag, _hashes(tags))]] = True
        return mask


def _hashes(names: Iterable[str]) -> Integers:
    return hashes(name.casefold() for name in names)


def _days(days: Sequence[int]) -> Numbers:
    return np.array(days, np.int32)
