"""One request at a time to a host, with a pause between, as its robots.txt asks."""

import asyncio
import zlib
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final, Literal, Self
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import aiohttp
from aiohttp.abc import AbstractResolver

from bot.fetching.guard import OutsideOnly, PrivateAddress, demand_outside
from faq_index.links import refusal

AGENT: Final = "Tidings/0.1 (+FAQ upkeep)"
LARGEST: Final = 20_000_000
"""Bytes of a file that somebody named."""
PAUSE: Final = 1.0
"""Seconds between two requests to one host."""
_LONGEST_PAUSE: Final = 10.0
_AT_ONCE: Final = 8
_PATIENCE: Final = aiohttp.ClientTimeout(total=20, connect=10)
_HOPS: Final = 5
_ROBOTS_LARGEST: Final = 500_000
_MOVED: Final = frozenset({301, 302, 303, 307, 308})


class Unfetched(Exception):
    """There is no answer; the message is a sentence that says why."""


class Unwelcome(Unfetched):
    """Its robots.txt asks programs not to read this."""


class Endless(Unfetched):
    """It leads from one place to the next without end."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; `url` is where it was said, `moved_to` where it sends us."""

    url: str
    status: int
    body: bytes = b""
    moved_to: str = ""


@dataclass(slots=True)
class _Host:
    """Whose turn it is at a host, and when the next one may ask."""

    turn: asyncio.Lock
    free_at: float = 0.0


class Fetcher:
    """Used as `async with Fetcher() as fetcher`."""

    def __init__(
        self,
        *,
        private: bool = False,
        pause: float = PAUSE,
        resolver: AbstractResolver | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._private, self._pause, self._sleep = private, pause, sleep
        self._resolver = resolver
        self._at_once = asyncio.Semaphore(_AT_ONCE)
        self._hosts: defaultdict[str, _Host] = defaultdict(lambda: _Host(asyncio.Lock()))
        self._robots: dict[str, RobotFileParser] = {}

    async def __aenter__(self) -> Self:
        resolver = self._resolver or aiohttp.ThreadedResolver()
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=resolver if self._private else OutsideOnly(resolver),
                use_dns_cache=False,
            ),
            # What is packed could be far larger than it looks.
            headers={"User-Agent": AGENT, "Accept-Encoding": "identity"},
            timeout=_PATIENCE,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def get(self, url: str, largest: int = LARGEST) -> Answer:
        """What is there, or where it leads. Raises Unfetched, for anything but success too."""
        answer = await follow(url, lambda where: self.ask("GET", where, largest))
        if answer.status >= 400:
            raise Unfetched(f"The server says {answer.status}.")
        return answer

    async def ask(self, method: Literal["HEAD", "GET"], url: str, largest: int = 0) -> Answer:
        """One request, followed nowhere. Raises Unfetched."""
        self._demand(url)
        async with self._turn(url) as host, self._at_once:
            robots = await self._rules(url)
            if not robots.can_fetch(AGENT, url):
                raise Unwelcome(str(Unwelcome.__doc__))
            answer = await self._request(method, url, largest)
            delay = robots.crawl_delay(AGENT)
            pause = max(self._pause, min(float(delay or 0), _LONGEST_PAUSE))
            host.free_at = asyncio.get_running_loop().time() + pause
        return answer

    def _demand(self, url: str) -> None:
        reason = refusal(url, inside=self._private)
        if reason:
            raise Unfetched(f"The link {reason}.")
        if not self._private:
            try:
                demand_outside(urlsplit(url).hostname or "")
            except PrivateAddress as error:
                raise Unfetched(f"{error}") from None

    @asynccontextmanager
    async def _turn(self, url: str) -> AsyncIterator[_Host]:
        host = self._hosts[urlsplit(url).netloc.lower()]
        async with host.turn:
            wait = host.free_at - asyncio.get_running_loop().time()
            if wait > 0:
                await self._sleep(wait)
            yield host

    async def _rules(self, url: str) -> RobotFileParser:
        """https://www.rfc-editor.org/rfc/rfc9309: none where there is no such file, and nothing
        is allowed where the server fails."""
        place = urljoin(url, "/robots.txt")
        known = self._robots.get(place)
        if known is None:
            known = RobotFileParser()
            answer = await follow(place, self._rules_at)
            if answer.status >= 500:
                raise Unfetched(f"The server says {answer.status}.")
            rules = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
            known.parse(rules.splitlines())
            self._robots[place] = known
        return known

    async def _rules_at(self, url: str) -> Answer:
        self._demand(url)
        return await self._request("GET", url, _ROBOTS_LARGEST)

    async def _request(self, method: str, url: str, largest: int) -> Answer:
        try:
            async with self._session.request(method, url, allow_redirects=False) as response:
                if response.status in _MOVED and (to := response.headers.get("Location")):
                    return Answer(url, response.status, moved_to=urljoin(url, to))
                body = b""
                if method == "GET" and largest:
                    body = await _body(response, largest)
                return Answer(url, response.status, body)
        except TimeoutError:
            raise Unfetched("The server does not answer in time.") from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise Unfetched(_told(error)) from None


async def follow(url: str, ask: Callable[[str], Awaitable[Answer]]) -> Answer:
    """What is said where it leads in the end. Raises Unfetched."""
    for _ in range(_HOPS):
        answer = await ask(url)
        if not answer.moved_to:
            return answer
        url = answer.moved_to
    raise Endless(str(Endless.__doc__))


async def _body(response: aiohttp.ClientResponse, largest: int) -> bytes:
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise Unfetched("The server sends it packed, which we did not ask for.")
    body = bytearray()
    async for piece in response.content.iter_chunked(1 << 16):
        body += piece
        if len(body) > largest:
            raise Unfetched(f"It is larger than {largest:,} bytes.")
    return unpacked(bytes(body), largest)


def unpacked(body: bytes, largest: int) -> bytes:
    """What a .gz file holds. Raises Unfetched."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    unpacker = zlib.decompressobj(31)
    try:
        text = unpacker.decompress(body, largest)
    except zlib.error:
        raise Unfetched("It is packed, and damaged.") from None
    if unpacker.unconsumed_tail:
        raise Unfetched(f"It is larger than {largest:,} bytes.")
    return text


def _told(error: Exception) -> str:
    for cause in (error, getattr(error, "os_error", None), error.__cause__):
        if isinstance(cause, PrivateAddress):
            return str(cause)
    match error:
        case aiohttp.ClientConnectorDNSError():
            return "There is no such host."
        case aiohttp.ClientSSLError():
            return "Its certificate is not valid."
        case aiohttp.ClientConnectorError():
            return "No connection could be made."
        case _:
            return f"The server's answer cannot be read ({type(error).__name__})."
