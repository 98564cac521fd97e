"""Words that people use for the same thing, by language: what letters and stems cannot tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Final

from faq_index.common_words import is_common
from faq_index.stems import stem
from faq_index.text import words

LANGUAGES: Final = frozenset({"de", "en", "es", "ru"})


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Stems that stand for the same as a stem, or as two stems in a row, which are written as one.

    `words` are all words of it as they are folded.
    """

    alike: Mapping[str, tuple[str, ...]]
    words: frozenset[str]


@lru_cache(maxsize=64)
def thesaurus(language: str) -> Thesaurus:
    """That of a language; an empty one where there is none here."""
    alike: dict[str, dict[str, None]] = {}
    known: set[str] = set()
    for group in _groups(language):
        members = [tuple(stem(word, language) for word in member) for member in group]
        for member in members:
            others = dict.fromkeys(_telling(other, language) for other in members)
            others.pop("".join(member), None)
            alike.setdefault("".join(member), {}).update(others)
        known.update(word for member in group for word in member)
    return Thesaurus(
        MappingProxyType({each: tuple(others) for each, others in alike.items()}), frozenset(known)
    )


def _groups(language: str) -> Iterator[list[list[str]]]:
    """Each group's members, each of one word or of two."""
    if language not in LANGUAGES:
        return
    file = resources.files(__name__).joinpath(f"{language}.txt")
    for line in file.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield [words(member.replace("-", " "), language) for member in line.split()]


def _telling(stems: tuple[str, ...], language: str) -> str:
    """Of two words in a row the one that tells something stands for both."""
    return next((each for each in stems if not is_common(each, language)), stems[0])
