"""A turn's statements are few and stay few: nothing in a talk grows with the desk."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.store import SqlStore
from intake.dialogue.messages import Text
from intake.dialogue.replies import Receipt
from tests.storage.talk import PROBLEM, Talk, counted


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    async with SqlStore(f"sqlite:///{tmp_path / 'desk.db'}") as store:
        yield Talk(store)


async def test_an_answer_takes_five(talk: Talk) -> None:
    """Read the talk; claim, keep, say; mark the reply as sent."""
    await talk.says(Text(PROBLEM))
    await talk.presses("no")
    with counted() as ran:
        await talk.presses("skip")
    assert len(talk.paper.said) == 1
    assert len(ran) <= 5, ran


async def test_a_message_told_twice_takes_two(talk: Talk) -> None:
    await talk.says(Text(PROBLEM))
    talk.number -= 1
    with counted() as ran:
        await talk.says(Text(PROBLEM))
    assert len(ran) <= 2, ran


async def test_filing_takes_seven(talk: Talk) -> None:
    """The ticket on top of an answer, and who files it."""
    await talk.says(Text(PROBLEM))
    await talk.presses("no")
    while not any("file" in each for each in talk.paper.tokens):
        await talk.presses("skip")
    with counted() as ran:
        await talk.presses("file")
    assert isinstance(talk.paper.said[-1], Receipt)
    assert len(ran) <= 7, ran
