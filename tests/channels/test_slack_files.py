"""A file's bytes come from Slack's own host, or not at all; the token goes nowhere else."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web
from yarl import URL

from bot.channels.slack import Credentials, FetchExpired, FetchFailed, FetchTooBig
from bot.channels.slack.files import FileHost
from intake.dialogue.messages import Files
from tests.channels.slack_stage import Stage, stage
from tests.platforms.slack.bots import PROXY_VARIABLES

TOKEN = "xoxb-canary"
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@pytest.fixture(autouse=True)
def _without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
async def on() -> AsyncIterator[Stage]:
    async with stage("http") as set_up:
        yield set_up


async def everything(chunks: AsyncIterator[bytes]) -> bytes:
    return b"".join([chunk async for chunk in chunks])


async def sent(on: Stage, content: bytes, kind: str = "text/plain") -> str:
    """What a person sends, as the desk hears of it."""
    await on.ana.uploads([("plan", content, kind)])
    await on.settled()
    said = on.desk.said[-1]
    assert isinstance(said, Files)
    return said.files[0].remote


async def test_the_bytes_arrive_as_they_were_sent(on: Stage) -> None:
    """I6."""
    content = bytes(range(256)) * 1000
    remote = await sent(on, content)
    assert await everything(on.channel.fetch(remote, len(content))) == content
    with pytest.raises(FetchTooBig):
        await everything(on.channel.fetch(remote, len(content) - 1))


async def test_a_file_that_was_deleted_is_not_there_any_more(on: Stage) -> None:
    """D14."""
    remote = await sent(on, b"x")
    on.slack.files.delete(remote.split("/")[4].removeprefix("T1-"))
    with pytest.raises(FetchExpired):
        await everything(on.channel.fetch(remote, 10))


async def test_nothing_is_fetched_before_the_start_or_from_nowhere(on: Stage) -> None:
    with pytest.raises(FetchFailed):
        await everything(on.channel.fetch("", 10))
    await on.channel.stop()
    with pytest.raises(FetchFailed):
        await everything(on.channel.fetch(on.slack.url, 10))
    await on.channel.start()


@asynccontextmanager
async def host(answer: Answer) -> AsyncIterator[tuple[URL, list[str | None]]]:
    """A server that writes down the tokens it is shown."""
    tokens: list[str | None] = []

    async def written(request: web.Request) -> web.StreamResponse:
        tokens.append(request.headers.get("Authorization"))
        return await answer(request)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", written)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield URL(f"http://127.0.0.1:{runner.addresses[0][1]}"), tokens
    finally:
        await runner.cleanup()


async def fetched(origin: URL, remote: URL | str, limit: int = 1000) -> bytes:
    async with aiohttp.ClientSession() as session:
        return await everything(FileHost(TOKEN, origin).fetch(session, str(remote), limit))


async def plainly(_: web.Request) -> web.StreamResponse:
    return web.Response(body=b"bytes")


ELSEWHERE = [
    "{trap}/x",
    "http://files.slack.com@127.0.0.1:{port}/x",
    "http://files.slack.com:secret@127.0.0.1:{port}/x",
    "http://files.slack.com.127.0.0.1:{port}/x",
    "http://2130706433:{port}/x",
    "http://0x7f.1:{port}/x",
    "http://[::1]:{port}/x",
    "http://[::ffff:127.0.0.1]:{port}/x",
    "//127.0.0.1:{port}/x",
    "file:///etc/passwd",
    "not an address",
    "http://127.0.0.1:99999/",
    "",
]
DECEPTIVE = [
    "http://user@127.0.0.1:{port}/x",
    "http://:secret@127.0.0.1:{port}/x",
    "https://127.0.0.1:{port}/x",
    "http://localhost:{port}/x",
    "http://127.0.0.1:{port}\\@evil.example/x",
    "http://127.0.0.1:{port}/\r\nX-Evil: 1",
    "http://127.0.0.1:{port}/ x",
]


@pytest.mark.parametrize("address", [*ELSEWHERE, *DECEPTIVE])
async def test_another_address_is_refused_before_any_byte(address: str) -> None:
    """D17, D18."""
    async with host(plainly) as (trap, tokens):
        ours = trap if address in DECEPTIVE else URL("http://files.slack.com")
        with pytest.raises(FetchFailed):
            await fetched(ours, address.format(port=trap.port, trap=trap))
        assert tokens == []


def test_the_token_is_shown_to_slacks_file_host_or_to_the_configured_one() -> None:
    assert Credentials(TOKEN).file_origin == URL("https://files.slack.com")
    elsewhere = Credentials(TOKEN, base_url="http://127.0.0.1:8081/api/")
    assert elsewhere.file_origin == URL("http://127.0.0.1:8081")


async def test_a_redirect_is_followed_at_home_only() -> None:
    """D18."""
    async with host(plainly) as (trap, stolen):

        async def away(request: web.Request) -> web.StreamResponse:
            target = {"/away": f"{trap}/x", "/home": "/file", "/round": "/round"}
            if place := target.get(request.path):
                raise web.HTTPFound(place)
            return await plainly(request)

        async with host(away) as (home, tokens):
            assert await fetched(home, home / "home") == b"bytes"
            assert tokens == [f"Bearer {TOKEN}"] * 2
            for path in ("away", "round"):
                with pytest.raises(FetchFailed):
                    await fetched(home, home / path)
        assert stolen == []


async def test_a_page_to_sign_in_is_not_the_file(on: Stage) -> None:
    """D24: without the scope files:read."""
    remote = await sent(on, b"x")
    async with aiohttp.ClientSession() as session:
        stranger = FileHost("xoxb-other", URL(on.slack.url))
        with pytest.raises(FetchFailed, match="sign-in page"):
            await everything(stranger.fetch(session, remote, 100_000))


async def test_a_page_that_was_sent_as_a_file_is_one() -> None:
    async def attached(_: web.Request) -> web.StreamResponse:
        headers = {"Content-Disposition": 'attachment; filename="a.html"'}
        return web.Response(text="<p>", content_type="text/html", headers=headers)

    async with host(attached) as (home, _):
        assert await fetched(home, home / "a") == b"<p>"


async def test_lengths_that_lie_and_streams_that_break_are_failures() -> None:
    """D7."""

    async def lying(request: web.Request) -> web.StreamResponse:
        if request.path == "/endless":
            response = web.StreamResponse()
            await response.prepare(request)
            while True:
                await response.write(b"x" * 1000)
        if request.path == "/short":
            assert request.transport
            request.transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfour")
            request.transport.close()
        raise web.HTTPInternalServerError

    async with host(lying) as (home, _):
        with pytest.raises(FetchTooBig):
            await fetched(home, home / "endless")
        for path in ("short", "error"):
            with pytest.raises(FetchFailed):
                await fetched(home, home / path)


async def test_a_file_that_drips_is_given_up() -> None:
    """D7: one byte a second is no way to keep us."""
    silence = asyncio.Event()

    async def dripping(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b"x")
        await silence.wait()
        return response

    async with host(dripping) as (home, _):
        async with aiohttp.ClientSession() as session:
            hasty = FileHost(TOKEN, home, patience=0.05)
            with pytest.raises(FetchFailed, match="TimeoutError"):
                await everything(hasty.fetch(session, str(home / "slow"), 1000))
        silence.set()
