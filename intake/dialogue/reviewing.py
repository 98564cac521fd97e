"""The review card: change anything, then file it and get the TID (R13 to R15)."""

from dataclasses import replace

from intake.dialogue import form, identifying, redeeming, scoping, telling
from intake.dialogue.beginning import add_to_problem
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Choice, Receipt, Say
from intake.dialogue.screens import drafted, proceed, show
from intake.dialogue.state import Asking, Draft, Filed, Idle, Part, Proving, Reviewing, State
from intake.dialogue.turn import FileTicket, SpendCoupon, Turn, anytime
from intake.regulations.calendar import Due, due
from intake.regulations.identity import Usable
from intake.regulations.levels import Assigned, Ground, Why, assign
from intake.regulations.policy import FieldId, Level, Policy
from intake.tickets import Filled, Suggestion, Ticket

MOST_FILED = 60
"""How many earlier messages can still be edited into a note on their ticket."""


def chosen(state: State, scene: Scene, name: str) -> Turn:
    """[File the ticket], or [Edit] of one field."""
    orders = {"file": file, "coupon": redeeming.ask, "uncoupon": redeeming.without}
    if order := orders.get(name):
        return order(state, scene)
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
    usable = scene.facts.usable if draft.coupon else None
    if draft.coupon and usable is None:
        # Somebody else was faster, or the year is over: it is for the person to say what now.
        return redeeming.lost(state, scene)
    found = _assigned(draft, usable, scene)
    level = policy.level(found.level)
    # The clock runs from when the person said it, not from when we got to it (I8).
    accepted = min(scene.message.sent_at, scene.now)
    promise = due(level, accepted, scene.playbook.calendar)
    ticket = _ticket(state, scene, found, promise)
    proving, codes = identifying.at_filing(draft, state, scene)
    done = replace(
        state,
        stage=Idle(),
        draft=None,
        parked=False,
        screen=(),
        filed=(*state.filed, *_filed(draft, ticket))[-MOST_FILED:],
        proving=proving,
    )
    is_spent = usable and Why(Ground.COUPON) in found.reasons
    spent = (SpendCoupon(usable, ticket.tid),) if usable and is_spent else ()
    receipt = _receipt(ticket, level, promise, telling.can_be_told(draft))
    reasons = tuple(_told(why, proving, scene) for why in found.reasons)
    return Turn(done, (replace(receipt, reasons=reasons),), (FileTicket(ticket), *spent, *codes))


def _assigned(draft: Draft, usable: Usable | None, scene: Scene) -> Assigned:
    standing = replace(scene.facts.standing, url=draft.value("url"), edition=draft.value("edition"))
    coupon = usable.coupon if usable else None
    policy = scene.playbook.policy
    beyond = scoping.answer(draft, policy).beyond
    return assign(standing, coupon, beyond, policy, scene.now)


def _told(why: Why, proving: Proving | None, scene: Scene) -> Why:
    """Whoever has asked for a code is told what to do with it."""
    is_waited_for = why.ground is Ground.UNPROVEN and identifying.is_waited_for(proving, scene)
    return replace(why, about="code") if is_waited_for else why


def _ticket(state: State, scene: Scene, found: Assigned, promise: Due) -> Ticket:
    draft, policy = drafted(state), scene.playbook.policy
    speaker, proof = scene.message.speaker, scene.facts.standing.proof
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
        level=policy.level(found.level).id,
        customer=found.customer,
        proof=proof.via if proof else "",
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
