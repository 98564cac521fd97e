"""What somebody did in Slack, as far as the desk is concerned."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeAlias

from bot.channels.slack.untrusted import Json
from intake.dialogue.messages import ConversationId, MessageId, PersonId, Ref, Said, Submitted

NO_REF: Final = Ref("")
"""Nothing that could be edited later."""


@dataclass(frozen=True, slots=True)
class Person:
    """A user of their own workspace, which in Slack Connect is not ours."""

    team: str
    user: str

    @property
    def id(self) -> PersonId:
        return PersonId(f"slack:{self.team}/{self.user}")

    def talk_in(self, channel: str) -> ConversationId:
        """The conversation that is held with them in that direct message channel."""
        return ConversationId(f"slack:{self.team}/{channel}")


@dataclass(frozen=True, slots=True)
class Posted:
    """A message of ours as Slack quotes it when a button of it is pressed, and so is used up."""

    channel: str
    ts: str
    text: str
    blocks: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something said to us in a direct message."""

    id: MessageId
    person: Person
    channel: str
    said: Said
    sent_at: datetime
    ref: Ref = NO_REF
    pressed: Posted | None = None
    trigger: str = ""
    """The right to open a form, for three seconds."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """A slash command, typed in any channel; the talk it belongs to is the direct one."""

    id: MessageId
    person: Person
    channel: str
    said: Said
    sent_at: datetime
    ref: Ref = NO_REF
    trigger: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """A form of ours was submitted."""

    id: MessageId
    """The form's: whoever submits it again has not been told that it was taken."""
    person: Person
    channel: str
    said: Submitted
    sent_at: datetime
    ref: Ref = NO_REF
    trigger: str = ""


@dataclass(frozen=True, slots=True)
class Called:
    """Our name was called in a channel, where nothing private may be said (B21)."""

    id: MessageId
    person: Person
    channel: str


@dataclass(frozen=True, slots=True)
class Throttled:
    """Slack holds back events, because too many came in that minute (epoch seconds) (A19)."""

    minute: str


Deed: TypeAlias = Spoken | Ordered | Filled | Called | Throttled
