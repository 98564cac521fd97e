"""H1: neither the token nor the webhook's secret is found anywhere, whatever happens."""

from __future__ import annotations

import logging
import traceback

import pytest
import structlog

from bot.channels.telegram.connection import Account, TokenRefused
from intake.dialogue.messages import ConversationId
from intake.dialogue.replies import Say
from tests.channels.telegram_stage import NOON, SECRET, Stage, store_down
from tests.channels.test_telegram_sending import outgoing
from tests.platforms.telegram import (
    TOKEN,
    BadGateway,
    CutShort,
    DropAfter,
    DropBefore,
    Garbled,
    flood,
    internal_error,
    unauthorized,
)

SECRET_WORDS = "my password is hunter2"


@pytest.fixture
def everything(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Every logger at its most talkative, as far as the root can make it so."""
    caplog.set_level(logging.DEBUG)
    return caplog


def assert_silent(*told: object) -> None:
    for text in map(str, told):
        assert TOKEN not in text
        assert TOKEN.partition(":")[2] not in text
        assert SECRET not in text
        assert SECRET_WORDS not in text


async def test_a_day_of_success_and_trouble_leaves_no_secret_in_any_log(
    play: Stage, everything: pytest.LogCaptureFixture
) -> None:
    ana = play.telegram.person()
    play.desk.poison = "hunter2"
    play.desk.troubles = [store_down()]
    with structlog.testing.capture_logs() as logged:
        play.telegram.faults.on("setMyCommands", internal_error())
        await play.channel.announce()
        for fault in (
            internal_error(),
            BadGateway(),
            DropBefore(),
            Garbled(),
            CutShort(),
            flood(2),
        ):
            play.telegram.faults.on("getUpdates", fault)
        async with play.polling():
            await ana.says(SECRET_WORDS)
            await play.telegram.all_confirmed()
            play.telegram.happens("message", {"text": SECRET_WORDS})
            await ana.says("/start")
        play.telegram.faults.on("sendMessage", DropAfter())
        await play.desk.says(ConversationId("telegram:42"), [Say("help"), Say("help")])
        await play.delivery.settle()
    assert logged
    assert_silent(logged, everything.text)


async def test_the_webhook_leaves_no_secret_in_any_log(
    play: Stage, everything: pytest.LogCaptureFixture
) -> None:
    for fault in (DropBefore(), Garbled(), BadGateway()):
        play.telegram.faults.on("setWebhook", fault)
    with structlog.testing.capture_logs() as logged:
        async with play.webhook():
            await play.telegram.person().says("hello")
            await play.telegram.posts({"update_id": 1}, "a wrong secret of good length")
    assert_silent(logged, everything.text)


@pytest.mark.parametrize(
    "fault",
    [
        unauthorized(),
        internal_error(),
        BadGateway(),
        DropBefore(),
        DropAfter(),
        Garbled(),
        flood(1),
    ],
)
async def test_no_error_of_a_call_holds_a_secret(
    play: Stage, everything: pytest.LogCaptureFixture, fault: object
) -> None:
    play.telegram.person().chat.open = True
    kept = play.telegram.files.keep(b"bytes")
    for method in ("sendMessage", "getFile"):
        play.telegram.faults.on(method, fault, times=None)  # type: ignore[arg-type] # any of them
    failures: list[str] = []

    async def fails(call: object) -> None:
        try:
            await call  # type: ignore[misc] # coroutines of several results
        except Exception as error:  # noqa: BLE001 - all of them are looked at
            failures.append("".join(traceback.format_exception(error)) + repr(error))

    await fails(play.channel.send(outgoing(Say("help"))))
    await fails(anext(play.channel.fetch(kept.file_id, 100)))
    assert len(failures) == 2
    assert_silent(everything.text, *failures)


async def test_no_error_of_a_download_holds_the_token(play: Stage) -> None:
    """D23: the address of a file has the token in it."""
    kept = play.telegram.files.keep(b"bytes" * 100_000)
    chunks = play.channel.fetch(kept.file_id, 10)
    with pytest.raises(Exception, match="larger") as failed:
        await anext(chunks)
    await play.telegram.goes_away()
    assert_silent(*traceback.format_exception(failed.value))
    with pytest.raises(Exception, match="NetworkError") as away:
        await anext(play.channel.fetch(kept.file_id, 10))
    assert_silent(*traceback.format_exception(away.value))
    await play.telegram.comes_back()


async def test_a_refused_token_is_not_repeated(play: Stage) -> None:
    play.telegram.faults.on("getMe", unauthorized())
    with pytest.raises(TokenRefused) as refused:
        await play.channel.poll()
    assert_silent(*traceback.format_exception(refused.value))


def test_what_is_printed_of_the_channel_holds_no_token(play: Stage) -> None:
    account = Account(TOKEN)
    assert_silent(account, repr(play.channel), repr(play.channel._line), NOON)  # noqa: SLF001
