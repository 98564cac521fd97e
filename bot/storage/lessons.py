"""The statements of what staff learn from: misses, wordings, what became of suggestions."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Final, Literal

from sqlalchemy import Executable, bindparam, select, update

from bot.storage.codec import ENTRIES, SUGGESTIONS, written
from bot.storage.lesson_tables import misses, offered_wordings
from bot.storage.open_misses import MissGrouping, OpenMisses, miss_of
from bot.storage.tables import outcomes, tickets
from bot.storage.transaction import Found, insert
from faq_index import EntryId
from intake.misses import Miss, MissId, MissRef, OfferedWording, WordingId
from intake.ports import Outcome

_MISS: Final = (
    select(misses)
    .where(misses.c.conversation == bindparam("conversation"), misses.c.ref == bindparam("ref"))
    .order_by(misses.c.id.desc())
    .limit(1)
)
_OFFERED: Final = (
    select(offered_wordings)
    .where(offered_wordings.c.verdict.is_(None))
    .order_by(offered_wordings.c.times.desc(), offered_wordings.c.id)
    .limit(bindparam("limit"))
)
_OUTCOMES: Final = (
    select(outcomes)
    .where(outcomes.c.at >= bindparam("since"))
    .order_by(outcomes.c.at, outcomes.c.id)
)
_FILED: Final = (
    select(tickets.c.suggestions, tickets.c.language, tickets.c.accepted_at)
    .where(tickets.c.accepted_at >= bindparam("since"), tickets.c.suggestions != "[]")
    .order_by(tickets.c.accepted_at, tickets.c.id)
)
_WANT: Final = (
    update(misses)
    .where(
        misses.c.conversation == bindparam("where"),
        misses.c.ref == bindparam("which"),
        misses.c.told_at.is_(None),
    )
    .values(wanted_at=bindparam("wanted"))
)
_ANSWER: Final = (
    update(misses)
    .where(misses.c.id.in_(bindparam("ids", expanding=True)), misses.c.answered_by.is_(None))
    .values(answered_by=bindparam("entry"), answered_at=bindparam("now"))
    .returning(misses.c.id, misses.c.wanted_at)
)
_TELL: Final = (
    update(misses)
    .where(
        misses.c.id == bindparam("which"),
        misses.c.told_at.is_(None),
        misses.c.wanted_at.is_not(None),
        misses.c.answered_by.is_not(None),
        misses.c.at >= bindparam("since"),
    )
    .values(told_at=bindparam("now"))
    .returning(*misses.columns)
)
_UNTOLD: Final = (
    select(misses.c.id)
    .where(
        misses.c.wanted_at.is_not(None),
        misses.c.told_at.is_(None),
        misses.c.answered_by != "",
        misses.c.at >= bindparam("since"),
    )
    .order_by(misses.c.id)
    .limit(bindparam("limit"))
)
_DECIDE: Final = (
    update(offered_wordings)
    .where(offered_wordings.c.id == bindparam("which"), offered_wordings.c.verdict.is_(None))
    .values(verdict=bindparam("how"), decided_at=bindparam("now"), decided_by=bindparam("who"))
    .returning(*offered_wordings.columns)
)
AT_ONCE: Final = 500


@cache
def _note(dialect: str) -> Executable:
    return insert(dialect, misses)


@cache
def _offer(dialect: str) -> Executable:
    new = insert(dialect, offered_wordings)
    again = {"times": offered_wordings.c.times + 1, "at": new.excluded.at}
    return new.on_conflict_do_update(index_elements=["entry", "words"], set_=again)


class LessonRows(OpenMisses):
    """`Lessons`."""

    def miss(self, conversation: str, ref: MissRef) -> Miss | None:
        row = self._first(_MISS, {"conversation": conversation, "ref": ref})
        return miss_of(row) if row else None

    def offered_wordings(self, limit: int) -> Sequence[OfferedWording]:
        return [_wording(row) for row in self._all(_OFFERED, {"limit": limit})]

    def outcomes(self, since: datetime) -> Sequence[Outcome]:
        told = [_outcome(row) for row in self._all(_OUTCOMES, {"since": since})]
        filed = [_filed(row) for row in self._all(_FILED, {"since": since})]
        return sorted([*told, *filed], key=lambda each: each.at)


class LessonChanges(LessonRows, MissGrouping):
    """`Learning`."""

    def note_miss(self, miss: Miss) -> None:
        row = {
            "ref": miss.ref,
            "conversation": miss.conversation,
            "language": miss.language,
            "words": miss.words,
            "why": miss.why,
            "shown": written(ENTRIES, miss.shown),
            "at": miss.at,
        }
        self._run(_note(self._dialect), row)

    def want_told(self, conversation: str, ref: MissRef, since: datetime | None) -> None:
        self._run(_WANT, {"where": conversation, "which": ref, "wanted": since})

    def answer_misses(
        self, ids: Sequence[MissId], entry: EntryId, at: datetime
    ) -> Sequence[MissId]:
        told: list[MissId] = []
        for first in range(0, len(ids), AT_ONCE):
            some = list(ids[first : first + AT_ONCE])
            answered = self._all(_ANSWER, {"ids": some, "entry": entry, "now": at})
            told += [MissId(row.id) for row in answered if row.wanted_at is not None]
        return sorted(told)

    def tell_miss(self, id: MissId, at: datetime, asked_since: datetime) -> Miss | None:
        row = self._first(_TELL, {"which": id, "now": at, "since": asked_since})
        return miss_of(row) if row else None

    def untold_misses(self, asked_since: datetime, limit: int) -> Sequence[MissId]:
        found = self._all(_UNTOLD, {"since": asked_since, "limit": limit})
        return [MissId(row.id) for row in found]

    def offer_wording(self, wording: OfferedWording) -> None:
        row = {
            "entry": wording.entry,
            "language": wording.language,
            "words": wording.words,
            "conversation": wording.conversation,
            "times": wording.times,
            "at": wording.at,
        }
        self._run(_offer(self._dialect), row)

    def decide_wording(
        self, id: WordingId, verdict: Literal["accepted", "refused"], at: datetime, by: str
    ) -> OfferedWording | None:
        row = self._first(_DECIDE, {"which": id, "how": verdict, "now": at, "who": by})
        return _wording(row) if row else None


def _wording(row: Found) -> OfferedWording:
    return OfferedWording(
        id=row.id,
        entry=row.entry,
        language=row.language,
        words=row.words,
        conversation=row.conversation,
        times=row.times,
        at=row.at,
    )


def _outcome(row: Found) -> Outcome:
    entries = ENTRIES.validate_json(row.entries)
    return Outcome(row.kind, entries, row.language, row.at, row.helped)


def _filed(row: Found) -> Outcome:
    shown = tuple(EntryId(each.id) for each in SUGGESTIONS.validate_json(row.suggestions))
    return Outcome("filed", shown, row.language, row.accepted_at)
