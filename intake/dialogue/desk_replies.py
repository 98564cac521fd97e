"""What the desk says to everybody, and what reaches its supervisor."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from intake.dialogue.questions import Choice
from intake.notices import NoticeKind
from intake.tid import Tid


@dataclass(frozen=True, slots=True)
class Complaint:
    """For the supervisor: a client writes to them about a ticket (R35)."""

    tid: Tid
    title: str
    name: str
    text: str
    choices: tuple[Choice, ...] = ()
    kind: Literal["complaint"] = "complaint"


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """What the desk announces for this time (R36)."""

    about: NoticeKind
    text: str
    starts: datetime
    ends: datetime
    number: int
    choices: tuple[Choice, ...] = ()
    kind: Literal["notice"] = "notice"


@dataclass(frozen=True, slots=True)
class NoticeList:
    """For staff: what is in force or to come, with the numbers to end it by."""

    items: tuple[NoticeShown, ...]
    choices: tuple[Choice, ...] = ()
    kind: Literal["notice-list"] = "notice-list"
