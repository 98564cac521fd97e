"""Health for whoever watches, and nothing else for anybody."""

import asyncio
import socket

import httpx
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot.web.server import application, server


async def asked(path: str, *, ready: bool = True) -> httpx.Response:
    async def is_ready() -> bool:
        return ready

    app = application([Route("/hook", lambda _: PlainTextResponse("hooked"))], is_ready)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://desk") as client:
        return await client.get(path)


async def test_health_and_readiness_tell_no_data() -> None:
    assert (await asked("/healthz")).text == "ok"
    assert (await asked("/readyz")).text == "ready"
    away = await asked("/readyz", ready=False)
    assert (away.status_code, away.text) == (503, "not ready")


async def test_routes_of_channels_are_served_and_nothing_else() -> None:
    assert (await asked("/hook")).text == "hooked"
    assert (await asked("/")).status_code == 404
    assert (await asked("/../etc/passwd")).status_code == 404


async def test_the_server_ends_when_it_is_told_and_leaves_signals_alone() -> None:
    async def is_ready() -> bool:
        return True

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = server(application([], is_ready), "127.0.0.1", port)
    task = asyncio.ensure_future(running.serve())
    async with httpx.AsyncClient(trust_env=False) as client:
        for _ in range(1000):
            if running.started:
                break
            await asyncio.sleep(0)
            await asyncio.wait({task}, timeout=0.01)
        answer = await client.get(f"http://127.0.0.1:{port}/healthz")
    assert answer.text == "ok"
    assert "uvicorn" not in answer.headers.get("server", "")
    running.should_exit = True
    await asyncio.wait_for(task, 10)
