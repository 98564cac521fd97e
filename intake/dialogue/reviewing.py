"""The review card: change anything, then file it and get the TID (R13 to R15)."""

from dataclasses import replace

from intake.dialogue import form, scoping, telling
from intake.dialogue.beginning import add_to_problem
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Choice, Receipt, Say
from intake.dialogue.screens import drafted, proceed, show
from intake.dialogue.state import Asking, Draft, Filed, Idle, Part, Reviewing, State
from intake.dialogue.turn import FileTicket, Turn, anytime
from intake.regulations.calendar import Due, due
from intake.regulations.policy import FieldId, Level, Policy
from intake.regulations.scope import BEYOND
from intake.tickets import Filled, Suggestion, Ticket

MOST_FILED = 60
"""How many earlier messages can still be edited into a note on their ticket."""


def chosen(state: State, scene: Scene, name: str) -> Turn:
    """[File the ticket], or [Edit] of one field."""
    if name == "file":
        return file(state, scene)
    field = FieldId(name.removeprefix("edit."))
    return show(replace(state, stage=Asking(field, editing=True)), scene)


def typed(state: State, scene: Scene, words: Part) -> Turn:
    """Words instead of a button belong to the description."""
    draft = add_to_problem(drafted(state), words, scene)
    kept = replace(state, stage=Reviewing(), draft=draft)
    return show(kept, scene).after(Say("added-to-problem"))


def file(state: State, scene: Scene) -> Turn:
    """The draft becomes a ticket; where something required is missing, that is asked first."""
    policy, draft = scene.playbook.policy, drafted(state)
    if form.missing(draft, policy) is not None:
        return proceed(state, scene)
    about = scoping.answer(draft, policy)
    level = policy.level(BEYOND if about.beyond else policy.unproven_level)
    # The clock runs from when the person said it, not from when we got to it (I8).
    accepted = min(scene.message.sent_at, scene.now)
    promise = due(level, accepted, scene.playbook.calendar)
    ticket = _ticket(state, scene, level, promise)
    done = replace(
        state,
        stage=Idle(),
        draft=None,
        parked=False,
        screen=(),
        filed=(*state.filed, *_filed(draft, ticket))[-MOST_FILED:],
    )
    return Turn(
        done,
        (_receipt(ticket, level, promise, telling.can_be_told(draft)),),
        (FileTicket(ticket),),
    )


def _ticket(state: State, scene: Scene, level: Level, promise: Due) -> Ticket:
    draft, policy = drafted(state), scene.playbook.policy
    speaker = scene.message.speaker
    return Ticket(
        tid=scene.tid,
        draft=draft.id,
        owner=speaker.id,
        owner_name=speaker.name,
        conversation=scene.message.conversation,
        language=state.language,
        fields=_filled(draft, policy),
        suggestions=tuple(Suggestion(each.id, each.title, each.url) for each in draft.shown),
        related=draft.related,
        level=level.id,
        accepted_at=min(scene.message.sent_at, scene.now),
        due_at=promise.at,
        files=tuple(file.name for file in draft.files),
        queue=scoping.queue(scoping.answer(draft, policy), policy),
    )


def _filled(draft: Draft, policy: Policy) -> tuple[Filled, ...]:
    return tuple(
        Filled(field.id, value)
        for field in policy.form
        if form.applies(field, draft) and (value := draft.value(field.id))
    )


def _filed(draft: Draft, ticket: Ticket) -> tuple[Filed, ...]:
    refs = {part.ref: None for answer in draft.answers for part in answer.parts if part.ref}
    return tuple(Filed(ref, ticket.tid) for ref in refs)


def _receipt(ticket: Ticket, level: Level, promise: Due, told: Choice) -> Receipt:
    return Receipt(
        ticket.tid,
        level.id,
        ticket.accepted_at,
        promise.at,
        level.clock,
        level.hours,
        promise.skipped,
        (
            anytime(f"status.{ticket.tid}", "button-status", ticket.tid),
            anytime("new", "button-new"),
            told,
        ),
    )
