"""Writes a decided turn down: all of it in one transaction, or nothing."""

from collections.abc import Iterable

from intake.desk.occasion import HELD, Occasion, have_told, write
from intake.desk.recording_faq import have_answered
from intake.dialogue.corresponding import told
from intake.dialogue.turn import (
    Announce,
    AskCode,
    ChangeTicket,
    Effect,
    EndNotice,
    FetchFiles,
    FileTicket,
    NoteDown,
    Prove,
    ReopenTicket,
    SpendCoupon,
    Tell,
    TellStaff,
    TryCode,
    Turn,
    UseLink,
)
from intake.ports import AwaitedFile, Errand, Outgoing, Stale, Work

__all__ = ["HELD", "Occasion", "carry_out", "have_answered", "have_told", "record"]


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
    return tuple(said for effect in effects for said in write(effect, work, occasion))


@write.register
def _(effect: FileTicket, work: Work, _: Occasion) -> tuple[Outgoing, ...]:
    work.file(effect.ticket)
    return ()


@write.register
def _(effect: ChangeTicket, work: Work, _: Occasion) -> tuple[Outgoing, ...]:
    work.change(effect.ticket)
    return ()


@write.register
def _(effect: ReopenTicket, work: Work, _: Occasion) -> tuple[Outgoing, ...]:
    work.reopen(effect.ticket)
    return ()


@write.register
def _(effect: NoteDown, work: Work, _: Occasion) -> tuple[Outgoing, ...]:
    work.note(effect.tid, effect.note)
    return ()


@write.register
def _(effect: Announce, work: Work, _: Occasion) -> tuple[Outgoing, ...]:
    work.announce(effect.notice)
    return ()


@write.register
def _(effect: EndNotice, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    work.end_notice(effect.id, occasion.now)
    return ()


@write.register
def _(effect: FetchFiles, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    files = [AwaitedFile(file, occasion.conversation, occasion.person) for file in effect.files]
    work.await_files(files, effect.draft, effect.tid, occasion.now)
    return ()


@write.register
def _(effect: Tell, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    # Read inside the transaction: the teller and the told may be one and the same person.
    known = work.conversation(effect.conversation)
    state = told(known.state, effect.tid, occasion.now)
    work.keep(effect.conversation, state, known.version)
    said = work.say(effect.conversation, effect.replies, state, occasion.now, occasion.held)
    have_told(work, said)
    return said


@write.register
def _(effect: TellStaff, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    said = tuple(
        outgoing
        for conversation, state in work.staff_talks(effect.people)
        for outgoing in work.say(conversation, (effect.reply,), state, occasion.now, occasion.held)
    )
    have_told(work, said)
    return said


@write.register
def _(effect: AskCode, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    # Whether anything is mailed is decided there: here it would take longer where it is.
    id = work.ask_code(occasion.person, effect.email, occasion.now)
    work.later(Errand("code", (str(id), occasion.language)))
    return ()


@write.register
def _(effect: TryCode, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    """Raises Stale where it was tried elsewhere meanwhile."""
    if not work.try_code(effect.code, occasion.now, right=effect.right):
        raise Stale
    return ()


@write.register
def _(effect: UseLink, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    """Raises Stale where somebody else has used it meanwhile."""
    if not work.use_link(effect.link, occasion.person, occasion.now):
        raise Stale
    return ()


@write.register
def _(effect: Prove, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    work.prove(occasion.person, effect.proof)
    return ()


@write.register
def _(effect: SpendCoupon, work: Work, occasion: Occasion) -> tuple[Outgoing, ...]:
    """Raises Stale where somebody else has spent it, or the last one of the year, meanwhile."""
    usable = effect.usable
    if not work.spend_coupon(usable.coupon, usable.most, usable.since, effect.tid, occasion.now):
        raise Stale
    return ()
