"""The FAQ is kept whole, and its version tells when it changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from faq_index import Entry, EntryId
from intake.ports import Store, Work
from tests.storage.stories import MUCH_LATER, NOW

OPENING = Entry(
    id=EntryId("b"),
    question="How do I open it?",
    answer="Press the button.",
    url="https://docs.example/open",
    language="es",
    tags=("open", "start"),
    wordings=("It will not open",),
)
CLOSING = Entry(id=EntryId("a"), question="How do I close it?")


async def put(store: Store, *entries: Entry) -> int:
    return await store.record(lambda work: work.put_entries(entries, NOW, "cli"))


async def faq(store: Store) -> tuple[Sequence[Entry], int]:
    return await store.read(lambda look: (look.entries(), look.faq_version()))


async def test_an_empty_desk_has_no_answers(store: Store) -> None:
    assert await faq(store) == ([], 0)


async def test_entries_come_back_in_the_order_of_their_ids(store: Store) -> None:
    special = [replace(CLOSING, id=EntryId(each)) for each in ("B", "aa", "ä", "_")]

    assert await put(store, OPENING, CLOSING, *special) == 6

    found, version = await faq(store)
    assert [entry.id for entry in found] == ["B", "_", "a", "aa", "b", "ä"]
    assert OPENING in found
    assert version == 1


async def test_the_version_rises_only_where_something_differs(store: Store) -> None:
    await put(store, OPENING, CLOSING)

    assert await put(store, CLOSING, OPENING) == 0
    assert await put(store) == 0
    assert (await faq(store))[1] == 1

    assert await put(store, OPENING, replace(CLOSING, wordings=("Shut it",))) == 1
    assert (await faq(store))[1] == 2


@pytest.mark.parametrize(
    "changed",
    [
        replace(OPENING, question="?"),
        replace(OPENING, answer=""),
        replace(OPENING, url=""),
        replace(OPENING, language="de"),
        replace(OPENING, tags=()),
        replace(OPENING, wordings=()),
        replace(OPENING, kind="video"),
        replace(OPENING, product="Larkspur"),
        replace(OPENING, published=False),
        replace(OPENING, valid_from=date(2026, 1, 31)),
        replace(OPENING, valid_until=date(9999, 12, 31)),
    ],
)
async def test_every_part_of_an_entry_counts(store: Store, changed: Entry) -> None:
    await put(store, OPENING)

    assert await put(store, changed) == 1

    assert await faq(store) == ([changed], 2)


async def test_of_two_with_one_id_the_last_counts(store: Store) -> None:
    assert await put(store, OPENING, replace(OPENING, question="Which?")) == 1

    assert await faq(store) == ([replace(OPENING, question="Which?")], 1)


async def test_an_import_that_fails_changes_nothing(store: Store) -> None:
    def put_and_fail(work: Work) -> None:
        work.put_entries([OPENING], MUCH_LATER, "cli")
        raise LookupError

    with pytest.raises(LookupError):
        await store.record(put_and_fail)

    assert await faq(store) == ([], 0)


async def test_a_large_faq_arrives_whole(store: Store) -> None:
    entries = [replace(OPENING, id=EntryId(f"{number:05}")) for number in range(3000)]

    assert await put(store, *entries) == 3000

    assert (await faq(store))[0] == entries


async def test_an_entry_is_found_by_its_id_hidden_or_not(store: Store) -> None:
    hidden = replace(CLOSING, published=False)
    await put(store, OPENING, hidden)

    assert await store.read(lambda look: look.entry(CLOSING.id)) == hidden
    assert await store.read(lambda look: look.entry(EntryId("c"))) is None


async def test_what_changed_since_a_version_is_told(store: Store) -> None:
    shut = replace(CLOSING, published=False)
    await put(store, OPENING, CLOSING)
    await put(store, OPENING, shut)

    looks = [
        await store.read(lambda look, since=since: look.entries_since(since))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults
        for since in (-1, 0, 1, 2)
    ]
    assert looks == [[shut, OPENING], [shut, OPENING], [shut], []]


async def test_who_changed_what_and_when_is_kept(store: Store) -> None:
    staff = "telegram:42"
    opened = replace(OPENING, answer="Push it.", valid_from=date(2026, 5, 1))
    await put(store, OPENING, CLOSING)
    await put(store, CLOSING)
    await store.record(lambda work: work.put_entries([opened], MUCH_LATER, staff))

    last, first = await store.read(lambda look: look.history(OPENING.id, 9))
    assert (last.version, last.at, last.by, last.entry) == (2, MUCH_LATER, staff, opened)
    assert (first.version, first.at, first.by, first.entry) == (1, NOW, "cli", OPENING)
    everything = await store.read(lambda look: look.history(None, 2))
    assert [(each.version, each.entry.id) for each in everything] == [(2, "b"), (1, "b")]
    assert everything[0].number > everything[1].number
    assert await store.read(lambda look: look.history(EntryId("c"), 9)) == []
    assert await store.read(lambda look: look.history(OPENING.id, 9, last.number)) == [first]
    oldest = await store.read(lambda look: look.history(None, 9, first.number))
    assert [each.entry for each in oldest] == [CLOSING]


async def test_what_was_before_a_change_can_be_put_again(store: Store) -> None:
    """All that changed together, and what was new is hidden."""
    opened, locking = replace(OPENING, tags=()), replace(CLOSING, id=EntryId("c"))
    await put(store, OPENING, CLOSING)
    await put(store, opened, CLOSING, locking)
    await put(store, replace(opened, url=""))

    before = await store.read(lambda look: look.entries_before(2))

    assert before == [OPENING, replace(locking, published=False)]
    assert await put(store, *before) == 2
    assert (await faq(store))[0] == [CLOSING, *before]
    assert await store.read(lambda look: look.entries_before(9)) == []


async def test_what_was_laid_ready_is_found_by_nobody_until_all_of_it_is_put(store: Store) -> None:
    await put(store, OPENING, CLOSING)
    new = [replace(CLOSING, id=EntryId(f"n{n}"), valid_from=date(2026, 3, 1)) for n in range(3)]
    opened = replace(OPENING, answer="Pull.", published=False)

    batch = await store.record(lambda work: work.stage_entries(0, [*new[:2], CLOSING], NOW))
    other = await store.record(lambda work: work.stage_entries(0, [new[0]], NOW))
    more = await store.record(lambda work: work.stage_entries(batch, [new[2], opened], NOW))
    assert batch == more != other
    assert await faq(store) == ([CLOSING, OPENING], 1)

    assert await store.record(lambda work: work.put_staged(batch, MUCH_LATER, "telegram:7")) == 4

    assert await faq(store) == ([CLOSING, opened, *new], 2)
    history = await store.read(lambda look: look.history(None, 4))
    assert {(each.version, each.at, each.by) for each in history} == {(2, MUCH_LATER, "telegram:7")}
    assert {each.entry.id for each in history} == {"b", "n0", "n1", "n2"}
    assert await store.read(lambda look: look.entries_since(1)) == [opened, *new]
    before = await store.read(lambda look: look.entries_before(2))
    assert before == [OPENING, *(replace(each, published=False) for each in new)]

    cleared = [await store.record(lambda work: work.clear_staged(batch, limit=3)) for _ in range(3)]
    assert cleared == [3, 1, 0]
    assert await store.record(lambda work: work.put_staged(batch, NOW, "cli")) == 0
    assert await store.record(lambda work: work.put_staged(other, NOW, "cli")) in {0, 1}
    assert (await faq(store))[0] == [CLOSING, opened, *new]
