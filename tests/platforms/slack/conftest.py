"""What the stories about the fake Slack itself share."""

import logging
from collections.abc import AsyncIterator, Iterator

import pytest

from tests.platforms.slack import FakeSlack, Timing
from tests.platforms.slack.bots import PROXY_VARIABLES


@pytest.fixture(autouse=True)
def _without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    """A server whose retries come at once, and who waits long for an acknowledgement."""
    timing = Timing(acknowledge_within=5, retry_after=(0, 0, 0))
    async with FakeSlack(timing=timing) as server:
        yield server


@pytest.fixture
def quiet() -> Iterator[None]:
    """Bolt logs the exceptions of listeners; those here are meant."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)
