"""Nothing that the program writes holds a secret (H1), whatever goes wrong."""

from __future__ import annotations

import signal
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from benchmarks.crashes.telegram_ground import free_port
from bot.settings import Settings
from tests.channels.slack_stage import QUICK
from tests.faults.living import bot
from tests.platforms.slack import DropsAfter, DropsBefore, FakeSlack, SaysNo, ServerError
from tests.platforms.telegram import (
    BadGateway,
    CutShort,
    DropAfter,
    DropBefore,
    FakeTelegram,
    Garbled,
    flood,
    internal_error,
    unauthorized,
)

WEBHOOK_SECRET = "canary-of-the-webhook-secret"
PASSWORD = "canary p/w of the d@tabase"
WORDS = "my own password is hunter2"
SECRETS = {
    "Telegram": FakeTelegram().token,
    "the webhook": WEBHOOK_SECRET,
    "Slack, bot": FakeSlack.bot_token,
    "Slack, app": FakeSlack.app_token,
    "Slack, signing": FakeSlack.signing_secret,
    "the database": PASSWORD,
}


def leaks(text: str) -> list[str]:
    """Which secrets the text gives away, as they are or in another spelling."""
    assert text
    return [
        name
        for name, secret in SECRETS.items()
        for spelled in (
            secret,
            secret.rpartition(":")[2],
            secret[: len(secret) * 2 // 3],
            quote(secret, safe=""),
            b64encode(secret.encode()).decode()[:-4],
        )
        if spelled.lower() in text.lower()
    ] + ["somebody's words"] * (WORDS in text)


def told(folder: Path, telegram: FakeTelegram, slack: FakeSlack, **more: str) -> Mapping[str, str]:
    return {
        "LOG_LEVEL": "DEBUG",
        "DATABASE_URL": f"sqlite:///{folder}/desk.db",
        "PORT": str(free_port()),
        "TELEGRAM_TOKEN": telegram.token,
        "TELEGRAM_BASE_URL": telegram.base_url,
        "TELEGRAM_FILE_URL": telegram.base_file_url,
        "TELEGRAM_WEBHOOK_SECRET": WEBHOOK_SECRET,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_BASE_URL": slack.api_url,
        **more,
    }


async def test_h1_a_day_of_trouble_with_every_platform_leaves_no_secret(tmp_path: Path) -> None:
    async with FakeTelegram() as telegram, FakeSlack(timing=QUICK) as slack:
        for fault in (internal_error(), BadGateway(), DropBefore(), Garbled(), CutShort()):
            telegram.faults.on("sendMessage", fault)
        for fault in (DropBefore(), Garbled()):
            telegram.faults.on("getUpdates", fault)
        for trouble in (ServerError(500), SaysNo("invalid_auth"), DropsBefore(), DropsAfter()):
            slack.faults.on("chat.postMessage", trouble)
        slack.faults.on("apps.connections.open", ServerError(503))
        environment = told(tmp_path, telegram, slack, SLACK_APP_TOKEN=slack.app_token)
        async with bot(environment, tmp_path) as running:
            await running.says("tidings.started")
            for number in range(8):
                await telegram.person(number + 1).says(WORDS)
            await slack.sockets.opened_times(1)
            for name in ("U2", "U3", "U4", "U5"):
                await slack.person(name).says(WORDS)
            await telegram.until(lambda: len(telegram.calls_of("sendMessage")) > 8, 20)
            running.hears(signal.SIGTERM)
            assert (await running.ends())[0] == 0
            text = "".join(running.written)
    assert "Traceback" in text or "paused" in text
    assert leaks(text) == []


async def test_h1_strangers_at_the_door_learn_nothing_and_leave_no_secret(tmp_path: Path) -> None:
    async with FakeTelegram() as telegram, FakeSlack(timing=QUICK) as slack:
        telegram.faults.on("setWebhook", DropAfter())
        environment = told(tmp_path, telegram, slack)
        here = f"http://127.0.0.1:{environment['PORT']}"
        environment = {**environment, "TELEGRAM_WEBHOOK_URL": f"{here}/telegram"}
        async with bot(environment, tmp_path) as running:
            await running.says("tidings.started")
            await telegram.until(lambda: telegram.secret, 20)
            answers = await strangers_answers(here, telegram, slack)
            running.hears(signal.SIGTERM)
            assert (await running.ends())[0] == 0
            text = "".join(running.written)
    assert "signature_failures_total" in answers
    assert leaks(text + answers) == []


async def strangers_answers(here: str, telegram: FakeTelegram, slack: FakeSlack) -> str:
    """Everything that is answered to requests of many wrong kinds, and the figures afterwards."""
    header = "X-Telegram-Bot-Api-Secret-Token"
    right = {header: WEBHOOK_SECRET}
    async with httpx.AsyncClient(trust_env=False, base_url=here) as client:
        answers = [
            await client.post("/telegram", headers={header: WEBHOOK_SECRET[:-1]}, content=b"{}"),
            await client.post("/telegram", headers=right, content=b'{"update_id": NaN'),
            await client.post("/telegram", headers=right, content=b"[" * 100_000),
            await client.post("/telegram", headers=right, json={"update_id": 1, "message": WORDS}),
            await client.post("/slack/events", content=slack.signing_secret.encode()),
            await client.get(f"/bot{telegram.token}/getMe"),
            await client.get("/readyz"),
            await client.get("/healthz"),
            await client.get("/metrics"),
        ]
    assert {each.status_code for each in answers[:5]} <= {200, 400, 401, 403}
    return "".join(f"{each.headers}{each.text}" for each in answers)


@pytest.mark.parametrize("url", ["postgresql://desk:{}@127.0.0.1:1/desk", "mysql://desk:{}@x/y"])
async def test_h1_a_database_that_refuses_us_is_not_told_of_with_its_password(
    url: str, tmp_path: Path
) -> None:
    async with FakeTelegram() as telegram, FakeSlack(timing=QUICK) as slack:
        address = url.format(quote(PASSWORD, safe=""))
        environment = told(tmp_path, telegram, slack, DATABASE_URL=address)
        async with bot(environment, tmp_path) as running:
            status, _ = await running.ends()
            text = "".join(running.written)
    assert status
    assert leaks(text) == []


async def test_h1_a_token_that_is_refused_is_not_repeated(tmp_path: Path) -> None:
    async with FakeTelegram() as telegram, FakeSlack(timing=QUICK) as slack:
        telegram.faults.on("getMe", unauthorized(), times=None)
        telegram.faults.on("setMyCommands", flood(1), times=None)
        async with bot(told(tmp_path, telegram, slack), tmp_path) as running:
            status, _ = await running.ends()
            text = "".join(running.written)
    assert status == 2
    assert leaks(text) == []


def test_h1_the_settings_can_be_shown_without_their_secrets(tmp_path: Path) -> None:
    address = f"postgresql://desk:{quote(PASSWORD, safe='')}@db/desk"
    values = told(tmp_path, FakeTelegram(), FakeSlack(), DATABASE_URL=address)
    values = {**values, "SLACK_APP_TOKEN": FakeSlack.app_token, "SLACK_BASE_URL": "http://x/api/"}
    settings = Settings.model_validate({name.lower(): value for name, value in values.items()})
    assert leaks(f"{settings!r}{settings!s}{settings.model_dump()}") == []
    assert leaks(settings.model_dump_json()) == []
