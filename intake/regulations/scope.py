"""What support covers, topic by topic, and whose business the rest is (R3, R4, R25 to R30)."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Final, Literal, assert_never

from pydantic import Field

from intake.regulations.section import Section, Words

Keyword = Annotated[str, Field(min_length=1)]
QueueName = Literal["technical", "commercial"]
Part = Literal["covers", "outside", "instead"]
TECHNICAL: Final = "technical"
BEYOND: Final = "beyond-scope"
"""The level of what is outside (R3)."""

_BEYOND_MARK: Final = "/beyond"
_SEARCHED: Final = 4_000
"""Characters looked through; what it is about is said early."""
_BETWEEN: Final = re.compile(r"[\W_]+")
# Chinese and Thai set no spaces: there a keyword may begin anywhere.
_UNSPACED: Final = re.compile("[\u0e00-\u0e7f\u3400-\u9fff]")


class Topic(Section):
    """One part of what people ask about.

    The words of the shipped topics are in the texts; a topic of a vendor's own brings them, each by
    language.
    """

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,30}$")]
    queue: QueueName = TECHNICAL
    """Who works on it: the technicians, or those for orders and licences (R4)."""
    label: Words = {}
    covers: Words = {}
    """Examples of what support does."""
    outside: Words = {}
    """Examples of what it does not do."""
    instead: Words = {}
    """Whom to ask for those (R3)."""
    keywords: tuple[Keyword, ...] = ()
    """Beginnings of words, in any language, that speak for this topic."""
    beyond: tuple[Keyword, ...] = ()
    """Beginnings of words that speak for what it does not cover."""

    def words(self, part: Part) -> Words:
        """The vendor's own words for a part of it."""
        match part:
            case "covers":
                return self.covers
            case "outside":
                return self.outside
            case "instead":
                return self.instead
            case _:
                assert_never(part)


@dataclass(frozen=True, slots=True)
class Picked:
    """What a person says that it is about; `beyond` is outside what the topic covers."""

    topic: str
    beyond: bool = False

    @property
    def value(self) -> str:
        """As an answer of the form."""
        return f"{self.topic}{_BEYOND_MARK if self.beyond else ''}"


def picked(value: str) -> Picked:
    """What an answer of the form says."""
    return Picked(value.removesuffix(_BEYOND_MARK), value.endswith(_BEYOND_MARK))


def guess(text: str, topics: tuple[Topic, ...]) -> Picked | None:
    """What the words seem to be about: the topic that most of its keywords speak for, the first of
    several such; None where no keyword is there."""
    words = _folded(text[:_SEARCHED])
    scored = [(len(_found(each, words)), each) for each in topics]
    most = max((score for score, _ in scored), default=0)
    best = next((each for score, each in scored if most and score == most), None)
    if best is None:
        return None
    return Picked(best.id, _is_beyond(best, words))


def _found(topic: Topic, words: str) -> frozenset[str]:
    """Its keywords that are there; of two with the same beginning the more telling one."""
    there = _among((*topic.keywords, *topic.beyond), words)
    return frozenset(
        each
        for each in there
        if not any(other != each and other.startswith(each) for other in there)
    )


def _is_beyond(topic: Topic, words: str) -> bool:
    return bool(_among(topic.beyond, words))


def _among(keywords: tuple[str, ...], words: str) -> frozenset[str]:
    return frozenset(each for each in _sought(keywords) if each in words)


@lru_cache(maxsize=256)
def _sought(keywords: tuple[str, ...]) -> tuple[str, ...]:
    """As they stand in folded words: behind a space, where their script sets spaces."""
    return tuple(
        folded.strip() if _UNSPACED.search(folded) else folded.rstrip()
        for folded in map(_folded, keywords)
    )


def _folded(text: str) -> str:
    """Words without case, accents and punctuation, with one space before each."""
    plain = text.casefold()
    if not plain.isascii():
        spelt = unicodedata.normalize("NFKD", plain)
        plain = "".join(each for each in spelt if not unicodedata.combining(each))
    return f" {_BETWEEN.sub(' ', plain).strip()} "
