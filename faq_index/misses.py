"""Questions that found no answer, put together where they ask the same: what to write next."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import numpy as np

from faq_index.gist import unmarked
from faq_index.likeness import Neighbours, Vector, vectors
from faq_index.text import words

ALIKE: Final = 0.4
"""Likeness from which two questions are taken for one."""
_COMPARED: Final = 200
"""Questions of a group among which the most central one is looked for: the newest."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as somebody put it; `number` rises with time."""

    number: int
    words: str
    language: str
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Cluster:
    """Questions that seem to ask the same, oldest first; at least one."""

    asked: tuple[Asked, ...]
    sample: str
    """The words that are most like all the others."""

    @property
    def number(self) -> int:
        """Its name: the number of its oldest question, which stays when others join."""
        return self.asked[0].number

    @property
    def language(self) -> str:
        return self.asked[0].language

    @property
    def people(self) -> int:
        """How many different people asked."""
        return len({each.person for each in self.asked})

    @property
    def wordings(self) -> tuple[str, ...]:
        """What an entry may say that answers them, the sample first: each wording once, without
        anything personal."""
        said = [self.sample, *(each.words for each in self.asked)]
        return tuple(dict.fromkeys(filter(None, (unmarked(each, self.language) for each in said))))

    def __contains__(self, number: int) -> bool:
        return any(each.number == number for each in self.asked)


def joining(heads: Sequence[Asked], found: Sequence[Cluster]) -> list[int | None]:
    """For each cluster the place of the question, among these of other groups, that it asks too."""
    places: list[int | None] = [None] * len(found)
    for language in {each.language for each in found}:
        known = [place for place, each in enumerate(heads) if each.language == language]
        new = [place for place, each in enumerate(found) if each.language == language]
        said = [*(heads[each].words for each in known), *(found[each].sample for each in new)]
        points = vectors(said, language)
        near = Neighbours()
        for point in points[: len(known)]:
            near.add(point)
        for place, point in zip(new, points[len(known) :], strict=True):
            number, likeness = near.nearest(point)
            places[place] = known[number] if likeness >= ALIKE else None
    return places


def together(asked: Iterable[Asked]) -> Cluster:
    """The cluster of questions that were put together before; at least one."""
    whole = tuple(sorted(asked, key=lambda one: one.number))
    distinct = list(dict.fromkeys(each.words for each in whole))[-_COMPARED:]
    return Cluster(whole, distinct[_central(vectors(distinct, whole[0].language))])


def clusters(asked: Iterable[Asked]) -> tuple[Cluster, ...]:
    """Each question in one cluster, what most people ask first. Languages stay apart."""
    by_language: defaultdict[str, list[Asked]] = defaultdict(list)
    for each in sorted(asked, key=lambda one: one.number):
        by_language[each.language].append(each)
    found = [
        cluster for language, said in by_language.items() for cluster in _clusters(said, language)
    ]
    return tuple(sorted(found, key=lambda each: (-each.people, -len(each.asked), each.number)))


def _clusters(asked: Sequence[Asked], language: str) -> Iterator[Cluster]:
    alike: dict[str, list[Asked]] = {}
    for each in asked:
        alike.setdefault(" ".join(words(each.words, language)), []).append(each)
    groups = list(alike.values())
    points = vectors([group[0].words for group in groups], language)
    for members in _united(points):
        whole = sorted((each for m in members for each in groups[m]), key=lambda one: one.number)
        central = members[_central([points[m] for m in members])]
        yield Cluster(tuple(whole), groups[central][0].words)


def _united(points: Sequence[Vector]) -> list[list[int]]:
    """Every point joins the likest of those that came before it and began a cluster, else begins
    one; then clusters join whose most central points are alike."""
    first = _led(points)
    centres = [members[_central([points[m] for m in members])] for members in first]
    again = _led([points[centre] for centre in centres])
    return [[m for number in numbers for m in first[number]] for numbers in again]


def _led(points: Sequence[Vector]) -> list[list[int]]:
    leaders = Neighbours()
    led: list[list[int]] = []
    for number, point in enumerate(points):
        leader, likeness = leaders.nearest(point)
        if likeness >= ALIKE:
            led[leader].append(number)
        else:
            leaders.add(point)
            led.append([number])
    return led


def _central(points: Sequence[Vector]) -> int:
    """The place of the point that is most like all of them together; of equals the first."""
    keys = np.concatenate([point.keys for point in points])
    weights = np.concatenate([point.weights for point in points])
    owner = np.repeat(np.arange(len(points)), [len(point.keys) for point in points])
    distinct, place = np.unique(keys, return_inverse=True)
    total = np.bincount(place, weights, minlength=len(distinct))
    likeness = np.bincount(owner, weights * total[place], minlength=len(points))
    return int(likeness.argmax())
