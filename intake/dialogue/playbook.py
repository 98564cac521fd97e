"""What the desk knows while it decides: its regulations, its FAQ, its languages, its staff."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from faq_index import Entry, EntryId, FaqIndex, Scope
from faq_index.misses import Cluster
from intake.dialogue.messages import Message, PersonId
from intake.misses import Miss, OfferedWording
from intake.notices import Notice
from intake.regulations.calendar import Calendar
from intake.regulations.identity import UNKNOWN, Code, Link, Seal, Standing, Usable
from intake.regulations.policy import Policy
from intake.regulations.tongues import closest
from intake.tickets import Ticket
from intake.tid import Tid


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many messages of one person are read within that time."""

    messages: int
    within: timedelta


LIMIT: Final = Limit(20, timedelta(seconds=10))


@dataclass(frozen=True, slots=True)
class Playbook:
    """Immutable; a change of the FAQ or the policy is a new playbook."""

    policy: Policy
    faq: FaqIndex
    languages: tuple[str, ...]
    """What the texts speak; the first one where nothing else fits."""
    spoken: Mapping[str, Mapping[str, str]]
    """By language: a phrase, casefolded, and the button or command that it means."""
    staff: frozenset[PersonId] = frozenset()
    notices: tuple[Notice, ...] = ()
    """What is announced, also what has not begun."""
    limit: Limit | None = LIMIT
    """None where nobody waits for anybody else."""
    broken: Calendar | None = None
    """The desk's calendar with breaks in it, where any was announced."""
    seal: Seal | None = None
    """Without it nobody can prove anything here, but by a trusted profile."""
    mails: bool = False
    """Codes can be mailed."""

    @property
    def calendar(self) -> Calendar:
        """What deadlines are counted on, with the breaks announced by now."""
        return self.broken or self.policy.calendar

    def language_of(self, tag: str) -> str:
        """The texts' language for a profile's tag: ``es-ES`` speaks ``es``, ``es-PE`` ``es-419``
        where the texts have it."""
        return closest(tag, self.languages)


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody did to an entry of the FAQ."""

    at: datetime
    by: str
    """`cli`, `telegram:123`, ...; empty where it is not known."""
    entry: Entry
    """After it."""
    before: Entry
    """Before it; hidden where there was none."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was read for this turn. It holds only tickets that the speaker may see (R7)."""

    tickets: Mapping[Tid, Ticket] = field(default_factory=dict)
    mine: Sequence[Ticket] = ()
    queue: Sequence[Ticket] = ()
    miss: Miss | None = None
    """The question asked in vain that a pressed button is about."""
    entries: Mapping[EntryId, Entry] = field(default_factory=dict)
    """The entries that the message or the talk is about, hidden ones too."""
    changes: Sequence[Change] = ()
    """Of the entry asked about; or of the one that the speaker changed last. Newest first."""
    missed: Sequence[Cluster] = ()
    """What people asked in vain, where staff ask for it: what most people did, or what the message
    is about."""
    more_missed: int = 0
    """Groups of questions beside these."""
    offered: Sequence[OfferedWording] = ()
    standing: Standing = UNKNOWN
    """Who the speaker is proven to be, where that may matter."""
    claim: Standing = UNKNOWN
    """Who they would be, if the code or the link that they wrote proves it."""
    code: Code | None = None
    """What was mailed for the speaker's account, where they wrote a code."""
    link: Link | None = None
    unproven: Sequence[Ticket] = ()
    """The speaker's tickets that a proof would raise."""
    usable: Usable | None = None
    """The coupon that was written, or is to be spent, where it can be."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a turn depends on beside the state."""

    message: Message
    playbook: Playbook
    facts: Facts
    now: datetime
    tid: Tid
    """A fresh one, for the case that this turn files a ticket."""

    @property
    def scope(self) -> Scope:
        """What of the FAQ is shown to people now: what is valid today, in the desk's calendar."""
        return Scope(on=self.now.astimezone(self.playbook.policy.hours.tz).date())

    @property
    def is_staff(self) -> bool:
        return self.message.speaker.id in self.playbook.staff
