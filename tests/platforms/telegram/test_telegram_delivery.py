"""Stories of delivery: webhooks, outages, and what goes wrong on the way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError, TimedOut

from tests.platforms.telegram import (
    BadGateway,
    CutShort,
    DropAfter,
    DropBefore,
    FakeTelegram,
    Garbled,
    Patience,
    Slow,
    internal_error,
    unauthorized,
)
from tests.platforms.telegram.bell import Bell
from tests.platforms.telegram.client import real_bot
from tests.platforms.telegram.webhook import SECRET_HEADER

SECRET = "a-secret-of-ours"


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(patience=Patience(pause=0.001)) as server:
        await server.person().starts()
        yield server


@pytest.fixture
async def bot(telegram: FakeTelegram) -> AsyncIterator[Bot]:
    async with real_bot(telegram) as bot:
        await bot.get_updates(offset=telegram.updates.next_id)
        yield bot


class Hook:
    """The bot's side of a webhook: answers with the statuses it was told to, then 200."""

    def __init__(self) -> None:
        self.got: list[dict[str, Any]] = []
        self.unserved: set[int] = set()
        self.bell = Bell()
        self.url = ""

    async def answer(self, request: web.Request) -> web.Response:
        if request.headers.get(SECRET_HEADER) != SECRET:
            return web.Response(status=403)
        update = await request.json()
        if update["message"]["chat"]["id"] in self.unserved:
            return web.Response(status=500)
        self.got.append(update)
        self.bell.ring()
        return web.Response()

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got]

    async def has(self, count: int) -> None:
        await self.bell.until(lambda: len(self.got) >= count, 5)


@asynccontextmanager
async def listening(hook: Hook) -> AsyncIterator[Hook]:
    app = web.Application()
    app.router.add_post("/hook", hook.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield hook
    finally:
        await runner.cleanup()


@pytest.fixture
async def hook(bot: Bot) -> AsyncIterator[Hook]:
    async with listening(Hook()) as hook:
        await bot.set_webhook(hook.url, secret_token=SECRET)
        yield hook
        await bot.delete_webhook()


async def test_a_webhook_gets_each_update_once_with_its_secret(
    telegram: FakeTelegram, hook: Hook
) -> None:
    said = [await telegram.person().says(text) for text in ("one", "two", "three")]
    await telegram.all_confirmed()
    assert hook.texts == ["one", "two", "three"]
    assert [(update.delivered, update.confirmed) for update in said] == [(1, True)] * 3


async def test_what_is_not_answered_2xx_comes_again_and_holds_up_its_own_chat_only(
    telegram: FakeTelegram, hook: Hook
) -> None:
    hook.unserved = {42}
    first = await telegram.person(42).says("ana 1")
    await telegram.person(42).says("ana 2")
    await telegram.person(7).says("bo 1")
    await hook.has(1)
    hook.unserved.clear()
    await telegram.all_confirmed()
    assert hook.texts == ["bo 1", "ana 1", "ana 2"]
    assert first.delivered > 1


async def test_a_bot_that_was_away_gets_everything_when_it_is_back(
    telegram: FakeTelegram, bot: Bot
) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook", secret_token=SECRET)
    said = [await telegram.person(n).says(f"from {n}") for n in (1, 2)]
    assert (await bot.get_webhook_info()).pending_update_count == 2
    async with listening(Hook()) as hook:
        await bot.set_webhook(hook.url, secret_token=SECRET)
        await hook.has(2)
        await telegram.all_confirmed()
    assert sorted(hook.texts) == ["from 1", "from 2"]
    assert all(update.confirmed for update in said)


async def test_a_webhook_can_be_sent_duplicates_and_forgeries(
    telegram: FakeTelegram, hook: Hook
) -> None:
    said = await telegram.person().says("once")
    await telegram.all_confirmed()
    telegram.updates.redeliver(said, said)
    await hook.has(3)
    assert {update["update_id"] for update in hook.got} == {said.id}
    assert [await telegram.posts(said.json, secret) for secret in (None, "", "wrong")] == [403] * 3
    assert await telegram.posts(said.json, telegram.secret) == 200


async def test_a_webhook_can_be_sent_updates_out_of_order(
    telegram: FakeTelegram, hook: Hook
) -> None:
    telegram.updates.hold()
    for text in ("one", "two", "three"):
        await telegram.person().says(text)
    telegram.updates.release(reversed)
    await hook.has(3)
    assert hook.texts == ["three", "two", "one"]


async def test_a_webhook_needs_https_and_a_decent_secret(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="https url"):
        await bot.set_webhook("http://example.org/hook")
    with pytest.raises(BadRequest, match="unallowed characters"):
        await bot.set_webhook("https://example.org/hook", secret_token="it's secret")


async def test_a_dropped_answer_leaves_the_message_and_a_dropped_call_does_not(
    telegram: FakeTelegram, bot: Bot
) -> None:
    telegram.faults.on("sendMessage", DropBefore(), chat_id=42)
    telegram.faults.on("sendMessage", DropAfter(), chat_id=42)
    for text in ("lost before", "lost after"):
        with pytest.raises(NetworkError):
            await bot.send_message(42, text)
    await bot.send_message(42, "whole")
    assert [message.text for message in telegram.person().sees] == ["lost after", "whole"]
    assert telegram.refusals == []


async def test_an_answer_too_late_times_out_though_the_message_is_there(
    telegram: FakeTelegram, bot: Bot
) -> None:
    answered = asyncio.Event()
    telegram.faults.on("sendMessage", Slow(answered.wait))
    with pytest.raises(TimedOut):
        await bot.send_message(42, "slow", read_timeout=0.05)
    [shown] = await telegram.person().hears()
    assert shown.text == "slow"
    answered.set()


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (BadGateway(), NetworkError),
        (unauthorized(), InvalidToken),
        (Garbled(), TelegramError),
        (CutShort(), NetworkError),
        (internal_error(), NetworkError),
    ],
)
async def test_a_poll_that_fails_loses_nothing(
    telegram: FakeTelegram, bot: Bot, fault: Any, error: type[TelegramError]
) -> None:
    said = await telegram.person().says("still there")
    telegram.faults.on("getUpdates", fault)
    with pytest.raises(error):
        await bot.get_updates()
    assert [u.update_id for u in await bot.get_updates()] == [said.id]


async def test_a_fault_strikes_where_and_as_often_as_it_was_told(
    telegram: FakeTelegram, bot: Bot
) -> None:
    await telegram.person(7).starts()
    planted = telegram.faults.on(
        "sendMessage", internal_error(), times=None, when=lambda asked: "bad" in asked["text"]
    )
    await bot.send_message(42, "good")
    for chat_id in (42, 7):
        with pytest.raises(NetworkError):
            await bot.send_message(chat_id, "bad")
    assert planted.struck == 2
    telegram.faults.clear()
    await bot.send_message(7, "bad no more")


async def test_an_outage_ends_on_the_same_address_with_everything_kept(
    telegram: FakeTelegram, bot: Bot
) -> None:
    said = await telegram.person().says("before the outage")
    await telegram.goes_away()
    with pytest.raises(NetworkError):
        await bot.get_updates()
    await telegram.comes_back()
    assert [u.update_id for u in await bot.get_updates()] == [said.id]
