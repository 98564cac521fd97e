"""Slack on loopback: it judges what a bot sends, and its people talk to the bot."""

import json
import time
from collections.abc import Callable
from typing import Any, Self

from aiohttp import web

from tests.platforms.slack import api_lookups, payloads
from tests.platforms.slack.call_log import Call, CallLog
from tests.platforms.slack.deliveries import Answer, Deliveries, Delivery, Kind, Missed
from tests.platforms.slack.faults import Faults
from tests.platforms.slack.files import LOGIN_PAGE, Files
from tests.platforms.slack.http_courier import HttpCourier
from tests.platforms.slack.limits import Timing
from tests.platforms.slack.person import Person
from tests.platforms.slack.refusal import Refused
from tests.platforms.slack.response_urls import respond
from tests.platforms.slack.rules import Json
from tests.platforms.slack.signing import RawRequest, Signer
from tests.platforms.slack.socket_courier import SocketCourier
from tests.platforms.slack.web_api import APP_TOKEN, BOT_TOKEN, WebApi
from tests.platforms.slack.workspace import Profile, Workspace

SIGNING_SECRET = "tidings-signing-secret"
SCOPES = frozenset(
    {
        "app_mentions:read",
        "chat:write",
        "commands",
        "files:read",
        "files:write",
        "im:history",
        "im:read",
        "im:write",
        "users:read",
        "users:read.email",
    }
)
EVENTS = frozenset(("message.im", "app_mention", "app_home_opened"))
_BIGGEST = 64 * 1024 * 1024


