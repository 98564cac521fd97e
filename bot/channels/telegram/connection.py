"""The line to Telegram: the library's bot, kept from telling its token or a person's words."""

import logging
import os
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote

import aiohttp
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TelegramError

from bot.channels.telegram.wire import ANSWER_SECONDS, AnswerLost, Json, Trail, Wire
from intake.errors import IntakeError

ALLOWED_UPDATES: Final = ("message", "edited_message", "callback_query")
BATCH: Final = 100
CALLS_AT_ONCE: Final = 256

# The library's documented way into its next version, where waits are timedeltas. Without it each
# look at `retry_after` warns: https://docs.python-telegram-bot.org/en/stable/telegram.error.html
os.environ.setdefault("PTB_TIMEDELTA", "1")


@dataclass(frozen=True, slots=True)
class Account:
    """The bot's token, and where its Bot API server is.

    `base_url` ends in ``/bot``, `file_url` in ``/file/bot``.
    """

    token: str = field(repr=False)
    base_url: str = "https://api.telegram.org/bot"
    file_url: str = "https://api.telegram.org/file/bot"


class TokenRefused(IntakeError):
    """Telegram does not know this bot: TELEGRAM_TOKEN is wrong or was revoked."""


class Line(Bot):
    """One bot's account, with updates as they came and a `repr` that can be logged."""

    __slots__ = ("_wire",)

    def __init__(self, account: Account) -> None:
        _hush()
        trail = Trail.to(account.base_url)
        wire = Wire(trail, CALLS_AT_ONCE)
        super().__init__(
            account.token,
            base_url=account.base_url,
            base_file_url=account.file_url,
            request=wire,
            get_updates_request=Wire(trail, 2),
        )
        self._wire = wire

    def __repr__(self) -> str:
        return "Line(token=***)"

    async def ask(self, method: str, asked: Json) -> Any:
        """The result as it came: nobody reads it, and the library's objects take longer to build
        than the message to post. Raises TelegramError."""
        return await self._post(method, asked)

    async def updates(self, offset: int | None, seconds: int) -> Sequence[Json]:
        """What waits from `offset` on, unread: one odd update must not spoil its whole batch.

        The call confirms what lies before `offset`. Raises TelegramError.
        https://core.telegram.org/bots/api#getupdates
        """
        asked: Json = {"timeout": seconds, "limit": BATCH, "allowed_updates": ALLOWED_UPDATES}
        if offset is not None:
            asked["offset"] = offset
        found = await self._post("getUpdates", asked, read_timeout=seconds + ANSWER_SECONDS)
        numbered = [raw for raw in found if is_numbered(raw)] if isinstance(found, list) else []
        if not numbered and found != []:
            raise TelegramError("Invalid server response")
        return numbered

    async def file_path(self, file_id: str) -> object:
        """Where to download from, below the account's file address. Raises TelegramError."""
        found = await self.ask("getFile", {"file_id": file_id})
        return found.get("file_path") if isinstance(found, dict) else None

    def download(self, path: str) -> AbstractAsyncContextManager[aiohttp.ClientResponse]:
        """The file at a path that `file_path` gave."""
        return self._wire.download(f"{self.base_file_url}/{quote(path)}")

    async def hang_up(self) -> None:
        """Close every connection."""
        for request in self._request:
            await request.shutdown()


def is_numbered(raw: object) -> bool:
    """Whether this can be an update at all."""
    return isinstance(raw, dict) and type(raw.get("update_id")) is int


def pause_asked(error: RetryAfter) -> float:
    """The seconds that a 429 makes us wait, exactly."""
    asked = error.retry_after
    return float(asked) if isinstance(asked, int) else asked.total_seconds()


def never_left(error: NetworkError) -> bool:
    """Whether Telegram certainly did nothing: no connection, or an answer that says no."""
    return not isinstance(error, AnswerLost)


def _hush() -> None:
    """These loggers write the token (within URLs) and what people said."""
    for name in ("telegram", "httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
