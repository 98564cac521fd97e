"""What is wrong in a FAQ: entries that say nothing, say the same, or stand in each other's way."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rapidfuzz.fuzz import token_sort_ratio

from faq_index.entry import Entry
from faq_index.index import FaqIndex
from faq_index.scope import Scope
from faq_index.text import fold, words

ALIKE: Final = 92.0
"""Per cent of likeness from which two wordings say the same: another ending, a letter, an order."""
_RIVALS: Final = 4
_TOLD_EVERY: Final = 20

Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Same:
    """Entries that are asked for in the same words, or in almost the same."""

    text: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Shadowed:
    """One of an entry's own wordings finds another entry first, or none."""

    text: str
    entry: Entry
    by: Entry | None


@dataclass(frozen=True, slots=True)
class SelfTest:
    """How many of the wordings that were asked find their entry first, and which do not."""

    asked: int
    shadowed: tuple[Shadowed, ...]
    alike: tuple[Same, ...]

    @property
    def found(self) -> int:
        return self.asked - len(self.shadowed)


def served(entries: Iterable[Entry], on: date) -> Sequence[Entry]:
    """The entries that people can find on that day."""
    return [each for each in entries if each.published and each.is_valid(on)]


def silent(entries: Iterable[Entry]) -> Sequence[Entry]:
    """Those with neither an answer nor a link."""
    return [each for each in entries if not (each.answer or each.url)]


def doubled(entries: Iterable[Entry]) -> Sequence[Same]:
    """Where one question, or another wording of it, is asked by several entries."""
    asked: dict[tuple[str, tuple[str, ...]], list[tuple[str, Entry]]] = {}
    for entry in entries:
        keys = {tuple(sorted(set(words(text, entry.language)))): text for text in _texts(entry)}
        for key, text in keys.items():
            asked.setdefault((entry.language, key), []).append((text, entry))
    return [
        Same(several[0][0], tuple(entry for _, entry in several))
        for several in asked.values()
        if any(_compete(several[0][1], other) for _, other in several[1:])
    ]


def self_test(index: FaqIndex, entries: Iterable[Entry], most: int, tell: Tell) -> SelfTest:
    """Ask for each entry in its own words; where there are more of those than `most`, for every
    so many of them."""
    texts = [(text, entry) for entry in entries for text in _texts(entry)]
    texts = texts[:: -(-len(texts) // most) or 1]
    shadowed: list[Shadowed] = []
    alike: dict[frozenset[str], Same] = {}
    for count, (text, entry) in enumerate(texts, 1):
        found = [*_rivals(index, text, entry)]
        if not found or found[0].id != entry.id:
            shadowed.append(Shadowed(text, entry, found[0] if found else None))
        for other in found:
            if other.id != entry.id and _is_alike(text, other):
                alike.setdefault(frozenset((entry.id, other.id)), Same(text, (entry, other)))
        if not count % _TOLD_EVERY or count == len(texts):
            tell(count, len(texts))
    return SelfTest(len(texts), tuple(shadowed), tuple(alike.values()))


def _texts(entry: Entry) -> Sequence[str]:
    return (entry.question, *entry.wordings)


def _rivals(index: FaqIndex, text: str, entry: Entry) -> Iterator[Entry]:
    """What a person who uses the entry's product would find, the best first."""
    scope = Scope(products=frozenset(filter(None, [entry.product])))
    for match in index.search(text, language=entry.language, limit=_RIVALS, scope=scope):
        yield match.entry


def _compete(entry: Entry, other: Entry) -> bool:
    return not entry.product or other.product in {"", entry.product}


def _is_alike(text: str, other: Entry) -> bool:
    ours = fold(text, other.language)
    return any(
        token_sort_ratio(ours, fold(each, other.language)) >= ALIKE for each in _texts(other)
    )
