"""A client writes to the support supervisor about a ticket (R35)."""

from intake.dialogue import corresponding
from intake.dialogue.messages import PersonId
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Complaint, Reply, Say
from intake.dialogue.screens import show
from intake.dialogue.staffing import split
from intake.dialogue.state import State
from intake.dialogue.turn import ChangeTicket, Effect, TellStaff, Turn, anytime
from intake.tickets import Status, Ticket
from intake.tid import Tid


def ask(state: State, scene: Scene, tid: str) -> Turn:
    """How to write to them; whatever is on screen stays there."""
    return show(state, scene).after(Say("supervisor-usage", tid))


def carry_out(state: State, scene: Scene, argument: str) -> Turn:
    """The words behind a TID go to the supervisor; on a ticket that is open they stand too."""
    found = split(argument)
    if found is None:
        return ask(state, scene, "TID-123-456-789")
    number, words = found
    if not words:
        return ask(state, scene, number)
    ticket = scene.facts.tickets.get(number)
    if ticket is None or ticket.owner != scene.message.speaker.id:
        return show(state, scene).after(Say("tid-unknown", number))
    return show(state, scene).after(*_told(number, scene), effects=_effects(ticket, words, scene))


def _told(tid: Tid, scene: Scene) -> tuple[Reply, ...]:
    contact = scene.playbook.policy.supervisor.contact
    more = (Say("supervisor-contact", contact),) if contact else ()
    return (Say("supervisor-told", tid), *more)


def _effects(ticket: Ticket, words: str, scene: Scene) -> tuple[Effect, ...]:
    people = frozenset(map(PersonId, scene.playbook.policy.supervisor.people))
    said = Complaint(
        ticket.tid,
        ticket.title,
        scene.message.speaker.name,
        words,
        (anytime(f"status.{ticket.tid}", "button-status", ticket.tid),),
    )
    tell = TellStaff(people or scene.playbook.staff, said)
    if ticket.status is Status.CLOSED:
        return (tell,)
    return (ChangeTicket(corresponding.with_post(ticket, f"⚑ {words}", scene)), tell)
