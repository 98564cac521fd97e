"""What every test relies on: repeatable examples, and no proxy between us and loopback."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.postgres import Postgres, serving

for name in ("http_proxy", "https_proxy", "all_proxy", "ws_proxy", "wss_proxy"):
    os.environ.pop(name, None)
    os.environ.pop(name.upper(), None)
# The library's documented switch to its next version, where waits are timedeltas.
os.environ.setdefault("PTB_TIMEDELTA", "1")

settings.register_profile(
    "repeatable",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("repeatable")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # What takes longest begins first: at the end one program would wait for it alone.
    items.sort(key=lambda item: "faults" not in item.path.parts)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A server for all tests of this process, started for the first that asks."""
    with serving() as server:
        yield server
