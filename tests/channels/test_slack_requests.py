"""Only Slack's own requests come in, and none of them, however wrong, brings us down (A3, A5)."""

import asyncio
import json
import resource
import time
from collections.abc import AsyncIterator

import pytest

from bot.channels.slack.guard import Forged, Malformed, check_signature, read_shape
from intake.dialogue.messages import Text
from tests.channels.slack_stage import Stage, stage
from tests.platforms.slack import HOSTILE_BODIES
from tests.platforms.slack.bots import PROXY_VARIABLES
from tests.platforms.slack.signing import Signer

SECRET = "a secret of ours"
NOW = 1_732_387_312
EVENT = b'{"type": "event_callback"}'


@pytest.fixture(autouse=True)
def _without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
async def on() -> AsyncIterator[Stage]:
    async with stage("http") as set_up:
        yield set_up


def signature(stamp: str = str(NOW), body: bytes = EVENT, secret: str = SECRET) -> str:
    return Signer(secret).signature(body, stamp)


def test_a_signature_of_the_last_five_minutes_is_believed() -> None:
    for age in (0, 299, 300, -300):
        check_signature(SECRET, EVENT, [str(NOW)], [signature()], NOW + age)


@pytest.mark.parametrize(
    ("stamps", "signatures"),
    [
        ([str(NOW - 301)], [signature(str(NOW - 301))]),
        ([str(NOW + 301)], [signature(str(NOW + 301))]),
        ([stamp := "abc"], [signature(stamp)]),
        ([stamp := ""], [signature(stamp)]),
        ([stamp := "1e400"], [signature(stamp)]),
        ([stamp := "9" * 400], [signature(stamp)]),
        ([stamp := "١٧٣٢٣٨٧٣١٢"], [signature(stamp)]),
        ([stamp := f" {NOW}"], [signature(stamp)]),
        ([str(NOW)], ["v0=ünïcode"]),
        ([str(NOW)], [""]),
        ([str(NOW)], [signature().upper()]),
        ([str(NOW)], ["v1" + signature()[2:]]),
        ([str(NOW)], [signature(secret="another")]),
        ([str(NOW)], [signature(body=b"{}")]),
        ([str(NOW)], [signature(), signature()]),
        ([str(NOW), str(NOW)], [signature()]),
        ([], [signature()]),
        ([str(NOW)], []),
    ],
)
def test_anything_else_is_forged(stamps: list[str], signatures: list[str]) -> None:
    """A3."""
    with pytest.raises(Forged):
        check_signature(SECRET, EVENT, stamps, signatures, NOW)


def test_without_a_secret_nobody_is_believed() -> None:
    with pytest.raises(Forged):
        check_signature("", EVENT, [str(NOW)], [signature(secret="")], NOW)


@pytest.mark.parametrize("name", [name for name in HOSTILE_BODIES if name != "huge"])
def test_a_body_that_is_no_event_is_malformed(name: str) -> None:
    """A5, in a request of its own and inside a form."""
    body = HOSTILE_BODIES[name]
    with pytest.raises(Malformed):
        read_shape(body, "application/json; charset=utf-8")
    with pytest.raises(Malformed):
        read_shape(b"payload=" + body, "application/x-www-form-urlencoded")


@pytest.mark.parametrize(
    "form",
    ["a=1", "payload={}&payload={}", "&".join(f"command{n}=" for n in range(200)), "command=%"],
)
def test_a_form_that_is_no_command_is_malformed(form: str) -> None:
    if form == "command=%":
        read_shape(form.encode(), "")
        return
    with pytest.raises(Malformed):
        read_shape(form.encode(), "application/x-www-form-urlencoded")


def test_what_slack_sends_is_well_formed() -> None:
    said = read_shape('{"text": "\\ud83d\\ude00 ñ"}'.encode(), "application/json")
    assert said == {"text": "\N{GRINNING FACE} ñ"}
    pressed = read_shape(b"payload=%7B%22type%22%3A%22block_actions%22%7D", "")
    assert pressed == {"type": "block_actions"}
    ordered = read_shape(b"command=%2Fticket&text=", "application/x-www-form-urlencoded")
    assert ordered == {"command": "/ticket", "text": ""}


