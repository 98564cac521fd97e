"""How Slack writes things down, and what people meant."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.commands import ordered
from bot.channels.slack.deeds import Ordered, Spoken
from bot.channels.slack.payloads import read
from bot.channels.slack.typed import typed
from intake.dialogue.messages import Command, CommandName, Files, Text, Unreadable
from tests.platforms.slack.mrkdwn import escape

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
        ("see <http://example.com|example.com>!", "see example.com!"),
        ("see <https://example.com/a?b=1&amp;c=2>", "see https://example.com/a?b=1&c=2"),
        ("<https://example.com/|https://example.com>", "https://example.com"),
        ("<mailto:ana@example.org|ana@example.org>", "ana@example.org"),
        ("<tel:+5112345|+5112345>", "+5112345"),
        (
            "<https://evil.example|https://bank.example>",
            "https://bank.example (https://evil.example)",
        ),
        ("<https://ours.example|click here>", "click here (https://ours.example)"),
        ("<@U1> <@U2|ben>", "@U1 @ben"),
        ("<#C1> <#C2|general>", "#C1 #general"),
        ("<!here> <!subteam^S1|@support>", "@here @support"),
        ("<!date^1392734382^{date}|yesterday>", "yesterday"),
        ("&lt;!here&gt; *bold* _it_ :tada:", "<!here> *bold* _it_ :tada:"),
        ("<unheard|of> <>", "<unheard|of> <>"),
    ],
)
def test_what_slack_wrote_is_what_was_typed(written: str, meant: str) -> None:
    assert typed(written) == meant


@given(st.text())
def test_whatever_is_typed_comes_back_letter_for_letter(text: str) -> None:
    assert typed(escape(text)) == text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", Command(CommandName.START)),
        ("  help ", Command(CommandName.HELP)),
        ("Help me with my printer", Text("Help me with my printer")),
        ("status TID-8F3K-22Q1-X", Command(CommandName.STATUS, "TID-8F3K-22Q1-X")),
        ("status", Command(CommandName.STATUS)),
        ("new map is broken", Text("new map is broken")),
        ("language es", Command(CommandName.LANGUAGE, "es")),
        ("language of the page is wrong", Text("language of the page is wrong")),
        ("answer TID-1 do this", Command(CommandName.ANSWER, "TID-1 do this")),
        ("close TID-1 solved", Command(CommandName.CLOSE, "TID-1 solved")),
        ("queue", Command(CommandName.QUEUE)),
        ("the map is gone", Text("the map is gone")),
        ("verify a@b.org", Command(CommandName.VERIFY, "a@b.org")),
        ("verify my settings please", Text("verify my settings please")),
        ("forget", Command(CommandName.FORGET)),
        ("forget about it", Text("forget about it")),
    ],
)
def test_a_command_is_an_order_or_simply_words(words: str, said: Command | Text) -> None:
    assert ordered(words) == said


def event(**about: Any) -> dict[str, Any]:
    inner = {"type": "message", "user": "U2", "channel": "D2", "ts": "1732387312.000200"}
    return {
        "type": "event_callback",
        "team_id": "T1",
        "event_id": "Ev1",
        "event": {**inner, "text": "hi", **about},
    }


@pytest.mark.parametrize(
    "about",
    [
        {"channel": "C1", "channel_type": "channel"},
        {"channel": "G1", "channel_type": "mpim"},
        {"channel": "D2/../D3"},
        {"subtype": "channel_join"},
        {"subtype": "bot_message"},
        {"subtype": "message_replied"},
        {"subtype": "message_changed"},
        {"subtype": "message_changed", "message": {"user": "U2", "text": "new", "ts": "1.0"}},
        {"subtype": "message_deleted"},
        {"bot_id": "B1"},
        {"bot_profile": {"id": "B1"}},
        {"user": "USLACKBOT"},
        {"user": ""},
        {"user": None},
        {"user": "U2\n"},
        {"type": "app_mention"},
        {"type": "member_joined_channel"},
    ],
)
def test_what_does_not_concern_the_desk_is_nothing(about: dict[str, Any]) -> None:
    """A10, A12."""
    assert read(event(**about), NOW) is None


def test_only_a_persons_own_new_words_correct() -> None:
    """A9, A10: our own messages change too, when their buttons go."""
    before = {"user": "U2", "text": "old", "ts": "1.0"}
    edit = {"subtype": "message_changed", "previous_message": before}
    assert isinstance(read(event(**edit, message={**before, "text": "new"}), NOW), Spoken)
    for after in ({}, {"text": "new", "bot_id": "B1"}, {"text": "  "}, {"text": "old"}):
        assert read(event(**edit, message={**before, **after}), NOW) is None


def test_words_of_every_sort_are_words() -> None:
    for about in ({}, {"subtype": "me_message"}, {"subtype": "thread_broadcast"}):
        deed = read(event(**about), NOW)
        assert isinstance(deed, Spoken)
        assert deed.said == Text("hi")
    empty = read(event(text="  "), NOW)
    assert isinstance(empty, Spoken)
    assert empty.said == Unreadable("other")


@pytest.mark.parametrize("ts", ["", "nan", "1e400", "-1", "9" * 30, "١", None, 17])
def test_a_time_that_is_none_is_now(ts: object) -> None:
    """I8."""
    deed = read(event(ts=ts), NOW)
    assert isinstance(deed, Spoken)
    assert deed.sent_at == NOW


def test_an_organisation_is_not_a_workspace() -> None:
    """B21: events of an Enterprise organisation name it; the same person's commands do not."""
    deed = read(event(user_team="E1", team="E1"), NOW)
    form = {"command": "/ticket", "user_id": "U2", "team_id": "T1", "channel_id": "D2"}
    order = read({**form, "trigger_id": "1.2.abc"}, NOW)
    assert isinstance(deed, Spoken)
    assert isinstance(order, Ordered)
    assert deed.person == order.person
    assert (order.id, order.said) == ("slack:1.2.abc", Command(CommandName.START))


