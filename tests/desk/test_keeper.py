"""Staff keep the FAQ: every change has a name, and none of them is final."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from faq_index import Entry, EntryId
from faq_index.seeding import parse
from intake.desk import keeper as keeper_module
from intake.desk.keeper import Keeper, NoSuchEntry, NothingToUndo
from intake.ports import Reading, Revision, Stale, StoreUnavailable, Work
from tests.fakes.store import MemoryStore

T = TypeVar("T")

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
PAY = Entry(id=EntryId("pay"), question="How do I pay?", answer="By card.", wordings=("Payment",))
SHIP = Entry(id=EntryId("ship"), question="Do you ship?")


@pytest.fixture
def keeper() -> Keeper:
    return Keeper(MemoryStore(), lambda: NOW)


async def told(keeper: Keeper, id: EntryId | None = None) -> list[tuple[str, str]]:
    """Who made which question of it, the newest first."""
    return [(each.by, each.entry.question) for each, _ in await keeper.history(id, 9)]


async def test_a_hidden_entry_stays_and_can_be_shown_again(keeper: Keeper) -> None:
    await keeper.put([PAY], "cli")

    await keeper.publish([PAY.id], "slack:T1/U2", published=False)
    assert await keeper.entry(PAY.id) == replace(PAY, published=False)

    await keeper.publish([PAY.id], "cli", published=True)
    assert await keeper.entries() == [PAY]
    assert [each.by for each, _ in await keeper.history(PAY.id, 9)] == ["cli", "slack:T1/U2", "cli"]


async def test_a_change_is_undone_by_another_one(keeper: Keeper) -> None:
    await keeper.put([PAY, SHIP], "cli")
    await keeper.put([replace(PAY, question="Pay?")], "telegram:42")
    await keeper.put([replace(SHIP, question="Ship?")], "cli")

    assert await keeper.undo(PAY.id, "telegram:7") == [PAY]
    assert await told(keeper, PAY.id) == [
        ("telegram:7", "How do I pay?"),
        ("telegram:42", "Pay?"),
        ("cli", "How do I pay?"),
    ]
    await keeper.undo(PAY.id, "telegram:42")
    assert (await keeper.entry(PAY.id)).question == "Pay?"


async def test_the_last_import_is_undone_as_a_whole(keeper: Keeper) -> None:
    await keeper.put([PAY], "cli")
    await keeper.put([replace(PAY, answer=""), SHIP], "cli")

    await keeper.undo(None, "cli")

    assert await keeper.entries() == [PAY, replace(SHIP, published=False)]


async def test_what_was_never_changed_is_hidden_and_then_there_is_nothing_left(
    keeper: Keeper,
) -> None:
    with pytest.raises(NothingToUndo):
        await keeper.undo(None, "cli")
    await keeper.put([replace(PAY, published=False)], "cli")
    with pytest.raises(NothingToUndo):
        await keeper.undo(PAY.id, "cli")
    await keeper.put([SHIP], "cli")
    assert await keeper.undo(SHIP.id, "cli") == [replace(SHIP, published=False)]


async def test_an_entry_that_is_not_there_cannot_be_kept(keeper: Keeper) -> None:
    with pytest.raises(NoSuchEntry):
        await keeper.entry(PAY.id)
    with pytest.raises(NoSuchEntry):
        await keeper.publish([PAY.id], "cli", published=False)
    with pytest.raises(NoSuchEntry):
        await keeper.undo(PAY.id, "cli")
    with pytest.raises(NoSuchEntry):
        await keeper.history(PAY.id, 9)


async def test_an_import_changes_what_it_speaks_of_and_leaves_the_rest(keeper: Keeper) -> None:
    await keeper.put([replace(PAY, published=False)], "cli")
    sheet = parse("id,question,answer\npay,How do I pay?,By invoice.\n,New?,Yes.", name="a.csv")

    assert [*(await keeper.compare(sheet.drafts)).entries]
    changes = await keeper.bring_in(sheet.drafts, "cli")

    assert (len(changes.new), len(changes.changed), changes.same) == (1, 1, 0)
    assert await keeper.entry(PAY.id) == replace(PAY, published=False, answer="By invoice.")
    again = await keeper.bring_in(sheet.drafts, "cli")
    assert (again.entries, again.same) == ((), 2)
    assert len(await keeper.history(PAY.id, 9)) == 2


class Busy(MemoryStore):
    """Somebody else changes the FAQ between every look and what is made of it."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    async def read(self, question: Callable[[Reading], T]) -> T:
        answer = await super().read(question)
        if self.times:
            self.times -= 1
            wordings = (*PAY.wordings, f"Learned {self.times}")
            new = replace(PAY, wordings=wordings)
            await self.record(lambda work: work.put_entries([new], NOW, "telegram:42"))
        return answer


