"""One sentence of a person as the vocabulary of a shelf understands it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from faq_index.common_words import is_common, telling
from faq_index.everyday import everyday
from faq_index.postings import Integers, Weights
from faq_index.reading import Word, read, respelt
from faq_index.stems import stem
from faq_index.text import LONGEST_WORD, sentences, words
from faq_index.typing_slips import otherwise
from faq_index.vocabulary import Near, Vocabulary

LONGEST_SENTENCE: Final = 40
"""Words of a sentence that are looked at: a list of 5,000 costs no more (C1)."""
_LONGEST: Final = LONGEST_SENTENCE * (LONGEST_WORD + 1)

MOST_SENTENCES: Final = 4
"""Sentences of a message that are looked up: those that say most."""
_TO_THE_POINT: Final = 0.15
"""A sentence that tells less than this of what the most telling one tells is beside the point."""

_MOST_WORDS: Final = 100
_BEGINNING: Final = 1_000
"""Characters that tell a text's language as well as all of it."""
_STRANGE, _FAMILIAR = 0.3, 0.5
"""Where less than this is known a text may have been typed otherwise; and was, if so much is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`weights` go with `words`; `terms` are the vocabulary's, sorted, weighted by nearness.

    `known` is what those of its words weigh that the FAQ knows and everyday speech does not, as a
    share of what all weigh that everyday speech does not; `point` is that weight times that share.
    """

    folded: str
    telling: str
    words: tuple[Word, ...]
    weights: Weights
    terms: Integers
    term_weights: Weights
    point: float
    known: float

    @property
    def weight(self) -> float:
        """What all its stems weigh; 0 where nothing was said."""
        return float(self.weights.sum())


def hear(text: str, vocabulary: Vocabulary) -> list[Asked]:
    """The sentences of a message that are to the point; read as another keyboard or script would
    have it where the FAQ knows hardly a word of it otherwise."""
    heard = _heard(text, vocabulary)
    if max((each.known for each in heard), default=0.0) < _STRANGE:
        others = [_heard(other, vocabulary) for other in otherwise(text, vocabulary.language)]
        heard = max([heard, *filter(_familiar, others)], key=_known)
    # Thanks and greetings find nothing but chance likenesses beside a sentence to the point.
    pointed = sorted(heard, key=lambda each: -each.point)[:MOST_SENTENCES]
    least = pointed[0].point * _TO_THE_POINT if pointed else 0.0
    return [each for each in pointed if each.point >= least]


def familiarity(text: str, vocabulary: Vocabulary) -> float:
    """The share (0..1) of the words of a text that its language or the FAQ knows as they are."""
    language = vocabulary.language
    usual = everyday(language).stems
    said = words(text[:_BEGINNING], language)[:_MOST_WORDS]
    stems = [stem(word, language) for word in said]
    known = sum(each in usual or vocabulary.number(each) is not None for each in stems)
    return known / len(stems) if stems else 0.0


def understand(sentence: str, vocabulary: Vocabulary) -> Asked:
    """Reads a sentence: stems, what they weigh, and what terms they may mean."""
    said = words(sentence[:_LONGEST], vocabulary.language)[:LONGEST_SENTENCE]
    said = [respelt(word, vocabulary) for word in said]
    heard = tuple(read(said, vocabulary))
    meant = _meant((each.weight, each.near) for each in heard)
    told = [each for each in heard if not is_common(each.stem, vocabulary.language)]
    known = sum(each.weight * each.near[0].likeness for each in told if each.near)
    share = known / sum(each.weight for each in told) if told else 0.0
    return Asked(
        folded=" ".join(said),
        telling=telling(said, vocabulary.language),
        words=heard,
        weights=np.array([each.weight for each in heard], np.float64),
        terms=np.array(list(meant), np.int64),
        term_weights=np.array(list(meant.values()), np.float64),
        point=known * share,
        known=share,
    )


def _heard(text: str, vocabulary: Vocabulary) -> list[Asked]:
    return [understand(sentence, vocabulary) for sentence in dict.fromkeys(sentences(text))]


def _known(heard: Sequence[Asked]) -> float:
    return max((each.known for each in heard), default=0.0)


def _familiar(heard: Sequence[Asked]) -> bool:
    return _known(heard) >= _FAMILIAR


def akin(asked: Asked, vocabulary: Vocabulary) -> dict[int, float]:
    """Terms that share many letters with anything that was said, known or not, weighted."""
    return _meant((each.weight, vocabulary.kin(each.stem)) for each in asked.words)


def hinted(asked: Asked, vocabulary: Vocabulary) -> dict[int, float]:
    """Terms that share many letters with what nothing is near to, and may lead to it, weighted."""
    unknown = (each for each in asked.words if not each.near)
    return _meant((each.weight, vocabulary.kin(each.stem)) for each in unknown)


def _meant(weighed: Iterable[tuple[float, Sequence[Near]]]) -> dict[int, float]:
    meant: dict[int, float] = {}
    for weight, terms in weighed:
        for near in terms:
            meant[near.term] = max(meant.get(near.term, 0.0), weight * near.likeness)
    return dict(sorted(meant.items()))
