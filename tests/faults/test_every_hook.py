"""E13: whatever raises, inwards or outwards, is logged, the person answered, the talk goes on."""

import functools
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final

import pytest
from structlog.testing import capture_logs

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.connection import Line
from bot.storage.attachments import Attachments
from bot.storage.store import SqlStore
from faq_index import FaqIndex
from intake.desk.customer import Customer
from tests.journeys.journey import Journey, journey
from tests.journeys.test_files import PNG

HOOKS: Final = (
    (FaqIndex, "search", 1),
    (Customer, "hear", 2),
    (SqlStore, "decide", 2),
    (SqlStore, "record_soon", 2),
    (TelegramChannel, "send", 1),
    (Line, "file_path", 1),
    (Attachments, "keep", 1),
)
"""And the calls of each that are tried, one story a call. What is done in rounds by itself is in
`tests/unit/bot/test_worker.py`."""


@pytest.fixture
async def trip(tmp_path: Path) -> AsyncIterator[Journey]:
    async with journey(tmp_path, "telegram-webhook") as under_way:
        yield under_way


def breaks(monkeypatch: pytest.MonkeyPatch, owner: type, name: str, call: int) -> list[str]:
    """That call of the method raises what nobody expects; the others are as they were."""
    original, calls = getattr(owner, name), list[str]()

    @functools.wraps(original)
    def broken(*arguments: Any, **named: Any) -> Any:
        calls.append(name)
        if len(calls) == call:
            raise ArithmeticError("nobody expects this")
        return original(*arguments, **named)

    monkeypatch.setattr(owner, name, broken)
    return calls


@pytest.mark.parametrize(
    ("owner", "name", "call"),
    [(owner, name, each + 1) for owner, name, calls in HOOKS for each in range(calls)],
)
async def test_a_hook_that_raises_silences_nobody(
    trip: Journey, monkeypatch: pytest.MonkeyPatch, owner: type, name: str, call: int
) -> None:
    ana, bob = trip.person("ana"), trip.person("bob")
    with capture_logs() as logged, monkeypatch.context() as broken:
        calls = breaks(broken, owner, name, call)
        await ana.says("The site shows a white page after an update")
        await ana.sends(PNG)
        await works(trip)
    assert len(calls) >= call
    assert [each["log_level"] for each in logged if each["log_level"] == "error"], logged
    await works(trip)
    await ana.looks()
    state = await trip.desk.state(ana.conversation)
    assert state.draft is not None
    assert state.draft.value("problem") == "The site shows a white page after an update"
    ana.has_read("Did one of these help?")
    if not state.draft.files:
        ana.has_read("white page.png", "send it again")
    await bob.says("hello")
    bob.reads("What is wrong?")


async def works(trip: Journey) -> None:
    """A few minutes of what the desk does by itself, its inbox included."""
    for _ in range(6):
        trip.clock.passes(seconds=40)
        await trip.desk.parts.drain.look()
        await trip.desk.parts.drain.settle()
        await trip.works()
