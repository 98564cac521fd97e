"""Every store that keeps the contract, fresh for each story."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage import SqlStore
from intake.ports import Store
from tests.fakes.store import MemoryStore


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/var/tidings.db"


@pytest.fixture
async def database(url: str) -> AsyncIterator[SqlStore]:
    async with SqlStore(url) as opened:
        yield opened


@pytest.fixture(params=["memory", "sqlite"])
async def store(request: pytest.FixtureRequest, url: str) -> AsyncIterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    async with SqlStore(url) as opened:
        yield opened
