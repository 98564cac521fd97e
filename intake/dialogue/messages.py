"""What comes in: one thing said by one person, the same for every channel."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Literal, NewType, TypeAlias

from faq_index import EntryId
from intake.regulations.attachments import Refusal

MessageId = NewType("MessageId", str)
"""The platform's id of the delivery, the same when it is delivered again: ``telegram:8812``."""

ConversationId = NewType("ConversationId", str)
"""Where to answer, by channel: ``telegram:42``, ``slack:T1/D7``, ``terminal:ana``."""

PersonId = NewType("PersonId", str)
"""Who speaks, by channel, numeric or opaque, never a name that others can take: ``slack:T1/U2``."""

Ref = NewType("Ref", str)
"""What a person can go back to and edit: the platform's id of the message itself."""

FileId = NewType("FileId", str)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it, as far as the platform tells."""

    id: PersonId
    name: str = ""
    language: str = ""
    """The profile's language tag (``es-PE``), or nothing."""
    zone: str = ""
    """The profile's IANA time zone (``America/Lima``), or nothing."""
    email: str = ""
    """Of a profile that a trusted workspace vouches for; nothing of any other."""


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file as announced by the platform; its bytes have not been fetched."""

    id: FileId
    name: str
    size: int | None
    """Bytes as the platform declares them; not to be believed."""
    remote: str
    """What the channel needs to fetch the bytes; never shown, never logged."""


WRITTEN: Final = "written:"
"""Begins the `remote` of a file that we write ourselves: its words follow."""


class CommandName(StrEnum):
    START = "start"
    NEW = "new"
    CANCEL = "cancel"
    STATUS = "status"
    TICKETS = "tickets"
    LANGUAGE = "language"
    VERIFY = "verify"
    FORGET = "forget"
    COUPON = "coupon"
    HELP = "help"
    SUPERVISOR = "supervisor"
    QUEUE = "queue"
    ANSWER = "answer"
    CLOSE = "close"
    ASK = "ask"
    NOTE = "note"
    DEVELOP = "pass"
    BEYOND = "beyond"
    REOPEN = "reopen"
    FAQ = "faq"
    NOTICE = "notice"


STAFF_COMMANDS = frozenset(
    {
        CommandName.QUEUE,
        CommandName.ANSWER,
        CommandName.CLOSE,
        CommandName.ASK,
        CommandName.NOTE,
        CommandName.DEVELOP,
        CommandName.BEYOND,
        CommandName.FAQ,
        CommandName.NOTICE,
    }
)


@dataclass(frozen=True, slots=True)
class Text:
    """Words."""

    text: str
    kind: Literal["text"] = "text"


ANYTIME: Final = "*"
"""Stands for the question's number in tokens that never pass: languages, tickets, /new."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button, by the token that it was shown with."""

    token: str
    kind: Literal["pressed"] = "pressed"

    @property
    def lasts(self) -> bool:
        """The button means the same however often it is pressed: it stays where it is."""
        return self.token.startswith(ANYTIME)


@dataclass(frozen=True, slots=True)
class Files:
    """One or more files, perhaps with words; the parts of one album arrive one by one."""

    files: tuple[IncomingFile, ...]
    caption: str = ""
    album: str = ""
    kind: Literal["files"] = "files"


@dataclass(frozen=True, slots=True)
class Command:
    """An explicit order, with whatever was written behind it."""

    name: CommandName
    argument: str = ""
    kind: Literal["command"] = "command"


@dataclass(frozen=True, slots=True)
class Correction:
    """The person changed an earlier message (`Message.ref`) to this text."""

    text: str
    kind: Literal["correction"] = "correction"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that holds no words: a sticker, a voice message, a location, an unknown command."""

    what: Literal["audio", "sticker", "place", "command", "other"]
    kind: Literal["unreadable"] = "unreadable"


@dataclass(frozen=True, slots=True)
class Submitted:
    """A form for an entry of the FAQ, filled in at once where the channel can show one."""

    entry: EntryId
    """Empty for a new one."""
    stamp: str
    """Of the entry as it was when the form was opened."""
    values: tuple[tuple[str, str], ...]
    """By field, as typed."""
    miss: str = ""
    """The question of people's that it is to answer, if it came from one."""
    kind: Literal["submitted"] = "submitted"


@dataclass(frozen=True, slots=True)
class RefusedFile:
    id: FileId
    name: str
    why: Refusal
    found: str = ""
    """What it is by its content, such as "PDF", where that is why."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The desk's own word, once bytes were fetched: these files could not be taken."""

    refused: tuple[RefusedFile, ...]
    kind: Literal["judged"] = "judged"


@dataclass(frozen=True, slots=True)
class Waited:
    """The desk's own word: here somebody was to be reminded of something by now."""

    kind: Literal["waited"] = "waited"


Spoken: TypeAlias = Text | Pressed | Files | Command | Correction | Unreadable
"""What a person says."""
Said: TypeAlias = Spoken | Submitted | Judged | Waited


@dataclass(frozen=True, slots=True)
class Message:
    """One thing that one person said."""

    id: MessageId
    conversation: ConversationId
    speaker: Speaker
    said: Said
    sent_at: datetime
    """Aware; the platform's time, from which deadlines are counted (I8)."""
    ref: Ref = Ref("")
    hidden: tuple[str, ...] = ()
    """What kinds of access data were taken out of it before anybody kept it (R11)."""
