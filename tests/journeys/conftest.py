"""Every story runs on every way to the desk and on both databases, unless it says otherwise."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.journeys.journey import CHATS, WAYS, Journey, journey
from tests.journeys.people import Person
from tests.postgres import Postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where the desk is kept."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/desk.db"
        return
    server: Postgres = request.getfixturevalue("postgres")
    with server.lent() as url:
        yield url


@pytest.fixture(params=WAYS)
async def trip(
    request: pytest.FixtureRequest, tmp_path: Path, address: str
) -> AsyncIterator[Journey]:
    async with journey(tmp_path, request.param, url=address) as under_way:
        yield under_way


@pytest.fixture(params=CHATS)
async def chat(
    request: pytest.FixtureRequest, tmp_path: Path, address: str
) -> AsyncIterator[Journey]:
    """Telegram and Slack, which the terminal has no part in."""
    async with journey(tmp_path, request.param, url=address) as under_way:
        yield under_way


@pytest.fixture
def ana(trip: Journey) -> Person:
    return trip.person("ana")
