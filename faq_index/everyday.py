"""The words that everybody uses at a support desk: spelt wrongly, they are still known."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from faq_index.alike import thesaurus
from faq_index.common_words import common_words
from faq_index.stems import stem

_SHORTEST: Final = 4
_NEAR: Final = 0.74
_NEAR_OTHER_INITIAL: Final = 0.8


@dataclass(frozen=True, slots=True)
class Everyday:
    """A language's common words and those that have others for the same, by length."""

    words: tuple[str, ...]
    stems: frozenset[str]

    def spelt(self, word: str) -> tuple[str, float]:
        """The word that a mistyped one is nearest to, and how near (0..1); itself and 0 if none."""
        if len(word) < _SHORTEST:
            return word, 0.0
        first = bisect_left(self.words, len(word) - 1, key=len)
        last = bisect_right(self.words, len(word) + 1, key=len)
        nearest = process.extractOne(
            word, self.words[first:last], scorer=OSA.normalized_similarity, score_cutoff=_NEAR
        )
        if nearest and (nearest[0][0] == word[0] or nearest[1] >= _NEAR_OTHER_INITIAL):
            return nearest[0], nearest[1]
        return word, 0.0


@lru_cache(maxsize=64)
def everyday(language: str) -> Everyday:
    """Those of a language; none where the language is not known here."""
    words = {*common_words(language), *thesaurus(language).words}
    stems = frozenset(stem(word, language) for word in words)
    return Everyday(tuple(sorted(words, key=lambda word: (len(word), word))), stems)
