"""Telegram, with a bot that polls or has a webhook."""

import asyncio
import contextlib
import secrets
import socket
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from benchmarks.crashes.phones import Deed, Seen
from tests.platforms.telegram import FakeTelegram, Patience, Person
from tests.platforms.telegram.updates import Update

SECRET: Final = "webhook-secret-of-the-benchmarks"
_AGAIN: Final = 5.0
_FIRST: Final = 12_000
_CALLERS: Final = 32_768
"""https://www.kernel.org/doc/html/latest/networking/ip-sysctl.html, ip_local_port_range"""
PATIENCE: Final = Patience(pause=0.5, longest=2.0, answer=30.0)
"""Seconds. The real pauses of 2, 4, 8 ... 60 begin anew when the webhook is set again."""


@dataclass(frozen=True, slots=True)
class TelegramPhone:
    """A private chat with the bot."""

    owner: Person

    @property
    def person(self) -> str:
        return f"telegram:{self.owner.id}"

    def sees(self) -> Sequence[Seen]:
        return [Seen(str(each.id), each.text, tuple(each.labels), each) for each in self.owner.sees]

    async def says(self, text: str) -> Deed:
        return _deed(await self.owner.says(text))

    async def presses(self, label: str, on: Seen) -> Deed:
        return _deed((await self.owner.presses(label, on.shown)).update)

    async def until(self, condition: Callable[[], bool], seconds: float) -> bool:
        try:
            return await self.owner.chat.bell.until(condition, seconds)
        except TimeoutError:
            return False


@dataclass(frozen=True, slots=True)
class TelegramGround:
    """The platform, and the settings by which a bot finds it."""

    telegram: FakeTelegram
    environment: Mapping[str, str]

    def phone(self, number: int) -> TelegramPhone:
        return TelegramPhone(self.telegram.person(1000 + number, f"Ana {number}"))

    def acknowledged(self) -> Mapping[str, str]:
        """Who sent each message that the platform believes delivered."""
        return {
            _id(each): f"telegram:{each.chat_id}"
            for each in self.telegram.updates.every
            if each.confirmed
        }

    def calls(self) -> int:
        """How often the bot has asked something of the platform."""
        return len(self.telegram.calls)

    async def repeated(self, seconds: float) -> None:
        """Tell everything once more, and wait until it was taken. Raises TimeoutError."""
        updates = self.telegram.updates
        before = {each.id: each.delivered for each in updates.every}
        async with asyncio.timeout(seconds):
            while missing := [e for e in updates.every if e.delivered == before[e.id]]:
                # A bot that sets its webhook anew meanwhile makes Telegram forget what, as far as
                # Telegram knows, it has already.
                updates.redeliver(*missing)
                with contextlib.suppress(TimeoutError):
                    await updates.bell.until(
                        lambda: all(each.delivered > before[each.id] for each in updates.every),
                        _AGAIN,
                    )

    async def settled(self, seconds: float) -> None:
        """Until everything is delivered. Raises TimeoutError."""
        await self.telegram.all_confirmed(seconds)


@asynccontextmanager
async def telegram_ground(*, webhook: bool) -> AsyncIterator[TelegramGround]:
    async with FakeTelegram(patience=PATIENCE) as telegram:
        environment = {
            "TELEGRAM_TOKEN": telegram.token,
            "TELEGRAM_BASE_URL": telegram.base_url,
            "TELEGRAM_FILE_URL": telegram.base_file_url,
            "PORT": str(free_port()),
        }
        if webhook:
            url = f"http://127.0.0.1:{environment['PORT']}/telegram"
            environment |= {"TELEGRAM_WEBHOOK_URL": url, "TELEGRAM_WEBHOOK_SECRET": SECRET}
        yield TelegramGround(telegram, environment)


def free_port() -> int:
    """A port of 127.0.0.1 that nobody uses, and that stays free while a bot is between two lives:
    below those that the system gives to whoever calls somebody."""
    while True:
        port = secrets.randbelow(_CALLERS - _FIRST) + _FIRST
        with socket.socket() as asking, contextlib.suppress(OSError):
            asking.bind(("127.0.0.1", port))
            return port


def _deed(update: Update) -> Deed:
    # Telegram goes on for a day.
    return Deed(_id(update), lambda: update.confirmed, lambda: False)


def _id(update: Update) -> str:
    return f"telegram:{update.id}"
