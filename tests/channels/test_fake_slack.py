"""The Slack that our tests talk to, and a person in it, against the real libraries."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.platforms.slack import FakeSlack, NeverSeen, Timing
from tests.platforms.slack.bots import (
    PROXY_VARIABLES,
    ana_in,
    bolt,
    client,
    echo,
    over_http,
    over_socket,
    section,
)
from tests.platforms.slack.rules import Json


@pytest.fixture(autouse=True)
def _without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    """A server whose retries come at once, and who waits long for an acknowledgement."""
    timing = Timing(acknowledge_within=5, retry_after=(0, 0, 0))
    async with FakeSlack(timing=timing) as server:
        yield server


@pytest.mark.parametrize("way", [over_http, over_socket])
async def test_a_talk_goes_both_ways_over_either_transport(slack: FakeSlack, way: Any) -> None:
    ana = ana_in(slack)
    async with way(slack, echo(slack)):
        delivery = await ana.says("Hello <there>")
        heard = await ana.reads("Heard Hello <there>")
        assert heard.labels == ("Thanks",)
        assert (heard.mentions, heard.links) == ((), ())
        await ana.presses("Thanks")
        assert (await ana.reads("Gladly")).labels == ()
        await ana.commands("/ticket", "a printer")
        assert (await ana.reads("A ticket about a printer")).is_ephemeral
        await slack.deliveries.settled()
    assert delivery.attempts == delivery.acknowledgements == 1
    assert slack.refusals == []


async def test_files_are_handed_out_only_for_the_token(slack: FakeSlack) -> None:
    ana = ana_in(slack)
    delivery = await ana.uploads([("../../plan.txt", b"secret", "text/plain")], text="see this")
    event = delivery.payload["event"]
    (file,) = event["files"]
    assert (event["subtype"], file["name"], file["size"]) == ("file_share", "../../plan.txt", 6)
    headers = {"Authorization": f"Bearer {slack.bot_token}"}
    async with ClientSession() as web_client:
        async with web_client.get(file["url_private_download"]) as page:
            assert (page.status, page.content_type) == (200, "text/html")
        async with web_client.get(file["url_private_download"], headers=headers) as answer:
            assert await answer.read() == b"secret"
    assert (await client(slack).files_info(file=file["id"]))["file"]["name"] == "../../plan.txt"


async def test_a_bot_sends_a_file_by_the_three_steps(slack: FakeSlack) -> None:
    ana = ana_in(slack)
    sent = await client(slack).files_upload_v2(
        content="a,b", filename="list.csv", channel=ana.dm, initial_comment="Your list"
    )
    assert slack.files.content(sent["file"]["id"]) == b"a,b"
    assert "Your list" in ana.sees


async def test_an_edit_a_deletion_a_mention_and_a_look_at_home_arrive_as_events(
    slack: FakeSlack,
) -> None:
    ana = ana_in(slack)
    said = await ana.says("helo")
    edited = (await ana.edits(said.ts, "hello")).payload["event"]
    assert (edited["subtype"], edited["message"]["text"]) == ("message_changed", "hello")
    assert edited["previous_message"]["text"] == "helo"
    assert (await ana.deletes(said.ts)).payload["event"]["deleted_ts"] == said.ts
    assert (await ana.mentions_bot("help")).payload["event"]["text"] == "<@UBOT> help"
    assert (await ana.opens_home()).payload["event"]["tab"] == "home"


async def test_a_modal_needs_a_fresh_trigger_and_asks_again_on_errors(slack: FakeSlack) -> None:
    ana, app, verdicts = ana_in(slack), bolt(slack), list[str]()
    text = {"type": "plain_text", "text": "Subject"}
    field = {"type": "plain_text_input", "action_id": "subject"}
    asked = {"type": "input", "block_id": "s", "label": text, "element": field}
    modal: Json = {"type": "modal", "callback_id": "new", "title": text, "blocks": [asked]}

    @app.command("/ticket")
    async def opens(ack: Any, command: Json, client: AsyncWebClient) -> None:
        await ack()
        for view in (modal, {**modal, "submit": text}, {**modal, "submit": text}):
            try:
                await client.views_open(trigger_id=command["trigger_id"], view=view)
            except SlackApiError as refusal:
                verdicts.append(refusal.response["error"])

    @app.view("new")
    async def submitted(ack: Any, view: Json) -> None:
        said = view["state"]["values"]["s"]["subject"]["value"]
        verdict = {"response_action": "errors", "errors": {"s": "Too short"}}
        await ack(**(verdict if said == "x" else {}))

    async with over_http(slack, app):
        await (await ana.commands("/ticket")).finished.wait()
        assert verdicts == ["invalid_arguments", "exchanged_trigger_id"]
        await ana.submits(subject="x")
        await ana.wait_for(lambda screen: screen.errors == ["Too short"])
        await ana.submits(subject="printer")
        await ana.wait_for(lambda _: ana.modal is None)


async def test_triggers_and_response_urls_run_out() -> None:
    times = [1_000_000.0]
    async with FakeSlack(now=lambda: times[-1]) as slack, ClientSession() as web_client:
        ana = ana_in(slack)
        payload = (await ana.commands("/ticket")).payload
        for status in (*[200] * 5, 404):
            async with web_client.post(payload["response_url"], json={"text": "x"}) as answer:
                assert answer.status == status
        times.append(times[-1] + 4)
        home = {
            "type": "modal",
            "title": {"type": "plain_text", "text": "x"},
            "blocks": [section("x")],
        }
        with pytest.raises(SlackApiError, match="expired_trigger_id"):
            await client(slack).views_open(trigger_id=payload["trigger_id"], view=home)


async def test_who_waits_in_vain_is_told_what_the_screen_shows(slack: FakeSlack) -> None:
    ana = ana_in(slack)
    await ana.says("hello")
    with pytest.raises(NeverSeen, match="hello"):
        await ana.reads("an answer", timeout=0.01)
