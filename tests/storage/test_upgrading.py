"""An upgrade never costs a desk its data: a copy is kept, a kill is harmless, and processes of the
older release go on while it happens."""

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, MetaData, insert, inspect, select

from bot.storage import SqlStore, keeping, migrate
from bot.storage.engine import make_engine
from bot.storage.soundness import ForeignTables
from faq_index import Entry, EntryId
from intake.ports import StoreUnavailable
from tests.storage.older import bring_to, claims_in, first_release, revision_of, revisions
from tests.storage.stories import NOW

ROOT = Path(__file__).parents[2]
LATEST = revisions()[-1]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where `url` leads: a desk of the first release."""
    return first_release(tmp_path / "var" / "tidings.db")


def copies(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*.before-*"))


def test_the_database_is_copied_before_it_changes(url: str, path: Path) -> None:
    """E7: with what is still in its journal, in one file that can be put back as it is."""
    serving = sqlite3.connect(path, isolation_level=None)
    serving.execute("INSERT INTO claims VALUES ('telegram:2', 0)")

    migrate(url)
    serving.close()

    (copy,) = copies(path)
    assert copy.name == f"tidings.db.before-{LATEST}-1"
    assert copy.stat().st_mode & 0o77 == 0
    assert (revision_of(copy), revision_of(path)) == ("0001", LATEST)
    assert claims_in(copy) == claims_in(path) == ["telegram:1", "telegram:2"]


def test_no_copy_is_ever_overwritten(url: str, path: Path) -> None:
    older = path.read_bytes()
    for _ in range(2):
        path.write_bytes(older)
        migrate(url)

    assert [copy.name[-2:] for copy in copies(path)] == ["-1", "-2"]


def test_nothing_is_copied_where_nothing_changes(url: str, tmp_path: Path) -> None:
    migrate(url)
    migrate(url)

    assert copies(tmp_path / "var" / "tidings.db") == []


def test_a_migration_that_fails_every_minute_does_not_fill_the_disk(url: str, path: Path) -> None:
    with sqlite3.connect(path) as foreign:
        foreign.execute("CREATE TABLE leases (house TEXT)")
    foreign.close()

    with pytest.raises(ForeignTables):
        migrate(url)

    assert copies(path) == []
    assert revision_of(path) == "0001"


def test_without_a_copy_there_is_no_migration(
    url: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E5: the disk is full."""

    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keeping, "sync_file", full)
    with pytest.raises(StoreUnavailable, match="copy"):
        migrate(url)

    assert copies(path) == []
    assert revision_of(path) == "0001"


def test_a_kill_at_any_step_leaves_the_old_or_the_new(path: Path, tmp_path: Path) -> None:
    """E7: and the next start finishes it, with everything that was said."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "tests.faults.dying_migration", str(path), str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")

    left = sorted(tmp_path.glob("[0-9]*/tidings.db"))
    assert len(left) > 10
    for each in left:
        assert revision_of(each) in {"0001", LATEST}
        new = "leases" in tables(make_engine(f"sqlite:///{each}")).tables
        assert new == (revision_of(each) == LATEST), each
        migrate(f"sqlite:///{each}")
        assert (revision_of(each), claims_in(each)) == (LATEST, ["telegram:1"])


def tables(engine: Engine) -> MetaData:
    found = MetaData()
    found.reflect(engine)
    return found


def demands(connection: Connection, table: str) -> dict[str, Any]:
    """What a row must keep to be taken: each column's type, and what must not be empty or twice."""
    seen = inspect(connection)
    columns = {
        each["name"]: (str(each["type"]), each["nullable"], each["default"])
        for each in seen.get_columns(table)
    }
    unique = [each["column_names"] for each in seen.get_unique_constraints(table)]
    unique += [
        list(map(str, each["column_names"])) for each in seen.get_indexes(table) if each["unique"]
    ]
    foreign = [each["constrained_columns"] for each in seen.get_foreign_keys(table)]
    checks = [str(each["sqltext"]) for each in seen.get_check_constraints(table)]
    key = seen.get_pk_constraint(table)["constrained_columns"]
    return {
        "columns": columns,
        "demands": (key, sorted(map(str, unique)), sorted(foreign), sorted(checks)),
    }


@pytest.mark.parametrize(("before", "after"), list(pairwise(revisions())))
def test_an_older_release_writes_on_after_the_migration(
    place: str, before: str, after: str
) -> None:
    """Migrations only add: whatever an older process writes and asks is still taken."""
    engine = make_engine(place)
    bring_to(before, engine)
    older = tables(engine)
    with engine.connect() as connection:
        then = {name: demands(connection, name) for name in older.tables}

    bring_to(after, engine)

    with engine.begin() as connection:
        for name, was in then.items():
            now = demands(connection, name)
            assert now["demands"] == was["demands"], f"{name} demands more or less than before"
            assert now["columns"].items() >= was["columns"].items(), name
            for column in now["columns"].keys() - was["columns"].keys():
                _, may_be_empty, default = now["columns"][column]
                assert may_be_empty or default is not None, f"{name}.{column} must be filled"
        for table in older.sorted_tables:
            if table.name == "alembic_version":
                continue
            connection.execute(insert(table).values({each.name: 7 for each in table.columns}))
            assert connection.execute(select(table)).all()


async def test_an_entry_older_than_its_history_can_be_had_back(place: str) -> None:
    """The first change notes what it was; so does one after an older process wrote in between."""
    engine, way = make_engine(place), EntryId("way")
    bring_to("0004", engine)
    before = tables(engine).tables["faq_entries"]
    row = {"id": "way", "answer": "", "url": "", "language": "en", "tags": "[]", "wordings": "[]"}
    with engine.begin() as connection:
        connection.execute(insert(before).values(**row, question="Which way?", changed_at=1))

    async with SqlStore(place) as store:
        was = await store.read(lambda look: look.entry(way))
        assert was == Entry(id=way, question="Which way?")
        for at, question in enumerate(("Where?", "Where to?")):
            if at:
                with engine.begin() as older:
                    older.execute(before.update().values(question="Wohin?", changed_at=2))
            changed = replace(was, question=question)
            await store.record(lambda work: work.put_entries([changed], NOW, "cli"))  # noqa: B023 - awaited here
        told = await store.read(lambda look: look.history(way, 9))

    assert [(each.entry.question, each.by, each.version) for each in told] == [
        ("Where to?", "cli", 2),
        ("Wohin?", "", 0),
        ("Where?", "cli", 1),
        ("Which way?", "", 0),
    ]
