"""What is polite once a message is safe: it may fail, and nobody waits for it."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Final

import structlog
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.connection import Line
from bot.channels.telegram.sender import NO_PREVIEW
from bot.channels.telegram.updates import Called, Press
from bot.channels.telegram.wire import Json
from bot.texts.words import Words
from intake.dialogue.messages import Pressed

MOST: Final = 200
"""Under way at a time; beyond that a button's waiting circle just runs out."""

_EXPECTED: Final = ("query is too old", "not modified", "message to edit not found")

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Request:
    """A call whose result nobody needs, so that it may ride in the answer to a webhook.

    https://core.telegram.org/bots/api#making-requests-when-getting-updates
    """

    method: str
    asked: Json


def acknowledgement(press: Press) -> Request:
    """The waiting circle ends. https://core.telegram.org/bots/api#answercallbackquery"""
    return Request("answerCallbackQuery", {"callback_query_id": press.query_id})


class Courtesies:
    """Answers presses, takes used keyboards off, and points from groups into private chats."""

    def __init__(self, line: Line, words: Words) -> None:
        self._line, self._words = line, words
        self._under_way: set[asyncio.Task[None]] = set()
        self._pointing: set[int] = set()

    def take_off_buttons(self, press: Press) -> None:
        """What was decided cannot be pressed again."""
        said = press.message.said if press.message else None
        if isinstance(said, Pressed) and not said.lasts:
            where = {"chat_id": press.chat_id, "message_id": press.message_id}
            self._soon(self._line.ask("editMessageReplyMarkup", where))

    def do(self, request: Request) -> None:
        """What did not ride in an answer to Telegram."""
        self._soon(self._line.ask(request.method, request.asked))

    def point(self, called: Called, username: str) -> None:
        """Answer in the group with nothing but the way into the private chat (B21)."""
        if called.chat_id not in self._pointing:
            self._pointing.add(called.chat_id)
            self._soon(self._point(called, username))

    async def finish(self, patience: float) -> None:
        """Give what is under way that many seconds."""
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=patience)
            for task in late:
                task.cancel()

    async def _point(self, called: Called, username: str) -> None:
        link = f"https://t.me/{username}?start=new"
        label = self._words.text("button-new-problem", called.language)
        whom = {"message_id": called.message_id, "allow_sending_without_reply": True}
        pointer: Json = {
            "chat_id": called.chat_id,
            "text": self._words.text("group-pointer", called.language),
            "message_thread_id": called.topic,
            "reply_parameters": whom,
            "reply_markup": {"inline_keyboard": [[{"text": label, "url": link}]]},
            **NO_PREVIEW,
        }
        try:
            await self._line.ask("sendMessage", pointer)
        finally:
            self._pointing.discard(called.chat_id)

    def _soon(self, call: Coroutine[object, object, object]) -> None:
        if len(self._under_way) >= MOST:
            call.close()
            return
        task = asyncio.get_running_loop().create_task(_quietly(call))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)


async def _quietly(call: Coroutine[object, object, object]) -> None:
    try:
        await call
    except BadRequest as error:
        if not any(words in error.message.lower() for words in _EXPECTED):
            log.warning("telegram.courtesy_refused", why=error.message)
    except TelegramError as error:
        log.info("telegram.courtesy_failed", why=type(error).__name__)
