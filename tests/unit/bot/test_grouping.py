"""Questions without an answer are put together again once enough are new, and all are counted."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot import grouping
from bot.grouping import Grouping
from intake.desk.asked_in_vain import LOOSE, missed
from intake.misses import KEPT, Miss, MissRef
from intake.ports import Work
from tests.fakes.store import MemoryStore

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
ZEBRA = "The zebra module does not start"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Nobody waits; returned is how long they would have."""
    waited: list[float] = []

    async def pause(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(grouping, "pause", pause)
    return waited


async def ask(store: MemoryStore, people: range, words: str, at: datetime = NOW) -> None:
    misses = [
        Miss(
            ref=MissRef("m"),
            conversation=f"telegram:{person}",
            language="en",
            words=words,
            why="none-found",
            at=at,
        )
        for person in people
    ]

    def unit(work: Work) -> None:
        for each in misses:
            work.note_miss(each)

    await store.record(unit)


async def test_more_than_are_clustered_at_a_time_are_all_counted(at_once: list[float]) -> None:
    store, now = MemoryStore(), NOW
    await ask(store, range(LOOSE + 700), ZEBRA)
    duty = Grouping(store, lambda: now)

    (before,) = (await store.read(lambda look: missed(look, now, 9))).listed
    assert before.people == LOOSE, "those that came first are not seen"
    assert await duty.round() == LOOSE + 700
    (zebra,) = (await store.read(lambda look: missed(look, now, 9))).listed

    assert (zebra.people, zebra.sample, zebra.number) == (LOOSE + 700, ZEBRA, 1)
    assert at_once, "people come first"


async def test_nothing_is_compared_anew_before_enough_has_come() -> None:
    store, now = MemoryStore(), NOW
    duty = Grouping(store, lambda: now)
    await ask(store, range(grouping.FEW - 1), ZEBRA)
    assert await duty.round() == 0
    await ask(store, range(7_000, 7_001), ZEBRA)
    assert await duty.round() == grouping.FEW
    assert await duty.round() == 0
    late = NOW + KEPT
    await ask(store, range(grouping.FEW), "How do I export invoices?", late)
    now = late + timedelta(1)
    assert await duty.round() == grouping.FEW, "what is too old is not looked at"


async def test_what_is_too_much_does_not_keep_it_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "MOST", grouping.FEW)
    store = MemoryStore()
    duty = Grouping(store, lambda: NOW)
    await ask(store, range(3 * grouping.FEW), ZEBRA)
    assert await duty.round() == grouping.FEW
    assert await duty.round() == 0


async def test_it_goes_on_when_the_store_was_away(monkeypatch: pytest.MonkeyPatch) -> None:
    store = MemoryStore()
    duty = Grouping(store, lambda: NOW)
    await ask(store, range(grouping.FEW), ZEBRA)
    store.down = True
    loose: list[int] = []

    async def trouble(_: float) -> None:
        store.down = False
        loose.append((await store.read(lambda look: look.count_misses(NOW)))[1])
        if not loose[-1]:
            raise asyncio.CancelledError

    monkeypatch.setattr(grouping, "pause", trouble)
    with pytest.raises(asyncio.CancelledError):
        await duty.group_on()
    assert loose == [grouping.FEW, 0]
