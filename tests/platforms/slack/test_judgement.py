"""What Slack would refuse is refused, and what takes effect in a text is seen."""

import json

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.platforms.slack import FakeSlack
from tests.platforms.slack.bots import ana_in, button, client, section
from tests.platforms.slack.rules import Json


def rich(*pieces: Json) -> Json:
    line = {"type": "rich_text_section", "elements": list(pieces)}
    return {"type": "rich_text", "elements": [line]}


@pytest.mark.parametrize(
    ("blocks", "error", "where"),
    [
        ([section("x" * 3001)], "invalid_blocks", "less than 3001 characters"),
        ([section("")], "invalid_blocks", "/blocks/0/text/text"),
        ([section("x")] * 51, "invalid_blocks", "no more than 50 items"),
        ([section("x" * 2500)] * 4, "msg_blocks_too_long", ""),
        ([{"type": "section"}], "invalid_blocks", "text or fields"),
        ([{**section("x"), "colour": "red"}], "invalid_blocks", "additional property: colour"),
        ([{**section("x"), "block_id": "same"}] * 2, "invalid_blocks", "block_id same"),
        ([{"type": "actions", "elements": [button("x" * 76)]}], "invalid_blocks", "76"),
        ([{"type": "actions", "elements": [button(value="x" * 2001)]}], "invalid_blocks", "2001"),
        ([{"type": "actions", "elements": [button(url="not a link")]}], "invalid_blocks", "URL"),
        ([{"type": "actions", "elements": [button()] * 26}], "invalid_blocks", "25"),
        ([{"type": "actions", "elements": []}], "invalid_blocks", "no fewer than 1"),
        (
            [{"type": "actions", "elements": [button(action_id="a")] * 2}],
            "invalid_blocks",
            "action_id a",
        ),
        ([{"type": "header", "text": section("x")["text"]}], "invalid_blocks", "mrkdwn"),
        ([rich({"type": "text", "text": ""})], "invalid_blocks", "/elements/0/elements/0/text"),
        ([rich({"type": "link", "url": "here"})], "invalid_blocks", "valid URL"),
        ([rich({"type": "text", "text": "x", "style": {"big": True}})], "invalid_blocks", "big"),
        ([{"type": "marquee"}], "invalid_blocks", "unsupported type: marquee"),
    ],
)
async def test_blocks_that_slack_would_refuse_are_refused(
    slack: FakeSlack, blocks: list[Json], error: str, where: str
) -> None:
    ana = ana_in(slack)
    with pytest.raises(SlackApiError) as refusal:
        await client(slack).chat_postMessage(channel=ana.dm, text="x", blocks=blocks)
    answer = refusal.value.response
    assert answer["error"] == error
    assert where in json.dumps(answer.data)
    assert [call.error for call in slack.refusals] == [error]
    assert len(ana.sees) == 0


async def test_calls_are_judged_by_token_scope_argument_and_target(slack: FakeSlack) -> None:
    ana, bot = ana_in(slack), client(slack)
    ana.workspace.add_channel(type(slack.workspace.channels[ana.dm])("C9", "closed", frozenset()))
    stranger = AsyncWebClient(token="xoxb-other", base_url=slack.api_url)
    calls = [
        (stranger.auth_test(), "invalid_auth"),
        (bot.api_call("chat.sing"), "unknown_method"),
        (bot.conversations_open(users="U404"), "user_not_found"),
        (bot.chat_postMessage(channel="C404", text="x"), "channel_not_found"),
        (bot.chat_postMessage(channel="C9", text="x"), "not_in_channel"),
        (bot.api_call("chat.postMessage", json={"channel": ana.dm}), "no_text"),
        (bot.api_call("chat.update", json={"text": "x"}), "invalid_arguments"),
        (bot.chat_update(channel=ana.dm, ts="1.0", text="x"), "message_not_found"),
        (bot.chat_postEphemeral(channel=ana.dm, user="U3", text="x"), "user_not_in_channel"),
        (bot.apps_connections_open(app_token=slack.bot_token), "not_allowed_token_type"),
    ]
    for call, error in calls:
        with pytest.raises(SlackApiError, match=error):
            await call
    async with FakeSlack(scopes=frozenset({"chat:write"})) as narrow:
        with pytest.raises(SlackApiError, match="missing_scope"):
            await client(narrow).users_info(user="U2")


async def test_a_person_sees_what_takes_effect_and_what_does_not(slack: FakeSlack) -> None:
    ana, bot = ana_in(slack), client(slack)
    text = "<!here> *now* <https://evil.example|bank> &lt;@U1&gt; `<@U3>` https://ours.example."
    await bot.chat_postMessage(channel=ana.dm, text=text)
    shown = ana.sees.last
    assert shown.text == "@here now bank <@U1> @U3 https://ours.example."
    assert shown.mentions == ("!here", "@U3")
    assert [link.url for link in shown.links] == ["https://evil.example", "https://ours.example"]
    assert ("bold", "now") in shown.seen.styled
    plain = {"type": "header", "text": {"type": "plain_text", "text": "<!here> *x* :tada:"}}
    await bot.chat_postMessage(channel=ana.dm, text="x", blocks=[plain])
    assert ana.sees.last.text == "<!here> *x* :tada:"
    assert ana.sees.last.mentions == ()
    assert ana.sees.last.seen.emoji == ("tada",)


async def test_rich_text_is_literal_but_for_its_own_elements(slack: FakeSlack) -> None:
    ana, bot = ana_in(slack), client(slack)
    words = {"type": "text", "text": "*a* <!here> :tada: ", "style": {"bold": True}}
    link = {"type": "link", "url": "https://ours.example", "text": "ours"}
    called = {"type": "broadcast", "range": "here"}
    await bot.chat_postMessage(channel=ana.dm, text="x", blocks=[rich(words, link, called)])
    shown = ana.sees.last
    assert shown.text == "*a* <!here> :tada: ours@here"
    assert shown.mentions == ("!here",)
    assert [link.url for link in shown.links] == ["https://ours.example"]
    assert shown.seen.styled == (("bold", "*a* <!here> :tada: "),)
    assert shown.seen.emoji == ()


async def test_a_locale_is_told_only_to_who_asks_for_it(slack: FakeSlack) -> None:
    ana_in(slack)
    plain = (await client(slack).users_info(user="U2"))["user"]
    asked = (await client(slack).users_info(user="U2", include_locale=True))["user"]
    assert "locale" not in plain
    assert asked["locale"] == "es-ES"
    assert (asked["tz_offset"], asked["profile"]["email"]) == (-5 * 3600, "ana@example.org")


async def test_an_update_keeps_blocks_that_it_does_not_mention_and_counts_bytes(
    slack: FakeSlack,
) -> None:
    ana, bot = ana_in(slack), client(slack)
    ts = (await bot.chat_postMessage(channel=ana.dm, text="a", blocks=[section("kept")]))["ts"]
    await bot.chat_update(channel=ana.dm, ts=ts, text="b")
    assert ana.sees[ts].text == "kept"
    await bot.chat_update(channel=ana.dm, ts=ts, text="c", blocks=[])
    assert ana.sees[ts].text == "c"
    with pytest.raises(SlackApiError, match="msg_too_long"):
        await bot.chat_update(channel=ana.dm, ts=ts, text="ñ" * 2001)


async def test_a_reply_in_a_thread_that_is_not_there_is_seen_by_nobody(slack: FakeSlack) -> None:
    ana = ana_in(slack)
    assert (await client(slack).chat_postMessage(channel=ana.dm, text="x", thread_ts="1.0"))["ok"]
    assert len(ana.sees) == 0
