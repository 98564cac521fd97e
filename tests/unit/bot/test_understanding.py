"""A model reads the FAQ once, bit by bit, and every process searches with what it found."""

import asyncio
from contextlib import suppress
from dataclasses import replace

import pytest

from bot import understanding
from bot.understanding import Understanding
from faq_index import Entry, EntryId
from faq_index.sense import Sense
from tests.fakes.meaning import Synonyms
from tests.fakes.store import MemoryStore
from tests.storage.stories import NOW

CAR = Entry(id=EntryId("car"), question="Rent a car", wordings=("Take a car",))
GARDEN = Entry(id=EntryId("garden"), question="Water the roses")


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


async def put(store: MemoryStore, *entries: Entry) -> None:
    await store.record(lambda work: work.put_entries(entries, NOW, "cli"))


def known(sense: Sense | None) -> set[str] | None:
    return None if sense is None else set(sense.meanings.ids)


async def test_it_reads_everything_once(store: MemoryStore) -> None:
    model = Synonyms()
    reader = Understanding(store, model)
    await put(store, CAR, GARDEN)

    assert await reader.count() == 2
    assert await reader.read_all() == 2
    assert sorted(model.asked) == ["Rent a car", "Take a car", "Water the roses"]
    assert await reader.count() == await reader.read_all() == 0
    assert len(model.asked) == 3

    await put(store, replace(CAR, question="Hire a car"))

    assert await reader.read_all() == 1
    assert model.asked[3:] == ["Hire a car", "Take a car"]


async def test_every_process_learns_what_one_has_read(store: MemoryStore) -> None:
    one, other = Understanding(store, Synonyms()), Understanding(store, Synonyms())
    await put(store, CAR)
    assert known(await other.refreshed()) is None

    await one.read_all()

    assert known(await one.refreshed()) == known(await other.refreshed()) == {"car"}
    assert await other.refreshed() is None

    await put(store, GARDEN)
    await one.read_all()
    assert known(await other.refreshed()) == {"car", "garden"}


async def test_it_tells_how_far_it_is(store: MemoryStore) -> None:
    crowd = [replace(CAR, id=EntryId(f"{number:03}")) for number in range(understanding.SLICE + 1)]
    await put(store, *crowd)
    told: list[int] = []

    assert await Understanding(store, Synonyms()).read_all(told.append) == len(crowd)

    assert told == [understanding.SLICE, understanding.SLICE + 1]


async def test_little_news_waits_while_more_comes(store: MemoryStore) -> None:
    """Laying out a hundred thousand anew for each slice would take longer than reading them."""
    crowd = [replace(CAR, id=EntryId(f"{number:03}")) for number in range(40)]
    await put(store, *crowd)
    reader = Understanding(store, Synonyms())
    await reader.read_all()
    assert len(known(await reader.refreshed()) or ()) == 40

    await put(store, GARDEN)
    await reader.read_all()
    assert await reader.refreshed() is None

    assert len(known(await reader.refreshed()) or ()) == 41


async def test_it_goes_on_after_the_store_was_away(
    store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Understanding(store, Synonyms())
    rounds = 0

    async def pause(_: float) -> None:
        nonlocal rounds
        rounds += 1
        store.down = rounds < 3
        await asyncio.sleep(0)
        if rounds == 3:
            await put(store, CAR)
        if await _done(reader, store):
            raise asyncio.CancelledError

    store.down = True
    monkeypatch.setattr(understanding, "pause", pause)
    with suppress(asyncio.CancelledError):
        await reader.read_on()

    assert rounds >= 3
    assert known(await reader.refreshed()) == {"car"}


async def _done(reader: Understanding, store: MemoryStore) -> bool:
    return not store.down and bool(
        await store.read(lambda look: look.meanings(reader.meaning.name, 0, 1))
    )
