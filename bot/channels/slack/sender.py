"""Replies become posts."""

from typing import Final, Protocol

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.slack import forms
from bot.channels.slack.drawing import Drawing, draw
from bot.channels.slack.outcomes import FAILURES, Misshapen, code_of, delivered
from bot.channels.slack.paging import pages
from bot.channels.slack.triggers import Triggers
from bot.pacing import Pace
from bot.sending import Unreachable
from bot.texts.screen import Screen
from intake.dialogue.replies import EntryForm, Reply
from intake.ports import Outgoing, ReplyId

PACE: Final = Pace(per_conversation=1.0, burst=3, overall=20.0)
"""One message a second in a channel, with short bursts: https://docs.slack.dev/apis/web-api/rate-limits."""

log = structlog.get_logger()


class Texts(Protocol):
    """What the product says (`bot.texts.words.Words`)."""

    def screen(self, reply: Reply, language: str, zone: str) -> Screen: ...

    def text(self, key: str, language: str, about: str = "") -> str: ...


class SlackSender:
    """Posts to the direct message channel that a conversation's id names."""

    def __init__(self, client: AsyncWebClient, texts: Texts, triggers: Triggers) -> None:
        self._client, self._texts, self._triggers = client, texts, triggers
        self._posted: dict[ReplyId, int] = {}

    async def send(self, outgoing: Outgoing) -> None:
        """Post it, in several messages if it is long. Raises Wait, Unreachable, Unknown, NotSent.

        When it is tried again, the messages that already arrived are not repeated.
        """
        if isinstance(outgoing.reply, EntryForm) and await self._opens(outgoing, outgoing.reply):
            return
        screen = self._texts.screen(outgoing.reply, outgoing.language, outgoing.zone)
        channel = outgoing.conversation.rpartition("/")[2]
        for number, page in enumerate(pages(screen)):
            if number < self._posted.get(outgoing.id, 0):
                continue
            await self._post(channel, draw(page))
            self._posted[outgoing.id] = number + 1
        self._posted.pop(outgoing.id, None)

    async def _opens(self, outgoing: Outgoing, form: EntryForm) -> bool:
        """Show the form to whoever has just asked for it; False where a message has to do."""
        channel = outgoing.conversation.rpartition("/")[2]
        trigger = self._triggers.take(outgoing.conversation)
        view = forms.view(form, channel, self._texts, outgoing.language) if trigger else None
        if view is None:
            return False
        try:
            await self._client.views_open(trigger_id=trigger, view=view)
        except FAILURES as error:
            log.info("slack.no_form", error=code_of(error))
            return False
        return True

    async def _post(self, channel: str, drawing: Drawing) -> None:
        try:
            await self._say(channel, drawing)
        except Misshapen:
            log.exception("slack.message_refused")
            await self._say_plainly(channel, drawing.text)

    async def _say_plainly(self, channel: str, text: str) -> None:
        """The words are worth more than their shape (A15)."""
        try:
            await self._say(channel, Drawing(text, []))
        except Misshapen as why:
            raise Unreachable(str(why)) from None

    async def _say(self, channel: str, drawing: Drawing) -> None:
        with delivered():
            # Not `chat_postMessage`, which looks through blocks for the library's own objects.
            await self._client.api_call(
                "chat.postMessage",
                json={
                    "channel": channel,
                    "text": drawing.text,
                    "blocks": drawing.blocks or None,
                    "mrkdwn": False,
                    "parse": "none",
                    "link_names": False,
                    "unfurl_links": False,
                    "unfurl_media": False,
                },
            )
