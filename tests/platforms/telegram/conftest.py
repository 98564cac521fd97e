"""A Telegram, a real bot on it, and Ana, who has pressed START."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from tests.platforms.telegram import FakeTelegram, Person
from tests.platforms.telegram.client import real_bot


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as server:
        yield server


@pytest.fixture
async def bot(telegram: FakeTelegram) -> AsyncIterator[Bot]:
    async with real_bot(telegram) as bot:
        yield bot


@pytest.fixture
async def ana(telegram: FakeTelegram) -> Person:
    person = telegram.person(42, "Ana", "es")
    await person.starts()
    return person
