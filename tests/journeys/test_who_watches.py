"""Whoever watches the program sees how it is, on the port that is meant for it."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from pathlib import Path

import httpx
import pytest
import structlog
from prometheus_client.parser import text_string_to_metric_families

from bot.app.connecting import connect
from bot.app.parts import Duties, Parts, opened
from tests.channels.slack_stage import QUICK
from tests.journeys.test_the_program import QUESTION, Running, settings_for
from tests.platforms.slack import FakeSlack, ServerError
from tests.platforms.telegram import FakeTelegram, internal_error

BOTH = Duties(web=True, worker=True)


@pytest.fixture(autouse=True)
def _logs_as_they_were() -> Iterator[None]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield
    root.handlers, root.level = before, level
    structlog.reset_defaults()


class Watcher:
    """Somebody with `curl` on the program's machine."""

    def __init__(self, parts: Parts, client: httpx.AsyncClient) -> None:
        self.parts, self._client = parts, client

    async def asks(self, path: str, port: int = -1) -> httpx.Response:
        host, number = self.parts.addresses[port]
        return await self._client.get(f"http://{host}:{number}{path}", timeout=20)

    async def reads(self) -> dict[str, str]:
        """The lines of `/readyz`, looked at anew."""
        self.parts.vitals.beat()
        self.parts.vitals._looked = 0.0  # noqa: SLF001 - instead of waiting until it is old
        first, *lines = (await self.asks("/readyz")).text.splitlines()
        return {"all": first, **dict(line.split(": ") for line in lines)}

    async def sees_up(self, channel: str) -> bool:
        self.parts.vitals.beat()
        return await self.counts("tidings_channel_up", channel=channel) == 1

    async def counts(self, name: str, **labels: str) -> float:
        found = (await self.asks("/metrics")).text
        samples = (s for f in text_string_to_metric_families(found) for s in f.samples)
        return next((s.value for s in samples if s.name == name and s.labels == labels), 0.0)


@asynccontextmanager
async def watched(
    folder: Path, telegram: FakeTelegram, slack: FakeSlack, **more: object
) -> AsyncIterator[Watcher]:
    settings = settings_for(folder, telegram, slack).model_copy(update={"ops_port": 0, **more})
    async with opened(settings) as parts, AsyncExitStack() as stack:
        await connect(parts, stack, BOTH)
        async with Running(parts), httpx.AsyncClient(trust_env=False) as client:
            yield Watcher(parts, client)


async def test_a_talk_is_seen_in_the_figures_on_the_port_for_them_alone(tmp_path: Path) -> None:
    async with (
        FakeTelegram() as telegram,
        FakeSlack(timing=QUICK) as slack,
        watched(tmp_path, telegram, slack) as watcher,
    ):
        ana = telegram.person()
        await ana.says(QUESTION)
        await telegram.until(lambda: ana.sees)
        await watcher.parts.delivery.settle()

        telegrams = {"channel": "telegram"}
        assert await watcher.counts("tidings_updates_total", **telegrams, result="recorded")
        assert await watcher.counts("tidings_replies_total", **telegrams, result="sent")
        assert await watcher.counts("tidings_step_seconds_count", step="record")
        assert await watcher.counts("process_open_fds")
        assert (await watcher.asks("/metrics", port=0)).status_code == 404
        assert (await watcher.asks("/healthz", port=0)).text == "ok"


async def test_without_a_port_of_their_own_the_figures_are_where_the_webhooks_are(
    tmp_path: Path,
) -> None:
    async with (
        FakeTelegram() as telegram,
        FakeSlack(timing=QUICK) as slack,
        watched(tmp_path, telegram, slack, ops_port=None) as watcher,
    ):
        assert (await watcher.asks("/metrics")).status_code == 200
        assert len(watcher.parts.addresses) == 1


async def test_a_platform_that_is_away_is_told_and_so_is_its_return(tmp_path: Path) -> None:
    async with FakeTelegram() as telegram, FakeSlack(timing=QUICK) as slack:
        telegram.faults.on("getMe", internal_error())
        async with watched(tmp_path, telegram, slack) as watcher:
            await telegram.until(lambda: telegram.calls_of("getMe"))
            assert await watcher.reads() == {
                "all": "not ready",
                "database": "ok",
                "telegram": "failed",
                "slack": "ok",
                "replies": "ok",
                "messages": "ok",
                "dead letters": "ok",
                "effects": "ok",
            }
            assert (await watcher.asks("/readyz")).status_code == 503
            await telegram.person().says(QUESTION)
            await telegram.all_confirmed()
            assert (await watcher.reads())["all"] == "ready"

            slack.faults.on("apps.connections.open", ServerError(503), times=9)
            slack.sockets.cut()
            async with asyncio.timeout(5):
                while await watcher.sees_up("slack"):
                    pass
            # For a minute that may be no more than a renewed connection.
            assert (await watcher.reads())["slack"] == "ok"


async def test_e5_a_database_that_is_locked_is_told_and_recovers_by_itself(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/desk.db?timeout=0.05"
    async with FakeTelegram() as telegram, FakeSlack(timing=QUICK) as slack:
        first = settings_for(tmp_path, telegram, slack)
        url = type(first.database_url)(address)
        async with watched(tmp_path, telegram, slack, database_url=url) as watcher:
            await telegram.until(lambda: telegram.calls_of("getMe"))
            with closing(sqlite3.connect(tmp_path / "desk.db")) as other:
                other.execute("BEGIN IMMEDIATE")
                found = await watcher.reads()
                assert (found["all"], found["database"]) == ("not ready", "failed")
                assert await watcher.counts("tidings_up_to_date") == 0
                other.rollback()
            assert (await watcher.reads())["database"] == "ok"
            assert await watcher.counts("tidings_up_to_date") == 1
