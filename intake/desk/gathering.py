"""What is read of the store for one turn: no more than the message may need."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from faq_index import EntryId
from intake import tid
from intake.desk import asked_in_vain, knowing, learning
from intake.dialogue import entry_lessons, entry_mentions, staffing, words
from intake.dialogue.entry_screens import TOLD
from intake.dialogue.messages import (
    Command,
    CommandName,
    Correction,
    Files,
    Message,
    PersonId,
    Pressed,
    Text,
)
from intake.dialogue.playbook import Change, Facts, Playbook
from intake.dialogue.state import Replying, Sorting, State
from intake.dialogue.telling import waits_for
from intake.misses import Miss
from intake.ports import Reading
from intake.tickets import Ticket
from intake.tid import NotATid, Tid

LISTED: Final = 10
WORDINGS: Final = 50
LOOKED_AT: Final = 500
"""Changes of the FAQ among which somebody's own last one is looked for."""
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
        queue = tuple(reading.queue(LISTED, staffing.queue_of(said.argument)))
    facts = Facts(tickets, mine, queue, _asked_in_vain(reading, message))
    facts = knowing.with_identity(facts, reading, playbook, message, state)
    return _with_faq(facts, reading, message, state) if is_staff else facts


def _asked_in_vain(reading: Reading, message: Message) -> Miss | None:
    """What a button that asks to be told of an answer is about: only of the same conversation."""
    ref = waits_for(message.said.token) if isinstance(message.said, Pressed) else None
    return reading.miss(message.conversation, ref) if ref else None


def _with_faq(facts: Facts, reading: Reading, message: Message, state: State) -> Facts:
    """With the entries that the message or the talk is about, as they are now."""
    ids = entry_mentions.asked_about(message.said, state)
    entries = {id: entry for id in ids if (entry := reading.entry(id))}
    changes: tuple[Change, ...] = ()
    if entry_mentions.is_about_changes(message.said, state):
        about = ids[0] if ids else _changed_last(reading, message.speaker.id)
        changes = _changes(reading, about) if about else ()
    facts = replace(facts, entries=entries, changes=changes)
    if not entry_mentions.is_about_misses(message.said, state):
        return facts
    number = entry_mentions.miss_asked_about(message.said, state)
    missed = _missed(reading, number, message.sent_at)
    return _with_wordings(replace(facts, missed=missed.listed, more_missed=missed.more), reading)


def _missed(reading: Reading, number: str | None, now: datetime) -> asked_in_vain.Missed:
    """The questions that ask what this one asks; without one, what most people asked in vain."""
    if number is None:
        return asked_in_vain.missed(reading, now, entry_lessons.LISTED)
    if not (number.isascii() and number.isdecimal()):
        return asked_in_vain.Missed()
    try:
        return asked_in_vain.Missed((asked_in_vain.missed_like(reading, int(number), now),))
    except asked_in_vain.NoSuchMiss:
        return asked_in_vain.Missed()


def _with_wordings(facts: Facts, reading: Reading) -> Facts:
    """With the wordings on offer and their entries."""
    offered = learning.offered(reading, WORDINGS)
    return replace(
        facts,
        entries={**{entry.id: entry for _, entry in offered}, **facts.entries},
        offered=tuple(wording for wording, _ in offered),
    )


def _changed_last(reading: Reading, person: PersonId) -> EntryId | None:
    """The entry that this person changed last, if that is not long ago."""
    mine = (each.entry.id for each in reading.history(None, LOOKED_AT) if each.by == person)
    return next(mine, None)


def _changes(reading: Reading, id: EntryId) -> tuple[Change, ...]:
    """The latest few, newest first."""
    noted = reading.history(id, TOLD + 1)
    befores = [each.entry for each in noted[1:]]
    if noted and len(noted) <= TOLD:
        befores.append(replace(noted[-1].entry, published=False))
    return tuple(
        Change(each.at, each.by, each.entry, before)
        for each, before in zip(noted, befores, strict=False)
    )


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
