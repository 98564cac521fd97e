"""Misses, offered wordings and outcomes in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal

from faq_index import EntryId
from intake.misses import Miss, MissId, MissRef, OfferedWording, WordingId
from intake.ports import Outcome
from intake.ports.learning import Learning, Lessons
from tests.fakes.tables import Tables
from tests.fakes.words import check


class MemoryLessons(Lessons):
    _tables: Tables

    def open_misses(self, since: datetime, limit: int) -> Sequence[Miss]:
        known = self._tables.misses.values()
        found = [each for each in known if each.at >= since and each.answered_by is None]
        return sorted(found, key=lambda each: each.id)[-limit:]

    def miss(self, conversation: str, ref: MissRef) -> Miss | None:
        return max(self._named(conversation, ref), key=lambda each: each.id, default=None)

    def _named(self, conversation: str, ref: MissRef) -> list[Miss]:
        known = self._tables.misses.values()
        return [each for each in known if (each.conversation, each.ref) == (conversation, ref)]

    def offered_wordings(self, limit: int) -> Sequence[OfferedWording]:
        known = self._tables.wordings.values()
        found = [each for each in known if each.id not in self._tables.verdicts]
        return sorted(found, key=lambda each: (-each.times, each.id))[:limit]

    def outcomes(self, since: datetime) -> Sequence[Outcome]:
        told = [each for each in self._tables.outcomes.values() if each.at >= since]
        filed = [
            Outcome(
                "filed",
                tuple(EntryId(each.id) for each in ticket.suggestions),
                ticket.language,
                ticket.accepted_at,
            )
            for ticket in self._tables.tickets.values()
            if ticket.suggestions and ticket.accepted_at >= since
        ]
        return sorted([*told, *filed], key=lambda each: each.at)


class MemoryLearning(MemoryLessons, Learning):
    def note_miss(self, miss: Miss) -> None:
        check(miss.words, miss.conversation)
        number = MissId(len(self._tables.misses) + 1)
        self._tables.misses[number] = replace(miss, id=number)

    def want_told(self, conversation: str, ref: MissRef, since: datetime | None) -> None:
        for each in self._named(conversation, ref):
            if each.told_at is None:
                self._tables.misses[each.id] = replace(each, wanted_at=since)

    def answer_misses(
        self,
        ids: Sequence[MissId],
        entry: EntryId,
        at: datetime,  # noqa: ARG002 - unread
    ) -> Sequence[MissId]:
        found = [miss for id in ids if (miss := self._tables.misses.get(id))]
        new = [each for each in found if each.answered_by is None]
        for each in new:
            self._tables.misses[each.id] = replace(each, answered_by=entry)
        return sorted(each.id for each in new if each.wanted_at)

    def tell_miss(self, id: MissId, at: datetime, asked_since: datetime) -> Miss | None:
        miss = self._tables.misses.get(id)
        if miss is None or miss.told_at or not (miss.wanted_at and miss.answered_by):
            return None
        if miss.at < asked_since:
            return None
        self._tables.misses[id] = replace(miss, told_at=at)
        return self._tables.misses[id]

    def untold_misses(self, asked_since: datetime, limit: int) -> Sequence[MissId]:
        return [
            each.id
            for each in self._tables.misses.values()
            if each.wanted_at and each.answered_by and not each.told_at and each.at >= asked_since
        ][:limit]

    def offer_wording(self, wording: OfferedWording) -> None:
        check(wording.words, wording.conversation)
        for each in self._tables.wordings.values():
            if (each.entry, each.words) == (wording.entry, wording.words):
                again = replace(each, times=each.times + 1, at=wording.at)
                self._tables.wordings[each.id] = again
                return
        number = WordingId(len(self._tables.wordings) + 1)
        self._tables.wordings[number] = replace(wording, id=number)

    def decide_wording(
        self,
        id: WordingId,
        verdict: Literal["accepted", "refused"],
        at: datetime,  # noqa: ARG002 - unread
        by: str,  # noqa: ARG002 - unread
    ) -> OfferedWording | None:
        if id not in self._tables.wordings or id in self._tables.verdicts:
            return None
        self._tables.verdicts[id] = verdict
        return self._tables.wordings[id]