@pytest.mark.parametrize(
    ("file", "remote"),
    [
        ({"mode": "hosted", "url_private_download": "https://files.slack.com/d"}, "/d"),
        ({"mode": "snippet", "url_private": "https://files.slack.com/p"}, "/p"),
        ({"mode": "external", "url_private": "https://drive.example/x"}, ""),
        ({"mode": "hosted", "is_external": True, "url_private": "https://drive.example/x"}, ""),
        ({"mode": "tombstone"}, ""),
        ({"mode": "hidden_by_limit"}, ""),
        ({}, ""),
        ({"mode": "hosted", "url_private": 5, "size": True, "name": None}, ""),
        ({"mode": "hosted", "size": -1}, ""),
    ],
)
def test_a_file_is_where_slack_holds_it_or_nowhere(file: dict[str, Any], remote: str) -> None:
    """D17."""
    deed = read(event(subtype="file_share", files=[{"id": "F1", **file}, "odd"]), NOW)
    assert isinstance(deed, Spoken)
    assert isinstance(deed.said, Files)
    (found,) = deed.said.files
    assert found.remote.removeprefix("https://files.slack.com") == remote
    assert (found.name, found.size) == ("file", None)


NAMES = (
    "id type event user team channel actions container message blocks files ts text subtype "
    "command user_id team_id trigger_id previous_message event_id"
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(NAMES.split()), inner, max_size=5)
    ),
    max_leaves=20,
)
KINDS = st.sampled_from(["event_callback", "block_actions", "app_rate_limited", ""])


@given(JSON, KINDS)
def test_no_shape_of_json_is_too_odd(shape: Any, kind: str) -> None:
    """A12."""
    body = {**shape, "type": kind} if isinstance(shape, dict) else {"type": kind, "event": shape}
    read(body, NOW)
