"""The library's way out to Telegram, on aiohttp: httpx took most of a message's time.

https://docs.python-telegram-bot.org/en/stable/telegram.request.baserequest.html
"""

import asyncio
import json
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeAlias
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from telegram.error import NetworkError, TelegramError
from telegram.request import BaseRequest, RequestData
from yarl import URL

Json: TypeAlias = dict[str, Any]
"""An object as Telegram sends it, before anybody looked at it."""

ANSWER_SECONDS: Final = 15.0
CONNECT_SECONDS: Final = 10.0
_KEPT_ALIVE: Final = 5.0
"""Seconds that an idle connection is used again. Telegram may be closing an older one just then,
and a post lost that way would count as perhaps posted."""
_UNSENT: Final = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
)
FAILURES: Final = (aiohttp.ClientError, TimeoutError, OSError)
"""Everything that an exchange over HTTP is known to raise."""


class AnswerLost(NetworkError):
    """The request left, and no answer came: Telegram may have done it or not."""


@dataclass(frozen=True, slots=True)
class Trail:
    """How to reach one address: through which proxy, and whom to believe."""

    proxy: str | None
    ssl: ssl.SSLContext | bool

    @classmethod
    def to(cls, address: str) -> "Trail":
        """As the environment has it, looked at once instead of at each call."""
        parts = urlsplit(address)
        proxies = {} if proxy_bypass(parts.hostname or "") else getproxies()
        proxy = proxies.get(parts.scheme) or proxies.get("all")
        return cls(proxy, _authorities() if parts.scheme == "https" else True)


class Wire(BaseRequest):
    """Calls without uploads. An answer that is no JSON is never copied into the log."""

    def __init__(self, trail: Trail, at_once: int) -> None:
        self._trail, self._at_once = trail, at_once
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return ANSWER_SECONDS

    async def initialize(self) -> None:
        """Nothing: the first call opens what it needs."""

    async def shutdown(self) -> None:
        """Close every connection."""
        session, self._session = self._session, None
        if session:
            await session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - as the library has it
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = None,
        write_timeout: object = None,  # noqa: ARG002
        connect_timeout: object = None,  # noqa: ARG002
        pool_timeout: object = None,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Status and body. Raises AnswerLost, or another NetworkError where nothing was sent."""
        seconds = read_timeout if isinstance(read_timeout, float | int) else ANSWER_SECONDS
        body = json.dumps(request_data.parameters).encode() if request_data else b""
        await _hear_goodbyes()
        try:
            async with self._opened().request(
                method,
                URL(url, encoded=True),
                data=body,
                timeout=_patience(seconds),
                allow_redirects=False,
            ) as response:
                return response.status, await response.read()
        # The cause is cut off: its words hold the address, and with it the token (H1).
        except _UNSENT as error:
            raise NetworkError(type(error).__name__) from None
        except FAILURES as error:
            raise AnswerLost(type(error).__name__) from None

    @asynccontextmanager
    async def download(self, url: str) -> AsyncIterator[aiohttp.ClientResponse]:
        """The bytes as they are on the way: not unpacked, not redirected to anybody else."""
        identity = {"Accept-Encoding": "identity"}
        async with (
            _session(self._trail, 1, auto_decompress=False) as session,
            session.get(
                URL(url, encoded=True),
                headers=identity,
                timeout=_patience(ANSWER_SECONDS),
                allow_redirects=False,
            ) as response,
        ):
            yield response

    @staticmethod
    def parse_json_payload(payload: bytes) -> Json:
        """Raises TelegramError."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            raise TelegramError("Invalid server response") from None
        if not isinstance(answer, dict) or not answer.keys() & {"result", "description"}:
            raise TelegramError("Invalid server response")
        return answer

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = _session(self._trail, self._at_once, auto_decompress=True)
        return self._session


def _session(trail: Trail, at_once: int, *, auto_decompress: bool) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=at_once, keepalive_timeout=_KEPT_ALIVE, ssl=trail.ssl),
        headers={"User-Agent": BaseRequest.USER_AGENT, "Content-Type": "application/json"},
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=auto_decompress,
        proxy=trail.proxy,
    )


async def _hear_goodbyes() -> None:
    """Two turns of the loop, so that a connection that was closed meanwhile is not written into.

    In the first one the loop reads from its sockets, in the second all of them have been told.
    """
    await asyncio.sleep(0)
    await asyncio.sleep(0)


@cache
def _patience(seconds: float) -> aiohttp.ClientTimeout:
    """`connect` holds the wait for one of the connections as well."""
    return aiohttp.ClientTimeout(
        total=None, connect=2 * CONNECT_SECONDS, sock_connect=CONNECT_SECONDS, sock_read=seconds
    )


@cache
def _authorities() -> ssl.SSLContext:
    """As the library's own client: what the environment names, else those that travel with it."""
    return httpx.create_ssl_context()
