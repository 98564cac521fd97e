"""What else staff do with a ticket: ask its client, note something, pass it on, move it, reopen."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from intake import owed
from intake.dialogue.messages import CommandName, ConversationId
from intake.dialogue.playbook import Playbook
from intake.dialogue.replies import AgentAnswer, Choice, Moved, TicketMoved
from intake.dialogue.turn import ChangeTicket, Effect, NoteDown, ReopenTicket, Tell, anytime
from intake.errors import IntakeError
from intake.regulations.calendar import due
from intake.regulations.policy import Level, LevelId, Policy
from intake.regulations.scope import BEYOND
from intake.tickets import Author, Note, Post, Ticket, asked, moved, passed, reopened

DEVELOPMENT: Final = LevelId("development")


class CannotBePassed(IntakeError):
    """Tickets of this level are not passed to development (R22)."""


class NoSuchLevel(IntakeError):
    """This desk has no such level."""


Order = Callable[[Ticket, Post, Playbook], tuple[Effect, ...]]
"""What the agent's words, as a post of now, do to a ticket. Raises IntakeError."""


def ask(ticket: Ticket, post: Post, playbook: Playbook) -> tuple[Effect, ...]:
    """The client is asked something; the clock stops, or pauses where the policy says so (R20)."""
    level = playbook.policy.level(ticket.level)
    left = owed.left(ticket, level, post.at, playbook.calendar)
    reply = AgentAnswer(ticket.tid, post.name, post.text, _reply_button(ticket))
    return (ChangeTicket(asked(ticket, post, left)), _tell(ticket, reply))


def note(ticket: Ticket, post: Post, playbook: Playbook) -> tuple[Effect, ...]:
    """For staff only: nothing else changes, whatever the ticket's state."""
    del playbook
    return (NoteDown(ticket.tid, Note(post.name, post.text, post.at)),)


def pass_on(ticket: Ticket, post: Post, playbook: Playbook) -> tuple[Effect, ...]:
    """To the developers; the client is told by when, and the term that the words name (R22).

    Raises CannotBePassed, NoSuchLevel.
    """
    was = playbook.policy.level(ticket.level)
    if was.development in {None, "no"}:
        raise CannotBePassed
    keeps = was.development == "keeps-level"
    level = was if keeps else _level(playbook.policy, DEVELOPMENT)
    changed = passed(ticket, post, level.id, due(level, post.at, playbook.calendar).at)
    told = _told(changed, "kept-level" if keeps else "development", post)
    return (ChangeTicket(changed), _tell(ticket, told))


def beyond_scope(ticket: Ticket, post: Post, playbook: Playbook) -> tuple[Effect, ...]:
    """To the level of what lies outside the scope (R23), counted from when the client's words that
    wait for an answer were said. Raises NoSuchLevel."""
    level = _level(playbook.policy, LevelId(BEYOND))
    changed = moved(ticket, level.id, owed.anew(ticket, level, playbook.calendar))
    if post.text:
        changed = replace(changed, posts=(*changed.posts, post))
    return (ChangeTicket(changed), _tell(ticket, _told(changed, "beyond-scope", post)))


def reopen(ticket: Ticket, post: Post, playbook: Playbook) -> tuple[Effect, ...]:
    """A ticket that was closed too early; its clock starts again (R34)."""
    level = playbook.policy.level(ticket.level)
    changed = reopened(ticket, post, owed.by(ticket, level, post.at, playbook.calendar))
    return (ReopenTicket(changed), _tell(ticket, _told(changed, "reopened", post)))


ORDERS: Final[Mapping[CommandName, Order]] = {
    CommandName.ASK: ask,
    CommandName.NOTE: note,
    CommandName.DEVELOP: pass_on,
    CommandName.BEYOND: beyond_scope,
    CommandName.REOPEN: reopen,
}


def _level(policy: Policy, id: LevelId) -> Level:
    found = next((each for each in policy.levels if each.id == id), None)
    if found is None:
        raise NoSuchLevel
    return found


def _told(ticket: Ticket, why: Moved, post: Post) -> TicketMoved:
    words = post.text if post.author is Author.AGENT else ""
    return TicketMoved(
        ticket.tid, why, ticket.level, ticket.due_at, post.name, words, _reply_button(ticket)
    )


def _reply_button(ticket: Ticket) -> tuple[Choice, ...]:
    return (anytime(f"reply.{ticket.tid}", "button-reply", ticket.tid),)


def _tell(ticket: Ticket, *replies: AgentAnswer | TicketMoved) -> Tell:
    return Tell(ConversationId(ticket.conversation), ticket.tid, replies)
