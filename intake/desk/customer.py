"""A person says something: it is decided outside, recorded inside, and answered once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Final

from intake import tid
from intake.desk.recording import HELD, Occasion, record
from intake.dialogue import words
from intake.dialogue.advance import advance
from intake.dialogue.messages import (
    Command,
    CommandName,
    Correction,
    Files,
    Message,
    Pressed,
    Text,
)
from intake.dialogue.playbook import Facts, Playbook, Scene
from intake.dialogue.replies import Say
from intake.dialogue.staffing import ordered
from intake.dialogue.state import Replying, Sorting, State
from intake.dialogue.turn import Turn
from intake.ports import Clock, Known, Outgoing, Reading, Stale, Store, TidTaken, Work
from intake.tickets import Ticket
from intake.tid import NotATid, Tid

TRIES: Final = 8
"""How often a turn is decided anew when others keep changing what it was decided on."""
LISTED: Final = 10
LONGEST_TOKEN: Final = 64
"""No button of ours has a longer one."""
MOST_TIDS: Final = 5
"""TIDs looked up for one message: a list of guesses gets no further."""


Witness = Callable[[Message, tuple[Outgoing, ...] | None], None]
"""Told of every message taken: with what it was answered, or None where it was taken before."""


def nobody(_: Message, __: tuple[Outgoing, ...] | None) -> None:
    """Nobody looks."""


@dataclass(slots=True)
class Customer:
    """What clients (and staff, from chat) ask of the desk.

    `playbook` is swapped whole when the FAQ or the policy changes.
    """

    store: Store
    playbook: Playbook
    clock: Clock
    chance: Callable[[], int]
    """40 random bits from a source that nobody can guess."""
    witness: Witness = nobody

    async def hear(self, message: Message) -> tuple[Outgoing, ...]:
        """Take one message; returns the replies, recorded and ready to be sent.

        When this returns, the message is safe and the platform may be told so. A message that was
        taken before returns no replies. Raises StoreUnavailable when nothing was recorded.
        """
        message = _cleaned(message)
        if message.speaker.id in self.playbook.staff and isinstance(message.said, Text):
            message = replace(message, said=ordered(message.said.text) or message.said)
        for _ in range(TRIES):
            now = self.clock()
            decide = partial(
                _decide, playbook=self.playbook, message=message, now=now, chance=self.chance()
            )
            known, turn = await self.store.read(decide)
            write = partial(_record, message=message, known=known, turn=turn, now=now)
            try:
                answered = await self.store.record(write)
            except (Stale, TidTaken):
                continue
            self.witness(message, answered)
            return answered or ()
        raise Stale

    async def apologise(self, message: Message) -> tuple[Outgoing, ...]:
        """Tell a person that a message could not be dealt with, through a fault of ours.

        The talk stays where it was. Raises StoreUnavailable and Stale.
        """
        return await self.store.record(partial(_apologise, message=message, now=self.clock()))


def _apologise(work: Work, message: Message, now: datetime) -> tuple[Outgoing, ...]:
    if not work.claim(message.id, now):
        return ()
    state = work.conversation(message.conversation).state
    return work.say(message.conversation, (Say("sorry-later"),), state, now, HELD)


def _decide(
    reading: Reading, playbook: Playbook, message: Message, now: datetime, chance: int
) -> tuple[Known, Turn]:
    known = reading.conversation(message.conversation)
    facts = _gather(reading, playbook, message, known.state)
    return known, advance(known.state, Scene(message, playbook, facts, now, tid.make(chance)))


def _record(
    work: Work, message: Message, known: Known, turn: Turn, now: datetime
) -> tuple[Outgoing, ...] | None:
    if not work.claim(message.id, now):
        return None
    speaker = message.speaker.id
    occasion = Occasion(message.conversation, speaker, turn.state.language, now, HELD)
    return record(work, turn, known.version, occasion)


def _gather(reading: Reading, playbook: Playbook, message: Message, state: State) -> Facts:
    """Read what the turn may need; of tickets only those that the speaker may see (R7)."""
    speaker, said = message.speaker.id, message.said
    is_staff = speaker in playbook.staff
    tickets = {
        number: ticket
        for number in _mentioned(message, state)
        if (ticket := reading.ticket(number)) and (is_staff or ticket.owner == speaker)
    }
    mine: tuple[Ticket, ...] = ()
    queue: tuple[Ticket, ...] = ()
    if _asks_for_list(message, state, playbook):
        mine = tuple(reading.tickets_of(speaker, LISTED))
    if is_staff and isinstance(said, Command) and said.name is CommandName.QUEUE:
        queue = tuple(reading.queue(LISTED))
    return Facts(tickets, mine, queue)


def _mentioned(message: Message, state: State) -> tuple[Tid, ...]:
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


def _cleaned(message: Message) -> Message:
    """The message without what nobody can store or read (B3)."""
    speaker = replace(message.speaker, name=words.name(message.speaker.name))
    said = message.said
    match said:
        case Text(text):
            said = Text(words.clean(text))
        case Correction(text):
            said = Correction(words.clean(text))
        case Pressed(token):
            said = Pressed(words.clean(token)[:LONGEST_TOKEN])
        case Command(name, argument):
            said = Command(name, words.clean(argument))
        case Files():
            files = tuple(replace(each, name=words.name(each.name)) for each in said.files)
            said = replace(said, files=files, caption=words.clean(said.caption))
        case _:
            pass
    return replace(message, speaker=speaker, said=said)