class FakeSlack:
    """A workspace served on a port of its own; `async with` starts and stops it.

    `request_url`, when set, is where the bot takes requests over HTTP; without it events wait for
    Socket Mode. `scopes` and `events` are what the app's manifest asks for.
    """

    bot_token, app_token, signing_secret = BOT_TOKEN, APP_TOKEN, SIGNING_SECRET

    def __init__(
        self,
        *,
        timing: Timing | None = None,
        now: Callable[[], float] = time.time,
        scopes: frozenset[str] = SCOPES,
        events: frozenset[str] = EVENTS,
    ) -> None:
        """Nothing is served before `start`; `now` is the workspace's clock, in epoch seconds."""
        self.timing = timing or Timing()
        self.now = now
        self.events = events
        self.request_url = ""
        self.workspace = Workspace(now, self.timing, on_event=self.publish)
        self.files = Files()
        self.faults = Faults()
        self.log = CallLog()
        self.downloads: list[tuple[str, str | None]] = []
        self.signer = Signer(SIGNING_SECRET)
        self.sockets = SocketCourier(self.timing, self.workspace.new_id)
        self.deliveries = Deliveries(self, self.timing)
        self._http = HttpCourier("", self.signer, now, self.timing)
        acts = api_lookups.acts(self.files, scopes)
        acts["apps.connections.open"] = lambda _, __: {"url": self.sockets.invite()}
        self._api = WebApi(self.workspace, acts, scopes, self.faults, self.log)
        self._runner: web.AppRunner | None = None
        self.url = ""

    @property
    def api_url(self) -> str:
        """The Web API's base address, for a client's `base_url`."""
        return f"{self.url}/api/"

    @property
    def response_base(self) -> str:
        """The address that response URLs begin with."""
        return f"{self.url}/actions"

    @property
    def calls(self) -> list[Call]:
        """Everything that the bot asked, in order."""
        return self.log.calls

    @property
    def refusals(self) -> list[Call]:
        """What Slack would not do, through the bot's own fault."""
        return self.log.refusals

    async def start(self, port: int = 0) -> None:
        """Serve on loopback, on a free port unless one is named."""
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        host, taken = self._runner.addresses[0][:2]
        self.url = self.files.base_url = self.sockets.base_url = f"http://{host}:{taken}"

    async def stop(self) -> None:
        """Give up what is under way and close every connection."""
        try:
            await self.deliveries.stop()
        finally:
            await self.sockets.stop()
            await self._http.stop()
            if self._runner is not None:
                await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    def person(self, user: str, **about: Any) -> Person:
        """Somebody new in the workspace: `name`, `locale`, `email`, `tz`."""
        profile = Profile(user, **{"name": user, **about})
        self.workspace.add_person(profile)
        return Person(profile, self.workspace, self.files, self)

    def publish(self, event: Json) -> Delivery:
        """Tell the bot of an event, where it listens to that kind; else the delivery never goes."""
        event_id = self.workspace.new_id("Ev")
        payload = payloads.event_callback(event, event_id, self.now())
        delivery = Delivery("events_api", event_id, payload)
        if _topic(event) in self.events:
            return self.deliveries.start(delivery)
        delivery.finished.set()
        return delivery

    def interact(self, kind: Kind, payload: Json, then: Callable[[Delivery], None]) -> Delivery:
        """Tell the bot of a command, a press or a submission; then call `then`."""
        delivery = Delivery(kind, self.workspace.new_id("In"), payload)
        self.deliveries.start(delivery)
        self.deliveries.spawn(self._afterwards(delivery, then))
        return delivery

    async def carry(self, delivery: Delivery, retry: int, reason: str) -> Answer | Missed:
        """Take the way that the bot has open: HTTP where it named a request URL."""
        if self.request_url:
            self._http.url = self.request_url
            return await self._http.carry(delivery, retry, reason)
        return await self.sockets.carry(delivery, retry, reason)

    async def posts(self, request: RawRequest) -> tuple[int, str]:
        """Post a raw request, right or wrong, to the request URL; return status and body."""
        self._http.url = self.request_url
        return await self._http.post(request)

    def signed(self, body: bytes | str, *, ts: float | str | None = None) -> RawRequest:
        """A raw request with a right signature, now or for that timestamp."""
        return self.signer.signed(body, ts=self.now() if ts is None else ts)

    async def _afterwards(self, delivery: Delivery, then: Callable[[Delivery], None]) -> None:
        await delivery.finished.wait()
        try:
            then(delivery)
        except Refused as refused:
            answer = delivery.answer or {}
            self.log.add(Call("acknowledgement", answer, refused.error, refused.messages))

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=_BIGGEST)
        app.router.add_route("*", "/api/{method}", self._api.answer)
        app.router.add_get("/link/{ticket}", self.sockets.connect)
        app.router.add_post("/actions/{team}/{response}", self._respond)
        app.router.add_post("/upload/{file}", self._take_file)
        app.router.add_get("/files-pri/{file}/{rest:.+}", self._give_file)
        return app

    async def _respond(self, request: web.Request) -> web.Response:
        try:
            args = json.loads(await request.text())
        except ValueError:
            args = None
        try:
            respond(self.workspace, request.match_info["response"], args)
        except Refused as refused:
            self.log.add(Call("response_url", args or {}, refused.error, refused.messages))
            expired = refused.error in ("expired_url", "used_url")
            return web.json_response(refused.body(), status=404 if expired else 400)
        self.log.add(Call("response_url", args))
        return web.Response(text="ok")

    async def _take_file(self, request: web.Request) -> web.Response:
        content = await request.read()
        self.files.fill(request.match_info["file"], content)
        return web.Response(text=f"OK - {len(content)}")

    async def _give_file(self, request: web.Request) -> web.Response:
        _, _, file_id = request.match_info["file"].partition("-")
        token = request.headers.get("Authorization")
        self.downloads.append((file_id, token))
        content = self.files.content(file_id)
        if token != f"Bearer {BOT_TOKEN}":
            # The page to sign in comes with 200: a careless bot keeps it as the file (D24).
            return web.Response(text=LOGIN_PAGE, content_type="text/html")
        if content is None:
            return web.Response(status=404)
        return web.Response(body=content, content_type=self.files.mimetype(file_id))


def _topic(event: Json) -> str:
    kind = str(event["type"])
    return f"{kind}.{event['channel_type']}" if kind == "message" else kind
