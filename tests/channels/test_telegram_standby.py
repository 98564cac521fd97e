"""Any number of workers, of whom exactly one polls: never a conflict, and nobody waits for long."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot import leasing
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.reception import Desk
from bot.delivery import Delivery
from bot.leasing import AGAIN, LASTS, OnlyOne
from intake.dialogue.messages import Text
from intake.leases import Lease
from tests.channels.telegram_stage import (
    IMPATIENT,
    NOON,
    Naps,
    ScriptedDesk,
    at_noon,
    channel_for,
)
from tests.fakes.store import MemoryStore
from tests.fakes.time import Time
from tests.platforms.telegram import FakeTelegram


class Worker:
    """A real channel that polls while the lease is its own."""

    def __init__(self, telegram: FakeTelegram, desk: ScriptedDesk, time: Time) -> None:
        self.lease = OnlyOne(
            "telegram.polling",
            desk.store,
            lambda: NOON + timedelta(seconds=time.now),
            time.sleep,
            lambda: time.now,
        )
        listens = Desk(desk.hear, at_noon, Naps().sleep, may_poll=self.lease.holds)
        self.channel: TelegramChannel = channel_for(telegram, listens)
        self.task = asyncio.create_task(self.lease.run(self.channel.poll))

    async def stops(self) -> None:
        await asyncio.gather(self.channel.stop(), self.lease.stop())
        await self.task

    async def is_killed(self) -> None:
        """It releases nothing; its connections break off."""
        self.lease._name = "of nobody"  # noqa: SLF001 - there is no gentler way to die in one process
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)
        await self.channel.close()


class Scene:
    def __init__(self, telegram: FakeTelegram) -> None:
        self.telegram, self.time = telegram, Time()
        store = MemoryStore()
        self.desk = ScriptedDesk(Delivery(store, at_noon), store)
        self.workers = [Worker(telegram, self.desk, self.time) for _ in range(2)]

    async def hears(self, words: str) -> None:
        await self.telegram.person().says(words)
        await self.telegram.all_confirmed()

    @property
    def words(self) -> list[str]:
        return [said.text for said in self.desk.said if isinstance(said, Text)]

    @property
    def conflicts(self) -> int:
        return sum(
            call.refusal is not None and call.refusal.code == 409
            for call in self.telegram.calls_of("getUpdates")
        )


@pytest.fixture
async def scene(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setattr(leasing, "_has_gone", lambda _: False)
    async with FakeTelegram(patience=IMPATIENT) as telegram:
        made = Scene(telegram)
        await made.time.passes(0.1)
        yield made
        for each in made.workers:
            each.task.cancel()
            await asyncio.gather(each.task, return_exceptions=True)
            await each.channel.close()


async def test_one_polls_and_the_other_stands_by_ready(scene: Scene) -> None:
    await scene.hears("one")
    for _ in range(30):
        await scene.time.passes(1)
    await scene.hears("two")
    first, second = scene.workers
    assert (first.lease.holds(), second.lease.holds()) == (True, False)
    # Whoever stands by takes nothing in, and is as ready as the other.
    assert second.channel.alive()
    assert scene.words == ["one", "two"]
    assert scene.conflicts == 0


async def test_after_a_stop_the_other_goes_on_at_once(scene: Scene) -> None:
    await scene.hears("one")
    first, second = scene.workers
    stopping = asyncio.create_task(first.stops())
    await asyncio.wait_for(stopping, 5)
    await scene.time.passes(1)
    await scene.hears("two")
    assert second.lease.holds()
    assert scene.words == ["one", "two"]
    assert scene.conflicts == 0


async def test_after_a_kill_the_other_goes_on_within_ten_seconds(scene: Scene) -> None:
    await scene.hears("one")
    await scene.workers[0].is_killed()
    await scene.time.passes(10)
    await scene.hears("two")
    assert scene.words == ["one", "two"]


async def test_one_that_was_paused_for_long_confirms_nothing_when_it_wakes(scene: Scene) -> None:
    """What it had fetched is safe, and comes again to the other, whom it tells nothing new."""
    first, second = scene.workers
    await scene.hears("one")
    await scene.telegram.updates.bell.until(lambda: scene.telegram.updates.is_polled, 5)
    asked = len(scene.telegram.calls_of("getUpdates"))
    # It did not get to renew its lease, and somebody elsewhere has it by now.
    scene.time.now += 60
    now = NOON + timedelta(seconds=60)
    elsewhere = Lease("elsewhere", now + LASTS)
    await scene.desk.store.record(lambda work: work.lease("telegram.polling", elsewhere, now))

    two = await scene.telegram.person().says("two")
    await scene.desk.bell.until(lambda: scene.desk.times == 2, 5)
    await scene.time.passes(1)
    assert not two.confirmed
    assert not first.lease.holds()
    assert not second.lease.holds()
    assert len(scene.telegram.calls_of("getUpdates")) <= asked + 1  # the one that was open

    await scene.time.passes(LASTS.total_seconds() + AGAIN)
    await scene.hears("three")
    assert two.confirmed
    assert scene.words == ["one", "two", "three"]
    assert first.lease.holds() is not second.lease.holds()
