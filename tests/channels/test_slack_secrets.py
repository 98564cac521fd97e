"""No token and nobody's words are found in what is logged, raised or shown (H1)."""

import asyncio
import contextlib
import io
import logging
import traceback
from collections.abc import Callable, Iterator
from typing import get_args

import pytest
import structlog

from bot import logs
from bot.channels.slack import FetchFailed
from bot.sending import NotSent, Unknown, Unreachable, Wait
from intake.dialogue.messages import ConversationId
from intake.dialogue.replies import Say
from intake.ports import Outgoing, ReplyId
from tests.channels.slack_stage import OFFER, WallClock, Way, credentials, stage
from tests.platforms.slack import (
    DropsAfter,
    DropsBefore,
    FakeSlack,
    RateLimited,
    SaysNo,
    ServerError,
    Timing,
)
from tests.platforms.slack.bots import PROXY_VARIABLES
from tests.platforms.slack.faults import Fault

SECRETS = (FakeSlack.bot_token, FakeSlack.app_token, FakeSlack.signing_secret)


@pytest.fixture(autouse=True)
def _without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def written() -> Iterator[Callable[[], str]]:
    """All that is logged at DEBUG, by the product's own set-up, which is told no secrets here."""
    handlers, level = logging.root.handlers[:], logging.root.level
    log = io.StringIO()
    with contextlib.redirect_stderr(log):
        logs.set_up("DEBUG", ())
    logging.getLogger("story").debug("It begins.")
    assert "It begins." in log.getvalue()
    yield log.getvalue
    structlog.reset_defaults()
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)


def secrets_in(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize("way", get_args(Way))
async def test_a_talk_leaves_no_trace_of_secrets_or_words(
    way: Way, written: Callable[[], str]
) -> None:
    async with stage(way, ping=0.3) as on:
        on.desk.script = lambda _: [OFFER]
        await on.ana.says("my password is hunter2")
        shown = await on.ana.reads()
        await on.ana.presses(shown.buttons[0], shown)
        await on.ana.commands("/ticket", "hunter2", channel="C7")
        await on.ana.uploads([("hunter2.txt", b"x", "text/plain")])
        await on.settled()
        if way == "socket":
            before = on.slack.sockets.opened
            on.slack.sockets.cut()
            await on.slack.sockets.opened_times(before + 1)
        assert secrets_in(repr(vars(on.channel))) == []
        assert secrets_in(repr(credentials(on.slack, way))) == []
    text = written()
    assert secrets_in(text) == []
    assert "hunter2" not in text


@pytest.mark.parametrize("way", get_args(Way))
async def test_a_fault_of_ours_is_told_in_full_but_without_words(
    way: Way, written: Callable[[], str]
) -> None:
    """And Slack delivers it again."""
    async with stage(way, Timing(acknowledge_within=0.3, retry_after=(0, 0, 0))) as on:
        on.desk.troubles = [ValueError("a bug of ours")]
        delivery = await on.ana.says("my password is hunter2")
        await on.settled()
        assert (delivery.attempts, delivery.acknowledgements) == (2, 1)
    text = written()
    assert "a bug of ours" in text
    assert "Traceback" in text
    assert "hunter2" not in text
    assert secrets_in(text) == []


@pytest.mark.parametrize(
    "fault",
    [
        RateLimited(1),
        ServerError(503),
        ServerError(504),
        SaysNo("invalid_auth"),
        SaysNo("internal_error"),
        SaysNo("invalid_blocks"),
        DropsBefore(),
        DropsAfter(),
    ],
)
async def test_a_failure_quotes_no_request(fault: Fault, written: Callable[[], str]) -> None:
    async with stage("http") as on:
        on.slack.faults.on("*", fault, times=9)
        talk = ConversationId(f"slack:T1/{on.ana.dm}")
        outgoing = Outgoing(ReplyId(1), talk, "en", "", Say("helped"), WallClock()())
        with pytest.raises((Wait, NotSent, Unknown, Unreachable)) as failure:
            await on.channel.sender.send(outgoing)
        assert (failure.value.__cause__, failure.value.__suppress_context__) == (None, True)
        raised = "".join(traceback.format_exception(failure.value))
        assert secrets_in(raised + repr(failure.value)) == []
        with pytest.raises(FetchFailed) as unfetched:
            async for _ in on.channel.fetch(f"{on.slack.url}/files-pri/T1-F1/x?secret", 10):
                pass
        assert "F1" not in "".join(traceback.format_exception_only(unfetched.value))
        on.slack.faults.clear()
    assert secrets_in(written()) == []


async def test_a_connection_that_is_refused_tells_no_ticket(written: Callable[[], str]) -> None:
    async with stage("socket", ping=0.3) as on:
        before = on.slack.sockets.opened
        on.slack.faults.on("apps.connections.open", ServerError(500))
        on.slack.faults.on("apps.connections.open", SaysNo("invalid_auth"))
        on.slack.sockets.cut()
        await on.slack.sockets.opened_times(before + 1)
        handler = on.channel._socket._handler  # type: ignore[union-attr] # noqa: SLF001 (no other way)
        assert handler is not None
        handler.client.wss_uri = f"{on.slack.url.replace('http', 'ws')}/link/ticket-canary"
        connecting = asyncio.create_task(handler.client.connect())
        await on.slack.sockets.opened_times(before + 2)
        await connecting
    text = written()
    assert "Invalid response status" in text
    assert "ticket-canary" not in text
    assert "Traceback" not in text
    assert secrets_in(text) == []


async def test_the_usual_environment_is_nothing_to_warn_of(
    written: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", FakeSlack.bot_token)
    async with stage("http") as on:
        await on.ana.says("hello")
        await on.settled()
    assert "warning" not in written()
