"""Messages that wait for their turn: their turn failed, or too many came at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from intake.dialogue.messages import ConversationId, Message, MessageId

UPDATE: Final = "update"
"""The kind of a letter that is no message: the platform's own words could not be read."""
TRIES: Final = 5
"""After so many a message is a dead letter: nobody tries it again by himself."""
IN_ORDER: Final = 3
"""After so many tries, about half a second, a message no longer holds up what its sender said
after it. From then on it is only tried while the talk stands where it stood."""
LIVE: Final = timedelta(minutes=1)
"""Whoever wrote so lately is still looking at the screen."""

_PAUSES: Final = (
    timedelta(milliseconds=100),
    timedelta(milliseconds=400),
    timedelta(seconds=30),
    timedelta(minutes=5),
)


def pause_after(tries: int) -> timedelta | None:
    """How long to wait after that many tries; None where there is to be no other."""
    return _PAUSES[tries - 1] if tries < TRIES else None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that was taken out of the inbox to be tried."""

    message: Message
    tries: int = 0
    """How often it has failed."""
    version: int | None = None
    """Of its conversation when it failed; None where nobody looks at that."""


@dataclass(frozen=True, slots=True)
class Setback:
    """Why a try failed, and what is to be done about it. `tries` counts this one too."""

    cause: str
    """Never a person's words."""
    tries: int
    next_at: datetime | None
    """None makes it a dead letter."""
    version: int | None


@dataclass(frozen=True, slots=True)
class Letter:
    """A dead letter: a message, or what should have been one, that nobody tries any more."""

    id: MessageId
    kind: str
    """Of what was said; or UPDATE."""
    cause: str
    tries: int
    at: datetime
    """When it came in."""
    body: str
    """All of it as JSON, with the person's words."""


class Mailroom(Protocol):
    """What is asked of the inbox; a part of `Reading`."""

    def letters(self, limit: int) -> Sequence[Letter]:
        """The dead letters, oldest first."""
        ...

    def letter(self, id: MessageId) -> Letter | None:
        """One dead letter."""
        ...


class Inbox(Mailroom, Protocol):
    """What is done with messages that wait; a part of `Work`.

    Each conversation's messages wait in the order in which they were put there.
    """

    def put(self, messages: Sequence[Message], at: datetime) -> int:
        """Claim these messages and let them wait; returns how many had not been claimed before."""
        ...

    def next_waiting(
        self, at: datetime, held: timedelta, limit: int, where: Sequence[str] = ()
    ) -> tuple[Waiting, ...]:
        """Take messages that are due and that nobody holds at `at`, until `at + held`.

        Conversations in which somebody wrote within `LIVE` come first, the others oldest first;
        within each conversation in order: a message stays back while an earlier one is held, or
        will be tried again and still keeps its place (`IN_ORDER`). `where` as in `unsent`.
        """
        ...

    def hold_waiting(self, messages: Sequence[MessageId], was: datetime, until: datetime) -> None:
        """Keep those for longer (or let them go) that are still held until `was`."""
        ...

    def dealt_with(self, message: MessageId) -> bool:
        """Take a message out for good; False when somebody else has done so."""
        ...

    def set_back(self, message: MessageId, setback: Setback) -> bool:
        """Note that a try failed; False when the message is not there any more."""
        ...

    def put_letter(self, letter: Letter, conversation: ConversationId) -> bool:
        """Keep something that can never be tried; False when it was claimed before."""
        ...

    def revive(self, id: MessageId, at: datetime) -> bool:
        """Have a dead letter tried again from `at` on, wherever the talk stands; False when there
        is no such letter, or it is no message."""
        ...

    def drop(self, id: MessageId) -> bool:
        """Throw a dead letter away; False when there is none of that id."""
        ...
