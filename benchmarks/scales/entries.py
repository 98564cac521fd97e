"""Makes up a FAQ of any size that reads like one: real words by Zipf's law, and ever new ones.

The words are those of the development sets by how often they stand there. A larger FAQ has more of
them (Heaps' law): the further ones are grown from the beginnings and endings of real ones. Question
lengths are the sets' own; answers, links, tags and second wordings are of realistic sizes.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.search_sets import FaqSet
from faq_index import Entry
from faq_index.entry import EntryId
from faq_index.text import words

_ZIPF: Final = 1.05
_AT_ONCE: Final = 10_000
_ANSWER: Final = (8, 40)
_SECOND_WORDING: Final = 0.3
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Language:
    """Words, the most common first, and how many of them a question has."""

    words: Sequence[str]
    lengths: Sequence[int]

    @classmethod
    def of(cls, sets: Sequence[FaqSet], size: int) -> "Language":
        """The English that `size` entries would be written in."""
        english = [faq for faq in sets if faq.entries[0].language == "en"]
        said = [words(entry.question) for faq in english for entry in faq.entries]
        asked = [words(query.text) for faq in english for query in faq.queries["plain"]]
        answers = [words(entry.answer) for faq in english for entry in faq.entries]
        common = Counter(word for line in (*said, *asked, *answers) for word in line)
        real = [word for word, _ in common.most_common()]
        wanted = int(30 * (size * 25) ** 0.52)
        return cls([*real, *_grown(real, wanted - len(real))], [len(line) for line in said])

    def entries(self, size: int) -> Iterator[Entry]:
        """The same ones at every call."""
        chance = np.random.default_rng(2026)
        for first in range(0, size, _AT_ONCE):
            yield from self._some(chance, first, min(_AT_ONCE, size - first))

    def _some(self, chance: np.random.Generator, first: int, count: int) -> Iterator[Entry]:
        asked, again = (chance.choice(self.lengths, count).tolist() for _ in range(2))
        told = chance.integers(*_ANSWER, count).tolist()
        second = (chance.random(count) < _SECOND_WORDING).tolist()
        drawn = iter(self._drawn(chance, sum(asked) + sum(again) + sum(told) + 2 * count))
        for at in range(count):
            question, other, answer, tags = (
                [next(drawn) for _ in range(length)]
                for length in (asked[at], again[at], told[at], 2)
            )
            yield Entry(
                id=EntryId(f"e{first + at}"),
                question=f"{' '.join(question).capitalize()}?",
                wordings=(f"{' '.join(other)}?",) if second[at] else (),
                answer=f"{' '.join(answer).capitalize()}.",
                url=f"https://help.example/{question[0]}/{first + at}",
                tags=tuple(tags),
            )

    def _drawn(self, chance: np.random.Generator, count: int) -> list[str]:
        odds = 1 / np.arange(3, len(self.words) + 3) ** _ZIPF
        places = np.searchsorted(np.cumsum(odds / odds.sum()), chance.random(count))
        return [self.words[place] for place in np.minimum(places, len(self.words) - 1).tolist()]


def queries(entries: Sequence[Entry], kind: str) -> list[str]:
    """What people who want these entries might write: plain, mistyped, or at length."""
    chance = random.Random(7)
    return [_query(entry, kind, chance) for entry in entries]


def _query(entry: Entry, kind: str, chance: random.Random) -> str:
    said = entry.question.rstrip("?").lower().split()
    left = [word for word in said if chance.random() > 0.25] or said
    if kind == "typo":
        for at in sorted(range(len(left)), key=lambda at: -len(left[at]))[:2]:
            left[at] = _slip(left[at], chance)
    asked = " ".join(left)
    if kind == "long":
        return (
            f"Hello team, I hope you can help me. I have been trying since yesterday. {asked}? "
            "I already looked at the settings and asked a colleague, without luck. "
            "It happens every time. Thanks a lot in advance, best regards, Ana"
        )
    return asked


def _slip(word: str, chance: random.Random) -> str:
    if len(word) < 4:
        return word
    at = chance.randrange(1, len(word) - 1)
    match chance.randrange(4):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + chance.choice(_LETTERS) + word[at:]
        case 2:
            return word[:at] + chance.choice(_LETTERS) + word[at + 1 :]
        case _:
            return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


def _grown(real: Sequence[str], count: int) -> list[str]:
    chance = random.Random(11)
    long = [word for word in real if word.isalpha() and len(word) > 4]
    known = set(real)
    grown: list[str] = []
    while len(grown) < count:
        one, other = chance.choice(long), chance.choice(long)
        word = one[: chance.randrange(2, 6)] + other[chance.randrange(2, 5) :]
        if word not in known:
            known.add(word)
            grown.append(word)
    return grown
