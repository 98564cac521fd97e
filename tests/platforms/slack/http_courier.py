"""The way to a bot over HTTP: one request URL for events, commands and interactions."""

import asyncio
import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field

import aiohttp

from tests.platforms.slack.deliveries import Answer, Delivery, Missed
from tests.platforms.slack.limits import Timing
from tests.platforms.slack.rules import Json
from tests.platforms.slack.signing import RawRequest, Signer, as_json

_AT_ONCE = 64


@dataclass
class HttpCourier:
    """Posts to `url`, signed; https://docs.slack.dev/apis/events-api#responding."""

    url: str
    signer: Signer
    now: Callable[[], float]
    timing: Timing
    _session: aiohttp.ClientSession | None = None
    _turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    async def carry(self, delivery: Delivery, retry: int, reason: str) -> Answer | Missed:
        """Post it once and wait as long as Slack would."""
        async with self._turn:
            delivery.attempts += 1
            try:
                return await self._posted(self._request(delivery, retry, reason))
            except TimeoutError:
                return Missed("http_timeout")
            except aiohttp.ClientError:
                return Missed("connection_failed")

    async def post(self, request: RawRequest) -> tuple[int, str]:
        """Post any request as it is; return the status and the body."""
        session = self._open()
        body = io.BytesIO(request.body)
        async with session.post(self.url, data=body, headers=request.headers) as answer:
            return answer.status, await answer.text()

    async def stop(self) -> None:
        """Close what is open."""
        if self._session is not None:
            await self._session.close()

    def _request(self, delivery: Delivery, retry: int, reason: str) -> RawRequest:
        if delivery.kind == "slash_commands":
            return self.signer.signed_form(delivery.payload, ts=self.now())
        if delivery.kind == "interactive":
            form = {"payload": json.dumps(delivery.payload)}
            return self.signer.signed_form(form, ts=self.now())
        request = self.signer.signed(as_json(delivery.payload), ts=self.now())
        if not retry:
            return request
        return request.with_more(
            ("X-Slack-Retry-Num", str(retry)), ("X-Slack-Retry-Reason", reason)
        )

    async def _posted(self, request: RawRequest) -> Answer | Missed:
        limit = aiohttp.ClientTimeout(total=self.timing.acknowledge_within)
        posting = self._open().post(
            self.url, data=request.body, headers=request.headers, timeout=limit
        )
        async with posting as answer:
            text = await answer.text()
            if answer.status // 100 != 2:
                wants_no_more = answer.headers.get("X-Slack-No-Retry") == "1"
                return Missed("http_error", final=wants_no_more)
            return Answer(body_of(text))

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            # Every post has a connection of its own, as from Slack's many machines; a proxy named
            # in the environment is not asked, because the bot is on this machine.
            connector = aiohttp.TCPConnector(force_close=True, limit=0)
            self._session = aiohttp.ClientSession(connector=connector, trust_env=False)
        return self._session


def body_of(text: str) -> Json | None:
    """What an acknowledgement says: JSON, or plain words as Slack also allows."""
    if not text:
        return None
    try:
        body = json.loads(text)
    except ValueError:
        return {"text": text}
    return body if isinstance(body, dict) else None
