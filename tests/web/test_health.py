"""Whoever watches is told how the program is, in words that tell nothing else."""

from collections.abc import Sequence

import httpx
import pytest
from starlette.applications import Starlette

from bot.metrics import CONTENT_TYPE
from bot.web.health import Finding, Health, health_routes, metrics_route

DATABASE = Finding("database", Health.OK)
LATE = Finding("replies", Health.DEGRADED)
AWAY = Finding("telegram", Health.FAILED)


async def asked(path: str, *findings: Finding) -> httpx.Response:
    async def look() -> Sequence[Finding]:
        return findings

    async def figures() -> bytes:
        return b"tidings_up 1\n"

    app = Starlette(routes=[*health_routes(look), metrics_route(figures, CONTENT_TYPE)])
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://desk") as client:
        return await client.get(path)


async def test_alive_as_long_as_anything_is_answered() -> None:
    assert (await asked("/healthz", AWAY)).text == "ok"


@pytest.mark.parametrize(
    ("path", "findings", "status", "said"),
    [
        ("/readyz", [DATABASE], 200, "ready\ndatabase: ok\n"),
        ("/readyz", [DATABASE, LATE], 200, "degraded\ndatabase: ok\nreplies: degraded\n"),
        ("/readyz?strict", [DATABASE], 200, "ready\ndatabase: ok\n"),
        ("/readyz?strict", [DATABASE, LATE], 503, "degraded\ndatabase: ok\nreplies: degraded\n"),
        ("/readyz", [LATE, AWAY], 503, "not ready\nreplies: degraded\ntelegram: failed\n"),
    ],
)
async def test_only_what_keeps_this_process_from_its_work_takes_it_away(
    path: str, findings: list[Finding], status: int, said: str
) -> None:
    answer = await asked(path, *findings)
    assert (answer.status_code, answer.text) == (status, said)


async def test_figures_are_served_as_prometheus_reads_them() -> None:
    answer = await asked("/metrics")
    assert answer.headers["content-type"] == CONTENT_TYPE
    assert answer.text == "tidings_up 1\n"
