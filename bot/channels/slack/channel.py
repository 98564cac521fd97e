"""The Slack channel put together: one Bolt app behind HTTP or a socket, one client, one sender."""

from collections.abc import AsyncIterator
from typing import Final

import aiohttp
from starlette.routing import Route

from bot.channels.slack.client import App, Client
from bot.channels.slack.courtesies import Courtesies
from bot.channels.slack.credentials import Credentials
from bot.channels.slack.files import FetchFailed, FileHost
from bot.channels.slack.http import Endpoint
from bot.channels.slack.listener import Hear, Listener
from bot.channels.slack.logs import discreet_logger
from bot.channels.slack.people import People
from bot.channels.slack.sender import PACE, SlackSender, Texts
from bot.channels.slack.sockets import PING, Socket
from bot.channels.slack.triggers import Triggers
from intake.ports import Clock

_PATIENCE: Final = 5.0
_KEPT_ALIVE: Final = 5.0
"""Seconds that an idle connection is used again. Slack may be closing an older one just then, and
a post lost that way would count as perhaps posted."""


class SlackChannel:
    """Hears through `hear`, which commits; speaks through `sender`."""

    name: Final = "slack"
    pace: Final = PACE

    def __init__(
        self,
        credentials: Credentials,
        hear: Hear,
        texts: Texts,
        clock: Clock,
        ping: float = PING,
    ) -> None:
        """`ping` is the seconds between two looks at the connection of Socket Mode."""
        logger = discreet_logger()
        # No retry handlers: the library's own would post twice when an answer is lost.
        self._client = Client(
            credentials.bot_token, credentials.base_url, logger=logger, retry_handlers=[]
        )
        self._people = People(self._client, trusted=credentials.trusted)
        triggers = Triggers()
        self._courtesies = Courtesies(self._client, self._people, texts)
        self._app = App(
            name="tidings.slack",
            logger=logger,
            client=self._client,
            signing_secret=credentials.signing_secret,
            # Our own guard has checked the signature, more strictly and by our clock.
            request_verification_enabled=False,
            process_before_response=True,
            # Before Bolt's own auth.test: that one acknowledges with an apology when it fails.
            before_authorize=Listener(hear, self._people, self._courtesies, triggers, clock),
        )
        secret, token = credentials.signing_secret, credentials.app_token
        self._socket = Socket(self._app, token, ping) if token else None
        self._endpoint = None if token else Endpoint(self._app, secret, clock)
        self._files = FileHost(credentials.bot_token, credentials.file_origin)
        self._session: aiohttp.ClientSession | None = None
        self.sender = SlackSender(self._client, texts, triggers)

    def routes(self) -> list[Route]:
        """Where Slack posts to; nothing in Socket Mode."""
        return self._endpoint.routes() if self._endpoint else []

    async def start(self) -> None:
        """Open what is needed; in Socket Mode, connect (or go on trying in the background)."""
        self._session = self._client.session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(keepalive_timeout=_KEPT_ALIVE),
            timeout=aiohttp.ClientTimeout(total=30, sock_connect=5),
            cookie_jar=aiohttp.DummyCookieJar(),
            proxy=self._client.proxy,
        )
        if self._socket:
            await self._socket.start()

    async def leave(self) -> None:
        """Take nothing new over the socket and finish what was begun; sending stays possible."""
        if self._socket:
            await self._socket.stop(_PATIENCE)

    async def stop(self) -> None:
        """Take nothing new, finish what was begun within a few seconds, close."""
        await self.leave()
        await self._courtesies.finish(_PATIENCE)
        await self._people.close()
        if self._session:
            await self._session.close()
            self._session = self._client.session = None

    def alive(self) -> bool:
        """Whether people can reach us: started, and in Socket Mode connected."""
        return self._session is not None and (self._socket is None or self._socket.alive())

    async def fetch(self, remote: str, limit: int) -> AsyncIterator[bytes]:
        """The bytes behind `IncomingFile.remote`, in chunks, at most `limit` in all.

        Raises FetchFailed, FetchExpired or FetchTooBig.
        """
        if self._session is None:
            raise FetchFailed("not started")
        async for chunk in self._files.fetch(self._session, remote, limit):
            yield chunk
