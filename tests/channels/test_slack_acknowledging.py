"""Slack is told that a message is safe only when it is, and hears again what was not."""

import asyncio
from collections.abc import AsyncIterator
from typing import cast

import pytest

from intake.dialogue.messages import Pressed, Text
from intake.ports import StoreUnavailable
from tests.channels.slack_stage import OFFER, Stage, Way, stage
from tests.platforms.slack import Timing
from tests.platforms.slack.bots import PROXY_VARIABLES


@pytest.fixture(autouse=True)
def _without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(params=["http", "socket"])
async def on(request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    async with stage(cast(Way, request.param)) as set_up:
        yield set_up


@pytest.fixture
async def over_socket() -> AsyncIterator[Stage]:
    async with stage("socket") as set_up:
        yield set_up


async def test_nothing_is_acknowledged_before_it_is_written_down(on: Stage) -> None:
    on.desk.slow[Text("hello")] = written = asyncio.Event()
    delivery = await on.ana.says("hello")
    await on.desk.until(lambda desk: desk.times == 1)
    assert (delivery.attempts, delivery.acknowledged) == (1, False)
    written.set()
    await on.settled()
    assert (delivery.attempts, delivery.acknowledged) == (1, True)


@pytest.mark.parametrize("way", ["http", "socket"])
async def test_what_the_store_did_not_take_is_delivered_again(way: Way) -> None:
    """E5."""
    impatient = Timing(acknowledge_within=0.3, retry_after=(0, 0, 0))
    async with stage(way, impatient) as on:
        on.desk.troubles = [StoreUnavailable(), StoreUnavailable()]
        delivery = await on.ana.says("hello")
        await on.settled()
        assert on.desk.said == [Text("hello")]
        assert (delivery.attempts, delivery.acknowledgements) == (3, 1)


async def test_a_press_that_was_not_taken_is_told_to_the_person() -> None:
    async with stage("http") as on:
        on.desk.script = lambda _: [OFFER]
        await on.ana.says("hello")
        shown = await on.ana.reads()
        on.desk.troubles = [StoreUnavailable()]
        await on.ana.presses(shown.buttons[0], shown)
        await on.settled()
        assert len(on.ana.sees.errors) == 1
        assert on.ana.sees[shown.ts].labels == shown.labels
        await on.ana.presses(shown.buttons[0], shown)
        await on.settled()
        assert on.desk.said[-1] == Pressed("t1.none")


async def test_the_same_event_many_times_has_one_effect(on: Stage) -> None:
    """A6."""
    on.desk.script = lambda _: [OFFER]
    delivery = await on.ana.says("hello")
    await on.settled()
    await on.slack.deliveries.again(delivery, times=30)
    await on.settled()
    assert on.desk.said == [Text("hello")]
    assert delivery.acknowledgements == 31
    assert len(on.slack.log.of("chat.postMessage")) == 1


async def test_a_retry_while_the_first_is_still_under_way_is_answered_once(on: Stage) -> None:
    """A7."""
    on.desk.slow[Text("hello")] = written = asyncio.Event()
    delivery = await on.ana.says("hello")
    await on.desk.until(lambda desk: desk.times == 1)
    retry = asyncio.create_task(on.slack.deliveries.again(delivery, as_retry=True))
    written.set()
    await retry
    await on.settled()
    assert delivery.acknowledgements == 2
    assert on.desk.said == [Text("hello")]


async def test_words_are_heard_in_the_order_in_which_they_came(over_socket: Stage) -> None:
    """A8, B13: a slow one holds up the same person's next, and nobody else's."""
    on = over_socket
    on.desk.slow[Text("line 0")] = written = asyncio.Event()
    for n in range(20):
        await on.ana.says(f"line {n}")
    ben = on.slack.person("U3", name="Ben")
    await ben.says("me too")
    await on.desk.until(lambda desk: Text("me too") in desk.said)
    assert (on.desk.times, on.desk.said) == (2, [Text("me too")])
    written.set()
    await on.settled()
    assert on.desk.said[1:] == [Text(f"line {n}") for n in range(20)]


async def test_ten_taps_in_a_moment_take_the_buttons_off_once(on: Stage) -> None:
    """A11."""
    on.desk.script = lambda message: [OFFER] if isinstance(message.said, Text) else []
    await on.ana.says("hello")
    shown = await on.ana.reads()
    for _ in range(10):
        await on.ana.presses(shown.buttons[1], shown)
    await on.ana.wait_for(lambda screen: screen[shown.ts].labels == ())
    await on.settled()
    assert on.desk.said[1:] == [Pressed("t1.back")] * 10
    assert len(on.slack.log.of("chat.update")) == 1


async def test_a_press_in_a_channel_is_not_heard(on: Stage) -> None:
    """A11: ours stand in direct messages only."""
    on.desk.script = lambda _: [OFFER]
    await on.ana.says("hello")
    shown = await on.ana.reads()
    elsewhere = type(shown.posted)("C1", "1.0", "UBOT", blocks=shown.posted.blocks)
    await on.ana.mentions_bot("hello", "C1")
    await on.ana.reads("privado")
    await on.ana.presses(shown.buttons[0], type(shown)(elsewhere, shown.seen, shown.fallback))
    await on.settled()
    assert on.desk.said == [Text("hello")]


async def test_a_lost_connection_is_opened_again_and_nothing_is_lost() -> None:
    """A18: after a cut without a word, on request, and when half-open."""
    async with stage("socket", ping=0.3) as on:
        sockets = on.slack.sockets
        await on.ana.says("one")
        await on.settled()
        sockets.cut()
        await on.ana.says("two")
        await on.settled()
        for reason in ("refresh_requested", "warning", "too_many_websockets"):
            before = sockets.opened
            await sockets.say_goodbye(reason)
            await sockets.opened_times(before + 1)
            await on.ana.says(reason)
            await on.settled()
        before = sockets.opened
        sockets.fall_silent()
        await sockets.opened_times(before + 1)
        await on.ana.says("last")
        await on.settled()
        wanted = ["one", "two", "refresh_requested", "warning", "too_many_websockets", "last"]
        assert on.desk.said == [Text(words) for words in wanted]
        assert sockets.connections <= 1


async def test_what_is_said_while_nobody_is_connected_arrives_later(over_socket: Stage) -> None:
    """A20."""
    on = over_socket
    await on.channel.stop()
    assert not on.channel.alive()
    deliveries = [await on.ana.says(f"line {n}") for n in range(50)]
    await on.channel.start()
    await on.settled()
    assert {str(said) for said in on.desk.said} == {str(Text(f"line {n}")) for n in range(50)}
    assert all(delivery.acknowledged for delivery in deliveries)


async def test_an_address_that_is_used_up_is_asked_for_anew() -> None:
    """A18: the library itself would try the same one for ever."""
    async with stage("socket", ping=0.3) as on:
        handler = on.channel._socket._handler  # type: ignore[union-attr] # noqa: SLF001 (no other way)
        assert handler is not None
        before = on.slack.sockets.opened
        handler.client.wss_uri = f"{on.slack.url.replace('http', 'ws')}/link/used"
        connecting = asyncio.create_task(handler.client.connect())
        await on.slack.sockets.opened_times(before + 1)
        await on.ana.says("hello")
        await on.settled()
        assert on.desk.said == [Text("hello")]
        await connecting


async def test_stopping_lets_what_was_begun_be_acknowledged(over_socket: Stage) -> None:
    """E4."""
    on = over_socket
    on.desk.slow[Text("hello")] = written = asyncio.Event()
    delivery = await on.ana.says("hello")
    await on.desk.until(lambda desk: desk.times == 1)
    stopping = asyncio.create_task(on.channel.stop())
    await asyncio.sleep(0)
    later = await on.ana.says("too late for this time")
    ben = on.slack.person("U3", name="Ben")
    await ben.says("me too")
    for _ in range(100):  # time enough for the envelope to arrive, if it were taken
        await asyncio.sleep(0)
    written.set()
    await stopping
    assert (delivery.attempts, delivery.acknowledgements) == (1, 1)
    assert (later.acknowledged, on.desk.times) == (False, 1)
    await on.channel.start()
    await on.settled()
    assert len(on.desk.heard) == 3


async def test_an_envelope_that_bolt_cannot_read_is_acknowledged(over_socket: Stage) -> None:
    """A12, A19."""
    on = over_socket
    odd = on.slack.interact("interactive", {"type": "block_actions", "user": 5}, lambda _: None)
    await on.settled()
    assert odd.acknowledged
