"""What one message changes, and the few moves that every turn is made of."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from faq_index import Entry, EntryId
from intake.dialogue.messages import ANYTIME, ConversationId, IncomingFile, PersonId
from intake.dialogue.replies import Choice, Reply
from intake.dialogue.state import State
from intake.misses import MissId, MissRef, Why, WordingId
from intake.notices import Notice, NoticeId
from intake.regulations.identity import Code, Link, Proof, Usable
from intake.tickets import DraftId, Note, Ticket
from intake.tid import Tid


@dataclass(frozen=True, slots=True)
class FileTicket:
    """The draft becomes this official ticket."""

    ticket: Ticket


@dataclass(frozen=True, slots=True)
class ChangeTicket:
    """The ticket as it is from now on."""

    ticket: Ticket


@dataclass(frozen=True, slots=True)
class ReopenTicket:
    """The ticket, which was closed, as it is from now on."""

    ticket: Ticket


@dataclass(frozen=True, slots=True)
class NoteDown:
    """Staff write something down for each other."""

    tid: Tid
    note: Note


@dataclass(frozen=True, slots=True)
class Tell:
    """Say something to a ticket's owner, in the owner's own conversation."""

    conversation: ConversationId
    tid: Tid
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class FetchFiles:
    """Fetch and judge these files, for a draft or for a ticket."""

    files: tuple[IncomingFile, ...]
    draft: DraftId | None = None
    tid: Tid | None = None


@dataclass(frozen=True, slots=True)
class CountOutcome:
    """What became of suggestions."""

    outcome: Literal["shown", "helped", "refused", "none-found"]
    entries: tuple[EntryId, ...] = ()
    helped: EntryId | None = None
    """The one that helped, where the person said which."""


@dataclass(frozen=True, slots=True)
class NoteMiss:
    """Keep a question that found no answer, for staff to see; its words hold nothing personal."""

    ref: MissRef
    words: str
    why: Why
    shown: tuple[EntryId, ...]


@dataclass(frozen=True, slots=True)
class OfferWording:
    """Offer staff these words as another way to ask for the entry that answered them."""

    entry: EntryId
    words: str


@dataclass(frozen=True, slots=True)
class WantTold:
    """Whether the person wants a word when the FAQ answers what they asked in vain."""

    ref: MissRef
    wants: bool


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """The entry of the FAQ as it is from now on, where it still is what it was."""

    entry: Entry
    was: Entry | None
    """None where it is new."""


@dataclass(frozen=True, slots=True)
class AnswerMisses:
    """This entry answers these questions, and whoever wants to know is told."""

    ids: tuple[MissId, ...]
    entry: EntryId
    """Empty where staff have decided that nothing in the FAQ will answer them."""


@dataclass(frozen=True, slots=True)
class DecideWording:
    """Staff take words of a person for an entry, or refuse them."""

    id: WordingId
    verdict: Literal["accepted", "refused"]


@dataclass(frozen=True, slots=True)
class Announce:
    """Keep this notice, and show it to people while it is in force."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class EndNotice:
    """It is shown no more."""

    id: NoticeId


@dataclass(frozen=True, slots=True)
class TellStaff:
    """Say something to these of the staff, wherever they have written to the desk."""

    people: frozenset[PersonId]
    reply: Reply


@dataclass(frozen=True, slots=True)
class AskCode:
    """Have a code mailed to this address, if it is a customer's."""

    email: str


@dataclass(frozen=True, slots=True)
class TryCode:
    """The code was tried: it is used, or the try is counted (F10)."""

    code: Code
    right: bool


@dataclass(frozen=True, slots=True)
class UseLink:
    """A link of staff's proves who the speaker is: nobody else can use it any more (F7)."""

    link: Link


@dataclass(frozen=True, slots=True)
class Prove:
    """From now on this is what proves who the speaker is, or that nothing does."""

    proof: Proof


@dataclass(frozen=True, slots=True)
class SpendCoupon:
    """Spend the coupon on a ticket that is filed in the same transaction (R16)."""

    usable: Usable
    tid: Tid


Effect: TypeAlias = (
    FileTicket
    | ChangeTicket
    | ReopenTicket
    | NoteDown
    | ChangeEntry
    | AnswerMisses
    | DecideWording
    | Tell
    | FetchFiles
    | CountOutcome
    | NoteMiss
    | OfferWording
    | WantTold
    | Announce
    | EndNotice
    | TellStaff
    | AskCode
    | TryCode
    | UseLink
    | Prove
    | SpendCoupon
)


@dataclass(frozen=True, slots=True)
class Turn:
    """The decision on one message. Nothing of it has happened until it is recorded."""

    state: State
    replies: tuple[Reply, ...] = ()
    effects: tuple[Effect, ...] = ()

    def after(self, *replies: Reply, effects: Iterable[Effect] = ()) -> "Turn":
        """This turn, with something said and done before it."""
        return replace(self, replies=(*replies, *self.replies), effects=(*effects, *self.effects))


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice that belongs to the question about to be asked."""

    name: str
    label: str
    value: str = ""
    emphasis: Literal["", "primary", "danger"] = ""


def offering(state: State, offers: Iterable[Offer]) -> tuple[State, tuple[Choice, ...]]:
    """Put a new question on screen: older buttons pass, these ones count."""
    made = tuple(offers)
    asked = replace(state, serial=state.serial + 1, screen=tuple(each.name for each in made))
    return asked, tuple(
        Choice(f"{asked.serial}:{each.name}", each.label, each.value, each.emphasis)
        for each in made
    )


def anytime(name: str, label: str, value: str = "") -> Choice:
    """A button that means the same however old it is."""
    return Choice(f"{ANYTIME}:{name}", label, value)
