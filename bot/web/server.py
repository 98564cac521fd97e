"""One HTTP server in our own event loop, whose end somebody else decides."""

import contextlib
from collections.abc import Awaitable, Callable, Iterator, Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

IsReady = Callable[[], Awaitable[bool]]


class _Server(uvicorn.Server):
    """Signals belong to the whole program, not to its HTTP server."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def application(routes: Sequence[BaseRoute], is_ready: IsReady) -> Starlette:
    """`/healthz`: the process lives. `/readyz`: it can take messages. No data in either."""

    async def health(_: Request) -> Response:
        return PlainTextResponse("ok")

    async def ready(_: Request) -> Response:
        fine = await is_ready()
        return PlainTextResponse("ready" if fine else "not ready", 200 if fine else 503)

    return Starlette(routes=[Route("/healthz", health), Route("/readyz", ready), *routes])


def server(app: Starlette, host: str, port: int) -> uvicorn.Server:
    """A server to be run with `serve()` and ended with `should_exit`."""
    return _Server(
        uvicorn.Config(
            app,
            host=host,
            port=port,
            log_config=None,
            access_log=False,
            lifespan="off",
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=10,
            limit_concurrency=1000,
        )
    )
