"""Slack, with a bot behind a request URL or on a socket."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from benchmarks.crashes.phones import Deed, Seen
from benchmarks.crashes.telegram_ground import free_port
from tests.platforms.slack import Delivery, FakeSlack, NeverSeen, Person, Timing
from tests.platforms.slack.workspace import BOT_USER, TEAM

TIMING: Final = Timing(acknowledge_within=3.0, retry_after=(0.0, 2.0, 6.0))
"""Slack repeats an event at once, after one minute and after five: here in seconds, as the bot's
lives are."""


@dataclass(frozen=True, slots=True)
class SlackPhone:
    """A direct conversation with the bot."""

    owner: Person
    slack: FakeSlack

    @property
    def person(self) -> str:
        return f"slack:{TEAM}/{self.owner.profile.id}"

    def sees(self) -> Sequence[Seen]:
        return [
            Seen(each.ts, each.text, each.labels, each)
            for each in self.owner.sees
            if each.posted.author == BOT_USER
        ]

    async def says(self, text: str) -> Deed:
        return self._deed(await self.owner.says(text))

    async def presses(self, label: str, on: Seen) -> Deed:
        return self._deed(await self.owner.presses(label, on.shown))

    async def until(self, condition: Callable[[], bool], seconds: float) -> bool:
        try:
            await self.owner.sees.until(lambda _: condition(), seconds)
        except NeverSeen:
            return False
        return True

    def _deed(self, delivery: Delivery) -> Deed:
        async def tell() -> None:
            await delivery.finished.wait()
            self.owner.sees.refresh()

        self.slack.deliveries.spawn(tell())
        return Deed(
            _id(delivery),
            lambda: delivery.acknowledged,
            lambda: delivery.finished.is_set() and not delivery.acknowledged,
        )


@dataclass(frozen=True, slots=True)
class SlackGround:
    """The platform, and the settings by which a bot finds it."""

    slack: FakeSlack
    environment: Mapping[str, str]

    def phone(self, number: int) -> SlackPhone:
        person = self.slack.person(f"U{1000 + number}", name=f"Ana {number}")
        return SlackPhone(person, self.slack)

    def acknowledged(self) -> Mapping[str, str]:
        """Who sent each message that the platform believes delivered; the bot's own left out."""
        return {
            _id(each): who
            for each in self.slack.deliveries.by_id.values()
            if each.acknowledged and (who := _sender(each))
        }

    def calls(self) -> int:
        """How often the bot has asked something of the platform."""
        return len(self.slack.calls)

    async def repeated(self, seconds: float) -> None:
        """Tell everything once more that was delivered. Raises TimeoutError."""
        deliveries = self.slack.deliveries
        delivered = [each for each in deliveries.by_id.values() if each.acknowledged]
        async with asyncio.timeout(seconds):
            for each in delivered:
                await deliveries.again(each, as_retry=each.kind == "events_api")

    async def settled(self, seconds: float) -> None:
        """Until everything is delivered or given up. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            await self.slack.deliveries.settled()


@asynccontextmanager
async def slack_ground(*, socket: bool) -> AsyncIterator[SlackGround]:
    async with FakeSlack(timing=TIMING) as slack:
        environment = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_BASE_URL": slack.api_url,
            "PORT": str(free_port()),
        }
        if socket:
            environment["SLACK_APP_TOKEN"] = slack.app_token
        else:
            environment["SLACK_SIGNING_SECRET"] = slack.signing_secret
            slack.request_url = f"http://127.0.0.1:{environment['PORT']}/slack/events"
        yield SlackGround(slack, environment)


def _id(delivery: Delivery) -> str:
    """An event's own id, or else the trigger of a press."""
    return f"slack:{delivery.payload.get('event_id') or delivery.payload['trigger_id']}"


def _sender(delivery: Delivery) -> str:
    """Nobody, for what Slack tells a bot of its own words and edits."""
    event = delivery.payload.get("event", {})
    if event.get("hidden") or event.get("bot_id") or event.get("user") == BOT_USER:
        return ""
    user = event.get("user") or delivery.payload["user"]["id"]
    return f"slack:{TEAM}/{user}"