async def test_what_staff_change_meanwhile_is_not_lost_by_an_import() -> None:
    keeper = Keeper(Busy(times=2), lambda: NOW)
    sheet = parse("id,question,answer\npay,How do I pay?,By invoice.", name="a.csv")

    await keeper.bring_in(sheet.drafts, "cli")

    entry = await keeper.entry(PAY.id)
    assert (entry.answer, entry.wordings) == ("By invoice.", ("Payment", "Learned 0"))
    with pytest.raises(Stale):
        await Keeper(Busy(times=99), lambda: NOW).bring_in(sheet.drafts, "cli")


@pytest.fixture
def by_twos(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if two entries were as many as one unit of work may take."""
    monkeypatch.setattr(keeper_module, "AT_ONCE", 2)


MANY = [replace(SHIP, id=EntryId(f"e{number}")) for number in range(5)]


@pytest.mark.usefixtures("by_twos")
async def test_a_large_import_is_laid_ready_and_put_at_once() -> None:
    store = MemoryStore()
    keeper = Keeper(store, lambda: NOW)
    await keeper.put([PAY], "cli")

    await keeper.put([*MANY, replace(PAY, answer="?")], "cli")

    assert len(await keeper.entries()) == 6
    assert await store.read(lambda look: look.faq_version()) == 2
    assert len(await keeper.history(None, 99)) == 7
    assert not any(store.tables.staged.values()), "nothing is left lying"
    await keeper.undo(None, "cli")
    assert [each for each in await keeper.entries() if each.published] == [PAY]


@pytest.mark.usefixtures("by_twos")
async def test_a_large_import_that_somebody_else_came_between_is_compared_anew() -> None:
    store = Busy(times=2)
    keeper = Keeper(store, lambda: NOW)
    await keeper.put(MANY, "cli")
    assert {*MANY} < {*await keeper.entries()}
    with pytest.raises(Stale):
        await Keeper(Busy(times=99), lambda: NOW).put(MANY, "cli")
    assert not any(store.tables.staged.values())


class Overtaken(MemoryStore):
    """On a server somebody else may be faster between the look and what is made of it."""

    async def record(self, unit: Callable[[Work], T]) -> T:
        def later(work: Work) -> T:
            if self.tables.entries:
                work.put_entries([replace(PAY, answer="By invoice.")], NOW, "telegram:42")
            return unit(work)

        return await super().record(later)


async def test_what_is_overtaken_at_the_last_moment_is_not_put() -> None:
    keeper = Keeper(Overtaken(), lambda: NOW)
    await keeper.put([PAY], "cli")
    with pytest.raises(Stale):
        await keeper.put([SHIP], "cli")
    assert await keeper.entries() == [PAY]


@pytest.mark.usefixtures("by_twos")
async def test_a_large_import_that_breaks_off_changes_nothing() -> None:
    store = BreaksOff(after=3)
    with pytest.raises(StoreUnavailable):
        await Keeper(store, lambda: NOW).put(MANY, "cli")
    store.down = False
    assert await store.read(lambda look: look.entries()) == []


class BreaksOff(MemoryStore):
    """The database is away after so many units."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.left = after

    async def record(self, unit: Callable[[Work], T]) -> T:
        self.left -= 1
        self.down = self.left <= 0
        return await super().record(unit)


async def test_the_history_tells_what_the_entry_was(keeper: Keeper) -> None:
    paid = replace(PAY, question="Pay?")
    await keeper.put([PAY], "cli")
    await keeper.put([SHIP], "cli")
    await keeper.put([paid], "cli")

    assert await keeper.history(None, 9) == [
        (Revision(3, 3, NOW, "cli", paid), PAY),
        (Revision(2, 2, NOW, "cli", SHIP), None),
        (Revision(1, 1, NOW, "cli", PAY), None),
    ]
    assert await keeper.history(PAY.id, 1) == [(Revision(3, 3, NOW, "cli", paid), PAY)]
