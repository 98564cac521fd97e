"""The real python-telegram-bot, pointed at the fake and deaf to proxy variables."""

from __future__ import annotations

from telegram import Bot
from telegram.request import HTTPXRequest

from tests.platforms.telegram.server import FakeTelegram


def real_bot(telegram: FakeTelegram, *, token: str | None = None, seconds: float = 5.0) -> Bot:
    """Enter it with `async with`; `seconds` is how long it waits for an answer."""
    return Bot(
        token or telegram.token,
        base_url=telegram.base_url,
        base_file_url=telegram.base_file_url,
        request=_request(seconds),
        get_updates_request=_request(seconds),
    )


def _request(seconds: float) -> HTTPXRequest:
    return HTTPXRequest(read_timeout=seconds, httpx_kwargs={"trust_env": False})
