"""The way to a bot over Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import uuid4

from aiohttp import WSMsgType, web

from tests.platforms.slack.deliveries import Answer, Delivery, Missed
from tests.platforms.slack.limits import SOCKETS, Timing
from tests.platforms.slack.refusal import Refused
from tests.platforms.slack.rules import Json
from tests.platforms.slack.workspace import APP


class ConnectionLost(Exception):
    """The connection broke before the envelope was acknowledged."""


@dataclass(eq=False)
class Socket:
    """One connection and the envelopes that it has not acknowledged; `silent` plays half-open."""

    ws: web.WebSocketResponse
    request: web.Request
    silent: bool = False
    leaving: bool = False
    waiting: dict[str, asyncio.Future[Json | None]] = field(default_factory=dict)


@dataclass
class SocketCourier:
    """All connections of the bot; an envelope goes to one of them, in turn."""

    timing: Timing
    new_id: Callable[[str], str]
    base_url: str = ""
    opened: int = 0
    stray_acknowledgements: int = 0
    _tickets: set[str] = field(default_factory=set)
    _sockets: list[Socket] = field(default_factory=list)
    _somebody: asyncio.Event = field(default_factory=asyncio.Event)
    _opening: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def connections(self) -> int:
        """How many connections are open now."""
        return len(self._sockets)

    def invite(self) -> str:
        """An address for one connection, good once (apps.connections.open)."""
        if len(self._sockets) >= SOCKETS:
            raise Refused("too_many_websockets")
        ticket = self.new_id("link")
        self._tickets.add(ticket)
        return f"{self.base_url.replace('http', 'ws', 1)}/link/{ticket}"

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """Serve one connection until it ends."""
        ticket = request.match_info["ticket"]
        if ticket not in self._tickets:
            return web.Response(status=404)
        self._tickets.discard(ticket)
        # Pings are answered by hand: a half-open connection is one that answers none.
        ws = web.WebSocketResponse(autoping=False)
        await ws.prepare(request)
        socket = Socket(ws, request)
        await ws.send_json(self._hello())
        self._sockets.append(socket)
        self._somebody.set()
        async with self._opening:
            self.opened += 1
            self._opening.notify_all()
        try:
            with contextlib.suppress(ConnectionError):
                await self._listen(socket)
        finally:
            self._forget(socket)
        return ws

    async def carry(self, delivery: Delivery, retry: int, reason: str) -> Answer | Missed:
        """Send it to one connection; to another when that one breaks before it acknowledges.

        An event waits for the bot to connect; a command or a press fails at once without it.
        """
        while True:
            if delivery.kind != "events_api" and not self._sockets:
                return Missed("dispatch_failed")
            socket = await self._next()
            try:
                delivery.attempts += 1
                return await self._sent(socket, delivery, retry, reason)
            except ConnectionLost:
                # Its listener may not have noticed yet, and would be picked again at once.
                self._forget(socket)
                delivery.reasons.append("connection_lost")
                retry, reason = retry + 1, "timeout"
                if delivery.kind != "events_api":
                    return Missed("connection_lost")

    async def opened_times(self, times: int) -> None:
        """Wait until the bot has connected that often in all."""
        async with asyncio.timeout(20), self._opening:
            await self._opening.wait_for(lambda: self.opened >= times)

    async def say_goodbye(self, reason: str = "refresh_requested") -> None:
        """Ask each connection to be replaced; `warning` comes before that, when time is short."""
        for socket in tuple(self._sockets):
            socket.leaving = reason != "warning"
            body = {"type": "disconnect", "reason": reason, "debug_info": {"host": "127.0.0.1"}}
            await socket.ws.send_json(body)

    def cut(self) -> None:
        """Break every connection without a word."""
        for socket in tuple(self._sockets):
            if socket.request.transport is not None:
                socket.request.transport.abort()
            self._forget(socket)

    def fall_silent(self) -> None:
        """Let every present connection be half-open: it takes what comes and answers nothing."""
        for socket in self._sockets:
            socket.silent = True

    async def stop(self) -> None:
        """Close every connection."""
        for socket in tuple(self._sockets):
            await socket.ws.close()

    async def _listen(self, socket: Socket) -> None:
        async for message in socket.ws:
            if socket.silent:
                continue
            if message.type is WSMsgType.PING:
                await socket.ws.pong(message.data)
            elif message.type is WSMsgType.TEXT:
                self._acknowledge(socket, message.json())

    def _acknowledge(self, socket: Socket, body: Json) -> None:
        future = socket.waiting.pop(body.get("envelope_id", ""), None)
        if future is None or future.done():
            self.stray_acknowledgements += 1
        else:
            future.set_result(body.get("payload"))

    def _forget(self, socket: Socket) -> None:
        if socket in self._sockets:
            self._sockets.remove(socket)
        if not self._sockets:
            self._somebody.clear()
        for future in socket.waiting.values():
            if not future.done():
                future.set_exception(ConnectionLost())
        socket.waiting.clear()

    async def _next(self) -> Socket:
        await self._somebody.wait()
        staying = [socket for socket in self._sockets if not socket.leaving]
        socket = (staying or self._sockets)[0]
        self._sockets.remove(socket)
        self._sockets.append(socket)
        return socket

    async def _sent(
        self, socket: Socket, delivery: Delivery, retry: int, reason: str
    ) -> Answer | Missed:
        envelope = str(uuid4())
        body: Json = {
            "envelope_id": envelope,
            "type": delivery.kind,
            "payload": delivery.payload,
            "accepts_response_payload": delivery.kind != "events_api",
        }
        if delivery.kind == "events_api":
            body |= {"retry_attempt": retry, "retry_reason": reason}
        future = asyncio.get_running_loop().create_future()
        socket.waiting[envelope] = future
        try:
            if not socket.silent:
                await socket.ws.send_json(body)
            async with asyncio.timeout(self.timing.acknowledge_within):
                return Answer(await future)
        except TimeoutError:
            return Missed("timeout")
        except ConnectionError:
            raise ConnectionLost from None
        finally:
            socket.waiting.pop(envelope, None)

    def _hello(self) -> Json:
        about = {"host": "127.0.0.1", "approximate_connection_time": 18_060}
        return {
            "type": "hello",
            "num_connections": len(self._sockets) + 1,
            "debug_info": about,
            "connection_info": {"app_id": APP},
        }
