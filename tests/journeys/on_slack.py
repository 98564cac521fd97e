"""Slack as a place for journeys, with the product's own channel between it and the desk."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from math import inf
from typing import ClassVar

from starlette.applications import Starlette

from bot.channels.slack import SlackChannel
from tests.channels.slack_stage import QUICK, Way, credentials, served
from tests.journeys.desk import Clock, Desk
from tests.journeys.people import File, Person, Shown
from tests.journeys.places import NUMBERS
from tests.platforms import slack
from tests.platforms.slack.workspace import BOT_USER, TEAM

LOCALES = {"en": "en-US", "es": "es-ES", "de": "de-DE"}


class OnSlack(Person):
    opening = "/ticket"

    def __init__(self, at: slack.Person, settled: Callable[[], Awaitable[None]]) -> None:
        user = at.profile.id
        super().__init__(at.profile.name, f"slack:{TEAM}/{user}", f"slack:{TEAM}/{at.dm}", settled)
        self.at = at
        self._seen: set[str] = set()

    async def _open(self) -> None:
        await self.at.commands("/ticket")

    async def _say(self, text: str) -> None:
        await self.at.says(text)

    async def _press(self, label: str, times: int) -> None:
        shown = next((each for each in reversed(self.at.sees) if label in each.labels), None)
        assert shown, f"no button {label!r} on:\n{self.at.sees.text}"
        button = next(each for each in shown.buttons if each.label == label)
        for _ in range(times):
            await self.at.presses(button, shown)

    async def _command(self, name: str, argument: str) -> None:
        await self.at.commands("/ticket", f"{name} {argument}".strip())

    async def _send(self, files: Sequence[File], caption: str) -> None:
        await self.at.uploads(
            [
                slack.Upload(
                    file.name,
                    file.content,
                    file.mime,
                    {} if file.claimed is None else {"size": file.claimed},
                )
                for file in files
            ],
            caption,
        )

    async def _edit(self, before: str, after: str) -> None:
        mine = [each for each in self.at.sees if self.is_mine(each) and each.text == before]
        await self.at.edits(mine[-1].ts, after)

    def _news(self) -> Sequence[Shown]:
        fresh = [each for each in self.at.sees if each.ts not in self._seen]
        self._seen.update(each.ts for each in fresh)
        return [Shown(each.text, each.labels) for each in fresh if not self.is_mine(each)]

    def is_mine(self, shown: slack.OnScreen) -> bool:
        return shown.posted.author != BOT_USER


class Slack:
    """The bot is posted to, or holds a socket open."""

    channel: ClassVar[str] = "slack"

    def __init__(self, clock: Clock, settled: Callable[[], Awaitable[None]], way: Way) -> None:
        self.server = slack.FakeSlack(timing=QUICK, now=clock.seconds)
        self._settled, self._way = settled, way
        self._people: dict[str, OnSlack] = {}

    async def __aenter__(self) -> object:
        return await self.server.__aenter__()

    async def __aexit__(self, *_: object) -> None:
        await self.server.stop()

    @asynccontextmanager
    async def connected(self, desk: Desk) -> AsyncIterator[None]:
        channel = SlackChannel(
            credentials(self.server, self._way),
            desk.parts.front.hear,
            desk.parts.words,
            desk.clock,
            ping=0.2,
        )
        desk.parts.delivery.serve(channel.name, channel.sender, channel.pace)
        desk.parts.worker.fetchers = {**desk.parts.worker.fetchers, channel.name: channel.fetch}
        async with served(Starlette(routes=channel.routes())) as origin:
            self.server.request_url = f"{origin}/slack/events" if self._way == "http" else ""
            await channel.start()
            try:
                yield
            finally:
                await channel.stop()

    def person(self, name: str, language: str) -> Person:
        if name not in self._people:
            at = self.server.person(
                f"U{NUMBERS[name]}",
                name=name.capitalize(),
                locale=LOCALES.get(language, language),
                tz="America/New_York",
            )
            self._people[name] = OnSlack(at, self._settled)
        return self._people[name]

    def id_of(self, name: str) -> str:
        return f"slack:{TEAM}/U{NUMBERS[name]}"

    async def settled(self) -> None:
        await self.server.deliveries.settled()

    def mistakes(self) -> list[object]:
        unheard = self.server.deliveries.unacknowledged
        complaints = [each.at.sees.errors for each in self._people.values() if each.at.sees.errors]
        return [*self.server.refusals, *self.server.log.warnings, *unheard, *complaints]

    def repeats(self, copies: int) -> None:
        self.server.deliveries.copies = copies

    async def repeats_all(self) -> None:
        for delivery in list(self.server.deliveries.by_id.values()):
            await self.server.deliveries.again(delivery, times=2, as_retry=True)

    def holds(self) -> None:
        self.server.deliveries.hold()

    async def lets_go(self) -> None:
        await self.server.deliveries.release()

    def fails(self) -> None:
        self.server.faults.on("chat.postMessage", slack.ServerError(), times=inf)

    def recovers(self) -> None:
        self.server.faults.clear()
