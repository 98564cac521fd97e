"""A desk with its platforms, which can be closed in the middle of a talk and opened again."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Final

from intake.regulations.policy import Policy
from tests.journeys.desk import FAQ, POLICY, Clock, Desk, House, opened
from tests.journeys.on_slack import Slack
from tests.journeys.on_telegram import Telegram
from tests.journeys.on_terminal import Terminal
from tests.journeys.people import Person
from tests.journeys.places import Place, Troubled

Way = str
"""A platform and how it reaches the desk: one of `WAYS`."""


class Journey:
    """The first way is where a person is, unless a story says otherwise."""

    desk: Desk

    policy: Policy = POLICY

    def __init__(self, url: str, folder: Path, ways: Sequence[Way]) -> None:
        self.url, self.folder, self.clock = url, folder, Clock()
        self.places = {way: _MAKERS[way](self) for way in ways}
        self._chance = random.Random(2026)
        self._open = AsyncExitStack()

    @property
    def place(self) -> Place:
        return next(iter(self.places.values()))

    @property
    def troubled(self) -> Troubled:
        """The platform, on which things can go wrong."""
        place = self.place
        assert isinstance(place, Troubled)
        return place

    def person(self, name: str, language: str = "en", way: Way | None = None) -> Person:
        """Ana, Bob, Eva or Otto; Kim is staff."""
        place = self.places[way] if way else self.place
        return place.person(name, language)

    async def opens(self) -> None:
        """The desk starts, and does what was left undone."""
        staff = tuple(place.id_of("kim") for place in self.places.values())
        house = House(staff, self.policy)
        desk = opened(self.url, self.folder, self.clock, self._chance, house)
        self.desk = await self._open.enter_async_context(desk)
        for place in self.places.values():
            await self._open.enter_async_context(place.connected(self.desk))
        await self.works()

    async def closes(self) -> None:
        """The desk stops; the platforms and the database stay."""
        await self.desk.parts.delivery.stop(0)
        await self._open.aclose()

    async def works(self) -> None:
        """What the desk does by itself every second: late replies, files."""
        await self.desk.parts.worker.round()
        await self.settled()

    async def settled(self) -> None:
        """Until nobody has anything left to say, and a second later."""
        for _ in range(2):
            for place in self.places.values():
                await place.settled()
            await self.desk.parts.delivery.settle()
        self.clock.ticks()

    def mistakes(self) -> list[object]:
        return [mistake for place in self.places.values() for mistake in place.mistakes()]


@asynccontextmanager
async def journey(
    folder: Path, *ways: Way, url: str = "", policy: Policy = POLICY
) -> AsyncIterator[Journey]:
    """At the end no platform has refused anything, and nothing is left open."""
    async with AsyncExitStack() as platforms:
        under_way = Journey(url or f"sqlite:///{folder}/desk.db", folder, ways)
        under_way.policy = policy
        for place in under_way.places.values():
            await platforms.enter_async_context(place)
        await under_way.opens()
        try:
            await under_way.desk.learns(*FAQ)
            yield under_way
            await under_way.settled()
        finally:
            await under_way.closes()
        mistakes = under_way.mistakes()
        assert not mistakes, mistakes


_MAKERS: Final[dict[Way, Callable[[Journey], Place]]] = {
    "telegram-polling": lambda trip: Telegram(trip.clock, trip.settled, "polling"),
    "telegram-webhook": lambda trip: Telegram(trip.clock, trip.settled, "webhook"),
    "slack-http": lambda trip: Slack(trip.clock, trip.settled, "http"),
    "slack-socket": lambda trip: Slack(trip.clock, trip.settled, "socket"),
    "terminal": lambda trip: Terminal(trip.folder, trip.settled),
}
WAYS: Final = tuple(_MAKERS)
CHATS: Final = WAYS[:4]
"""The ways on which messages can be edited, repeated and reordered."""
