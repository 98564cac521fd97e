"""What is said about tickets that exist: where they stand, follow-ups, corrections, answers."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from intake import owed
from intake.dialogue import beginning
from intake.dialogue.messages import Files
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import (
    Choice,
    FilesTaken,
    Line,
    ListedTicket,
    Reply,
    Say,
    TicketList,
    TicketStatus,
)
from intake.dialogue.screens import show
from intake.dialogue.state import Describing, Filed, Idle, Part, Replying, Sorting, State
from intake.dialogue.turn import ChangeTicket, Effect, FetchFiles, Offer, Turn, anytime, offering
from intake.tickets import Author, Post, Status, Ticket, followed_up
from intake.tid import Mistyped, Tid

LAST_POSTS: Final = 3


def status(tid: Tid, scene: Scene) -> TicketStatus | Say:
    """Where a ticket stands. One sentence serves for "not yours" and "does not exist" (F3)."""
    ticket = scene.facts.tickets.get(tid)
    return Say("tid-unknown", tid) if ticket is None else standing(ticket)


def statuses(found: Iterable[Tid | Mistyped], scene: Scene) -> tuple[TicketStatus | Say, ...]:
    """An answer to every TID that was written, also to a mistyped one."""
    return tuple(
        Say("tid-mistyped", each.written) if isinstance(each, Mistyped) else status(each, scene)
        for each in found
    )


def listed(tickets: Sequence[Ticket], whose: str) -> TicketList | Say:
    """The person's own tickets, or the desk's queue."""
    if not tickets:
        return Say("no-tickets" if whose == "mine" else "queue-empty")
    return TicketList(
        "mine" if whose == "mine" else "queue",
        tuple(ListedTicket(each.tid, each.title, each.status, each.due_at) for each in tickets),
        tuple(anytime(f"status.{each.tid}", "button-status", each.tid) for each in tickets[:5]),
    )


def reply_to(state: State, scene: Scene, tid: Tid) -> Turn:
    """From here on, words go onto this ticket; a draft in the works is laid aside."""
    ticket = scene.facts.tickets.get(tid)
    if ticket is None:
        return show(state, scene).after(Say("tid-unknown", tid))
    if ticket.status is Status.CLOSED:
        return show(state, scene).after(Say("ticket-is-closed", tid))
    laid_aside = replace(state, stage=Replying(tid, scene.now), parked=state.draft is not None)
    return show(laid_aside, scene)


def follow_up(state: State, scene: Scene, tid: Tid, words: Part) -> Turn:
    """The words go onto the ticket, and the desk's clock starts again (R20)."""
    ticket = scene.facts.tickets.get(tid)
    if ticket is None or ticket.status is Status.CLOSED:
        # Nothing said is lost: on a ticket that takes no more, it begins a new one.
        known = Say("ticket-is-closed", tid)
        idle = replace(state, stage=Idle())
        return beginning.begin(idle, scene, words, (tid,)).after(known)
    replying = replace(state, stage=Replying(tid, scene.now), filed=_filed(state, words, tid))
    offers = [Offer("new-problem", "button-new-problem")]
    if state.draft:
        offers.append(Offer("resume", "button-resume"))
    asked, choices = offering(replying, offers)
    return Turn(
        asked,
        (Say("follow-up-added", tid, choices),),
        (ChangeTicket(with_post(ticket, words.text, scene)),),
    )


def sort(state: State, scene: Scene, tid: Tid, words: Part) -> Turn:
    """Ask whether the words belong to the ticket or are a new problem; they are kept meanwhile."""
    return show(replace(state, stage=Sorting(tid, words)), scene)


def is_doubtful(stage: Replying, scene: Scene) -> bool:
    """Whether the next words may well be about something else."""
    return (
        not stage.sure or scene.now - stage.since > scene.playbook.policy.thresholds.ask_whether_new
    )


