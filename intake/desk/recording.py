"""Writes a decided turn down: all of it in one transaction, or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import singledispatch
from typing import Final

from faq_index import EntryId
from intake.dialogue.corresponding import told
from intake.dialogue.messages import ConversationId, PersonId
from intake.dialogue.turn import (
    Announce,
    AnswerMisses,
    AskCode,
    ChangeEntry,
    ChangeTicket,
    CountOutcome,
    DecideWording,
    Effect,
    EndNotice,
    FetchFiles,
    FileTicket,
    NoteDown,
    NoteMiss,
    OfferWording,
    Prove,
    ReopenTicket,
    SpendCoupon,
    Tell,
    TellStaff,
    TryCode,
    Turn,
    UseLink,
    WantTold,
)
from intake.misses import Miss, MissId, OfferedWording
from intake.ports import AwaitedFile, Errand, Outcome, Outgoing, Stale, Work

HELD: Final = timedelta(seconds=6)
"""How long a recorded reply is its recorder's to send, before others may."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where and when a turn happens."""

    conversation: ConversationId
    person: PersonId
    language: str
    now: datetime
    held: timedelta
    """How long the replies are ours to send; nothing, or less, where others have to: then they have
    been due since."""


def record(work: Work, turn: Turn, was: int, occasion: Occasion) -> tuple[Outgoing, ...]:
    """Keep the state, carry out the effects, and write the replies down, ready to be sent.

    Raises Stale, AlreadyFiled or TidTaken; the transaction then undoes all of it.
    """
    work.keep(occasion.conversation, turn.state, was)
    told_others = carry_out(work, turn.effects, occasion)
    said = (
        work.say(occasion.conversation, turn.replies, turn.state, occasion.now, occasion.held)
        if turn.replies
        else ()
    )
    return (*said, *told_others)


def carry_out(work: Work, effects: Iterable[Effect], occasion: Occasion) -> tuple[Outgoing, ...]:
    """Write the effects down; returns what was said in other conversations by them."""
    return tuple(said for effect in effects for said in _write(effect, work, occasion))


@singledispatch
def _write(effect: Effect, _work: Work, _occasion: Occasion) -> tuple[Outgoing, ...]:
    raise TypeError(f"no way to write down a {type(effect).__name__}")


@_write.register
def _(effect: FileTicket, work: Work, _: Occasion) -> tuple[Outgoing, ...]:
    work.file(effect.ticket)
    return ()


@_write.register
def _(effect: ChangeTicket, work: Work, _: Occasion) -> tuple[Outgoing, ...]:
    work.change(effect.ticket)
    return ()


@_write.register
def _(effect: ReopenTicket, work: Work, _: Occasion) -> tuple[Outgoing, ...]:
    work.reopen(effect.ticket)
    return ()


@_write.register
def _(effect: NoteDown, work: Work, _: Occasion) -> tuple[Outgoing, ...]:
    work.note(effect.tid, effect.note)
    return ()


@_write.register
def _(effect: CountOutcome, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    language, helped = occasion.language, effect.helped
    work.count(Outcome(effect.outcome, effect.entries, language, occasion.now, helped))
    return ()


@_write.register
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


@_write.register
def _(effect: WantTold, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    where, now = occasion.conversation, occasion.now
    work.want_told(where, effect.ref, now if effect.wants else None)
    miss = work.miss(where, effect.ref)
    if effect.wants and miss and miss.answered_by:
        # Staff have answered it since this turn was decided.
        work.later(Errand("answered", (str(miss.id), now.isoformat())))
    return ()


@_write.register
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


@_write.register
def _(effect: Announce, work: Work, _: Occasion) -> tuple[Outgoing, ...]:
    work.announce(effect.notice)
    return ()


@_write.register
def _(effect: EndNotice, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    work.end_notice(effect.id, occasion.now)
    return ()


@_write.register
def _(effect: ChangeEntry, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    """Raises Stale where somebody has changed the entry meanwhile (G12)."""
    if work.put_entries([effect.entry], occasion.now, occasion.person):
        # Looked at afterwards: from the first change on nobody else changes the FAQ.
        _, *earlier = work.history(effect.entry.id, 2)
        if (earlier[0].entry if earlier else None) != effect.was:
            raise Stale
    return ()


@_write.register
def _(effect: AnswerMisses, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    have_answered(work, effect.ids, effect.entry, occasion.now)
    return ()


@_write.register
def _(effect: DecideWording, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    """Raises Stale where somebody else has decided meanwhile."""
    if work.decide_wording(effect.id, effect.verdict, occasion.now, occasion.person) is None:
        raise Stale
    return ()


@_write.register
def _(effect: FetchFiles, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    files = [AwaitedFile(file, occasion.conversation, occasion.person) for file in effect.files]
    work.await_files(files, effect.draft, effect.tid, occasion.now)
    return ()


@_write.register
def _(effect: Tell, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    # Read inside the transaction: the teller and the told may be one and the same person.
    known = work.conversation(effect.conversation)
    state = told(known.state, effect.tid, occasion.now)
    work.keep(effect.conversation, state, known.version)
    said = work.say(effect.conversation, effect.replies, state, occasion.now, occasion.held)
    have_told(work, said)
    return said


@_write.register
def _(effect: TellStaff, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    said = tuple(
        outgoing
        for conversation, state in work.staff_talks(effect.people)
        for outgoing in work.say(conversation, (effect.reply,), state, occasion.now, timedelta())
    )
    have_told(work, said)
    return said


@_write.register
def _(effect: AskCode, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    # Whether anything is mailed is decided there: here it would take longer where it is.
    id = work.ask_code(occasion.person, effect.email, occasion.now)
    work.later(Errand("code", (str(id), occasion.language)))
    return ()


@_write.register
def _(effect: TryCode, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    """Raises Stale where it was tried elsewhere meanwhile."""
    if not work.try_code(effect.code, occasion.now, right=effect.right):
        raise Stale
    return ()


@_write.register
def _(effect: UseLink, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    """Raises Stale where somebody else has used it meanwhile."""
    if not work.use_link(effect.link, occasion.person, occasion.now):
        raise Stale
    return ()


@_write.register
def _(effect: Prove, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    work.prove(occasion.person, effect.proof)
    return ()


@_write.register
def _(effect: SpendCoupon, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    """Raises Stale where somebody else has spent it, or the last one of the year, meanwhile."""
    usable = effect.usable
    if not work.spend_coupon(usable.coupon, usable.most, usable.since, effect.tid, occasion.now):
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


def have_told(work: Work, said: Iterable[Outgoing]) -> None:
    """Whoever has the channel sees to it that this arrives: its recorder may not have it."""
    for each in said:
        work.later(Errand("tell", (each.conversation, str(each.id))))
