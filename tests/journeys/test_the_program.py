"""The program as it is put together when it runs: settings in, a served desk out."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import structlog
from pydantic import SecretStr

from bot.app.connecting import connect
from bot.app.parts import Duties, Parts, now, opened
from bot.delivery import HELD
from bot.settings import Settings
from bot.storage import SqlStore
from intake.dialogue.messages import ConversationId
from intake.dialogue.replies import Say
from intake.dialogue.state import State
from intake.regulations.identity import Customer, CustomerId
from tests.channels.slack_stage import QUICK
from tests.journeys.desk import FAQ
from tests.office import Office, open_office
from tests.platforms.slack import FakeSlack
from tests.platforms.telegram import FakeTelegram

QUESTION = "The site shows a white page after an update"


def settings_for(folder: Path, telegram: FakeTelegram, slack: FakeSlack) -> Settings:
    return Settings.model_validate(
        {
            "database_url": f"sqlite:///{folder}/desk.db",
            "attachments_url": f"file://{folder}/attachments",
            "port": 0,
            "telegram_token": telegram.token,
            "telegram_base_url": telegram.base_url,
            "telegram_file_url": telegram.base_file_url,
            "slack_bot_token": slack.bot_token,
            "slack_app_token": slack.app_token,
            "slack_base_url": slack.api_url,
        }
    )


@pytest.fixture(autouse=True)
def _logs_as_they_were() -> Iterator[None]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield
    root.handlers, root.level = before, level
    structlog.reset_defaults()


class Running:
    """The parts' tasks, as long as the story lasts."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._tasks: list[asyncio.Future[None]] = []

    async def __aenter__(self) -> None:
        self._tasks = [asyncio.ensure_future(task()) for task in self._parts.tasks]

    async def __aexit__(self, *_: object) -> None:
        for stop in self._parts.stops:
            await stop()
        await self._parts.delivery.stop(5)
        for task in self._tasks:
            task.cancel()
        ends = await asyncio.gather(*self._tasks, return_exceptions=True)
        assert [end for end in ends if isinstance(end, Exception)] == []


async def test_one_process_serves_both_platforms_with_the_sample_faq(tmp_path: Path) -> None:
    async with FakeTelegram() as telegram, FakeSlack(timing=QUICK) as slack:
        settings = settings_for(tmp_path, telegram, slack)
        async with opened(settings) as parts, AsyncExitStack() as stack:
            await connect(parts, stack, Duties(web=True, worker=True))
            await parts.seed_sample()
            async with Running(parts):
                ana, eva = telegram.person(), slack.person("U2", name="Eva", locale="es-PE")
                await ana.says(QUESTION)
                await ana.wait_for(
                    lambda: "None of these, open a ticket" in ana.sees[-1].labels if ana.sees else 0
                )
                await eva.commands("/ticket")
                await eva.reads("Hola")
        assert (telegram.refusals, slack.refusals) == ([], [])
        assert ana.sees[-1].links


async def test_it_gives_memory_back_while_it_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = asyncio.Event()
    loop = asyncio.get_running_loop()
    monkeypatch.setattr("bot.app.resting.EVERY", 0.0)
    monkeypatch.setattr("bot.app.resting.give_back", lambda: loop.call_soon_threadsafe(given.set))
    settings = Settings(database_url=SecretStr(f"sqlite:///{tmp_path}/desk.db"), port=0)
    async with opened(settings) as parts, AsyncExitStack() as stack:
        await connect(parts, stack, Duties(web=True, worker=True))
        async with Running(parts):
            await asyncio.wait_for(given.wait(), 20)


async def test_e4_once_told_to_stop_it_hears_nobody_and_may_still_speak(tmp_path: Path) -> None:
    async with FakeTelegram() as telegram, FakeSlack(timing=QUICK) as slack:
        settings = settings_for(tmp_path, telegram, slack)
        async with opened(settings) as parts, AsyncExitStack() as stack:
            await connect(parts, stack, Duties(web=True, worker=True))
            async with Running(parts):
                eva = slack.person("U2", name="Eva")
                await slack.sockets.opened_times(1)
                for stop in parts.stops:
                    await stop()
                assert slack.sockets.connections == 0
                await tell(parts, ConversationId(f"slack:T1/{eva.dm}"))
                await eva.reads("Something went wrong")


@pytest.mark.parametrize("duties", [Duties(web=True, worker=False), Duties(web=False, worker=True)])
async def test_every_process_finds_what_another_put_into_the_faq(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, duties: Duties
) -> None:
    monkeypatch.setattr("bot.worker.EVERY", 0.01)
    url = f"sqlite:///{tmp_path}/desk.db"
    settings = Settings(database_url=SecretStr(url), port=0)
    async with opened(settings) as parts, AsyncExitStack() as stack, SqlStore(url) as another:
        await connect(parts, stack, duties)
        async with Running(parts):
            await another.record(lambda work: work.put_entries(FAQ, now(), "cli"))
            for _ in range(3000):
                if len(parts.customer.playbook.faq):
                    break
                await asyncio.sleep(0.01)
        assert len(parts.customer.playbook.faq) == len(FAQ)


async def test_r12_a_code_goes_out_by_the_worker_and_comes_back_by_its_reader(
    tmp_path: Path,
) -> None:
    """From the typed address through the errand and a mail server to the proof."""
    office = Office()
    async with FakeTelegram() as telegram, FakeSlack(timing=QUICK) as slack, AsyncExitStack() as s:
        port = await s.enter_async_context(open_office(office))
        post = {
            "identity_secret": "a key of the desk's own",
            "smtp_url": f"smtp://127.0.0.1:{port}",
            "smtp_from": "desk@larkspur.example",
        }
        settings = settings_for(tmp_path, telegram, slack)
        settings = Settings.model_validate({**settings.model_dump(), **post})
        parts = await s.enter_async_context(opened(settings))
        acme = Customer(CustomerId("acme"), category="vip", people=("ana@example.org",))
        await parts.store.record(lambda work: work.put_customers((acme,), (), now()))
        await connect(parts, s, Duties(web=True, worker=True))
        async with Running(parts):
            ana = telegram.person(42)
            await ana.says("/verify ana@example.org")
            await asyncio.wait_for(office.came.wait(), 10)
            letter = office.messages[0].get_payload(decode=True)
            assert isinstance(letter, bytes)
            (digits,) = re.findall(rb"\b\d{6}\b", letter)
            await ana.says(digits.decode())
            await ana.wait_for(lambda: "is yours" in ana.sees[-1].text)


async def tell(parts: Parts, where: ConversationId) -> None:
    """Record a reply and hand it to the delivery."""
    sorry = [Say("sorry-later")]
    said = await parts.store.record(lambda work: work.say(where, sorry, State(), now(), HELD))
    parts.delivery.deliver(said)
