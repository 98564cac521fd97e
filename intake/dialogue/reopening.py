"""A ticket that was closed too early is opened again, with the question restated (R34)."""

from intake import owed
from intake.dialogue import ticket_orders
from intake.dialogue.corresponding import follow_up, standing
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Say
from intake.dialogue.screens import show
from intake.dialogue.staffing import split
from intake.dialogue.state import Part, State
from intake.dialogue.turn import ReopenTicket, Turn
from intake.tickets import Author, Post, Status, Ticket, reopened


def carry_out(state: State, scene: Scene, argument: str) -> Turn:
    """``reopen TID words``, by its owner, or by staff for them."""
    found = split(argument)
    if found is None or not found[1]:
        return show(state, scene).after(Say("reopen-usage"))
    tid, words = found
    ticket = scene.facts.tickets.get(tid)
    if ticket is None:
        return show(state, scene).after(Say("tid-unknown", tid))
    if ticket.status is not Status.CLOSED:
        return follow_up(state, scene, tid, Part(scene.message.ref, words))
    if (
        ticket.closed_at
        and scene.now - ticket.closed_at > scene.playbook.policy.thresholds.reopen_within
    ):
        return show(state, scene).after(Say("reopen-too-late", tid))
    if ticket.owner == scene.message.speaker.id:
        return _by_owner(state, scene, ticket, words)
    post = Post(Author.AGENT, scene.message.speaker.name, words, scene.now)
    effects = ticket_orders.reopen(ticket, post, scene.playbook)
    return Turn(state, (Say("reopened", tid),), effects)


def _by_owner(state: State, scene: Scene, ticket: Ticket, words: str) -> Turn:
    said = min(scene.message.sent_at, scene.now)
    post = Post(Author.CLIENT, scene.message.speaker.name, words, said)
    level = scene.playbook.policy.level(ticket.level)
    opened = reopened(ticket, post, owed.by(ticket, level, said, scene.playbook.calendar))
    done = (Say("reopened", ticket.tid), standing(opened))
    return show(state, scene).after(*done, effects=(ReopenTicket(opened),))
