"""Telegram as a place for journeys, with the product's own channel between it and the desk."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import ClassVar, Literal

from starlette.applications import Starlette

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.connection import Account
from bot.channels.telegram.reception import Desk as Listening
from tests.channels.telegram_stage import IMPATIENT, SECRET, served
from tests.journeys.desk import Clock, Desk, nap
from tests.journeys.people import File, Person, Shown
from tests.journeys.places import NUMBERS
from tests.platforms import telegram
from tests.platforms.telegram.wire import Call

Way = Literal["polling", "webhook"]


class OnTelegram(Person):
    opening = "/start"

    def __init__(self, at: telegram.Person, settled: Callable[[], Awaitable[None]]) -> None:
        me = f"telegram:{at.id}"
        super().__init__(str(at.profile["first_name"]), me, me, settled)
        self.at = at
        self._seen = 0

    async def _open(self) -> None:
        await self.at.starts()

    async def _say(self, text: str) -> None:
        await self.at.says(text)

    async def _press(self, label: str, times: int) -> None:
        found = self.at.chat.newest_with(lambda button: button.text == label)
        assert found, f"no button {label!r} among {[m.labels for m in self.at.sees]}"
        message, button = found
        for _ in range(times):
            await self.at.presses(button, message)

    async def _command(self, name: str, argument: str) -> None:
        await self.at.says(f"/{name} {argument}".strip())

    async def _send(self, files: Sequence[File], caption: str) -> None:
        if len(files) > 1:
            await self.at.sends_album([(f.name, f.content, f.mime) for f in files], caption)
            return
        [file] = files
        await self.at.sends_document(file.name, file.content, file.mime, caption, size=file.claimed)

    async def _edit(self, before: str, after: str) -> None:
        mine = [m for m in self.at.screen if not m.from_bot and m.text == before]
        await self.at.edits(mine[-1].id, after)

    def _news(self) -> Sequence[Shown]:
        fresh = self.at.chat.heard_since(self._seen)
        self._seen += len(fresh)
        return [Shown(message.text, tuple(message.labels)) for message in fresh]


class Telegram:
    """The bot fetches its updates, or has them posted to its webhook."""

    channel: ClassVar[str] = "telegram"

    def __init__(
        self,
        clock: Clock,
        settled: Callable[[], Awaitable[None]],
        way: Literal["polling", "webhook"],
    ) -> None:
        self.server = telegram.FakeTelegram(clock=clock.seconds, patience=IMPATIENT)
        self._clock, self._settled, self._way = clock, settled, way
        self._people: dict[str, OnTelegram] = {}

    async def __aenter__(self) -> object:
        return await self.server.__aenter__()

    async def __aexit__(self, *_: object) -> None:
        await self.server.__aexit__(None, None, None)

    @asynccontextmanager
    async def connected(self, desk: Desk) -> AsyncIterator[None]:
        account = Account(self.server.token, self.server.base_url, self.server.base_file_url)
        channel = TelegramChannel(
            account, Listening(desk.parts.front.hear, desk.clock, nap), desk.parts.words
        )
        desk.parts.delivery.serve(channel.name, channel, channel.pace)
        desk.parts.worker.fetchers = {**desk.parts.worker.fetchers, channel.name: channel.fetch}
        run = self._polled if self._way == "polling" else self._posted
        try:
            async with run(channel):
                yield
        finally:
            await channel.close()

    @asynccontextmanager
    async def _polled(self, channel: TelegramChannel) -> AsyncIterator[None]:
        polling = asyncio.create_task(channel.poll())
        try:
            yield
        finally:
            await channel.stop()
            await polling

    @asynccontextmanager
    async def _posted(self, channel: TelegramChannel) -> AsyncIterator[None]:
        async with served(Starlette(routes=channel.routes(SECRET, "/hook"))) as origin:
            await channel.register_webhook(f"{origin}/hook", SECRET)
            yield
            await channel.stop()

    def person(self, name: str, language: str) -> Person:
        if name not in self._people:
            at = self.server.person(NUMBERS[name], name.capitalize(), language)
            self._people[name] = OnTelegram(at, self._settled)
        return self._people[name]

    def id_of(self, name: str) -> str:
        return f"telegram:{NUMBERS[name]}"

    async def settled(self) -> None:
        await self.server.all_confirmed()

    def mistakes(self) -> list[object]:
        refusals = (call for call in self.server.refusals if not _is_harmless(call))
        return [*refusals, *self.server.unanswered]

    def repeats(self, copies: int) -> None:
        self.server.updates.copies = copies

    async def repeats_all(self) -> None:
        self.server.updates.redeliver(*self.server.updates.every)

    def holds(self) -> None:
        self.server.updates.hold()

    async def lets_go(self) -> None:
        self.server.updates.release(reversed)

    def fails(self) -> None:
        self.server.faults.on("sendMessage", telegram.BadGateway(), times=None)

    def recovers(self) -> None:
        self.server.faults.clear()


def _is_harmless(call: Call) -> bool:
    """A courtesy that came twice, since the press did."""
    reason = call.refusal.description if call.refusal else ""
    return "message is not modified" in reason or "query is too old" in reason
