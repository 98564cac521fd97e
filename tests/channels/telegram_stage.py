"""A stage for Telegram's stories: the fake platform, the real channel, and a desk by script."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

import pytest
import uvicorn
from starlette.applications import Starlette

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.connection import Account
from bot.channels.telegram.reception import Desk
from bot.delivery import HELD, Delivery
from bot.texts.words import Words
from intake.dialogue.messages import ConversationId, Message, MessageId, Said
from intake.dialogue.replies import Reply
from intake.dialogue.state import State
from intake.inbox import Letter
from intake.ports import StoreUnavailable
from intake.regulations.policy import shipped
from tests.fakes.store import MemoryStore
from tests.platforms.telegram import FakeTelegram, Patience
from tests.platforms.telegram.bell import Bell

S = TypeVar("S", bound=Said)

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
SECRET = "0123456789_abcdef-XYZ"
IMPATIENT = Patience(pause=0.001, longest=0.002)
WORDS = Words(shipped("inc"))


def at_noon() -> datetime:
    return NOON


@dataclass
class Naps:
    """Sleep that takes no time and is remembered."""

    taken: list[float] = field(default_factory=list)
    endless: bool = False
    bell: Bell = field(default_factory=Bell)

    async def sleep(self, seconds: float) -> None:
        self.taken.append(seconds)
        self.bell.ring()
        await (asyncio.Event().wait() if self.endless else asyncio.sleep(0))


@dataclass
class ScriptedDesk:
    """Takes each message once, as the real desk does, and answers by a script."""

    delivery: Delivery
    store: MemoryStore
    script: Callable[[Message], Sequence[Reply]] = lambda _: ()
    troubles: list[Exception] = field(default_factory=list)
    """Raised instead of listening, one each time."""
    poison: str = ""
    """A message with these words is never understood."""
    heard: list[Message] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    batches: list[Sequence[Message]] = field(default_factory=list)
    """What was put off, each time in one go."""
    times: int = 0
    bell: Bell = field(default_factory=Bell)
    before: Callable[[Message], object] | None = None

    async def hear(self, message: Message) -> None:
        self.times += 1
        self.bell.ring()
        if self.before:
            self.before(message)
        await asyncio.sleep(0)
        if self.troubles:
            raise self.troubles.pop(0)
        if self.poison and self.poison in str(message.said):
            raise ValueError(f"cannot digest {self.poison}")
        if not await self.store.record(lambda work: work.claim(message.id, NOON)):
            return
        self.heard.append(message)
        await self.says(message.conversation, self.script(message), message.speaker.language)

    async def wait(self, messages: Sequence[Message]) -> None:
        if self.troubles:
            raise self.troubles.pop(0)
        self.batches.append(messages)

    async def keep(self, letter: Letter) -> None:
        self.letters.append(letter)

    async def says(
        self, conversation: ConversationId, replies: Sequence[Reply], language: str = "en"
    ) -> None:
        """The desk speaks, recorded first and then by way of the real delivery."""
        state = State(language=language)
        self.delivery.deliver(
            await self.store.record(lambda work: work.say(conversation, replies, state, NOON, HELD))
        )

    @property
    def said(self) -> list[Said]:
        return [message.said for message in self.heard]

    @property
    def ids(self) -> list[MessageId]:
        return [message.id for message in self.heard]


@dataclass
class Stage:
    telegram: FakeTelegram
    channel: TelegramChannel
    desk: ScriptedDesk
    delivery: Delivery
    naps: Naps

    @asynccontextmanager
    async def polling(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self.channel.poll())
        try:
            yield
            await self.telegram.all_confirmed()
        finally:
            await self.channel.stop()
            async with asyncio.timeout(3):
                await task

    @asynccontextmanager
    async def webhook(self) -> AsyncIterator[str]:
        """The channel's routes behind a real web server; its address is known to Telegram."""
        app = Starlette(routes=self.channel.routes(SECRET, "/hook"))
        async with served(app) as origin:
            await self.channel.register_webhook(f"{origin}/hook", SECRET)
            yield f"{origin}/hook"
            await self.telegram.all_confirmed()

    async def settled(self) -> None:
        """Until everything that the desk and the channel wanted to say was said."""
        await self.delivery.settle()
        await self.channel.stop()


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


def channel_for(telegram: FakeTelegram, desk: Desk) -> TelegramChannel:
    account = Account(telegram.token, telegram.base_url, telegram.base_file_url)
    return TelegramChannel(account, desk, WORDS)


@asynccontextmanager
async def stage() -> AsyncIterator[Stage]:
    """At the end nothing may be left that Telegram refused as our mistake."""
    naps, store = Naps(), MemoryStore()
    delivery = Delivery(store, at_noon, naps.sleep)
    desk = ScriptedDesk(delivery, store)
    async with FakeTelegram(patience=IMPATIENT) as telegram:
        channel = channel_for(telegram, Desk(desk.hear, at_noon, naps.sleep, desk.keep, desk.wait))
        delivery.serve(channel.name, channel, channel.pace)
        set_up = Stage(telegram, channel, desk, delivery, naps)
        try:
            yield set_up
            await set_up.settled()
            assert telegram.refusals == []
        finally:
            await delivery.stop(0)
            await channel.close()


@pytest.fixture
async def play(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    """Loopback only: the library would ask a proxy that the environment names."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    async with stage() as set_up:
        yield set_up


def store_down() -> StoreUnavailable:
    return StoreUnavailable()
