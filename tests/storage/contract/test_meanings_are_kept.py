"""What a model says of the entries is kept, so that it is worked out once and read by everybody."""

from dataclasses import replace

import pytest

from faq_index import Entry, EntryId
from intake.ports import Meant, Store
from tests.storage.stories import NOW

OPEN = Entry(id=EntryId("a"), question="How do I open it?")
CLOSE = Entry(id=EntryId("b"), question="How do I close it?")
BURN = Entry(id=EntryId("c"), question="May I burn it?")
MODEL = "a model"
BYTES = bytes(range(256))


async def put(store: Store, *entries: Entry) -> None:
    await store.record(lambda work: work.put_entries(entries, NOW, "cli"))


async def mean(store: Store, *meant: Meant, model: str = MODEL) -> None:
    await store.record(lambda work: work.put_meanings(model, meant))


async def unread(store: Store, after: str = "", limit: int = 9) -> list[tuple[str, int]]:
    found = await store.read(lambda look: look.unread(MODEL, EntryId(after), limit))
    return [(each.entry.question, each.version) for each in found]


async def kept(store: Store, after: int = 0, limit: int = 9) -> list[Meant]:
    return list(await store.read(lambda look: look.meanings(MODEL, after, limit)))


async def test_a_model_reads_what_it_has_not_read(store: Store) -> None:
    await put(store, OPEN, BURN)
    await put(store, CLOSE)

    assert await unread(store) == [
        ("How do I open it?", 1),
        ("How do I close it?", 2),
        ("May I burn it?", 1),
    ]
    assert await unread(store, limit=1) == [("How do I open it?", 1)]
    assert await unread(store, after="a", limit=1) == [("How do I close it?", 2)]

    await mean(store, Meant(OPEN.id, 1, b"1"), Meant(CLOSE.id, 2, b"2"))
    await mean(store, Meant(BURN.id, 1, b"3"), model="another")

    assert await unread(store) == [("May I burn it?", 1)]


async def test_it_reads_again_what_has_changed_and_nothing_that_is_hidden(store: Store) -> None:
    await put(store, OPEN, CLOSE)
    await mean(store, Meant(OPEN.id, 1, b"1"), Meant(CLOSE.id, 1, b"2"))
    assert await unread(store) == []

    await put(store, replace(OPEN, question="How is it opened?"), replace(CLOSE, published=False))

    assert await unread(store) == [("How is it opened?", 2)]


async def test_others_learn_what_came_since(store: Store) -> None:
    await put(store, OPEN, CLOSE)
    await mean(store, Meant(OPEN.id, 1, BYTES), Meant(CLOSE.id, 1, b""))
    await mean(store, Meant(OPEN.id, 1, b"other"), model="another")

    first, second = await kept(store)
    assert (first.entry, first.version, first.vector) == (OPEN.id, 1, BYTES)
    assert (second.entry, second.vector) == (CLOSE.id, b"")
    assert first.number < second.number
    assert await kept(store, limit=1) == [first]
    assert await kept(store, after=first.number) == [second]
    assert await kept(store, after=second.number) == []

    await mean(store, Meant(OPEN.id, 2, b"again"), Meant(OPEN.id, 3, b"at last"))
    await mean(store)

    [newest] = await kept(store, after=second.number)
    assert (newest.entry, newest.version, newest.vector) == (OPEN.id, 3, b"at last")
    assert [each.entry for each in await kept(store)] == [CLOSE.id, OPEN.id]


async def test_what_is_undone_was_never_meant(store: Store) -> None:
    def fail(work: object) -> None:
        work.put_meanings(MODEL, [Meant(OPEN.id, 1, b"1")])  # type: ignore[attr-defined]  # a Work
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await store.record(fail)

    assert await kept(store) == []
