"""`tidings dead-letters`: what could not be dealt with is seen, tried again, or dropped (A13)."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.storage import SqlStore
from intake.dialogue.messages import (
    ConversationId,
    Message,
    MessageId,
    PersonId,
    Speaker,
    Text,
)
from intake.inbox import TRIES, UPDATE, Letter, Setback
from intake.ports import Work
from tests.cli.test_cli import house, orders

__all__ = ["house"]

NOW = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
ANA = ConversationId("telegram:42")
SECRET = "my secret words"


def set_aside(work: Work) -> None:
    who = Speaker(PersonId("telegram:42"), "Ana")
    bad = Message(MessageId("telegram:1"), ANA, who, Text(SECRET), NOW)
    work.put([bad], NOW)
    work.set_back(bad.id, Setback("KeyError at intake/dialogue/turn.py:3", TRIES, None, 1))
    body = f'{{"text": "{SECRET}"}}'
    odd = Letter(MessageId("telegram:2"), UPDATE, "TypeError", 1, NOW, body)
    work.put_letter(odd, ConversationId(""))


@pytest.fixture
def desk(house: Path) -> Path:
    async def fill() -> None:
        async with SqlStore(f"sqlite:///{house}/var/tidings.db") as store:
            await store.record(set_aside)

    asyncio.run(fill())
    return house


@pytest.mark.usefixtures("desk")
def test_the_list_tells_why_but_never_what_was_written() -> None:
    listed = orders("dead-letters")
    assert listed.exit_code == 0
    for told in ("telegram:1", "telegram:2", "2026-11-03 09:30", "KeyError at intake", "text"):
        assert told in listed.output
    assert SECRET not in listed.output


@pytest.mark.usefixtures("desk")
def test_whoever_asks_for_one_reads_all_of_it() -> None:
    shown = orders("dead-letters", "show", "telegram:1")
    assert shown.exit_code == 0
    assert SECRET in shown.output


@pytest.mark.usefixtures("desk")
def test_one_is_tried_again_by_the_running_program(desk: Path) -> None:
    assert orders("dead-letters", "retry", "telegram:1").exit_code == 0

    async def due() -> list[str]:
        async with SqlStore(f"sqlite:///{desk}/var/tidings.db") as store:
            now = datetime.now(UTC)  # noqa: TID251 - the command's own clock
            taken = await store.record(lambda work: work.next_waiting(now, now - NOW, 9))
            return [each.message.id for each in taken]

    assert asyncio.run(due()) == ["telegram:1"]
    assert "telegram:1" not in orders("dead-letters").output


@pytest.mark.usefixtures("desk")
def test_one_is_dropped() -> None:
    for id in ("telegram:1", "telegram:2"):
        assert orders("dead-letters", "drop", id).exit_code == 0
    assert "No message was set aside." in orders("dead-letters").output


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "arguments", [("show", "nobody:1"), ("drop", "nobody:1"), ("retry", "telegram:2")]
)
def test_what_is_not_possible_is_one_sentence(arguments: tuple[str, str]) -> None:
    result = orders("dead-letters", *arguments)
    assert result.exit_code == 2
    assert result.output.startswith("tidings: ")
