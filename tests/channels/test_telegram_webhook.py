"""The webhook: only Telegram gets in, and 200 means that the update is safe."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Mapping

import httpx
import pytest
from starlette.applications import Starlette

from bot.channels.telegram.connection import TokenRefused
from bot.channels.telegram.registration import AddressRefused
from bot.channels.telegram.webhook import SECRET_HEADER, SecretUnfit
from intake.dialogue.messages import ConversationId, Pressed, Text
from intake.dialogue.replies import Choice, Say
from tests.channels.telegram_stage import SECRET, Stage, store_down
from tests.platforms.telegram import (
    DropBefore,
    Garbled,
    Refuse,
    flood,
    internal_error,
    unauthorized,
)
from tests.platforms.telegram.faults import Fault
from tests.platforms.telegram.wire import JsonObject, bad_request

HELLO: JsonObject = {
    "update_id": 9,
    "message": {
        "message_id": 1,
        "date": 1_790_000_000,
        "chat": {"id": 42, "type": "private", "first_name": "Ana"},
        "from": {"id": 42, "is_bot": False, "first_name": "Ana"},
        "text": "hello",
    },
}


@pytest.fixture
async def door(play: Stage) -> AsyncIterator[httpx.AsyncClient]:
    """Straight into the routes: requests that Telegram would never send."""
    transport = httpx.ASGITransport(app=Starlette(routes=play.channel.routes(SECRET, "/hook")))
    async with httpx.AsyncClient(transport=transport, base_url="http://desk") as client:
        yield client


async def knock(
    door: httpx.AsyncClient, body: bytes, headers: Mapping[str, str] | None = None
) -> int:
    known = {SECRET_HEADER: SECRET} if headers is None else headers
    return (await door.post("/hook", content=body, headers=known)).status_code


@pytest.mark.parametrize(
    "secret", ["", "short", "a" * 15, "has spaces in it, long", "ñ" * 20, "a" * 257]
)
async def test_there_is_no_webhook_without_a_good_secret(play: Stage, secret: str) -> None:
    """A2."""
    with pytest.raises(SecretUnfit, match="TELEGRAM_WEBHOOK_SECRET") as refused:
        play.channel.routes(secret)
    assert not secret or secret not in str(refused.value)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        *(
            {SECRET_HEADER: wrong}
            for wrong in ("", SECRET[:-1], SECRET + "x", "a" * 256, "\xff\xfe")
        ),
    ],
)
async def test_who_does_not_know_the_secret_is_not_heard(
    play: Stage, door: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    """A1; the body is not even read."""
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    answer = await door.post("/hook", content=json.dumps(HELLO), headers=raw)
    assert answer.status_code == 403
    assert play.desk.times == 0


async def test_two_secrets_are_one_too_many(play: Stage, door: httpx.AsyncClient) -> None:
    twice = [(SECRET_HEADER, SECRET), (SECRET_HEADER, SECRET)]
    answer = await door.post("/hook", content=json.dumps(HELLO), headers=twice)
    assert (answer.status_code, play.desk.times) == (403, 0)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{not json", 400),
        (b"[]", 400),
        (b"null", 400),
        (b"[" * 100_000, 400),
        (b'{"a":' * 100_000, 400),
        (b'{"update_id": NaN}', 400),
        (b'{"update_id": 1e999}', 400),
        (b'{"update_id": true}', 400),
        (b'{"update_id": "1"}', 400),
        (b'{"update_id": ' + b"9" * 5000 + b"}", 400),
        (b'{"update_id": 1, "update_id": 2}', 400),
        (b'{"update_id": 1, "x": "\xff"}', 400),
        (b" " * (1 << 20) + b"{}", 413),
        (b"x" * (5 << 20), 413),
        (b'{"update_id": 1}', 200),
        (b'{"update_id": 2, "message": {"date": 1e999}}', 200),
        (b'{"update_id": 3, "message": ' + b'{"reply_to_message":' * 500 + b"{}" + b"}" * 501, 200),
    ],
)
async def test_malformed_bodies_are_refused_at_once(
    play: Stage, door: httpx.AsyncClient, body: bytes, status: int
) -> None:
    """A5, A12: and what is well-formed but no update of a kind we know is taken and forgotten."""
    begun = time.process_time()
    assert await knock(door, body) == status
    assert time.process_time() - begun < 0.5
    assert play.desk.heard == []


async def test_an_endless_body_without_a_length_is_cut_off(
    play: Stage, door: httpx.AsyncClient
) -> None:
    """A5: chunked."""
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 100:
            sent += 1
            yield b" " * 65_536

    answer = await door.post("/hook", content=endless(), headers={SECRET_HEADER: SECRET})
    assert answer.status_code == 413
    assert play.desk.times == 0


async def test_the_answer_comes_after_the_commit(play: Stage, door: httpx.AsyncClient) -> None:
    assert await knock(door, json.dumps(HELLO).encode()) == 200
    assert play.desk.said == [Text("hello")]


async def test_a_store_that_is_away_makes_telegram_come_again(
    play: Stage, door: httpx.AsyncClient
) -> None:
    play.desk.troubles = [store_down()]
    body = json.dumps(HELLO).encode()
    assert [await knock(door, body), await knock(door, body)] == [503, 200]
    assert play.desk.said == [Text("hello")]


async def test_a_hundred_copies_at_once_are_heard_once(
    play: Stage, door: httpx.AsyncClient
) -> None:
    """A6."""
    body = json.dumps(HELLO).encode()
    statuses = await asyncio.gather(*(knock(door, body) for _ in range(100)))
    assert set(statuses) == {200}
    assert play.desk.said == [Text("hello")]


async def test_a_poisonous_update_does_not_block_its_chat(
    play: Stage, door: httpx.AsyncClient
) -> None:
    """A13: what the desk cannot even keep is laid aside, and Telegram may forget it."""
    play.desk.poison = "hello"
    assert await knock(door, json.dumps(HELLO).encode()) == 200
    assert [each.id for each in play.desk.letters] == [f"telegram:{HELLO['update_id']}"]


async def test_a_talk_over_the_real_thing(play: Stage) -> None:
    """Telegram posts to a web server; an outage of the store is repeated until it is over."""
    ana, bo = play.telegram.person(1), play.telegram.person(2, "Bo")
    async with play.webhook():
        assert play.telegram.secret == SECRET
        play.desk.troubles = [store_down(), store_down()]
        for text in ("one", "two", "three"):
            await ana.says(text)
            await bo.says(f"bo {text}")
    for who, prefix in ((1, ""), (2, "bo ")):
        spoken = [m.said for m in play.desk.heard if m.conversation == f"telegram:{who}"]
        assert spoken == [Text(f"{prefix}{text}") for text in ("one", "two", "three")]


async def test_a_waiting_circle_ends_with_the_answer_to_its_press(play: Stage) -> None:
    """A call less: it rides where an answer has to be given anyway, after the commit."""
    ana = play.telegram.person()
    async with play.webhook():
        await ana.starts()
        await play.desk.says(
            ConversationId("telegram:42"),
            [Say("help", choices=(Choice("q1.skip", "button-skip"),))],
        )
        await ana.wait_for(lambda: ana.sees and ana.sees[-1].labels)
        play.telegram.faults.on("answerCallbackQuery", internal_error(), times=None)
        await ana.presses("Skip")
        await ana.wait_for(lambda: not ana.unanswered)
        await ana.wait_for(lambda: not ana.sees[-1].labels)
    assert play.desk.said[-1] == Pressed("q1.skip")


async def test_updates_out_of_order_are_all_heard(play: Stage) -> None:
    """A8."""
    people = [play.telegram.person(number) for number in range(1, 6)]
    async with play.webhook():
        play.telegram.updates.hold()
        for person in people:
            await person.says("hi")
        play.telegram.updates.release(lambda held: list(reversed(held)))
        await play.telegram.all_confirmed()
        play.telegram.updates.next_id = 3
        await people[0].says("again, from a low number")
    assert len(play.desk.heard) == 6


async def test_the_registration_asks_for_what_we_read_and_throws_nothing_away(play: Stage) -> None:
    async with play.webhook() as url:
        [call] = play.telegram.calls_of("setWebhook")
    assert call.parameters["url"] == url
    assert call.parameters["secret_token"] == SECRET
    assert set(call.parameters["allowed_updates"]) == {
        "message",
        "edited_message",
        "callback_query",
    }
    assert not call.parameters.get("drop_pending_updates")


async def test_the_registration_waits_for_a_telegram_that_is_away(play: Stage) -> None:
    for fault in (internal_error(), DropBefore(), Garbled()):
        play.telegram.faults.on("setWebhook", fault)
    play.telegram.faults.on("getMe", flood(37))
    async with play.webhook():
        await play.telegram.person().says("good morning")
    assert play.desk.said == [Text("good morning")]
    assert play.naps.taken == [37.0, 2.0, 4.0, 8.0]


@pytest.mark.parametrize(
    ("fault", "meaning", "setting"),
    [
        (unauthorized(), TokenRefused, "TELEGRAM_TOKEN"),
        (Refuse(bad_request("bad webhook: HTTPS")), AddressRefused, "TELEGRAM_WEBHOOK_URL"),
    ],
)
async def test_what_waiting_cannot_heal_names_its_setting(
    play: Stage, fault: Fault, meaning: type[Exception], setting: str
) -> None:
    play.telegram.faults.on("setWebhook", fault)
    with pytest.raises(meaning, match=setting):
        await play.channel.register_webhook("https://desk.example/hook", SECRET)
