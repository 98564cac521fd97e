"""One server for the platforms and for whoever watches, that ends when it is told."""

import asyncio

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot.web.server import AddressUnusable, listen, noted, server


async def test_the_server_ends_when_it_is_told_and_leaves_signals_alone() -> None:
    answered: list[int] = []
    hook = Route("/hook", lambda _: PlainTextResponse("hooked", 202))
    line = listen("127.0.0.1", 0)
    port = line.getsockname()[1]
    running = server(noted([hook], answered.append))
    task = asyncio.ensure_future(running.serve([line]))
    async with httpx.AsyncClient(trust_env=False, base_url=f"http://127.0.0.1:{port}") as client:
        answers = [await client.get(path) for path in ("/hook", "/", "/../etc/passwd")]
    assert [each.status_code for each in answers] == [202, 404, 404]
    assert answered == [202]
    assert "uvicorn" not in answers[0].headers.get("server", "")
    running.should_exit = True
    await asyncio.wait_for(task, 10)


def test_a_port_that_is_taken_is_said_plainly() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AddressUnusable, match=f"127.0.0.1 port {port}"):
            listen("127.0.0.1", port)


def test_another_version_of_the_internet_can_be_listened_to() -> None:
    try:
        with listen("::1", 0) as line:
            assert line.getsockname()[0] == "::1"
    except AddressUnusable:
        pytest.skip("no IPv6 here")
