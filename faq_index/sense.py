"""Weighs what a person means with the words that it was said in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Final

import numpy as np

from faq_index.asking import MOST_SENTENCES
from faq_index.common_words import is_common
from faq_index.entry import EntryId
from faq_index.meaning import Meaning, Meanings, Vectors
from faq_index.stems import stem
from faq_index.text import sentences, words

WORDS, MEANING, BIAS = 0.6, 8.4, -4.1
"""Log-odds: what the odds by words count beside the cosine of the meanings. Fitted by
`python -m benchmarks.search_meaning`; three numbers, so that they hold for a FAQ never seen."""

UNSAID: Final = -7.0
"""The log-odds by words of an entry that is only near in meaning, and the least of any."""

NEAREST: Final = 20
_SAID: Final = 18.0
"""Log-odds of a wording that was said exactly: no meaning speaks against that."""

_LONGEST: Final = 300


Odds = Mapping[EntryId, float]


@dataclass(frozen=True, slots=True)
class Felt:
    """The odds of words and meaning together, and how near the meaning is (0..1)."""

    odds: float
    meaning: float


@dataclass(frozen=True, slots=True)
class Sense:
    """A model, and the meanings of the entries that it has read so far."""

    meaning: Meaning
    meanings: Meanings

    def feel(
        self, asked: Sequence[str], said: Odds, is_sought: Callable[[EntryId], bool]
    ) -> Mapping[EntryId, Felt]:
        """The odds of what was found by words, `said`, and of what is sought and near in meaning
        to one of the sentences that were `told`.

        An entry that the model has not read yet keeps its odds.
        """
        felt = {id: Felt(odds, 0.0) for id, odds in said.items()}
        if not asked:
            return felt
        heard = directions(self.meaning.embed(asked))
        near = filter(is_sought, self.meanings.nearest(heard))
        found = dict.fromkeys([*said, *(id for id, _ in zip(near, range(NEAREST), strict=False))])
        for id, alike in self.meanings.alike(heard, found).items():
            felt[id] = Felt(_together(said.get(id), alike), min(max(alike, 0.0), 1.0))
        return felt


def _together(odds: float | None, alike: float) -> float:
    by_words = max(log(odds), UNSAID) if odds else UNSAID
    if by_words >= _SAID:
        return exp(by_words)
    return exp(WORDS * by_words + MEANING * alike + BIAS)


def told(text: str, language: str) -> list[str]:
    """The sentences that say most beside common words: what a greeting means is not asked."""
    pointed = {each: _point(each, language) for each in sentences(text)}
    if any(pointed.values()):
        pointed = {each: point for each, point in pointed.items() if point}
    first = sorted(pointed, key=pointed.__getitem__, reverse=True)[:MOST_SENTENCES]
    return [each.strip()[:_LONGEST] for each in first]


def _point(sentence: str, language: str) -> int:
    said = {stem(word, language) for word in words(sentence, language)}
    return sum(not is_common(each, language) for each in said)


def directions(rows: Vectors) -> Vectors:
    """The rows, each of length one."""
    unit: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit
