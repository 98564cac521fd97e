"""What staff do from chat: see the queue, answer, close."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, get_args

from intake import tid
from intake.dialogue import entry_orders, noticing, ticket_orders, warning
from intake.dialogue.corresponding import listed
from intake.dialogue.messages import STAFF_COMMANDS, Command, CommandName, ConversationId
from intake.dialogue.playbook import Scene
from intake.dialogue.replies import AgentAnswer, Reply, Say, TicketClosed
from intake.dialogue.state import State
from intake.dialogue.turn import ChangeTicket, Effect, Tell, Turn, anytime
from intake.regulations.scope import QueueName
from intake.tickets import (
    Author,
    Post,
    Reason,
    Ticket,
    TicketAlreadyClosed,
    answered,
    closed,
)
from intake.tid import NotATid, Tid

_SAID: Final[Mapping[CommandName, tuple[str, str]]] = {
    CommandName.ANSWER: ("answer-usage", "answer-sent"),
    CommandName.CLOSE: ("close-usage", "closed-by-you"),
    CommandName.ASK: ("ask-usage", "ask-done"),
    CommandName.NOTE: ("note-usage", "note-done"),
    CommandName.DEVELOP: ("pass-usage", "pass-done"),
    CommandName.BEYOND: ("beyond-usage", "beyond-done"),
}
"""How an order is written, and what is said when it was carried out."""


@dataclass(frozen=True, slots=True)
class Agent:
    """Who answers, as the client reads it."""

    name: str


def carry_out(state: State, scene: Scene, name: CommandName, argument: str) -> Turn:
    """A staff member's command. Whatever is on their own screen stays as it was."""
    if name is CommandName.FAQ:
        return entry_orders.carry_out(state, scene, argument)
    if name is CommandName.NOTICE:
        return noticing.carry_out(state, scene, argument)
    if name is CommandName.QUEUE:
        return Turn(state, (listed(scene.facts.queue, "queue"),))
    return _on_ticket(state, scene, name, argument)


def _on_ticket(state: State, scene: Scene, name: CommandName, argument: str) -> Turn:
    usage = Say(_SAID[name][0])
    found = split(argument)
    if found is None or not (found[1] or name is CommandName.BEYOND):
        return Turn(state, (usage,))
    number, words = found
    ticket = scene.facts.tickets.get(number)
    if ticket is None:
        return Turn(state, (Say("tid-unknown", number),))
    try:
        said, effects = _order(name, ticket, words, scene)
    except TicketAlreadyClosed:
        return Turn(state, (Say("ticket-is-closed", number),))
    except (ticket_orders.CannotBePassed, ticket_orders.NoSuchLevel):
        return Turn(state, (Say("cannot-be-moved", number),))
    except ValueError:
        return Turn(state, (usage,))
    return Turn(state, (said,), effects)


def _order(
    name: CommandName, ticket: Ticket, words: str, scene: Scene
) -> tuple[Say, tuple[Effect, ...]]:
    speaker, done = scene.message.speaker.name, Say(_SAID[name][1], ticket.tid)
    if order := ticket_orders.ORDERS.get(name):
        post = Post(Author.AGENT, speaker, words, scene.now)
        return done, order(ticket, post, scene.playbook)
    if name is CommandName.ANSWER:
        agent = Agent(speaker)
        return done, answer(ticket, agent, words, scene.now)
    return done, close(ticket, Reason(words.lower()), scene.now)


def answer(ticket: Ticket, agent: Agent, words: str, now: datetime) -> tuple[Effect, ...]:
    """The desk's answer, and the owner told of it. Raises TicketAlreadyClosed."""
    post = Post(Author.AGENT, agent.name, words, now)
    reply = AgentAnswer(
        ticket.tid,
        agent.name,
        words,
        (anytime(f"reply.{ticket.tid}", "button-reply", ticket.tid),),
    )
    return (ChangeTicket(answered(ticket, post)), _tell(ticket, reply))


def close(ticket: Ticket, reason: Reason, now: datetime) -> tuple[Effect, ...]:
    """The end of the work, and the owner told why (R32), and to change what gave access (R11).

    Raises TicketAlreadyClosed.
    """
    told = TicketClosed(ticket.tid, reason, (anytime("new", "button-new"),))
    return (
        ChangeTicket(closed(ticket, reason, now)),
        _tell(ticket, *warning.to_change(ticket), told),
    )


def ordered(text: str) -> Command | None:
    """An order typed without its slash, which Slack would keep for commands of its own."""
    first, _, rest = text.strip().partition(" ")
    try:
        name = CommandName(first.casefold())
    except ValueError:
        return None
    if name is CommandName.QUEUE:
        return Command(name, rest) if not rest or queue_of(rest) else None
    if name is CommandName.FAQ:
        return Command(name, rest.strip()) if entry_orders.is_order(rest) else None
    if name is CommandName.NOTICE:
        return Command(name, rest.strip()) if noticing.is_order(rest) else None
    return Command(name, rest.strip()) if name in STAFF_COMMANDS and split(rest) else None


def queue_of(argument: str) -> QueueName | None:
    """The queue that staff ask for; None where they ask for all of them (R4)."""
    named = argument.strip().casefold()
    return next((each for each in get_args(QueueName) if each == named), None)


def split(argument: str) -> tuple[Tid, str] | None:
    """A TID and what stands behind it; None where there is no TID in front."""
    words = argument.split(maxsplit=1)
    try:
        return tid.parse(words[0]), words[1].strip() if len(words) > 1 else ""
    except (NotATid, IndexError):
        return None


def _tell(ticket: Ticket, *replies: Reply) -> Tell:
    return Tell(ConversationId(ticket.conversation), ticket.tid, replies)
