"""What staff do with what people asked in vain, and with words that found an answer."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from faq_index import Entry, EntryId
from intake.desk.keeper import NoSuchEntry
from intake.desk.recording import have_answered, have_told
from intake.dialogue.messages import ConversationId
from intake.dialogue.telling import answer as answer_for
from intake.errors import IntakeError
from intake.misses import TOLD_WITHIN, MissId, OfferedWording, WordingId
from intake.ports import Errand, Outgoing, Reading, Work


class NoSuchWording(IntakeError):
    """No wording of this number waits: somebody has decided on it, or its entry is gone."""


def offered(reading: Reading, limit: int) -> Sequence[tuple[OfferedWording, Entry]]:
    """Wordings that staff have not decided on, each with its entry, the most frequent first."""
    pairs = ((each, reading.entry(each.entry)) for each in reading.offered_wordings(limit))
    return [(each, entry) for each, entry in pairs if entry]


def answer(work: Work, asked: Sequence[int], entry: EntryId, now: datetime) -> int:
    """These questions are answered by this entry; returns how many people will be told of it.

    Raises NoSuchEntry.
    """
    if work.entry(entry) is None:
        raise NoSuchEntry
    return have_answered(work, [MissId(each) for each in asked], entry, now)


def add(work: Work, asked: Sequence[int], entry: Entry, now: datetime, by: str) -> int:
    """Put this entry into the FAQ as the answer to these questions; returns what `answer` does."""
    work.put_entries([entry], now, by)
    return answer(work, asked, entry.id, now)


def tell(work: Work, errand: Errand, now: datetime) -> tuple[Outgoing, ...]:
    """Tell somebody what answers their question now: once, and only if they still want it, asked
    lately, and staff have not hidden the entry meanwhile. What an `answered` errand is about."""
    miss = work.tell_miss(MissId(int(errand.about[0])), now, now - TOLD_WITHIN)
    entry = work.entry(miss.answered_by) if miss and miss.answered_by else None
    if miss is None or entry is None or not entry.published:
        return ()
    where = ConversationId(miss.conversation)
    state = work.conversation(where).state
    said = work.say(where, (answer_for(miss, entry),), state, now, timedelta())
    have_told(work, said)
    return said


def accept(work: Work, id: WordingId, now: datetime, by: str) -> Entry:
    """The words become a wording of their entry; returns the entry. Raises NoSuchWording."""
    wording = work.decide_wording(id, "accepted", now, by)
    entry = work.entry(wording.entry) if wording else None
    if wording is None or entry is None:
        raise NoSuchWording
    changed = entry.also_asked(wording.words)
    work.put_entries([changed], now, by)
    return changed


def refuse(work: Work, id: WordingId, now: datetime, by: str) -> OfferedWording:
    """The words are not offered for that entry again. Raises NoSuchWording."""
    wording = work.decide_wording(id, "refused", now, by)
    if wording is None:
        raise NoSuchWording
    return wording
