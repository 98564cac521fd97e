"""The FAQ as it is searched: built once, never changed, replaced whole when the entries change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from faq_index.asking import hear
from faq_index.entry import Entry, EntryId
from faq_index.gathering import Gathering, parts
from faq_index.ranking import Ranked, Why, rank
from faq_index.shelf import Shelf

SHOW: Final = 0.3
"""The confidence from which a match is worth showing to a person: on the development sets, 83 % of
questions with an answer reach it, and 18 % of those without."""

_FOREIGN: Final = 0.2
"""What odds count in another language than the person's when the two compete."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that may answer; `confidence` is the chance (0..1) that it does."""

    entry: Entry
    confidence: float
    why: Why


@dataclass(frozen=True, slots=True)
class FaqIndex:
    """Entries laid out by language; safe to search from many threads at once."""

    shelves: Mapping[str, Shelf]

    @classmethod
    def build(cls, entries: Iterable[Entry]) -> "FaqIndex":
        """An index of the entries that are published; of two with one id the later counts."""
        return cls(MappingProxyType({})).changed(entries)

    def changed(self, entries: Iterable[Entry]) -> "FaqIndex":
        """An index with these entries too, in place of those with the same ids; this one stays.

        What is not published is not in it. A few entries more cost little beside building anew,
        which happens where most of the places would be those of entries that are gone.
        """
        more: dict[str, Gathering] = {}
        given: dict[EntryId, str] = {}
        for part in parts(entries):
            for language, some in _by_language(part).items():
                if language not in more:
                    more[language] = self.shelves.get(language, Shelf.empty(language)).gathering()
                more[language].take(some)
            given.update((each.id, _language(each)) for each in part)
        shelves = dict(self.shelves)
        for language in {*more, *shelves}:
            shelf = shelves.get(language, Shelf.empty(language))
            gathered = more.get(language, shelf.gathering())
            elsewhere = [id for id, where in given.items() if where != language]
            if gathered.ids or shelf.holds_any(elsewhere):
                shelves[language] = shelf.grown(gathered, elsewhere).tidied()
        full = {language: shelf for language, shelf in shelves.items() if len(shelf)}
        return FaqIndex(MappingProxyType(full))

    def search(
        self, text: str, *, language: str | None = None, limit: int = 3, floor: float = 0.0
    ) -> tuple[Match, ...]:
        """At most `limit` entries, best first, each once, all of at least `floor` confidence.

        Where an entry of the person's `language` is worth showing, only such entries answer,
        unless another language answers far better; else entries of any language do.
        """
        found = {name: _best(shelf, text, max(limit, 1)) for name, shelf in self.shelves.items()}
        own = found.get(_primary(language or ""), [])
        if not _suits(own, found.values()):
            own = [ranked for each in found.values() for ranked in each]
        own.sort(key=lambda ranked: -ranked.odds)
        matches = (Match(r.entry, r.odds / (1 + r.odds), r.why) for r in own[: max(limit, 0)])
        return tuple(match for match in matches if match.confidence >= floor)

    def __iter__(self) -> Iterator[Entry]:
        return (entry for shelf in self.shelves.values() for entry in shelf)

    def __len__(self) -> int:
        return sum(map(len, self.shelves.values()))

    def get(self, id: EntryId) -> Entry | None:
        """The entry of this id, if there is one."""
        found = (shelf.get(id) for shelf in self.shelves.values())
        return next(filter(None, found), None)


def _best(shelf: Shelf, text: str, limit: int) -> list[Ranked]:
    """Each entry with the sentence of the text that speaks most for it."""
    best: dict[int, Ranked] = {}
    for ranked in _by_sentence(shelf, text, limit):
        known = best.get(ranked.number)
        if known is None or ranked.odds > known.odds:
            best[ranked.number] = ranked
    return list(best.values())


def _by_sentence(shelf: Shelf, text: str, limit: int) -> Iterator[Ranked]:
    for asked in hear(text, shelf.vocabulary):
        yield from rank(shelf, asked, limit)


def _suits(own: list[Ranked], found: Iterable[list[Ranked]]) -> bool:
    best_own = max((ranked.odds for ranked in own), default=0.0)
    best = max((ranked.odds for each in found for ranked in each), default=0.0)
    return best_own >= SHOW / (1 - SHOW) and best_own >= best * _FOREIGN


def _by_language(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    by_language: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.published:
            by_language.setdefault(_language(entry), []).append(entry)
    return by_language


def _language(entry: Entry) -> str:
    """The language of the shelf that holds an entry; none holds one that is not published."""
    return _primary(entry.language) if entry.published else "-"


def _primary(language: str) -> str:
    """`de` of `de`, `de-AT` and `DE_at`."""
    return language.lower().replace("_", "-").partition("-")[0]
