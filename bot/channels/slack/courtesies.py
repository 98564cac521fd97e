"""What is done on the side, after the acknowledgement, and may fail without harm."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any, Final

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.slack import forms
from bot.channels.slack.deeds import Called, Person, Posted
from bot.channels.slack.drawing import linked, notice
from bot.channels.slack.outcomes import FAILURES, code_of
from bot.channels.slack.people import NoDirectMessage, People
from bot.channels.slack.recent import Recent
from bot.channels.slack.sender import Texts
from intake.dialogue.messages import Submitted

POINTER: Final = "group-pointer"
ANSWERED: Final = "answered-privately"

_REMEMBERED: Final = 5000
_LINK: Final = "https://slack.com/app_redirect?team={team}&channel={channel}"
"""https://docs.slack.dev/interactivity/deep-linking"""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Whisper:
    """Words that only one person sees."""

    text: str
    blocks: list[dict[str, Any]]

    def acknowledging(self) -> dict[str, Any]:
        """As the answer to a slash command."""
        return {"response_type": "ephemeral", "text": self.text, "blocks": self.blocks}


class Courtesies:
    """Used buttons go; whoever calls us in a channel is shown the way. Each is done once."""

    def __init__(self, client: AsyncWebClient, people: People, texts: Texts) -> None:
        self._client, self._people, self._texts = client, people, texts
        self._done = Recent[str, None](_REMEMBERED)
        self._running: set[asyncio.Task[None]] = set()

    def take_off_buttons(self, posted: Posted) -> None:
        """The message stays, what was pressed goes. Returns at once."""
        if self._done.is_new(f"{posted.channel}/{posted.ts}", None):
            self._run(self._take_off(posted))

    def show_the_way(self, called: Called) -> None:
        """Whisper, in the channel, a link to the direct message. Returns at once."""
        if self._done.is_new(called.id, None):
            self._run(self._show(called))

    async def way(self, person: Person, channel: str, key: str = POINTER) -> Whisper:
        """The link to the direct message, in the person's language; `key` says why to go there."""
        speaker = await self._people.speaker(person)
        words = self._texts.text(key, speaker.language)
        link = _LINK.format(team=person.team, channel=channel)
        return Whisper(notice(words), [linked(words, link)])

    async def regret(self, person: Person) -> Whisper:
        """Something is wrong on our side."""
        speaker = await self._people.speaker(person)
        words = self._texts.text("sorry-later", speaker.language)
        return Whisper(notice(words), [linked(words, "")])

    def wrong(self, form: Submitted, language: str) -> dict[str, Any] | None:
        """What is wrong with a form, to be told in it; None where it can be taken."""
        return forms.refusal(form, self._texts, language)

    async def finish(self, patience: float) -> None:
        """Give what is under way that many seconds."""
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=patience)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _run(self, courtesy: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(_harmless(courtesy))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _take_off(self, posted: Posted) -> None:
        left = [dict(block) for block in posted.blocks if block.get("type") != "actions"]
        if left and len(left) < len(posted.blocks):
            await self._client.chat_update(
                channel=posted.channel, ts=posted.ts, text=posted.text or "…", blocks=left
            )

    async def _show(self, called: Called) -> None:
        whisper = await self.way(called.person, await self._people.channel(called.person))
        await self._client.chat_postEphemeral(
            channel=called.channel,
            user=called.person.user,
            text=whisper.text,
            blocks=whisper.blocks,
        )


async def _harmless(courtesy: Coroutine[Any, Any, None]) -> None:
    try:
        await courtesy
    except NoDirectMessage:
        pass  # People has said so in the log.
    except FAILURES as error:
        log.info("slack.courtesy_failed", error=code_of(error))
