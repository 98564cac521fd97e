"""Tells people that access data does not belong into a chat, and to change what they gave (R11)."""

from intake.access_data import holds_mark
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import Reply, Say
from intake.dialogue.turn import Turn
from intake.tickets import Author, Ticket


def warned(turn: Turn, scene: Scene) -> Turn:
    """What was hidden in the message, why, and how to hand it over if the desk asks for it."""
    hidden = scene.message.hidden
    return turn.after(Say("access-hidden", ",".join(hidden))) if hidden else turn


def to_change(ticket: Ticket) -> tuple[Reply, ...]:
    """The reminder that is due when the work is over, where the client wrote access data."""
    said = [filled.value for filled in ticket.fields]
    said += [post.text for post in ticket.posts if post.author is Author.CLIENT]
    return (Say("access-to-change", ticket.tid),) if any(map(holds_mark, said)) else ()
