"""The address to which Slack posts events, commands and presses; guarded before Bolt."""

import asyncio
from typing import Any, Final

import structlog
from slack_bolt.adapter.starlette.async_handler import to_starlette_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.slack.guard import Forged, Malformed, check_signature, read_shape
from bot.channels.slack.payloads import is_of_robots
from intake.ports import Clock

PATH: Final = "/slack/events"
LARGEST: Final = 1024 * 1024
_GIVE_UP: Final = 16 * LARGEST
"""Bytes read, and thrown away, of a body too large, so that its sender gets to read the answer."""
_SLOWEST: Final = 10.0

log = structlog.get_logger()


class _TooLarge(Exception):
    """More than a mebibyte."""


class Endpoint:
    """Answers 401 to strangers, 400 and 413 to nonsense, never a 5xx to either (A3, A5)."""

    def __init__(self, app: AsyncApp, signing_secret: str, clock: Clock) -> None:
        self._app, self._secret, self._clock = app, signing_secret, clock

    def routes(self) -> list[Route]:
        return [Route(PATH, self.answer, methods=["POST"])]

    async def answer(self, request: Request) -> Response:
        try:
            async with asyncio.timeout(_SLOWEST):
                body = await _body(request)
            read = self._read(request, body)
        except Forged as why:
            log.info("slack.forged", why=str(why))
            return Response(status_code=401)
        except _TooLarge:
            return Response(status_code=413)
        except TimeoutError:
            return Response(status_code=408)
        except (Malformed, ClientDisconnect):
            return Response(status_code=400)
        return Response() if is_of_robots(read) else await self._dispatch(read)

    def _read(self, request: Request, body: bytes) -> dict[str, Any]:
        headers = request.headers
        stamps = headers.getlist("x-slack-request-timestamp")
        signatures = headers.getlist("x-slack-signature")
        check_signature(self._secret, body, stamps, signatures, self._clock().timestamp())
        return read_shape(body, headers.get("content-type", ""))

    async def _dispatch(self, read: dict[str, Any]) -> Response:
        try:
            # In this mode Bolt takes what is parsed, as it comes over a socket.
            bolt_request = AsyncBoltRequest(body=read, mode="socket_mode")
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            # Bolt looks for ids wherever they might be, and trips over other types than strings.
            log.info("slack.unreadable")
            return Response(status_code=400)
        return to_starlette_response(await self._app.async_dispatch(bolt_request))


async def _body(request: Request) -> bytes:
    """The whole body, by its true length, whatever its headers declare."""
    kept = bytearray()
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= LARGEST:
            kept += chunk
        elif size > _GIVE_UP:
            break
    if size > LARGEST:
        raise _TooLarge
    return bytes(kept)
