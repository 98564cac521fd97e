"""Who somebody is to Slack, and the direct message channel in which we talk with them."""

import asyncio
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Final

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.slack.deeds import Person
from bot.channels.slack.outcomes import FAILURES, code_of
from bot.channels.slack.recent import Recent
from bot.channels.slack.untrusted import part, word
from intake.dialogue.messages import Speaker

KNOWN_FOR: Final = 3600.0
"""Seconds until a profile is looked up again."""
UNKNOWN_FOR: Final = 60.0
PATIENCE: Final = 1.0
"""Seconds that the first words of somebody wait for their language and time zone."""
OPENING: Final = 2.0
_NOT_MEMBERS: Final = ("is_restricted", "is_ultra_restricted", "is_stranger", "deleted", "is_bot")
REMEMBERED: Final = 10_000

log = structlog.get_logger()


class NoDirectMessage(Exception):
    """Slack opens no direct message channel with this person."""


@dataclass(frozen=True, slots=True)
class _Known:
    speaker: Speaker
    until: float


class People:
    """Profiles and channels, remembered; Slack is asked at most once at a time for each."""

    def __init__(
        self,
        client: AsyncWebClient,
        monotonic: Callable[[], float] = time.monotonic,
        patience: float = PATIENCE,
        trusted: Collection[str] = (),
    ) -> None:
        """`trusted` are the workspaces whose profiles prove who somebody is."""
        self._client, self._monotonic, self._patience = client, monotonic, patience
        self._trusted = frozenset(trusted)
        self._known = Recent[Person, _Known](REMEMBERED)
        self._channels = Recent[Person, str](REMEMBERED)
        self._asking: dict[Person, asyncio.Task[Speaker]] = {}

    async def speaker(self, person: Person) -> Speaker:
        """The person with language and zone, as far as they are known by now.

        Only somebody never seen before is waited for, and not for long.
        """
        known = self._known.get(person)
        if known and known.until > self._monotonic():
            return known.speaker
        asking = self._asking.get(person)
        if asking is None:
            asking = self._asking[person] = asyncio.create_task(self._ask(person))
        if known is None:
            await asyncio.wait({asking}, timeout=self._patience)
        if asking.done() and not asking.cancelled():
            return asking.result()
        return known.speaker if known else Speaker(person.id)

    def met(self, person: Person, channel: str) -> None:
        """They wrote to us there."""
        self._channels.put(person, channel)

    async def channel(self, person: Person) -> str:
        """Their direct message channel. Raises NoDirectMessage."""
        known = self._channels.get(person)
        if known is None:
            known = await self._open(person)
            self._channels.put(person, known)
        return known

    async def close(self) -> None:
        """Ask no more."""
        asking = tuple(self._asking.values())
        for task in asking:
            task.cancel()
        await asyncio.gather(*asking, return_exceptions=True)

    async def _open(self, person: Person) -> str:
        try:
            async with asyncio.timeout(OPENING):
                answer = await self._client.conversations_open(users=person.user)
        except FAILURES as error:
            log.warning("slack.no_direct_message", person=person.id, error=code_of(error))
            raise NoDirectMessage from None
        channel = word({"answer": answer.data}, "answer", "channel", "id")
        if not channel:
            raise NoDirectMessage
        return channel

    async def _ask(self, person: Person) -> Speaker:
        lasting, before = KNOWN_FOR, self._known.get(person)
        try:
            answer = await self._client.users_info(user=person.user, include_locale=True)
            speaker = _speaker(person, answer.data)
            if person.team in self._trusted:
                speaker = replace(speaker, email=_vouched(person, answer.data))
        except FAILURES as error:
            log.info("slack.no_profile", person=person.id, error=code_of(error))
            lasting, speaker = UNKNOWN_FOR, before.speaker if before else Speaker(person.id)
        finally:
            self._asking.pop(person, None)
        self._known.put(person, _Known(speaker, self._monotonic() + lasting))
        return speaker


def _vouched(person: Person, answer: object) -> str:
    """The address of a full member of that very workspace; nothing for guests, for strangers of a
    shared channel, and for what Slack has not seen confirmed itself."""
    user = part({"answer": answer}, "answer", "user")
    if word(user, "team_id") != person.team or user.get("is_email_confirmed") is False:
        return ""
    if any(user.get(mark) for mark in _NOT_MEMBERS):
        return ""
    return word(user, "profile", "email")


def _speaker(person: Person, answer: object) -> Speaker:
    """https://docs.slack.dev/reference/methods/users.info, with include_locale."""
    body = {"answer": answer}
    name = (
        word(body, "answer", "user", "profile", "display_name")
        or word(body, "answer", "user", "real_name")
        or word(body, "answer", "user", "name")
    )
    language, zone = word(body, "answer", "user", "locale"), word(body, "answer", "user", "tz")
    return Speaker(person.id, name, language, zone)
