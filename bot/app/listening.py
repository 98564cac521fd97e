"""What this process listens to: the platforms' posts, and whoever watches over it."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack

from starlette.routing import BaseRoute

from bot import metrics
from bot.app.parts import Parts
from bot.web import server
from bot.web.health import health_routes, metrics_route


def listen(parts: Parts, stack: AsyncExitStack, *, web: bool) -> None:
    """Open the ports that the settings ask for. Raises AddressUnusable.

    The figures are served where the platforms post to only as long as there is no other port for
    them.
    """
    settings = parts.settings
    health = health_routes(parts.vitals.look)
    figures = [metrics_route(parts.vitals.figures, metrics.CONTENT_TYPE)]
    if web:
        open_ = health if settings.ops_port is not None else [*health, *figures]
        _serve(parts, stack, [*open_, *parts.routes], settings.port)
    if settings.ops_port is not None:
        _serve(parts, stack, [*health, *figures], settings.ops_port)


def _serve(parts: Parts, stack: AsyncExitStack, routes: Sequence[BaseRoute], port: int) -> None:
    socket = server.listen(parts.settings.host, port)
    stack.callback(socket.close)
    parts.addresses.append(socket.getsockname()[:2])
    http, ended = server.server(routes), asyncio.Event()

    async def serve() -> None:
        try:
            await http.serve([socket])
        finally:
            ended.set()

    async def stop() -> None:
        # What was begun is finished: Slack never repeats a press or a command.
        http.should_exit = True
        await ended.wait()

    parts.tasks.append(serve)
    parts.stops.append(stop)
