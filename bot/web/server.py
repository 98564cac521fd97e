"""One HTTP server in our own event loop, whose end somebody else decides."""

import contextlib
import socket
from collections.abc import Callable, Iterable, Iterator, Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Note = Callable[[int], None]
"""Told the status of every answer."""


class AddressUnusable(Exception):
    """Nobody can listen there: another program does, or it is not an address of this machine."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"cannot listen on {host} port {port}: taken, or not this machine's")


class _Server(uvicorn.Server):
    """Signals belong to the whole program, not to its HTTP server."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections from now on. Raises AddressUnusable."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise AddressUnusable(host, port) from error


def server(routes: Sequence[BaseRoute]) -> uvicorn.Server:
    """A server to be run with `serve(sockets)` and ended with `should_exit`."""
    return _Server(
        uvicorn.Config(
            Starlette(routes=routes),
            log_config=None,
            access_log=False,
            lifespan="off",
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=10,
            limit_concurrency=1000,
        )
    )


def noted(routes: Iterable[Route], note: Note) -> list[Route]:
    """The same routes, whose answers are noted."""
    kept = list(routes)
    for route in kept:
        route.app = _noting(route.app, note)
    return kept


def _noting(app: ASGIApp, note: Note) -> ASGIApp:
    async def noting(scope: Scope, receive: Receive, send: Send) -> None:
        async def passed_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                note(message["status"])
            await send(message)

        await app(scope, receive, passed_on)

    return noting
