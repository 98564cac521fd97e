"""The address that Telegram posts updates to: 200 only when an update is safe."""

import json
import re
from collections.abc import Awaitable, Callable, Sequence
from hmac import compare_digest
from typing import Any, Final, NoReturn

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from bot.channels.telegram.connection import is_numbered
from bot.channels.telegram.courtesies import Request as Ride
from bot.channels.telegram.wire import Json
from intake.errors import IntakeError
from intake.ports import StoreUnavailable

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LONGEST_BODY: Final = 1 << 20

_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{16,256}")


class SecretUnfit(IntakeError):
    """TELEGRAM_WEBHOOK_SECRET must be 16 to 256 characters of A-Z, a-z, 0-9, _ and -."""


class _Refused(Exception):
    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Webhook:
    """Raises SecretUnfit: without a good secret anybody could speak for everybody (A2).

    https://core.telegram.org/bots/api#setwebhook
    """

    def __init__(self, secret: str, take: Callable[[Json], Awaitable[Ride | None]]) -> None:
        if not _SECRET.fullmatch(secret):
            raise SecretUnfit
        self._secret, self._take = secret.encode(), take
        self.refused = 0
        """Requests that did not know the secret (A1)."""

    async def receive(self, request: Request) -> Response:
        """403, 413 and 400 for what is not Telegram's; 503 when Telegram has to come again."""
        try:
            self._admit(request)
            ride = await self._take(_update(await _body(request)))
        except _Refused as refused:
            return Response(status_code=refused.status)
        except (StoreUnavailable, ClientDisconnect):
            return Response(status_code=503)
        return JSONResponse({"method": ride.method, **ride.asked}) if ride else Response()

    def _admit(self, request: Request) -> None:
        shown = request.headers.getlist(SECRET_HEADER)
        if len(shown) != 1 or not compare_digest(shown[0].encode(), self._secret):
            self.refused += 1
            raise _Refused(403)


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY:
            raise _Refused(413)
    return bytes(body)


def _update(body: bytes) -> Json:
    try:
        update: object = json.loads(
            body, parse_constant=_no_number, object_pairs_hook=_each_key_once
        )
    except (ValueError, RecursionError):
        raise _Refused(400) from None
    if not isinstance(update, dict) or not is_numbered(update):
        raise _Refused(400)
    return update


def _no_number(_: str) -> NoReturn:
    raise ValueError


def _each_key_once(pairs: Sequence[tuple[str, Any]]) -> Json:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise ValueError
    return read
