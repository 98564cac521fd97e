"""What is read of the store for one turn: no more than the message may need."""

from typing import Final

from intake import tid
from intake.dialogue import words
from intake.dialogue.messages import (
    Command,
    CommandName,
    Correction,
    Files,
    Message,
    Pressed,
    Text,
)
from intake.dialogue.playbook import Facts, Playbook
from intake.dialogue.state import Replying, Sorting, State
from intake.dialogue.telling import waits_for
from intake.misses import Miss
from intake.ports import Reading
from intake.tickets import Ticket
from intake.tid import NotATid, Tid

LISTED: Final = 10
MOST_TIDS: Final = 5
"""TIDs looked up for one message: a list of guesses gets no further."""


def gather(reading: Reading, playbook: Playbook, message: Message, state: State) -> Facts:
    """Read what the turn may need; of tickets only those that the speaker may see (R7)."""
    speaker, said = message.speaker.id, message.said
    is_staff = speaker in playbook.staff
    tickets = {
        number: ticket
        for number in mentioned(message, state)
        if (ticket := reading.ticket(number)) and (is_staff or ticket.owner == speaker)
    }
    mine: tuple[Ticket, ...] = ()
    queue: tuple[Ticket, ...] = ()
    if _asks_for_list(message, state, playbook):
        mine = tuple(reading.tickets_of(speaker, LISTED))
    if is_staff and isinstance(said, Command) and said.name is CommandName.QUEUE:
        queue = tuple(reading.queue(LISTED))
    return Facts(tickets, mine, queue, _asked_in_vain(reading, message))


def _asked_in_vain(reading: Reading, message: Message) -> Miss | None:
    """What a button that asks to be told of an answer is about: only of the same conversation."""
    ref = waits_for(message.said.token) if isinstance(message.said, Pressed) else None
    return reading.miss(message.conversation, ref) if ref else None


def mentioned(message: Message, state: State) -> tuple[Tid, ...]:
    """Every TID that the message or the stage of the talk is about."""
    found = [each for each in tid.find(_all_words(message)) if isinstance(each, str)]
    if isinstance(message.said, Command | Pressed | Text):
        found += _bare(message)
    if isinstance(state.stage, Replying | Sorting):
        found.append(state.stage.tid)
    if message.ref and isinstance(message.said, Correction):
        found += [filed.tid for filed in state.filed if filed.ref == message.ref]
    return tuple(dict.fromkeys(found))[:MOST_TIDS]


def _bare(message: Message) -> list[Tid]:
    """TIDs where nothing but a TID can stand: behind a command, a status word, in a button."""
    match message.said:
        case Command(argument=argument):
            candidates = [argument.removeprefix("tid_").replace("_", "-"), *argument.split()[:1]]
        case Pressed(token):
            candidates = [token.rpartition(".")[2]]
        case Text(text) if len(text) < 60:
            candidates = [text.strip().partition(" ")[2]]
        case _:
            candidates = []
    return [number for each in candidates if (number := _parsed(each))]


def _parsed(text: str) -> Tid | None:
    try:
        return tid.parse(text)
    except NotATid:
        return None


def _all_words(message: Message) -> str:
    match message.said:
        case Text(text) | Correction(text):
            return text[: words.LONGEST]
        case Files(caption=caption):
            return caption
        case Command(argument=argument):
            return argument
        case _:
            return ""


def _asks_for_list(message: Message, state: State, playbook: Playbook) -> bool:
    """True for /tickets, and for the words that mean it."""
    match message.said:
        case Command(name):
            return name is CommandName.TICKETS
        case Text(text):
            language = state.language or playbook.language_of(message.speaker.language)
            return words.meaning(text, language, playbook) == CommandName.TICKETS
        case _:
            return False
