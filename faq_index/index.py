"""The FAQ as it is searched: built once, never changed, replaced whole when the entries change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from faq_index.asking import hear
from faq_index.entry import Entry, EntryId
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
    """Entries by id and laid out by language; safe to search from many threads at once."""

    entries: Mapping[EntryId, Entry]
    shelves: Mapping[str, Shelf]

    @classmethod
    def build(cls, entries: Iterable[Entry]) -> "FaqIndex":
        """An index of the entries that are published; of two with one id the later counts."""
        latest = {entry.id: entry for entry in entries}
        by_id = {id: entry for id, entry in latest.items() if entry.published}
        by_language: dict[str, list[Entry]] = {}
        for entry in by_id.values():
            by_language.setdefault(_primary(entry.language), []).append(entry)
        shelves = {language: Shelf.of(language, held) for language, held in by_language.items()}
        return cls(MappingProxyType(by_id), MappingProxyType(shelves))

    def search(
        self, text: str, *, language: str | None = None, limit: int = 3, floor: float = 0.0
    ) -> tuple[Match, ...]:
        """At most `limit` entries, best first, each once, all of at least `floor` confidence.

        Where an entry of the person's `language` is worth showing, only such entries answer,
        unless another language answers far better; else entries of any language do.
        """
        found = {name: _best(shelf, text) for name, shelf in self.shelves.items()}
        own = found.get(_primary(language or ""), [])
        if not _suits(own, found.values()):
            own = [ranked for each in found.values() for ranked in each]
        own.sort(key=lambda ranked: -ranked.odds)
        matches = (Match(r.entry, r.odds / (1 + r.odds), r.why) for r in own[: max(limit, 0)])
        return tuple(match for match in matches if match.confidence >= floor)

    def __len__(self) -> int:
        return len(self.entries)

    def get(self, id: EntryId) -> Entry | None:
        """The entry of this id, if there is one."""
        return self.entries.get(id)


def _best(shelf: Shelf, text: str) -> list[Ranked]:
    """Each entry with the sentence of the text that speaks most for it."""
    best: dict[EntryId, Ranked] = {}
    for ranked in _by_sentence(shelf, text):
        known = best.get(ranked.entry.id)
        if known is None or ranked.odds > known.odds:
            best[ranked.entry.id] = ranked
    return list(best.values())


def _by_sentence(shelf: Shelf, text: str) -> Iterator[Ranked]:
    for asked in hear(text, shelf.vocabulary):
        yield from rank(shelf, asked)


def _suits(own: list[Ranked], found: Iterable[list[Ranked]]) -> bool:
    best_own = max((ranked.odds for ranked in own), default=0.0)
    best = max((ranked.odds for each in found for ranked in each), default=0.0)
    return best_own >= SHOW / (1 - SHOW) and best_own >= best * _FOREIGN


def _primary(language: str) -> str:
    """`de` of `de`, `de-AT` and `DE_at`."""
    return language.lower().replace("_", "-").partition("-")[0]
