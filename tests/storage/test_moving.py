"""A desk moves to another database with every row, or not at all."""

import sqlite3
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.storage import SqlStore, migrate
from bot.storage.attachments import Attachments
from bot.storage.carrying import CARRIED, CarriedWrong, NotEmpty, StillServed
from bot.storage.engine import make_engine
from bot.storage.moving import SILENT, move
from bot.storage.soundness import NoDatabase
from tests.storage.stories import with_customers
from tests.storage.visitors import Told, Visitors

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def quietly(_table: str, _done: int, _of: int) -> None: ...


def lines(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Everything that travels."""
    with make_engine(url).connect() as seen:
        return {
            table.name: sorted((tuple(row) for row in seen.execute(select(table))), key=repr)
            for table in CARRIED
        }


def rows_in(url: str) -> int:
    return sum(map(len, lines(url).values()))


@pytest.fixture
def target(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/new/tidings.db"


@pytest.fixture
async def old(tmp_path: Path, url: str) -> str:
    """A closed desk with two tickets, and a reply whose number is no longer there."""
    async with SqlStore(url) as store:
        visitors = Visitors(store, Attachments(f"file://{tmp_path}/files"), lambda _: None)
        for person in ("telegram:1", "telegram:2"):
            await visitors.talk(person)
        await with_customers(store)
    with make_engine(url).begin() as purging:
        purging.execute(text("DELETE FROM replies WHERE id = (SELECT max(id) FROM replies)"))
    return url


def test_every_row_arrives_and_nothing_happens_to_the_old_one(old: str, target: str) -> None:
    before, bars = lines(old), dict[str, tuple[int, int]]()

    def tell(name: str, done: int, of: int) -> None:
        bars[name] = (done, of)

    counted = move(old, target, NOW, tell)

    assert lines(target) == lines(old) == before
    assert all(before[each] for each in ("customers", "coupons", "proofs", "codes", "links"))
    assert counted == {name: len(rows) for name, rows in before.items()}
    assert bars == {name: (rows, rows) for name, rows in counted.items()}


async def test_new_numbers_go_on_above_those_that_were_ever_given(
    old: str, target: str, tmp_path: Path
) -> None:
    """A reply's number names its effects: it is never given twice."""
    with make_engine(old).connect() as seen:
        last = seen.execute(text("SELECT max(id) FROM replies")).scalar_one() + 1

    move(old, target, NOW, quietly)

    told = list[Told]()
    async with SqlStore(target) as store:
        visitors = Visitors(store, Attachments(f"file://{tmp_path}/files"), told.append)
        visitors.numbers = count(500)
        await visitors.talk("telegram:3")
    with make_engine(target).connect() as seen:
        numbers = seen.execute(text("SELECT id FROM replies ORDER BY id")).scalars().all()
    assert last not in numbers
    assert last + 1 in numbers


def test_a_place_that_is_taken_is_left_as_it_is(old: str, target: str) -> None:
    move(old, target, NOW, quietly)
    before = lines(target)

    with pytest.raises(NotEmpty):
        move(old, target, NOW, quietly)

    assert lines(target) == before


def test_what_breaks_off_leaves_the_new_place_empty(old: str, target: str) -> None:
    def interrupt(name: str, done: int, _of: int) -> None:
        if name == "tickets" and done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        move(old, target, NOW, interrupt)

    assert rows_in(target) == 0
    move(old, target, NOW, quietly)
    assert lines(target) == lines(old)


def test_a_row_that_arrives_changed_is_noticed_and_nothing_is_kept(old: str, target: str) -> None:
    migrate(target)
    changing = sqlite3.connect(target.removeprefix("sqlite:///"))
    changing.execute(
        "CREATE TRIGGER careless AFTER INSERT ON tickets BEGIN"
        " UPDATE tickets SET owner_name = 'Anna' WHERE id = new.id; END"
    )
    changing.close()

    with pytest.raises(CarriedWrong):
        move(old, target, NOW, quietly)

    assert rows_in(target) == 0


def test_a_desk_that_is_served_is_not_moved(old: str, target: str) -> None:
    with make_engine(old).begin() as serving:
        beat = text("INSERT INTO processes (name, seen_at) VALUES ('one', :at)")
        serving.execute(beat, {"at": int((NOW - SILENT / 2).timestamp() * 1_000_000)})

    with pytest.raises(StillServed):
        move(old, target, NOW, quietly)
    move(old, target, NOW + SILENT, quietly)

    with make_engine(target).connect() as seen:
        assert seen.execute(text("SELECT count(*) FROM processes")).scalar() == 0


async def test_nobody_writes_there_while_it_moves(old: str, target: str) -> None:
    """What was acknowledged meanwhile would stay behind."""
    refused: list[str] = []

    def write(name: str, _done: int, _of: int) -> None:
        other = sqlite3.connect(old.removeprefix("sqlite:///"), timeout=0)
        try:
            other.execute("INSERT INTO claims VALUES ('late', 0)")
        except sqlite3.OperationalError:
            refused.append(name)
        other.close()

    move(old, target, NOW, write)

    assert "claims" in refused
    assert "posts" in refused


def test_from_nowhere_nothing_is_moved(tmp_path: Path, target: str) -> None:
    with pytest.raises(NoDatabase):
        move(f"sqlite:///{tmp_path}/nowhere.db", target, NOW, quietly)
    assert not (tmp_path / "nowhere.db").exists()
