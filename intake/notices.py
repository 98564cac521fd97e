"""What the desk announces for a time: a holiday, maintenance, an incident (R36)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NewType, get_args

from intake.errors import IntakeError

NoticeId = NewType("NoticeId", int)
NoticeKind = Literal["holiday", "maintenance", "incident"]
KINDS: tuple[NoticeKind, ...] = get_args(NoticeKind)


class NoSuchNotice(IntakeError):
    """No notice of this number is in force or to come."""


class NoticeNeverShown(IntakeError):
    """A notice has to end after it begins, and after now."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Shown once to whoever starts a talk from `starts` on and before `ends`."""

    kind: NoticeKind
    words: Mapping[str, str]
    """By language, in the words of whoever announced it."""
    starts: datetime
    ends: datetime
    by: str
    """`cli`, `telegram:123`, ..."""
    id: NoticeId = NoticeId(0)
    """Given when it is kept."""

    def is_in_force(self, now: datetime) -> bool:
        return self.starts <= now < self.ends

    def text(self, language: str) -> str:
        """In this language, else in the one that it is a kind of, else in English, else in any."""
        wanted = (language, language.partition("-")[0], "en", *self.words)
        return next((self.words[each] for each in wanted if each in self.words), "")
