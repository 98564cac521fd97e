"""Every story runs on every way to the desk, unless it says otherwise."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.journeys.journey import CHATS, WAYS, Journey, journey
from tests.journeys.people import Person


@pytest.fixture(params=WAYS)
async def trip(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Journey]:
    async with journey(tmp_path, request.param) as under_way:
        yield under_way


@pytest.fixture(params=CHATS)
async def chat(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Journey]:
    """Telegram and Slack, which the terminal has no part in."""
    async with journey(tmp_path, request.param) as under_way:
        yield under_way


@pytest.fixture
def ana(trip: Journey) -> Person:
    return trip.person("ana")
