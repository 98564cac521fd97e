"""What each word of a person means in the vocabulary of a shelf: itself, a slip, another word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from faq_index.alike import thesaurus
from faq_index.everyday import everyday
from faq_index.stems import stem
from faq_index.vocabulary import Near, Vocabulary

ALIKE: Final = 0.5
"""The likeness of another word for the same."""

_JOINED: Final = 0.9
_PARTED: Final = 0.7
_SHORTEST_PART: Final = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A stem that was said, what it weighs, and the terms it may mean; a slip comes before others
    for the same."""

    stem: str
    weight: float
    near: tuple[Near, ...]


def respelt(word: str, vocabulary: Vocabulary) -> str:
    """The everyday word that an unknown one is nearer to than to any word of the FAQ."""
    language = vocabulary.language
    usual = everyday(language)
    said = stem(word, language)
    if said in usual.stems or vocabulary.number(said) is not None:
        return word
    meant, likeness = usual.spelt(word)
    near = vocabulary.near(said) if likeness else ()
    return word if near and near[0].likeness > likeness**2 else meant


def read(said: Sequence[str], vocabulary: Vocabulary) -> list[Word]:
    """Each stem of the words once, in their order."""
    stems = [stem(word, vocabulary.language) for word in said]
    near = {each: _near(word, each, vocabulary) for word, each in zip(said, stems, strict=True)}
    weights = {each: vocabulary.weight(each, _slips(near[each])) for each in near}
    for (before, word), (first, second) in zip(pairwise(said), pairwise(stems), strict=True):
        heavier = max(first, second, key=weights.__getitem__)
        near[heavier] += _together(before + word, first + second, vocabulary)
    return [Word(each, weights[each], tuple(near[each])) for each in near]


def _slips(near: list[Near]) -> list[Near]:
    return [each for each in near if each.likeness > ALIKE]


def _near(word: str, said: str, vocabulary: Vocabulary) -> list[Near]:
    near = list(vocabulary.near(said))
    likeness = near[0].likeness if near else 1.0
    meant = said if likeness == 1.0 else vocabulary.spelling(np.array([near[0].term]))[0]
    near += _terms(
        thesaurus(vocabulary.language).alike.get(meant, ()), ALIKE * likeness, vocabulary
    )
    return near or list(_parts(word, vocabulary))


def _parts(word: str, vocabulary: Vocabulary) -> Iterator[Near]:
    """`creditcard` read as the two words that the FAQ knows."""
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        halves = [stem(part, vocabulary.language) for part in (word[:cut], word[cut:])]
        if all(vocabulary.number(half) is not None for half in halves):
            yield from _terms(halves, _PARTED, vocabulary)
            return


def _together(joined: str, stems: str, vocabulary: Vocabulary) -> list[Near]:
    """`log in` read as `login`, and as what else stands for it."""
    whole = _terms([stem(joined, vocabulary.language)], _JOINED, vocabulary)
    others = thesaurus(vocabulary.language).alike.get(stems, ())
    return [*whole, *_terms(others, ALIKE, vocabulary)]


def _terms(stems: Sequence[str], likeness: float, vocabulary: Vocabulary) -> list[Near]:
    numbers = (vocabulary.number(each) for each in stems)
    return [Near(number, likeness) for number in numbers if number is not None]
