"""What support covers, topic by topic, and whose business the rest is (R3, R4, R25 to R30)."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Final, Literal

from pydantic import Field

from intake.regulations.section import Section, Words

QueueName = Literal["technical", "commercial"]
Part = Literal["covers", "outside", "instead"]
TECHNICAL: Final = "technical"
BEYOND: Final = "beyond-scope"
"""The level of what is outside (R3)."""

_BEYOND_MARK: Final = "/beyond"
_SEARCHED: Final = 4_000
"""Characters looked through; what it is about is said early."""
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
    keywords: tuple[str, ...] = ()
    """Beginnings of words, in any language, that speak for this topic."""
    beyond: tuple[str, ...] = ()
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
    pattern = _pattern((*topic.keywords, *topic.beyond))
    return frozenset(pattern.findall(words)) if pattern else frozenset()


def _is_beyond(topic: Topic, words: str) -> bool:
    pattern = _pattern(topic.beyond)
    return bool(pattern and pattern.search(words))


@lru_cache(maxsize=256)
def _pattern(keywords: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(_beginnings(keywords))) if keywords else None


def _beginnings(keywords: Iterable[str]) -> Iterable[str]:
    # The longest first, so that each place counts as its most telling keyword.
    for each in sorted(map(_folded, keywords), key=len, reverse=True):
        yield re.escape(each) if _UNSPACED.search(each) else rf"\b{re.escape(each)}"


def _folded(text: str) -> str:
    """Without case and accents, evenly spaced."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(each for each in plain if not unicodedata.combining(each)).split())
