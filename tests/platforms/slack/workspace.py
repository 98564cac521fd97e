"""The workspace T1: people, channels, messages, open views and the tickets that Slack hands out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import count

from tests.platforms.slack.limits import Timing
from tests.platforms.slack.messages import Posted
from tests.platforms.slack.refusal import Refused
from tests.platforms.slack.rules import Json
from tests.platforms.slack.screen import Screen

TEAM, APP, BOT_USER, BOT = "T1", "A1", "UBOT", "B1"


@dataclass(frozen=True)
class Profile:
    """Somebody in the workspace, as users.info knows them."""

    id: str
    name: str
    locale: str = "en-US"
    email: str | None = None
    tz: str = "Europe/London"
    guest: bool = False
    confirmed: bool = True


@dataclass(frozen=True)
class Channel:
    """A conversation and those in it; `im_with` names the person of a direct one."""

    id: str
    name: str
    members: frozenset[str]
    im_with: str | None = None


@dataclass(frozen=True)
class Trigger:
    """The right to open one view for one person, for a few seconds."""

    user: str
    born: float


@dataclass
class ResponseUrl:
    """The right to answer an interaction a few times."""

    user: str
    channel: str
    born: float
    message_ts: str | None = None
    uses: int = 0


@dataclass(frozen=True)
class OpenView:
    """A view on somebody's screen; `hash` changes with every update."""

    id: str
    user: str
    hash: str
    shown: Json
    external_id: str | None = None
    root: str | None = None
    previous: str | None = None


@dataclass
class Workspace:
    """Everything that Slack remembers. It decides nothing about delivery: `on_event` does that."""

    now: Callable[[], float]
    timing: Timing
    on_event: Callable[[Json], object] = lambda _event: None
    people: dict[str, Profile] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    screens: dict[str, Screen] = field(default_factory=dict)
    messages: dict[str, dict[str, Posted]] = field(default_factory=dict)
    triggers: dict[str, Trigger | None] = field(default_factory=dict)
    responses: dict[str, ResponseUrl] = field(default_factory=dict)
    modals: dict[str, list[OpenView]] = field(default_factory=dict)
    homes: dict[str, OpenView] = field(default_factory=dict)
    _numbers: "count[int]" = field(default_factory=lambda: count(1))
    _last_ts: int = 0

    def new_id(self, prefix: str) -> str:
        """An id never given before."""
        return f"{prefix}{next(self._numbers):08d}"

    def next_number(self) -> int:
        """A number above all given so far, which dates a change or a deed."""
        return next(self._numbers)

    def new_ts(self) -> str:
        """The time as Slack writes it, in seconds with microseconds, later than any before."""
        self._last_ts = max(self._last_ts + 1, int(self.now() * 1_000_000))
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def add_person(self, profile: Profile) -> None:
        """Let somebody into the workspace, with an empty direct conversation with the bot."""
        self.people[profile.id] = profile
        self.screens[profile.id] = Screen()
        direct = f"D{profile.id}"
        self.add_channel(
            Channel(direct, "directmessage", frozenset((profile.id, BOT_USER)), profile.id)
        )

    def add_channel(self, channel: Channel) -> None:
        """Open a conversation, or change who is in it."""
        self.channels[channel.id] = channel
        self.messages.setdefault(channel.id, {})

    def direct_with(self, user: str) -> Channel:
        """The conversation of the bot with that person; `user_not_found` for a stranger."""
        if user not in self.people:
            raise Refused("user_not_found")
        return self.channels[f"D{user}"]

    def channel_of_bot(self, channel: object) -> Channel:
        """The conversation to write to, which may be named by the person: refused if not in it."""
        if isinstance(channel, str) and channel in self.people:
            return self.direct_with(channel)
        found = self.channels.get(str(channel))
        if found is None:
            raise Refused("channel_not_found")
        if BOT_USER not in found.members:
            raise Refused("not_in_channel")
        return found

    def post(self, posted: Posted) -> Posted:
        """Keep the message and show it to those who may see it; others' clients hear of it."""
        kept = replace(posted, changed=self.next_number())
        self.messages[kept.channel][kept.ts] = kept
        for user in self._onlookers(kept):
            self.screens[user].show(kept)
        return kept

    def remove(self, posted: Posted) -> None:
        """Forget the message."""
        del self.messages[posted.channel][posted.ts]
        for user in self._onlookers(posted):
            self.screens[user].hide(posted.ts)

    def _onlookers(self, posted: Posted) -> Iterable[str]:
        if posted.ephemeral_to:
            return (posted.ephemeral_to,)
        # Slack accepts a reply to a message that is not there, and nobody ever sees it
        # (github.com/slackapi/python-slack-sdk/issues/840).
        lost = posted.thread_ts and posted.thread_ts not in self.messages[posted.channel]
        direct = self.channels[posted.channel].im_with
        return (direct,) if direct and not lost else ()

    def new_trigger(self, user: str) -> str:
        """A trigger id for what the person just did."""
        trigger = self.new_id("trigger.")
        self.triggers[trigger] = Trigger(user, self.now())
        return trigger

    def spend_trigger(self, trigger: object) -> str:
        """The person behind a trigger id, which is good once and for a few seconds."""
        if not isinstance(trigger, str) or trigger not in self.triggers:
            raise Refused("invalid_trigger_id")
        found = self.triggers[trigger]
        if found is None:
            raise Refused("exchanged_trigger_id")
        self.triggers[trigger] = None
        if self.now() - found.born > self.timing.trigger_lives:
            raise Refused("expired_trigger_id")
        return found.user

    def new_response(self, user: str, channel: str, message_ts: str | None = None) -> str:
        """The last part of a response URL for what the person just did."""
        response = self.new_id("R")
        self.responses[response] = ResponseUrl(user, channel, self.now(), message_ts)
        return response
