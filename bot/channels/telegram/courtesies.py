"""What is polite once a message is safe: it may fail, and nobody waits for it."""

import asyncio
from collections.abc import Coroutine
from typing import Final

import structlog
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.sender import NO_PREVIEW
from bot.channels.telegram.updates import Called, Press
from bot.texts.words import Words
from intake.dialogue.messages import Pressed

MOST: Final = 200
"""Under way at a time; beyond that a button's waiting circle just runs out."""

_EXPECTED: Final = ("query is too old", "not modified", "message to edit not found")

log = structlog.get_logger()


class Courtesies:
    """Answers presses, takes used keyboards off, and points from groups into private chats."""

    def __init__(self, bot: Bot, words: Words) -> None:
        self._bot, self._words = bot, words
        self._under_way: set[asyncio.Task[None]] = set()
        self._pointing: set[int] = set()

    def acknowledge(self, press: Press) -> None:
        """The waiting circle ends, and what was decided cannot be pressed again.

        https://core.telegram.org/bots/api#answercallbackquery
        """
        self._soon(self._bot.answer_callback_query(press.query_id))
        said = press.message.said if press.message else None
        if isinstance(said, Pressed) and not said.lasts:
            self._soon(self._bot.edit_message_reply_markup(press.chat_id, press.message_id))

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
        try:
            await self._bot.send_message(
                called.chat_id,
                self._words.text("group-pointer", called.language),
                message_thread_id=called.topic,
                reply_parameters=ReplyParameters(
                    called.message_id, allow_sending_without_reply=True
                ),
                reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton(label, url=link)]]),
                link_preview_options=NO_PREVIEW,
            )
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
