"""Posts one reply in its chat, and tells the delivery what came of it."""

from typing import Final, NoReturn

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channels.telegram.connection import Line, never_left, pause_asked
from bot.channels.telegram.drawing import Post, draw
from bot.channels.telegram.updates import chat_of
from bot.channels.telegram.wire import Json
from bot.pacing import Pace
from bot.sending import NotSent, Unknown, Unreachable, Wait
from bot.texts.words import Words
from intake.ports import Outgoing, ReplyId

PACE: Final = Pace(per_conversation=1.0, burst=3, overall=30.0)
"""https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this"""

NO_PREVIEW: Final[Json] = {"link_preview_options": {"is_disabled": True}}
_GONE: Final = ("chat not found", "user not found", "user is deactivated", "peer_id_invalid")


class Sender:
    """The delivery's way into Telegram."""

    def __init__(self, line: Line, words: Words) -> None:
        self._line, self._words = line, words
        self._begun: dict[ReplyId, int] = {}

    async def send(self, outgoing: Outgoing) -> None:
        """Post it, a long one in several messages; a repeat goes on where it was stopped.

        Raises Wait, Unreachable, Unknown or NotSent.
        """
        screen = self._words.screen(outgoing.reply, outgoing.language, outgoing.zone)
        posts = draw(screen)
        for number in range(self._begun.pop(outgoing.id, 0), len(posts)):
            try:
                await self._post(chat_of(outgoing.conversation), posts[number])
            except (Wait, NotSent):
                if number:  # another process may post it: nothing begun is nothing to remember
                    self._begun[outgoing.id] = number
                raise

    async def _post(self, chat: int, post: Post) -> None:
        try:
            await self._say(chat, post)
        except (RetryAfter, Forbidden, ChatMigrated, InvalidToken, NetworkError) as error:
            _explain(error)
        except TelegramError as error:
            # An answer came that nobody can read: most likely it was posted.
            raise Unknown from error

    async def _say(self, chat: int, post: Post) -> None:
        about = {"chat_id": chat, "reply_markup": post.keyboard, **NO_PREVIEW}
        try:
            await self._line.ask("sendMessage", {**about, "text": post.html, "parse_mode": "HTML"})
        except BadRequest as error:
            if "can't parse entities" not in error.message.lower():
                raise
            await self._line.ask("sendMessage", {**about, "text": post.plain})


def _explain(error: TelegramError) -> NoReturn:
    """The library's error in the delivery's words; another 400 is our own fault, and stays."""
    match error:
        case RetryAfter():
            raise Wait(pause_asked(error)) from error
        case Forbidden() | ChatMigrated():
            raise Unreachable from error
        case InvalidToken():
            raise NotSent from error
        case BadRequest() if any(gone in error.message.lower() for gone in _GONE):
            raise Unreachable from error
        case BadRequest():
            raise error
        case NetworkError() if never_left(error):
            raise NotSent from error
        case _:
            raise Unknown from error
