"""A Telegram on loopback that refuses what the real one would, and plays the people too."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.platforms.telegram.api import BotApi
from tests.platforms.telegram.chats import Chat
from tests.platforms.telegram.delivery import Delivery
from tests.platforms.telegram.person import Person
from tests.platforms.telegram.rates import Rates
from tests.platforms.telegram.screen import Group
from tests.platforms.telegram.updates import Update
from tests.platforms.telegram.webhook import Patience
from tests.platforms.telegram.wire import Call, JsonObject
from tests.platforms.telegram.world import Query, World

#: A token of the right shape; searching logs and databases for it shows leaks.
TOKEN = "7000000001:AAcanary-of-the-fake-telegram-token"


class FakeTelegram:
    """`async with FakeTelegram() as telegram:` and point the bot at its two URLs.

    Nothing is lost while the bot is away: the server lives in the test's process.
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = "TidingsBot",
        clock: Callable[[], float] = time.time,
        rates: Rates | None = None,
        patience: Patience | None = None,
    ) -> None:
        self.token = token
        self.world = World(int(token.partition(":")[0]), username, clock)
        self.updates = self.world.updates
        self.files = self.world.files
        self.profile = self.world.profile
        self.people: dict[int, Person] = {}
        self.port = 0
        self._delivery = Delivery(self.updates, patience or Patience())
        self._api = BotApi(token, self.world, self._delivery, rates)
        self.faults = self._api.faults
        self.calls = self._api.calls
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        await self.comes_back()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._delivery.stop()
        await self.goes_away()

    async def comes_back(self) -> None:
        """Listens on a free port of 127.0.0.1, after an outage on the same one again."""
        self._runner = web.AppRunner(self._api.application(), access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]

    async def goes_away(self) -> None:
        """An outage: connections close, what was kept stays kept, webhooks still go out."""
        self.updates.let_go()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def base_file_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/file/bot"

    def person(
        self, id: int = 42, first_name: str = "Ana", language_code: str | None = "en", **more: str
    ) -> Person:
        """An account; the same one for the same id. `more`: last_name, username."""
        if id not in self.people:
            language = {"language_code": language_code} if language_code else {}
            profile = {"id": id, "first_name": first_name} | language | more
            self.people[id] = Person(self.world, profile)
        return self.people[id]

    def group(self, id: int = -1001234567890, title: str = "Office") -> Group:
        """A group that the bot is in already."""
        kind = "supergroup" if id < -(10**12) else "group"
        chat = Chat(id, "supergroup" if kind == "supergroup" else "group", {"title": title})
        chat.open = True
        self.world.chats[id] = chat
        return Group(self.world, chat)

    def happens(self, kind: str, payload: JsonObject, chat_id: int = 0) -> Update:
        """An update of any kind, known or not."""
        return self.updates.offer(kind, payload, chat_id)

    async def posts(self, update: JsonObject, secret: str | None) -> int | None:
        """One POST of anything to the bot's webhook, with any secret; its status."""
        assert self._delivery.webhook, "the bot has set no webhook"
        return await self._delivery.webhook.post(update, secret)

    @property
    def secret(self) -> str | None:
        """What the bot's webhook asked to be sent along."""
        return self._delivery.webhook.address.secret if self._delivery.webhook else None

    @property
    def refusals(self) -> list[Call]:
        """Calls that were the bot's own mistake: every 4xx but planted ones, 409 and 429."""
        return [
            call
            for call in self.calls
            if call.refusal and not call.injected and call.refusal.code not in (409, 429)
        ]

    @property
    def floods(self) -> list[Call]:
        """Calls that came too fast for the rates given."""
        return [c for c in self.calls if c.refusal and not c.injected and c.refusal.code == 429]

    @property
    def unanswered(self) -> list[Query]:
        """Presses that the bot never answered."""
        return [query for query in self.world.queries.values() if not query.answered]

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    async def until(self, condition: Callable[[], object], seconds: float = 5.0) -> None:
        """Waits for a condition that is looked at again after each call. Raises TimeoutError."""
        await self._api.bell.until(condition, seconds)

    async def all_confirmed(self, seconds: float = 5.0) -> None:
        """Waits until the bot has taken every update. Raises TimeoutError."""
        await self.updates.bell.until(lambda: not self.updates.pending, seconds)
