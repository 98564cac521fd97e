"""The entries of one language, laid out for search: every wording is a line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from faq_index.entry import Entry, EntryId
from faq_index.gathering import Gathering, counts, parts
from faq_index.keeping import Kept
from faq_index.laying import lay
from faq_index.letters import Letters
from faq_index.lines import Lines
from faq_index.numbering import Numbering
from faq_index.postings import Integers, Postings, Ragged
from faq_index.scope import Bounds
from faq_index.texts import Register
from faq_index.vocabulary import Vocabulary

_NONE: Final = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that searching the entries of one language needs; never changed once made.

    Entries that were replaced or are gone keep their places, as do their lines; `gone` and
    `gone_lines` say which.
    """

    language: str
    entries: Kept
    ids: Register
    gone: Integers
    lines: Lines
    gone_lines: Integers
    vocabulary: Vocabulary
    letters: Letters
    by_line: Postings
    by_tag: Postings
    by_answer: Postings
    tags: Ragged
    bounds: Bounds

    @classmethod
    def empty(cls, language: str) -> "Shelf":
        postings = Postings.of((), 0)
        return cls(
            language=language,
            entries=Kept(),
            ids=Register.empty(),
            gone=_NONE,
            lines=Lines.empty(),
            gone_lines=_NONE,
            vocabulary=Vocabulary.empty(language),
            letters=Letters.none(),
            by_line=postings,
            by_tag=postings,
            by_answer=postings,
            tags=Ragged.of((), ()),
            bounds=Bounds.of(()),
        )

    @classmethod
    def of(cls, language: str, entries: Iterable[Entry]) -> "Shelf":
        """Lays out entries that are all of one language; of two with one id the later counts."""
        empty = cls.empty(language)
        gathering = empty.gathering()
        for part in parts(entries):
            gathering.take(part)
        return empty.grown(gathering)

    def __len__(self) -> int:
        """How many entries may be found."""
        return len(self.entries) - len(self.gone)

    def __iter__(self) -> Iterator[Entry]:
        """Those that may be found."""
        gone = set(self.gone.tolist())
        return (entry for number, entry in enumerate(self.entries) if number not in gone)

    def get(self, id: EntryId) -> Entry | None:
        """The entry of this id, if it may be found."""
        number = self.ids.get(id)
        return None if number is None or number in self.gone else self.entries[number]

    def holds_any(self, ids: Integers) -> bool:
        """Whether an entry of any of these ids, hashed, is here."""
        return bool((self.ids.all(ids) >= 0).any())

    def tidied(self) -> "Shelf":
        """Laid out anew where more places are those of entries that are gone than of others."""
        return Shelf.of(self.language, self) if 2 * len(self.gone) > len(self.entries) else self

    def gathering(self) -> Gathering:
        """What gathers more for this shelf."""
        numbering = Numbering(self.language, self.vocabulary)
        return Gathering(numbering, self.entries, len(self.lines))

    def grown(self, more: Gathering, without: Integers = _NONE) -> "Shelf":
        """With all that was gathered, also in place of what has the same ids; without some ids,
        hashed.

        Most of it is copying: it finds what a shelf laid out anew would find.
        """
        given = np.concatenate([_NONE, *more.hashed_ids])
        ids = self.ids.extended(given, len(self.entries))
        going = self._going(given, ids, without)
        lines = self.lines.extended(more.folded, more.lines_of, more.stems)
        old = lay([more.kept[number] for number in going.tolist()], more.numbering)
        stems = more.numbering.size
        held = self.vocabulary.held.changed(*more.counted(stems))
        held = held.changed(-len(going), *(-each for each in counts(old, stems)))
        vocabulary = self.vocabulary.changed(list(more.numbering.added), held)
        return replace(
            self,
            entries=more.kept,
            ids=ids,
            gone=np.append(self.gone, going),
            lines=replace(lines, weight=lines.stems.total(vocabulary.weights)),
            gone_lines=np.append(self.gone_lines, lines.of(going)[0]),
            vocabulary=vocabulary,
            letters=self.letters.changed(more.sample, old.folded),
            by_line=self.by_line.extended(more.by_line, stems),
            by_tag=self.by_tag.extended(more.by_tag, stems),
            by_answer=self.by_answer.extended(more.by_answer, stems),
            tags=self.tags.extended(more.tags),
            bounds=self.bounds.extended(more.bounds),
        )

    def _going(self, given: Integers, ids: Register, without: Integers) -> Integers:
        """Numbers of those replaced, by an entry given or given later, and of those without."""
        own = np.arange(len(given)) + len(self.entries)
        later = own[ids.all(given) != own]
        numbers = np.concatenate([self.ids.all(given), ids.all(without), later])
        return np.setdiff1d(numbers, np.append(self.gone, -1))
