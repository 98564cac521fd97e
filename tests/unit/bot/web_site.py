"""A real web server on loopback, which all names lead to, and which notes what it is asked."""

import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

Say = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Names(AbstractResolver):
    """Names lead to loopback, or to what is said of them: of several, to one after another."""

    def __init__(self, of: Mapping[str, list[str]] | None = None) -> None:
        self.of = dict(of or {})

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        del family
        addresses = self.of.get(host, ["127.0.0.1"])
        if not addresses:
            raise OSError("no such name")
        address = addresses.pop(0) if len(addresses) > 1 else addresses[0]
        kind = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [
            ResolveResult(hostname=host, host=address, port=port, family=kind, proto=0, flags=0)
        ]

    async def close(self) -> None: ...


@dataclass
class Site:
    """Pages by path: words, a status, or whatever answers."""

    pages: dict[str, str | int | Say] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    """Method, host and path."""
    port: int = 0

    def url(self, path: str, host: str = "docs.example") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def seen(self) -> list[tuple[str, str]]:
        """What was asked beside robots.txt."""
        return [(how, path) for how, _, path in self.asked if path != "/robots.txt"]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        host = (request.host or "").partition(":")[0]
        self.asked.append((request.method, host, request.path))
        page = self.pages.get(request.path, 404)
        if isinstance(page, int):
            return web.Response(status=page)
        if isinstance(page, str):
            return web.Response(text=page, content_type="text/html")
        return await page(request)


@asynccontextmanager
async def serving(**pages: str | int | Say) -> AsyncIterator[Site]:
    """Serve until the end of the block."""
    site = Site({f"/{name}": page for name, page in pages.items()})
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", site.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    place = web.TCPSite(runner, "127.0.0.1", 0)
    await place.start()
    site.port = runner.addresses[0][1]
    try:
        yield site
    finally:
        await runner.cleanup()


def moved(to: str, status: int = 301) -> Say:
    async def say(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers={"Location": to})

    return say
