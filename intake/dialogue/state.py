"""Where a talk stands: everything that the next turn needs to know, and nothing else."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from faq_index import Entry, EntryId
from intake.dialogue.messages import FileId, PersonId, Ref
from intake.dialogue.replies import Suggested
from intake.notices import NoticeId
from intake.regulations.identity import Sealed
from intake.regulations.policy import FieldId
from intake.tickets import DraftId
from intake.tid import Tid


@dataclass(frozen=True, slots=True)
class Part:
    """Words from one message, which its author may still edit."""

    ref: Ref
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The value of one field, with where it came from."""

    field: FieldId
    parts: tuple[Part, ...]
    lifted: bool = False
    """Found in what was said, not asked for: to be nodded at on the review card."""

    @property
    def value(self) -> str:
        return "\n".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file that was announced; its bytes are fetched meanwhile."""

    id: FileId
    name: str
    album: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been collected of one ticket. Its id makes filing happen once."""

    id: DraftId
    began_at: datetime
    answers: tuple[Answer, ...] = ()
    asked: tuple[FieldId, ...] = ()
    """The questions put so far, in order: [Back] goes along them."""
    skipped: tuple[FieldId, ...] = ()
    shown: tuple[Suggested, ...] = ()
    """Suggestions seen and found insufficient, or still on screen (R2)."""
    files: tuple[DraftFile, ...] = ()
    related: tuple[Tid, ...] = ()
    coupon: Sealed | None = None
    """A VIP coupon that will be spent on it (R16)."""

    def answer(self, field: str) -> Answer | None:
        return next((answer for answer in self.answers if answer.field == field), None)

    def value(self, field: str) -> str:
        """The field's value, or nothing."""
        answer = self.answer(field)
        return answer.value if answer else ""


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing is being asked."""

    kind: Literal["idle"] = "idle"


@dataclass(frozen=True, slots=True)
class Describing:
    """The person was asked what is wrong; a draft may exist already, with files in it."""

    kind: Literal["describing"] = "describing"


@dataclass(frozen=True, slots=True)
class Suggesting:
    """The draft's latest suggestions are on screen, this many."""

    count: int
    kind: Literal["suggesting"] = "suggesting"


@dataclass(frozen=True, slots=True)
class Asking:
    """One question of the form is on screen."""

    field: FieldId
    editing: bool = False
    """Asked from the review card, and going back there."""
    topic: str = ""
    """The topic that the person looks at, where this is asked and another than guessed."""
    kind: Literal["asking"] = "asking"


@dataclass(frozen=True, slots=True)
class Reviewing:
    """The review card is on screen."""

    kind: Literal["reviewing"] = "reviewing"


@dataclass(frozen=True, slots=True)
class Replying:
    """What is said next goes onto this ticket."""

    tid: Tid
    since: datetime
    sure: bool = True
    """False where the desk's answer came while the person was asked for a new problem: the next
    words may be either, and the person says which."""
    kind: Literal["replying"] = "replying"


@dataclass(frozen=True, slots=True)
class Sorting:
    """Words came that may belong to a ticket or be a new problem: the person decides which."""

    tid: Tid
    words: Part
    kind: Literal["sorting"] = "sorting"


@dataclass(frozen=True, slots=True)
class Redeeming:
    """The person was asked for a VIP coupon, from the review card, and goes back there."""

    kind: Literal["redeeming"] = "redeeming"


Stage: TypeAlias = (
    Idle | Describing | Suggesting | Asking | Reviewing | Replying | Sorting | Redeeming
)


@dataclass(frozen=True, slots=True)
class Proving:
    """A code was asked for, to be read in the mailbox of this address."""

    email: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Guesses:
    """Coupons that were none, since then."""

    count: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Writing:
    """An entry of the FAQ that somebody of the staff is writing, beside whatever else they do."""

    entry: Entry
    """As it will be; its id is given when it is kept, where it is a new one."""
    base: Entry | None = None
    """As it was when this began; None for a new one."""
    field: str = ""
    """What is being asked for; nothing where the card is on screen."""
    editing: bool = False
    """Asked from the card, and going back there."""
    said: tuple[tuple[str, Ref], ...] = ()
    """Which field came out of which message, that its author may still edit."""
    twin: EntryId | None = None
    """An entry that seems to answer the same."""
    miss: str = ""
    """The question of people's that it is to answer, if it came from one."""
    aside: bool = False
    """Laid aside: it waits to be gone on with."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A message whose words went onto a ticket: its later edits become notes there (A9)."""

    ref: Ref
    tid: Tid


@dataclass(frozen=True, slots=True)
class Report:
    """About somebody's server, pasted: held until they say whether the desk may have it (R10)."""

    text: str
    tid: str = ""
    """The ticket that it would go onto; empty for the draft."""
    at_hand: bool = True
    """It was asked about just now: a yes or a no in words is meant for it."""


@dataclass(frozen=True, slots=True)
class State:
    """One conversation. A new person's is `State()`."""

    language: str = ""
    """What we speak here; empty until the first message."""
    zone: str = ""
    stage: Stage = Idle()
    draft: Draft | None = None
    parked: bool = False
    """The draft was laid aside by /cancel and waits to be resumed or replaced."""
    serial: int = 0
    """The number of the question on screen; an older number on a button is a stale press."""
    answered: int = 0
    """The number of the question that a button answered last ..."""
    choice: str = ""
    """... and that button: tapping it twice is one answer."""
    screen: tuple[str, ...] = ()
    """The choices that the question on screen offers."""
    filed: tuple[Filed, ...] = ()
    heard: int = 0
    """Messages of the burst that began at `heard_since`, by the platform's time."""
    heard_since: datetime | None = None
    remind_at: datetime | None = None
    """When the draft will have waited long enough for a word about it."""
    reminded: bool = False
    """That word was said already: the next time the draft is closed."""
    noticed: tuple[NoticeId, ...] = ()
    """The notices that the person was shown, the latest last (R36)."""
    report: Report | None = None
    staff: PersonId | None = None
    """The agent whose talk this is, so that the desk finds the way to its own people."""
    writing: Writing | None = None
    """What this agent is writing for the FAQ; the stage waits meanwhile as it is."""

    proving: Proving | None = None
    """How the person is about to prove who they are."""
    guesses: Guesses | None = None

    @property
    def is_writing(self) -> bool:
        """Words are for the FAQ now."""
        return self.writing is not None and not self.writing.aside
