"""Weighs the parts of each comparison into odds that an entry answers, and keeps the reasons."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest
from typing import Final

import numpy as np

from faq_index.asking import Asked
from faq_index.candidates import choose
from faq_index.comparing import PARTS, compare
from faq_index.entry import Entry
from faq_index.postings import Weights
from faq_index.scope import Mask
from faq_index.shelf import Shelf

WEIGHTS: Final = {
    "letters": 3.3,
    "words": 4.1,
    "phrase": 1.6,
    "wordings": 3.5,
    "tags": 1.4,
    "answer": 1.0,
}
BIAS: Final = -6.5
"""Log-odds, fitted by `python -m benchmarks.search_weights`; all sets weigh alike."""

BEST_LINES: Final = 3
"""Lines of one entry that add up: an entry gains nothing by a sheer number of wordings."""

_EXACT: Final = 1e9
"""Odds of a wording that was said exactly: more than mere likeness can reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The parts of a match, each 0..1, for people who wonder why an entry was suggested.

    `letters`, `words` and `phrase` compare what was said with the closest `wording`: by n-grams,
    stem by stem, and by its telling words as a whole. `wordings` and `answer` say how much of what
    was said the entry holds there, `tags` how much of its tags was said. `sentence` is the part of
    the message that matched; it and `wording` are folded. `meaning` says how near what was said is
    to what the entry means, where a model is plugged in.
    """

    letters: float
    words: float
    phrase: float
    wordings: float
    tags: float
    answer: float
    wording: str
    sentence: str
    meaning: float | None = None


UNSAID: Final = Why(**dict.fromkeys(PARTS, 0.0), wording="", sentence="")
"""Of an entry that holds nothing of what was said, and may mean it all the same."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """The number of an entry on its shelf, the odds that it answers, and what they are made of."""

    shelf: Shelf
    number: int
    odds: float
    parts: Weights
    wording: str
    sentence: str

    @property
    def entry(self) -> Entry:
        """The entry itself: unpacked only for the few that are shown."""
        return self.shelf.entries[self.number]

    @property
    def why(self) -> Why:
        """The reasons, put into words only for the few that are shown."""
        parts = dict(zip(PARTS, map(float, self.parts), strict=True))
        return Why(
            **parts,
            wording=self.wording,
            sentence=self.sentence,
        )


def rank(shelf: Shelf, asked: Asked, limit: int, admitted: Mask | None = None) -> Iterator[Ranked]:
    """At most `limit` entries of a shelf (of those admitted) that may answer one sentence, each
    once."""
    if not asked.words or not shelf.lines:
        return
    chosen = choose(shelf, asked, admitted)
    if not len(chosen.lines):
        return
    compared = compare(shelf, asked, chosen)
    odds = np.exp(compared @ np.array([WEIGHTS[part] for part in PARTS]) + BIAS)
    odds += _EXACT * np.array([line == asked.folded for line in chosen.folded])
    # Lists of numbers: numpy would take longer to look at one of them than to compare all.
    each, owners = odds.tolist(), shelf.lines.owner[chosen.lines].tolist()
    best: dict[int, list[int]] = {}
    for at in np.argsort(-odds, kind="stable").tolist():
        best.setdefault(owners[at], []).append(at)
    totals = {owner: sum(each[at] for at in lines[:BEST_LINES]) for owner, lines in best.items()}
    for owner in nlargest(limit, totals, key=totals.__getitem__):
        at = best[owner][0]
        yield Ranked(shelf, owner, totals[owner], compared[at], chosen.folded[at], asked.folded)
