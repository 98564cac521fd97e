"""A ticket that was filed without proof gets its level once there is one (R12)."""

from dataclasses import replace

from intake import owed
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Raised
from intake.dialogue.turn import ChangeTicket, anytime
from intake.regulations.identity import Proof
from intake.regulations.levels import Assigned, assign, outranks
from intake.tickets import Ticket


def raised(ticket: Ticket, proof: Proof, scene: Scene) -> tuple[ChangeTicket, Raised]:
    """The ticket as its owner's, and what they are told of it.

    Its deadline is counted anew from its acceptance, or from what the client has last been waiting
    for an answer to, and never becomes a later one. A level that rests on something else, such as
    a coupon, stays.
    """
    policy = scene.playbook.policy
    found = _found(ticket, scene)
    changed = ticket.level == policy.unproven_level and outranks(found.level, ticket.level, policy)
    known = replace(ticket, customer=ticket.customer or found.customer, proof=proof.via)
    if changed:
        level = policy.level(found.level)
        known = replace(known, level=level.id, left=None)
        if ticket.due_at:
            known = replace(
                known, due_at=min(owed.anew(ticket, level, scene.playbook.calendar), ticket.due_at)
            )
    told = Raised(
        ticket.tid,
        known.level,
        known.due_at,
        found.reasons if ticket.level == policy.unproven_level else (),
        changed,
        (anytime(f"status.{ticket.tid}", "button-status", ticket.tid),),
    )
    return ChangeTicket(known), told


def _found(ticket: Ticket, scene: Scene) -> Assigned:
    """What it would have got, had its owner been known when it was accepted."""
    standing = replace(scene.facts.claim, url=ticket.value("url"), edition=ticket.value("edition"))
    return assign(standing, None, False, scene.playbook.policy, ticket.accepted_at)
