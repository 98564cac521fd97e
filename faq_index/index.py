"""The FAQ as it is searched: built once, never changed, replaced whole when the entries change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from faq_index.asking import familiarity, hear
from faq_index.confidence import MAYBE, RIVALS, confidences
from faq_index.entry import Entry, EntryId
from faq_index.gathering import Gathering, Given, parts
from faq_index.ranking import UNSAID, Ranked, Why, rank
from faq_index.scope import ALL, Bounds, Scope
from faq_index.sense import NEAREST, Felt, Sense, told
from faq_index.shelf import Shelf

_FOREIGN: Final = 0.2
"""What odds count in another language than the person's when the two compete."""

_FAMILIAR: Final = 0.5
"""The share of a text's words that a language has to know for the text to be in it."""


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
    sense: Sense | None = None
    """A model that knows what the entries mean, where somebody has plugged one in."""

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
        given = Given()
        for part in parts(entries):
            languages = [_language(each) for each in part]
            given.take(part, languages)
            for language in dict.fromkeys(each for each in languages if each is not None):
                if language not in more:
                    more[language] = self.shelves.get(language, Shelf.empty(language)).gathering()
                of = zip(part, languages, strict=True)
                more[language].take([each for each, its in of if its == language])
        shelves = dict(self.shelves)
        ids, numbers = given.last()
        for language in {*more, *shelves}:
            shelf = shelves.get(language, Shelf.empty(language))
            gathered = more.get(language, shelf.gathering())
            elsewhere = ids[numbers != given.numbers.get(language)]
            if gathered.hashed_ids or shelf.holds_any(elsewhere):
                shelves[language] = shelf.grown(gathered, elsewhere).tidied()
        full = {language: shelf for language, shelf in shelves.items() if len(shelf)}
        return replace(self, shelves=MappingProxyType(full))

    def search(
        self,
        text: str,
        *,
        language: str | None = None,
        limit: int = 3,
        floor: float = 0.0,
        scope: Scope = ALL,
    ) -> tuple[Match, ...]:
        """At most `limit` entries, best first, each once, all of at least `floor` confidence.

        Where an entry of the person's `language` is worth showing, only such entries answer,
        unless another language answers far better; else entries of any language do. Only what is
        in the `scope` is found.
        """
        asked = Asking(text, max(limit, RIVALS), scope)
        if self.sense and len(self.sense.meanings):
            found = self._felt(replace(asked, limit=NEAREST), language, self.sense)
        else:
            best = self.ranked(asked, language)
            found = [Match(r.entry, chance, r.why) for chance, r in best[: max(limit, 0)]]
        return tuple(match for match in found[: max(limit, 0)] if match.confidence >= floor)

    def ranked(self, asked: "Asking", language: str | None) -> "Found":
        """What is found by words alone, best first."""
        spoken = _primary(language or "")
        shelves = [shelf for name, shelf in self.shelves.items() if _speaks(asked.scope, name)]
        found = {shelf.language: asked.of(shelf) for shelf in _at_home(asked.text, shelves, spoken)}
        own = found.get(spoken, [])
        if not _suits(own, found.values()):
            own = [each for some in found.values() for each in some]
        own.sort(key=lambda each: (-each[0], -each[1].odds))
        return own

    def _felt(self, asked: "Asking", language: str | None, sense: Sense) -> list[Match]:
        """What is near in words, in meaning, or in both."""
        spoken = _primary(language or "")
        said = {ranked.entry.id: ranked for _, ranked in self.ranked(asked, language)}
        entries = {id: ranked.entry for id, ranked in said.items()}

        def is_sought(id: EntryId) -> bool:
            if id not in entries and (entry := self.get(id)) and asked.admits(entry):
                entries[id] = entry
            return id in entries

        odds = {id: ranked.odds for id, ranked in said.items()}
        felt = sense.feel(told(asked.text, spoken), odds, is_sought)
        best = sorted(felt.items(), key=lambda each: -each[1].odds)
        own = [each for each in best if _primary(entries[each[0]].language) == spoken]
        if own and own[0][1].odds >= best[0][1].odds * _FOREIGN:
            chances = confidences([each.odds for _, each in own])
            best = own if chances[0] >= MAYBE else best
        chances = confidences([each.odds for _, each in best])
        return [
            Match(entries[id], chance, _why(said.get(id), each))
            for chance, (id, each) in zip(chances, best, strict=True)
        ]

    def __iter__(self) -> Iterator[Entry]:
        return (entry for shelf in self.shelves.values() for entry in shelf)

    def __len__(self) -> int:
        return sum(map(len, self.shelves.values()))

    def get(self, id: EntryId) -> Entry | None:
        """The entry of this id, if there is one."""
        found = (shelf.get(id) for shelf in self.shelves.values())
        return next(filter(None, found), None)


Found = list[tuple[float, Ranked]]


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked of every shelf."""

    text: str
    limit: int
    scope: Scope = ALL

    def admits(self, entry: Entry) -> bool:
        """Whether the entry may answer."""
        mask = Bounds.of([entry]).admitted(self.scope)
        return _speaks(self.scope, _primary(entry.language)) and (mask is None or bool(mask[0]))

    def of(self, shelf: Shelf) -> Found:
        """Each entry with the sentence of the text that speaks most for it, and its confidence."""
        admitted = shelf.bounds.admitted(self.scope)
        best: dict[int, Ranked] = {}
        for asked in hear(self.text, shelf.vocabulary):
            for ranked in rank(shelf, asked, self.limit, admitted):
                known = best.get(ranked.number)
                if known is None or ranked.odds > known.odds:
                    best[ranked.number] = ranked
        found = sorted(best.values(), key=lambda ranked: -ranked.odds)
        return list(zip(confidences([ranked.odds for ranked in found]), found, strict=True))


def _at_home(text: str, shelves: list[Shelf], spoken: str) -> list[Shelf]:
    """The shelves worth searching: of the language `spoken`, and of those that know its words.

    Where one language knows most of a text, those that know not half as much of it are left out.
    """
    if not shelves[1:]:
        return shelves
    known = [familiarity(text, shelf.vocabulary) for shelf in shelves]
    most = max(known)
    least = most / 2 if most >= _FAMILIAR else 0.0
    return [
        shelf
        for shelf, share in zip(shelves, known, strict=True)
        if share >= least or shelf.language == spoken
    ]


def _suits(own: Found, found: Iterable[Found]) -> bool:
    best = max((some[0][1].odds for some in found if some), default=0.0)
    return bool(own) and own[0][0] >= MAYBE and own[0][1].odds >= best * _FOREIGN


def _speaks(scope: Scope, language: str) -> bool:
    return not scope.languages or language in map(_primary, scope.languages)


def _why(said: Ranked | None, felt: Felt) -> Why:
    return replace(said.why if said else UNSAID, meaning=felt.meaning)


def _language(entry: Entry) -> str | None:
    """The language of the shelf that holds an entry; none holds one that is not published."""
    return _primary(entry.language) if entry.published else None


@lru_cache
def _primary(language: str) -> str:
    """`de` of `de`, `de-AT` and `DE_at`."""
    return language.lower().replace("_", "-").partition("-")[0]
