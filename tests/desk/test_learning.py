"""Staff see what was asked in vain, answer it, and decide on wordings; each thing happens once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from faq_index import Entry, EntryId
from intake.desk import learning
from intake.desk.learning import NoSuchEntry, NoSuchMiss, NoSuchWording
from intake.misses import KEPT, Miss, MissRef, OfferedWording, WordingId
from intake.ports import Work
from tests.fakes.store import MemoryStore

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
MISS = Miss(
    ref=MissRef("m"),
    conversation="telegram:42",
    language="en",
    words="How do I export invoices?",
    why="none-found",
    at=NOW,
)
EXPORT = Entry(id=EntryId("export"), question="Exporting invoices")
WORDING = OfferedWording(
    entry=EXPORT.id, language="en", words="get invoices out", conversation="telegram:42", at=NOW
)


@pytest.fixture
async def store() -> MemoryStore:
    """Two people ask for the same, one for something else."""
    store = MemoryStore()
    said = ("export of invoices", "The zebra module does not start")
    misses = [MISS, *(replace(MISS, conversation=f"slack:{w[:3]}", words=w) for w in said)]

    def unit(work: Work) -> None:
        for each in misses:
            work.note_miss(each)

    await store.record(unit)
    return store


async def test_what_was_asked_in_vain_is_seen_by_what_it_asks(store: MemoryStore) -> None:
    export, zebra = await store.read(lambda look: learning.missed(look, NOW))
    assert [each.number for each in export.asked] == [1, 2]
    assert zebra.sample == "The zebra module does not start"
    assert await store.read(lambda look: learning.missed_like(look, 2, NOW)) == export
    with pytest.raises(NoSuchMiss):
        await store.read(lambda look: learning.missed_like(look, 9, NOW))


async def test_what_is_too_old_is_not_seen(store: MemoryStore) -> None:
    late = NOW + KEPT + timedelta(seconds=1)
    assert await store.read(lambda look: learning.missed(look, late)) == ()


async def test_an_entry_is_added_from_what_was_asked(store: MemoryStore) -> None:
    await store.record(lambda work: work.want_told("slack:exp", MISS.ref, NOW))
    told = await store.record(lambda work: learning.add(work, [1, 2], EXPORT, NOW, "cli"))
    assert told == 1
    assert await store.read(lambda look: look.entry(EXPORT.id)) == EXPORT
    (left,) = await store.read(lambda look: learning.missed(look, NOW))
    assert left.number == 3
    assert await store.record(lambda work: learning.answer(work, [1, 3], EXPORT.id, NOW)) == 0
    assert await store.read(lambda look: learning.missed(look, NOW)) == ()


async def test_only_an_entry_that_is_there_answers(store: MemoryStore) -> None:
    with pytest.raises(NoSuchEntry):
        await store.record(lambda work: learning.answer(work, [1], EntryId("no"), NOW))


async def test_a_wording_that_is_accepted_finds_its_entry(store: MemoryStore) -> None:
    await store.record(lambda work: work.put_entries([EXPORT], NOW, "cli"))
    await store.record(lambda work: work.offer_wording(WORDING))
    (offered,) = await store.read(lambda look: look.offered_wordings(9))
    changed = await store.record(lambda w: learning.accept(w, offered.id, NOW, "telegram:9"))
    assert changed.wordings == (WORDING.words,)
    assert await store.read(lambda look: look.entry(EXPORT.id)) == changed
    newest, *_ = await store.read(lambda look: look.history(EXPORT.id, 9))
    assert newest.by == "telegram:9"
    for decide in (learning.accept, learning.refuse):
        with pytest.raises(NoSuchWording):
            await store.record(partial(decide, id=offered.id, now=NOW, by="cli"))


async def test_a_wording_that_is_refused_stays_away(store: MemoryStore) -> None:
    await store.record(lambda work: work.offer_wording(WORDING))
    refused = await store.record(lambda w: learning.refuse(w, WordingId(1), NOW, "cli"))
    assert refused.words == WORDING.words
    assert not await store.read(lambda look: look.offered_wordings(9))


async def test_a_wording_of_an_entry_that_is_gone_is_not_accepted(store: MemoryStore) -> None:
    await store.record(lambda work: work.offer_wording(WORDING))
    with pytest.raises(NoSuchWording):
        await store.record(lambda w: learning.accept(w, WordingId(1), NOW, "cli"))
    assert await store.read(lambda look: look.offered_wordings(9)), "nothing of it is kept"
