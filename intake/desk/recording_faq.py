"""Writes down what a turn decides about the FAQ, and what is learned from people's questions."""

from collections.abc import Sequence
from datetime import datetime

from faq_index import EntryId
from intake.desk.occasion import Occasion, write
from intake.dialogue.turn import (
    AnswerMisses,
    ChangeEntry,
    CountOutcome,
    DecideWording,
    NoteMiss,
    OfferWording,
    WantTold,
)
from intake.misses import Miss, MissId, OfferedWording
from intake.ports import Errand, Outcome, Outgoing, Stale, Work


@write.register
def _(effect: CountOutcome, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    language, helped = occasion.language, effect.helped
    work.count(Outcome(effect.outcome, effect.entries, language, occasion.now, helped))
    return ()


@write.register
def _(effect: NoteMiss, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    work.note_miss(
        Miss(
            ref=effect.ref,
            conversation=occasion.conversation,
            language=occasion.language,
            words=effect.words,
            why=effect.why,
            shown=effect.shown,
            at=occasion.now,
        )
    )
    return ()


@write.register
def _(effect: WantTold, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    where, now = occasion.conversation, occasion.now
    work.want_told(where, effect.ref, now if effect.wants else None)
    miss = work.miss(where, effect.ref)
    if effect.wants and miss and miss.answered_by:
        # Staff have answered it since this turn was decided.
        work.later(Errand("answered", (str(miss.id), now.isoformat())))
    return ()


@write.register
def _(effect: OfferWording, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    work.offer_wording(
        OfferedWording(
            entry=effect.entry,
            language=occasion.language,
            words=effect.words,
            conversation=occasion.conversation,
            at=occasion.now,
        )
    )
    return ()


@write.register
def _(effect: ChangeEntry, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    """Raises Stale where somebody has changed the entry meanwhile (G12)."""
    if work.put_entries([effect.entry], occasion.now, occasion.person):
        # Looked at afterwards: from the first change on nobody else changes the FAQ.
        _, *earlier = work.history(effect.entry.id, 2)
        if (earlier[0].entry if earlier else None) != effect.was:
            raise Stale
    return ()


@write.register
def _(effect: AnswerMisses, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    have_answered(work, effect.ids, effect.entry, occasion.now)
    return ()


@write.register
def _(effect: DecideWording, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    """Raises Stale where somebody else has decided meanwhile."""
    if work.decide_wording(effect.id, effect.verdict, occasion.now, occasion.person) is None:
        raise Stale
    return ()


def have_answered(work: Work, asked: Sequence[MissId], entry: EntryId, now: datetime) -> int:
    """This entry answers these questions, or none will (empty); returns how many will be told."""
    waiting = work.answer_misses(asked, entry, now)
    if not entry:
        return 0
    for each in waiting:
        work.later(Errand("answered", (str(each),)))
    return len(waiting)
