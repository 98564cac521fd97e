"""The wordings of a shelf's entries, as they are compared with what was said."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from faq_index.postings import Counts, Integers, Numbers, Ragged, Weights, beginnings, places
from faq_index.texts import Texts


@dataclass(frozen=True, slots=True)
class Lines:
    """Folded, the entry each belongs to, its stems (each once), and what they weigh together.

    The lines of entry e are `firsts[e]` to `firsts[e + 1]`; `single` says that each has just one.
    """

    folded: Texts
    owner: Numbers
    firsts: Counts
    single: bool
    stems: Ragged
    weight: Weights

    @classmethod
    def empty(cls) -> "Lines":
        none = Ragged.of((), ())
        owner = np.zeros(0, np.int32)
        return cls(Texts.of(()), owner, beginnings(()), True, none, np.zeros(0))

    def __len__(self) -> int:
        return len(self.owner)

    def of(self, entries: Counts) -> tuple[Integers, Counts]:
        """The lines of these entries, entry by entry, and how many each has."""
        starts = self.firsts[entries]
        sizes = self.firsts[entries + 1] - starts
        return places(starts, sizes), sizes

    def extended(
        self, folded: Sequence[Texts], lines_of: Sequence[Counts], stems: Sequence[Ragged]
    ) -> "Lines":
        """With those of more entries; `weight` is still that of these alone."""
        sizes = np.concatenate([np.diff(self.firsts), *lines_of])
        return Lines(
            folded=self.folded.extended(folded),
            owner=np.repeat(np.arange(len(sizes), dtype=np.int32), sizes),
            firsts=beginnings([sizes]),
            single=bool((sizes == 1).all()),
            stems=self.stems.extended(stems),
            weight=self.weight,
        )