def attach(state: State, scene: Scene, tid: Tid, said: Files) -> Turn:
    """Files go onto the ticket, with their caption as a follow-up."""
    ticket = scene.facts.tickets.get(tid)
    if ticket is None or ticket.status is Status.CLOSED:
        return beginning.take_files(replace(state, stage=Idle()), scene, said).after(
            Say("ticket-is-closed", tid)
        )
    replies, effects = _attached(ticket, scene, said)
    if isinstance(state.stage, Sorting):
        # Its words still wait for the person to say where they belong.
        return show(state, scene).after(*replies, effects=effects)
    return Turn(replace(state, stage=Replying(tid, scene.now)), replies, effects)


def _attached(
    ticket: Ticket, scene: Scene, said: Files
) -> tuple[tuple[Reply, ...], tuple[Effect, ...]]:
    """As many of the files as the ticket has room for, and the caption in any case."""
    most = scene.playbook.policy.attachments.max_files
    room = max(0, most - len(ticket.files))
    taken, left = said.files[:room], said.files[room:]
    names = tuple(file.name for file in taken)
    told: tuple[Reply, ...] = (Say("problem-too-many-files", str(most)),) if left else ()
    if not said.files and not said.caption:
        told = (Say("problem-file-wanted"),)
    effects: tuple[Effect, ...] = (FetchFiles(taken, tid=ticket.tid),) if taken else ()
    if text := said.caption or ", ".join(names):
        told = (*told, Say("follow-up-added", ticket.tid))
        effects = (ChangeTicket(with_post(ticket, text, scene)), *effects)
    return ((FilesTaken(names), *told) if taken else told), effects


def note_correction(state: State, scene: Scene, words: Part) -> Turn:
    """A message that went onto a ticket was edited: the ticket gets a note, no rewrite (A9)."""
    tid = next((each.tid for each in state.filed if words.ref and each.ref == words.ref), None)
    ticket = scene.facts.tickets.get(tid) if tid else None
    if ticket is None or ticket.status is Status.CLOSED:
        return Turn(state)
    return Turn(
        state,
        (Say("correction-noted", ticket.tid),),
        (ChangeTicket(with_post(ticket, f"* {words.text}", scene)),),
    )


def told(state: State, tid: Tid, now: datetime) -> State:
    """The desk answered this ticket: the owner's next words go onto it, unless busy elsewhere."""
    at_leisure = isinstance(state.stage, Idle | Replying | Describing)
    if not at_leisure or state.is_writing or (state.draft and not state.parked):
        return state
    sure = not isinstance(state.stage, Describing)
    return replace(state, stage=Replying(tid, now, sure), screen=())


def with_post(ticket: Ticket, text: str, scene: Scene) -> Ticket:
    """The ticket with words of its client's; the desk owes an answer to them (R20)."""
    said = min(scene.message.sent_at, scene.now)
    post = Post(Author.CLIENT, scene.message.speaker.name, text, said)
    level = scene.playbook.policy.level(ticket.level)
    due_at = owed.by(ticket, level, said, scene.playbook.calendar)
    return followed_up(ticket, post, due_at)


def _filed(state: State, words: Part, tid: Tid) -> tuple[Filed, ...]:
    return (*state.filed, Filed(words.ref, tid))[-60:] if words.ref else state.filed


def standing(ticket: Ticket) -> TicketStatus:
    """Where it stands, for whoever may see it."""
    choices: tuple[Choice, ...] = ()
    if ticket.status is not Status.CLOSED:
        choices = (anytime(f"reply.{ticket.tid}", "button-reply", ticket.tid),)
    choices = (*choices, anytime(f"supervisor.{ticket.tid}", "button-supervisor"))
    return TicketStatus(
        ticket.tid,
        ticket.title,
        ticket.status,
        ticket.level,
        ticket.accepted_at,
        ticket.due_at,
        ticket.reason,
        tuple(
            Line("client" if post.author is Author.CLIENT else "agent", post.text[:500], post.at)
            for post in ticket.posts[-LAST_POSTS:]
        ),
        choices,
        unverified=not ticket.proof,
    )
