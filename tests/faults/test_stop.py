"""A bot that is told to stop while people talk to it (E4): it goes soon, and loses nothing."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.crashes.telegram_ground import telegram_ground
from benchmarks.crashes.trials import TIDINGS, Size, settings
from benchmarks.crashes.verdict import kept_by_tidings
from tests.faults.living import bot
from tests.faults.test_kill import verdicts
from tests.platforms.telegram import FakeTelegram, Slow

STOPS = Size(talks=8, at_once=8, kills=2, lives=(0.3, 0.8), how=signal.SIGTERM)


async def test_e4_whoever_talks_to_a_bot_that_is_restarted_notices_nothing(tmp_path: Path) -> None:
    """On every way to it. Unlike a bot that is killed, one that is told to stop repeats nothing."""
    for verdict in await verdicts(TIDINGS, STOPS, tmp_path):
        assert verdict.is_clean, verdict
        assert verdict.tickets == STOPS.talks
        assert verdict.repeated_replies == 0, verdict
        *told, _ = verdict.endings
        assert told
        assert all("tidings.stopped" in last for last in told), verdict


async def refused(port: int, within: float) -> bool:
    """Whether nobody listens on the port any more."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except ConnectionError:
            return True
        writer.close()
        await asyncio.sleep(0.02)
    return False


async def a_reply_under_way(telegram: FakeTelegram) -> asyncio.Event:
    """Somebody was answered, but Telegram does not say so before the event."""
    arrived = asyncio.Event()
    telegram.faults.on("sendMessage", Slow(arrived.wait))
    await telegram.person().says("Nothing moves after the upgrade")
    await telegram.until(lambda: telegram.calls_of("sendMessage"), 10)
    return arrived


def outcomes(folder: Path) -> list[str | None]:
    with closing(sqlite3.connect(folder / "tidings.db")) as connection:
        return [row[0] for row in connection.execute("SELECT outcome FROM replies")]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
async def test_e4_it_takes_nothing_more_at_once_and_finishes_what_was_begun(
    how: signal.Signals, tmp_path: Path
) -> None:
    async with telegram_ground(webhook=False) as ground:
        environment = settings(ground, tmp_path)
        async with bot(environment, tmp_path) as running:
            await running.says("tidings.started")
            arrived = await a_reply_under_way(ground.telegram)
            running.hears(how)
            assert await refused(int(environment["PORT"]), within=1.0)
            late = await ground.telegram.person().says("hello?")
            await running.says("tidings.draining")
            assert await running.lives_on(seconds=0.5)
            arrived.set()
            assert (await running.ends())[0] == 0
            told = running.told_systemd()
        # systemd's watchdog wants to hear of us while we drain, too.
        assert (told[0], told.count("STOPPING=1")) == ("READY=1", 1)
        assert set(told[1:]) == {"WATCHDOG=1", "STOPPING=1"}
        assert set(outcomes(tmp_path)) == {"sent"}
        assert not late.confirmed
        kept = kept_by_tidings(tmp_path, environment["DATABASE_URL"])
        assert f"telegram:{late.id}" not in kept.messages


async def test_e4_it_does_not_wait_for_ever_for_a_platform_that_says_nothing(
    tmp_path: Path,
) -> None:
    async with telegram_ground(webhook=False) as ground:
        async with bot(settings(ground, tmp_path), tmp_path) as running:
            await running.says("tidings.started")
            await a_reply_under_way(ground.telegram)
            running.hears(signal.SIGTERM)
            status, seconds = await running.ends()
        assert status == 0
        assert seconds < 20
        assert set(outcomes(tmp_path)) == {None}


async def test_e4_the_second_signal_ends_it_at_once_and_the_next_life_goes_on(
    tmp_path: Path,
) -> None:
    async with telegram_ground(webhook=False) as ground:
        environment = settings(ground, tmp_path)
        async with bot(environment, tmp_path) as running:
            await running.says("tidings.started")
            await a_reply_under_way(ground.telegram)
            running.hears(signal.SIGTERM)
            await running.says("tidings.stopping")
            running.hears(signal.SIGTERM)
            status, seconds = await running.ends()
        assert (status, seconds < 1) == (128 + signal.SIGTERM, True)
        assert set(outcomes(tmp_path)) == {None}
        async with bot(environment, tmp_path) as running:
            await running.says("tidings.started")
            await ground.telegram.until(
                lambda: len(ground.telegram.calls_of("sendMessage")) > 1, 20
            )
            running.hears(signal.SIGTERM)
            assert (await running.ends())[0] == 0
        assert set(outcomes(tmp_path)) == {"sent"}
