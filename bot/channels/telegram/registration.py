"""Tells Telegram where to post updates to, however long Telegram is away."""

from typing import Final

import structlog
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.connection import ALLOWED_UPDATES, Line, TokenRefused, pause_asked
from bot.channels.telegram.reception import Sleep
from intake.errors import IntakeError

CONNECTIONS: Final = 40
LONGEST_PAUSE: Final = 60.0

log = structlog.get_logger()


class AddressRefused(IntakeError):
    """Telegram refused TELEGRAM_WEBHOOK_URL: it must be https and reachable from outside."""


async def register(line: Line, url: str, secret: str, sleep: Sleep) -> str:
    """Set the webhook; returns the bot's username. What waits at Telegram is never thrown away.

    Raises TokenRefused or AddressRefused; every other trouble is waited out.
    https://core.telegram.org/bots/api#setwebhook
    """
    pause = 1.0
    while True:
        try:
            return await _register(line, url, secret)
        except InvalidToken:
            raise TokenRefused from None
        except BadRequest:
            raise AddressRefused from None
        except TelegramError as error:
            seconds = pause_asked(error) if isinstance(error, RetryAfter) else pause
            log.warning("telegram.webhook_waits", why=type(error).__name__, seconds=seconds)
        await sleep(seconds)
        pause = min(pause * 2, LONGEST_PAUSE)


async def _register(line: Line, url: str, secret: str) -> str:
    me = await line.get_me()
    await line.set_webhook(
        url,
        secret_token=secret,
        allowed_updates=ALLOWED_UPDATES,
        max_connections=CONNECTIONS,
        drop_pending_updates=False,
    )
    return me.username or ""
