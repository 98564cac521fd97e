"""Every store that keeps the contract, fresh for each story."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.storage import SqlStore
from intake.ports import Store
from tests.fakes.store import MemoryStore
from tests.postgres import Postgres


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/var/tidings.db"


@pytest.fixture
def server_url(postgres: Postgres) -> Iterator[str]:
    """A database with this release's tables on a PostgreSQL server."""
    with postgres.lent() as lent:
        yield lent


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, url: str) -> Iterator[str]:
    """Where there is nothing yet: a file, or a server's database."""
    if request.param == "sqlite":
        yield url
        return
    server: Postgres = request.getfixturevalue("postgres")
    empty = server.empty()
    yield empty
    server.drop(empty)


@pytest.fixture
async def database(url: str) -> AsyncIterator[SqlStore]:
    async with SqlStore(url) as opened:
        yield opened


@pytest.fixture
async def either(place: str) -> AsyncIterator[SqlStore]:
    async with SqlStore(place) as opened:
        yield opened


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
async def store(request: pytest.FixtureRequest) -> AsyncIterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    url = request.getfixturevalue("url" if request.param == "sqlite" else "server_url")
    async with SqlStore(url) as opened:
        yield opened
