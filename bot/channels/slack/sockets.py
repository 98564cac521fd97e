"""Socket Mode: Slack's requests over a connection that we open, and open again."""

import asyncio
import contextlib
from typing import Any, Final

import structlog
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.channels.slack.payloads import is_of_robots

PING: Final = 5.0
"""Seconds between pings; a connection that answers none is given up after four of them (A18).
Shorter ones would give up connections whenever this process is busy for a second or two."""
_FIRST: Final = 5.0
"""Seconds that the start waits for the connection; after that it goes on in the background."""
_CLOSING: Final = 2.0

log = structlog.get_logger()


class _Handler(AsyncSocketModeHandler):
    """Bolt's own, which here also knows what is under way, and survives what Bolt cannot read."""

    def __init__(self, app: AsyncApp, app_token: str, ping: float) -> None:
        super().__init__(app, app_token, ping_interval=ping)
        self.under_way: set[asyncio.Task[Any]] = set()
        self.leaving = False

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]  # as in Bolt's own
        """Take an envelope, unless we are leaving: what is not acknowledged comes again."""
        if self.leaving:
            return
        if is_of_robots(req.payload):
            await client.send_socket_mode_response(SocketModeResponse(req.envelope_id))
            return
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 (the library starts a task for every envelope)
        self.under_way.add(task)
        try:
            await super().handle(client, req)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            # Bolt looks for ids wherever they might be, and trips over other types than strings.
            log.info("slack.unreadable")
            await client.send_socket_mode_response(SocketModeResponse(req.envelope_id))
        finally:
            self.under_way.discard(task)


class Socket:
    """One connection, kept open."""

    def __init__(self, app: AsyncApp, app_token: str, ping: float = PING) -> None:
        self._app, self._token, self._ping = app, app_token, ping
        self._handler: _Handler | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Connect; where Slack cannot be reached now, go on trying in the background."""
        self._handler = _Handler(self._app, self._token, self._ping)
        connecting: asyncio.Task[None] = asyncio.create_task(
            self._handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt's own
        )
        self._tasks = [connecting, asyncio.create_task(self._renew())]
        await asyncio.wait({connecting}, timeout=_FIRST)

    async def stop(self, patience: float) -> None:
        """Take nothing new, finish within `patience` seconds what was begun, and close."""
        handler, self._handler = self._handler, None
        if handler is None:
            return
        handler.leaving = True
        if handler.under_way:
            await asyncio.wait(handler.under_way, timeout=patience)
        client = handler.client
        # Whoever may be connecting anew goes first: what is opened after the close stays open.
        await _end(*self._tasks, client.current_session_monitor)
        with contextlib.suppress(TimeoutError, OSError):
            async with asyncio.timeout(_CLOSING):
                await handler.close_async()  # type: ignore[no-untyped-call]  # Bolt's own
        await client.aiohttp_client_session.close()
        await _end(client.message_processor, client.message_receiver)

    def alive(self) -> bool:
        """Whether the connection is there and answers."""
        return self._handler is not None and _is_open(self._handler.client)

    async def _renew(self) -> None:
        """The library tries one address for ever; an address is good for one connection only."""
        while self._handler is not None:
            await asyncio.sleep(self._ping)
            client = self._handler.client
            if not _is_open(client) and client.wss_uri is not None:
                client.wss_uri = None


def _is_open(client: SocketModeClient) -> bool:
    session = client.current_session
    return session is not None and not session.closed and not client.stale


async def _end(*tasks: "asyncio.Future[Any] | None") -> None:
    there = [task for task in tasks if task is not None]
    for task in there:
        task.cancel()
    await asyncio.gather(*there, return_exceptions=True)
