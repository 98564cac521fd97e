"""A stage for Slack's stories: the fake platform, the real channel, and a desk by script."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Literal

import uvicorn
from starlette.applications import Starlette

from bot.channels.slack import Credentials, SlackChannel
from bot.delivery import HELD, Delivery
from bot.texts.words import Words
from intake.dialogue.messages import ConversationId, Message, Said
from intake.dialogue.replies import Choice, Reply, Say
from intake.dialogue.state import State
from intake.regulations.policy import shipped
from tests.fakes.store import MemoryStore
from tests.platforms.slack import FakeSlack, Person, Timing

Way = Literal["http", "socket"]
WORDS = Words(shipped("inc"))
QUICK = Timing(acknowledge_within=60, retry_after=(0, 0, 0))
OFFER = Say(
    "greeting", choices=(Choice("t1.none", "button-none"), Choice("t1.back", "button-back"))
)


@dataclass
class Naps:
    """Sleep that takes no time and is remembered."""

    taken: list[float] = field(default_factory=list)

    async def sleep(self, seconds: float) -> None:
        self.taken.append(seconds)
        await asyncio.sleep(0)


@dataclass
class WallClock:
    """The real time, or some seconds beside it."""

    ahead: float = 0.0

    def __call__(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.ahead)  # noqa: TID251 (real signatures)


@dataclass
class ScriptedDesk:
    """Takes each message once, as the real desk does, and answers by a script."""

    delivery: Delivery
    store: MemoryStore
    script: Callable[[Message], Sequence[Reply]] = lambda _: ()
    troubles: list[Exception] = field(default_factory=list)
    """Raised instead of listening, one each time."""
    heard: list[Message] = field(default_factory=list)
    times: int = 0
    slow: dict[Said, asyncio.Event] = field(default_factory=dict)
    """What takes until then to be written down."""
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def hear(self, message: Message) -> None:
        self.times += 1
        await self._ring()
        if written := self.slow.get(message.said):
            await written.wait()
        if self.troubles:
            raise self.troubles.pop(0)
        if await self.store.record(lambda work: work.claim(message.id, message.sent_at)):
            self.heard.append(message)
            language = message.speaker.language
            await self.says(message.conversation, self.script(message), language)
            await self._ring()

    async def says(
        self, conversation: ConversationId, replies: Sequence[Reply], language: str = "en"
    ) -> None:
        """The desk speaks, recorded first and then by way of the real delivery."""
        state, now = State(language=language), WallClock()()
        self.delivery.deliver(
            await self.store.record(lambda work: work.say(conversation, replies, state, now, HELD))
        )

    async def until(self, so: Callable[[ScriptedDesk], bool]) -> None:
        """Wait for the desk to have heard enough."""
        async with asyncio.timeout(20), self._changed:
            await self._changed.wait_for(lambda: so(self))

    @property
    def said(self) -> list[Said]:
        return [message.said for message in self.heard]

    async def _ring(self) -> None:
        async with self._changed:
            self._changed.notify_all()


@dataclass
class Stage:
    slack: FakeSlack
    channel: SlackChannel
    desk: ScriptedDesk
    delivery: Delivery
    naps: Naps
    clock: WallClock

    @property
    def ana(self) -> Person:
        """The person of most stories."""
        if "U2" not in self.slack.workspace.people:
            self._ana = self.slack.person("U2", name="Ana", locale="es-PE", tz="America/Lima")
        return self._ana

    async def settled(self) -> None:
        """Until everybody has said and sent everything."""
        async with asyncio.timeout(30):
            await self.slack.deliveries.settled()
            await self.delivery.settle()


class _Server(uvicorn.Server):
    """Tells when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listens = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listens.set()


@asynccontextmanager
async def served(app: Starlette) -> AsyncIterator[str]:
    """The app on a free port of 127.0.0.1."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app, ws="none", lifespan="off", log_config=None)
        server = _Server(config)
        task = asyncio.create_task(server.serve(sockets=[listening]))
        try:
            await server.listens.wait()
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            await task


def credentials(slack: FakeSlack, way: Way) -> Credentials:
    app_token = slack.app_token if way == "socket" else ""
    secret = slack.signing_secret if way == "http" else ""
    return Credentials(slack.bot_token, app_token, secret, slack.api_url)


@asynccontextmanager
async def stage(
    way: Way = "http", timing: Timing = QUICK, ping: float = 30
) -> AsyncIterator[Stage]:
    """At the end nothing may be left that Slack refused as our mistake.

    With rare pings a busy machine loses no connection, so that each delivery is made once.
    """
    naps, store, clock = Naps(), MemoryStore(), WallClock()
    delivery = Delivery(store, clock, naps.sleep)
    desk = ScriptedDesk(delivery, store)
    async with FakeSlack(timing=timing) as slack:
        channel = SlackChannel(credentials(slack, way), desk.hear, WORDS, clock, ping=ping)
        delivery.serve(channel.name, channel.sender, channel.pace)
        set_up = Stage(slack, channel, desk, delivery, naps, clock)
        async with served(Starlette(routes=channel.routes())) as origin:
            slack.request_url = f"{origin}/slack/events" if way == "http" else ""
            await channel.start()
            try:
                yield set_up
                await set_up.settled()
                assert (slack.refusals, slack.log.warnings) == ([], [])
            finally:
                await slack.deliveries.stop()
                await delivery.stop(0)
                await channel.stop()
