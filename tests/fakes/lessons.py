"""Misses, offered wordings and outcomes in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal

from faq_index import EntryId
from intake.misses import Miss, MissGroup, MissId, MissRef, OfferedWording, WordingId
from intake.ports import Outcome
from intake.ports.learning import Learning, Lessons
from tests.fakes.tables import Tables
from tests.fakes.words import check


class MemoryLessons(Lessons):
    _tables: Tables

    def open_misses(self, since: datetime, limit: int) -> Sequence[Miss]:
        return self._open(since)[-limit:]

    def _open(self, since: datetime) -> list[Miss]:
        known = self._tables.misses.values()
        found = [each for each in known if each.at >= since and each.answered_by is None]
        return sorted(found, key=lambda each: each.id)

    def open_miss(self, id: MissId) -> Miss | None:
        miss = self._tables.misses.get(id)
        return miss if miss and miss.answered_by is None else None

    def loose_misses(self, since: datetime, limit: int) -> Sequence[Miss]:
        return [each for each in self._open(since) if each.grouped is None][-limit:]

    def miss_groups(self, since: datetime, limit: int) -> Sequence[MissGroup]:
        open_ = self._open(since)
        found = [
            MissGroup(group, theirs[0], len({each.conversation for each in theirs}), len(theirs))
            for group in {each.grouped for each in open_ if each.grouped}
            if (theirs := [each for each in open_ if each.grouped == group])
        ]
        return sorted(found, key=lambda each: (-each.people, -each.times, each.group))[:limit]

    def misses_of(self, group: MissId, since: datetime) -> Sequence[Miss]:
        return [each for each in self._open(since) if each.grouped == group]

    def count_misses(self, since: datetime) -> tuple[int, int]:
        open_ = self._open(since)
        return len(open_), sum(each.grouped is None for each in open_)

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

    def group_misses(self, groups: Mapping[MissId, MissId]) -> None:
        for id, group in groups.items():
            if id in self._tables.misses:
                self._tables.misses[id] = replace(self._tables.misses[id], grouped=group)

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