async def test_a_forged_request_gets_401_and_says_nothing_to_the_desk(on: Stage) -> None:
    """A3, through the real server."""
    good = on.slack.signed(EVENT)
    stale = on.slack.signed(EVENT, ts=on.slack.now() - 302)
    wrong = [
        stale,
        on.slack.signed(EVENT, ts="abc"),
        good.with_headers(("X-Slack-Signature", "v0=ünïcode")),
        good.with_headers(("X-Slack-Signature", "v0=" + "0" * 64)),
        good.with_more(("X-Slack-Signature", "v0=" + "0" * 64)),
        type(good)(EVENT, ()),
    ]
    assert [(await on.slack.posts(request))[0] for request in wrong] == [401] * len(wrong)
    assert (await on.slack.posts(good))[0] == 200
    assert on.desk.times == 0


async def test_a_good_request_grows_old(on: Stage) -> None:
    """A4, E9: within five minutes it is the same event again, later it is nothing at all."""
    delivery = await on.ana.says("hello")
    await on.settled()
    request = on.slack.signed(json.dumps(delivery.payload))
    on.clock.ahead = 298
    assert (await on.slack.posts(request))[0] == 200
    on.clock.ahead = 303
    assert (await on.slack.posts(request))[0] == 401
    assert on.desk.said == [Text("hello")]


async def test_a_signed_monster_is_turned_away_quickly(on: Stage) -> None:
    """A5: 400 or 413, none of them slow, none of them kept in memory."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name, body in HOSTILE_BODIES.items():
        request = on.slack.signed(body)
        began = time.process_time()
        status, _ = await on.slack.posts(request)
        assert status == (413 if name == "huge" else 400), name
        assert time.process_time() - began < 0.5, name
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 40 * 1024
    assert on.desk.times == 0


async def test_a_body_without_a_length_is_measured_as_it_comes(on: Stage) -> None:
    """A5: chunked."""
    host, port = on.slack.request_url.split("/")[2].split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    head = "POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    writer.write(head.encode() + chunk * 17 + b"0\r\n\r\n")
    assert b" 413 " in await reader.readline()
    writer.close()


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"type": "app_uninstalled"},
        {"type": "event_callback"},
        {"type": "event_callback", "event": None},
        {"type": "event_callback", "event": {"type": "reaction_added"}},
        {"type": "event_callback", "event": {"type": "message"}, "event_id": "Ev1"},
        {"type": "event_callback", "event": {"type": "message", "user": {"id": "U2"}}},
        {"type": "event_callback", "event_id": 5, "event": {"type": "message", "text": ["x"]}},
        {"type": "block_actions", "user": {"id": "U2"}, "actions": [None]},
        {"type": "view_submission", "view": {"id": "V1"}},
        {"type": "shortcut", "callback_id": "x"},
        {"type": "something_new", "data": {"deep": [1, {"x": None}]}},
    ],
)
async def test_what_we_do_not_know_is_acknowledged_and_ignored(on: Stage, body: object) -> None:
    """A12."""
    assert await on.slack.posts(on.slack.signed(json.dumps(body))) == (200, "")
    assert on.desk.times == 0


@pytest.mark.parametrize("body", [{"user": 5}, {"authorizations": 7}, {"enterprise": 1}])
async def test_what_bolt_cannot_read_is_no_fault_of_ours(on: Stage, body: object) -> None:
    """A12."""
    assert (await on.slack.posts(on.slack.signed(json.dumps(body))))[0] == 400


async def test_slacks_own_checks_are_answered(on: Stage) -> None:
    """A19."""
    challenge = {"type": "url_verification", "challenge": "abc", "token": "x"}
    status, answer = await on.slack.posts(on.slack.signed(json.dumps(challenge)))
    assert (status, json.loads(answer)) == (200, {"challenge": "abc"})
    check = on.slack.signer.signed_form({"ssl_check": "1", "token": "x"}, ts=on.slack.now())
    assert await on.slack.posts(check) == (200, "")
    held = {"type": "app_rate_limited", "team_id": "T1", "minute_rate_limited": 28873122}
    assert await on.slack.posts(on.slack.signed(json.dumps(held))) == (200, "")
    assert on.slack.calls == []


async def test_words_that_no_database_holds_do_not_crash_the_way_in(on: Stage) -> None:
    """B3."""
    await on.ana.says("a\0b\x1b[31m \u202e \U0001f600")
    await on.settled()
    assert on.desk.said == [Text("a\0b\x1b[31m \u202e \U0001f600")]
