"""Events reach the bot as often, as late and as oddly as the real Slack would send them."""

import asyncio
from typing import Any

import pytest
from aiohttp import web
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler

from tests.platforms.slack import (
    HOSTILE_BODIES,
    DropsAfter,
    FakeSlack,
    Late,
    RateLimited,
    ServerError,
    Timing,
)
from tests.platforms.slack.bots import ana_in, bolt, client, echo, over_http, over_socket
from tests.platforms.slack.rules import Json

# Many retries: on a busy machine even a prompt answer may be late.
IMPATIENT = Timing(acknowledge_within=0.2, retry_after=(0,) * 20)


async def test_what_is_not_acknowledged_in_time_comes_again_while_the_first_still_runs() -> None:
    async with FakeSlack(timing=IMPATIENT) as slack:
        ana, app, released = ana_in(slack), bolt(slack), asyncio.Event()
        tries: list[str | None] = []

        @app.event("message")
        async def slow_once(request: Any) -> None:
            tries.append(request.headers.get("x-slack-retry-reason", [None])[0])
            if len(tries) == 1:
                await released.wait()

        async with over_http(slack, app):
            delivery = await ana.says("hello")
            await delivery.finished.wait()
            released.set()
    assert tries[0] is None
    assert set(tries[1:]) == {"http_timeout"}
    assert delivery.attempts >= 2
    assert delivery.acknowledgements == 1


@pytest.mark.usefixtures("quiet")
async def test_slack_gives_up_after_three_retries_or_when_told_to(slack: FakeSlack) -> None:
    ana, answers = ana_in(slack), [{"X-Slack-No-Retry": "1"}, {}, {}, {}, {}]

    async def fail(_: web.Request) -> web.Response:
        return web.Response(status=500, headers=answers.pop(0))

    app = web.Application()
    app.router.add_post("/", fail)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.request_url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    told, untold = await ana.says("one"), await ana.says("two")
    await slack.deliveries.settled()
    assert sorted((told.attempts, untold.attempts)) == [1, 4]
    assert slack.deliveries.unacknowledged == [told, untold]
    press = await ana.commands("/ticket", "x")
    await runner.cleanup()
    await slack.deliveries.settled()
    assert press.attempts == 1
    assert ana.sees.errors == ['/ticket failed with the error "dispatch_failed"']


async def test_events_wait_for_a_bot_and_outlive_its_death(slack: FakeSlack) -> None:
    ana = ana_in(slack)
    early = await ana.says("anybody there?")
    first, second = bolt(slack), bolt(slack)
    stuck, never = asyncio.Event(), asyncio.Event()

    @first.event("message")
    async def hang() -> None:
        stuck.set()
        await never.wait()

    heard: list[tuple[str, str]] = []

    @second.event("message")
    async def hear(event: Json, request: Any) -> None:
        heard.append((event["text"], request.headers["x-slack-retry-num"][0]))

    async with over_socket(slack, first):
        await stuck.wait()
        assert not early.acknowledged
    async with over_socket(slack, second):
        await early.finished.wait()
    assert heard == [("anybody there?", "1")]
    assert (early.reasons, early.attempts) == (["connection_lost"], 2)
    never.set()


async def test_a_bot_asked_to_reconnect_does_and_hears_on(slack: FakeSlack) -> None:
    ana = ana_in(slack)
    async with over_socket(slack, echo(slack)):
        await ana.says("one")
        await ana.reads("Heard one")
        await slack.sockets.say_goodbye()
        await slack.sockets.opened_times(2)
        await ana.says("two")
        await ana.reads("Heard two")
        slack.sockets.cut()
        await slack.sockets.opened_times(3)
        await ana.says("three")
        await ana.reads("Heard three")


async def test_duplicates_and_another_order_can_be_arranged(slack: FakeSlack) -> None:
    ana, app, heard = ana_in(slack), bolt(slack), list[str]()

    @app.event("message")
    async def hear(event: Json) -> None:
        heard.append(event["text"])

    async with over_http(slack, app):
        slack.deliveries.hold()
        first = await ana.says("first")
        await ana.says("second")
        await slack.deliveries.release()
        assert heard == ["second", "first"]
        await slack.deliveries.again(first, times=3, as_retry=True)
    assert heard[2:] == ["first"] * 3
    assert first.acknowledgements == 4


async def test_a_limited_channel_is_told_to_wait_and_others_are_not(slack: FakeSlack) -> None:
    ana, bea = ana_in(slack), slack.person("U3")
    slack.faults.on("chat.postMessage", RateLimited(retry_after=0), channel=ana.dm)
    with pytest.raises(SlackApiError, match="ratelimited") as refusal:
        await client(slack).chat_postMessage(channel=ana.dm, text="x")
    assert refusal.value.response.headers["Retry-After"] == "0"
    slack.faults.on("chat.postMessage", RateLimited(retry_after=0), channel=ana.dm)
    await client(slack).chat_postMessage(channel=bea.dm, text="x")
    patient = client(slack, retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=1)])
    await patient.chat_postMessage(channel=ana.dm, text="x")
    slack.faults.on("*", ServerError(502))
    with pytest.raises(SlackApiError):
        await patient.chat_postMessage(channel=ana.dm, text="x")
    assert (len(ana.sees), len(bea.sees), slack.refusals) == (1, 1, [])


async def test_a_lost_answer_makes_the_default_client_post_twice(slack: FakeSlack) -> None:
    ana = ana_in(slack)
    slack.faults.on("chat.postMessage", DropsAfter())
    await client(slack).chat_postMessage(channel=ana.dm, text="x")
    assert len(ana.sees) == 2
    slack.faults.on("chat.postMessage", Late(asyncio.Event()))
    impatient = client(slack, retry_handlers=[])
    call = asyncio.create_task(impatient.chat_postMessage(channel=ana.dm, text="x"))
    await ana.wait_for(lambda screen: len(screen) == 3)
    assert not call.done()
    call.cancel()
    await asyncio.gather(call, return_exceptions=True)


@pytest.mark.usefixtures("quiet")
async def test_raw_requests_right_and_wrong_reach_the_bot_as_they_are(slack: FakeSlack) -> None:
    async with over_http(slack, echo(slack)):
        good = slack.signed(b'{"type": "url_verification", "challenge": "c"}')
        assert (await slack.posts(good))[0] == 200
        forged = good.with_headers(("X-Slack-Signature", "v0=0"))
        stale = slack.signed(good.body, ts=slack.now() - 301)
        for wrong in (forged, stale):
            assert (await slack.posts(wrong))[0] == 401
        # Bolt itself answers a timestamp that is no number with 500 (A3): ours must not.
        assert (await slack.posts(slack.signed(good.body, ts="abc")))[0] == 500
        assert (await slack.posts(slack.signed(HOSTILE_BODIES["broken"])))[0] == 500


async def test_a_thousand_events_are_each_delivered_once() -> None:
    async with FakeSlack(timing=Timing(acknowledge_within=120)) as slack:
        await _hears_a_thousand(slack)


async def _hears_a_thousand(slack: FakeSlack) -> None:
    app, heard = bolt(slack), list[str]()

    @app.event("message")
    async def hear(event: Json) -> None:
        heard.append(event["user"])

    people = [slack.person(f"U{number}") for number in range(100)]
    # A busy machine answers few pings in time, and a new connection means another attempt.
    async with over_socket(slack, app, ping=30):
        for _ in range(10):
            for person in people:
                await person.says("hello")
        await slack.deliveries.settled()
    assert len(heard) == 1000
    assert {delivery.attempts for delivery in slack.deliveries.by_id.values()} == {1}
