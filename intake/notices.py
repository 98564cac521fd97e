"""What the desk announces for a time: a holiday, maintenance, an incident (R36)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NewType, get_args
from zlib import crc32

from intake.errors import IntakeError
from intake.regulations.announced import NoticeKind
from intake.regulations.policy import Policy

NoticeId = NewType("NoticeId", int)
__all__ = [
    "KINDS", "NoSuchNotice", "Notice", "NoticeId", "NoticeKind", "NoticeNeverShown", "planned",
]  # fmt: skip

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


def planned(policy: Policy) -> tuple[Notice, ...]:
    """What the policy announces. Their numbers are below zero, and the same after a restart and in
    every process, so that nobody is shown one twice."""
    zone = policy.hours.tz
    return tuple(
        Notice(
            each.kind,
            each.words,
            each.starts if each.starts.tzinfo else each.starts.replace(tzinfo=zone),
            each.until if each.until.tzinfo else each.until.replace(tzinfo=zone),
            "policy",
            NoticeId(-1 - crc32(f"{each.kind} {each.starts} {each.until}".encode())),
        )
        for each in policy.notices
    )
