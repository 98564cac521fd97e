"""What staff learn from: questions without an answer, wordings, what became of suggestions."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal, Protocol

from faq_index import EntryId
from intake.misses import Miss, MissGroup, MissId, MissRef, OfferedWording, WordingId
from intake.ports.values import Outcome


class Lessons(Protocol):
    """Questions about what people asked; a part of `Reading`."""

    def open_misses(self, since: datetime, limit: int) -> Sequence[Miss]:
        """The newest `limit` misses since then that no entry answers, oldest first."""
        ...

    def open_miss(self, id: MissId) -> Miss | None:
        """The miss of this number; None where it was answered, or is not there."""
        ...

    def loose_misses(self, since: datetime, limit: int) -> Sequence[Miss]:
        """Of the open misses since then that were not put together yet the newest `limit`, oldest
        first."""
        ...

    def miss_groups(self, since: datetime, limit: int) -> Sequence[MissGroup]:
        """Those that were put together, with open misses since then; what most people asked
        first."""
        ...

    def misses_of(self, group: MissId, since: datetime) -> Sequence[Miss]:
        """The open ones of a group since then, oldest first."""
        ...

    def count_misses(self, since: datetime) -> tuple[int, int]:
        """How many are open since then, and how many of them were not put together yet."""
        ...

    def miss(self, conversation: str, ref: MissRef) -> Miss | None:
        """The newest miss of this name in this conversation."""
        ...

    def offered_wordings(self, limit: int) -> Sequence[OfferedWording]:
        """Those that staff have not decided on, the most frequent first."""
        ...

    def outcomes(self, since: datetime) -> Sequence[Outcome]:
        """What became of suggestions since then, oldest first, tickets filed after them too."""
        ...


class Learning(Lessons, Protocol):
    """What is done with them; a part of `Work`."""

    def note_miss(self, miss: Miss) -> None:
        """Keep a miss."""
        ...

    def group_misses(self, groups: Mapping[MissId, MissId]) -> None:
        """Put misses, by their number, into groups, by theirs."""
        ...

    def want_told(self, conversation: str, ref: MissRef, since: datetime | None) -> None:
        """Its person wants to be told of an answer; with None, no longer."""
        ...

    def answer_misses(
        self, ids: Sequence[MissId], entry: EntryId, at: datetime
    ) -> Sequence[MissId]:
        """This entry answers them; returns those whose people want to be told.

        Those that are answered already stay as they are. An empty entry means that staff want none
        for them: they are open no more.
        """
        ...

    def tell_miss(self, id: MissId, at: datetime, asked_since: datetime) -> Miss | None:
        """Note that its person is told; None where they were, or do not want it any more, where
        nothing answers it, and where they asked before `asked_since`."""
        ...

    def untold_misses(self, asked_since: datetime, limit: int) -> Sequence[MissId]:
        """Those that `tell_miss` would still tell of, oldest first."""
        ...

    def offer_wording(self, wording: OfferedWording) -> None:
        """Offer it to staff, or count it once more where its entry was offered these words."""
        ...

    def decide_wording(
        self, id: WordingId, verdict: Literal["accepted", "refused"], at: datetime, by: str
    ) -> OfferedWording | None:
        """Note what staff decided; None where that had happened, or there is none."""
        ...
