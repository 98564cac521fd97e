"""Stories of getUpdates: what is confirmed, what comes again, who may poll."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Bot
from telegram.error import Conflict

from tests.platforms.telegram import FakeTelegram
from tests.platforms.telegram.client import real_bot


async def test_updates_come_again_until_the_offset_moves_past_them(
    telegram: FakeTelegram, bot: Bot
) -> None:
    ana = telegram.person()
    first, second = [await ana.says(text) for text in ("one", "two")]
    for _ in range(2):
        assert [u.update_id for u in await bot.get_updates()] == [first.id, second.id]
    assert (first.delivered, first.confirmed) == (2, False)
    assert [u.update_id for u in await bot.get_updates(offset=second.id)] == [second.id]
    assert (first.confirmed, second.confirmed) == (True, False)
    assert await bot.get_updates(offset=second.id + 1) == ()
    assert not telegram.updates.pending


async def test_a_negative_offset_forgets_all_but_the_last(telegram: FakeTelegram, bot: Bot) -> None:
    said = [await telegram.person().says(str(number)) for number in range(5)]
    assert [u.update_id for u in await bot.get_updates(offset=-2, limit=1)] == [said[3].id]
    assert [update.confirmed for update in said] == [True, True, True, False, False]


async def test_a_waiting_poll_wakes_at_once(telegram: FakeTelegram, bot: Bot) -> None:
    polled = asyncio.create_task(bot.get_updates(timeout=50))
    await telegram.updates.bell.until(lambda: telegram.updates.is_polled, 5)
    said = await telegram.person().says("wake up")
    [update] = await asyncio.wait_for(polled, 3)
    assert update.update_id == said.id


async def test_a_newer_poll_ends_the_older_and_a_webhook_ends_all(
    telegram: FakeTelegram, bot: Bot
) -> None:
    async with real_bot(telegram) as other:
        older = asyncio.create_task(bot.get_updates(timeout=50))
        await telegram.updates.bell.until(lambda: telegram.updates.is_polled, 5)
        newer = asyncio.create_task(other.get_updates(timeout=50))
        with pytest.raises(Conflict, match="terminated by other getUpdates"):
            await older
        await bot.set_webhook("http://127.0.0.1:9/hook")
        with pytest.raises(Conflict, match="terminated by setWebhook"):
            await newer
    with pytest.raises(Conflict, match="while webhook is active"):
        await bot.get_updates()
    assert telegram.refusals == []


async def test_only_updates_asked_for_arrive(telegram: FakeTelegram, bot: Bot) -> None:
    await bot.get_updates(allowed_updates=["message"])
    ana = telegram.person()
    said = await ana.says("typo")
    edited = await ana.edits(said, "type")
    assert not edited.wanted
    assert [u.update_id for u in await bot.get_updates()] == [said.id]


async def test_polling_can_bring_a_confirmed_update_again(telegram: FakeTelegram, bot: Bot) -> None:
    said = await telegram.person().says("once")
    [first] = await bot.get_updates()
    assert await bot.get_updates(offset=first.update_id + 1) == ()
    telegram.updates.redeliver(said)
    [again] = await bot.get_updates(offset=first.update_id + 1)
    assert again.update_id == first.update_id
    telegram.updates.copies = 2
    await telegram.person().says("twice")
    assert [u.update_id for u in await bot.get_updates()] == [said.id + 1] * 2


async def test_a_poll_of_a_killed_bot_does_not_swallow_updates(telegram: FakeTelegram) -> None:
    async with real_bot(telegram) as killed:
        poll = asyncio.create_task(killed.get_updates(offset=telegram.updates.next_id, timeout=50))
        await telegram.updates.bell.until(lambda: telegram.updates.is_polled, 5)
        poll.cancel()
        with pytest.raises(asyncio.CancelledError):
            await poll
    said = await telegram.person().says("anybody there?")
    async with real_bot(telegram) as restarted:
        assert [u.update_id for u in await restarted.get_updates()] == [said.id]
