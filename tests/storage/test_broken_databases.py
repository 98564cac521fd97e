"""E6: what is not a whole database of ours is refused with a reason and left as it is."""

import shutil
import sqlite3
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from bot.storage import SchemaTooNew, migrate
from bot.storage.soundness import (
    DatabaseDamaged,
    DatabaseEmptied,
    DatabaseRefused,
    ForeignTables,
    JournalMissing,
    NotADatabase,
    TablesMissing,
)
from intake.errors import IntakeError
from tests.storage.older import claims_in, first_release

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where `url` leads: a desk that has heard a few hundred messages, closed."""
    path = tmp_path / "var" / "tidings.db"
    migrate(f"sqlite:///{path}")
    with sqlite3.connect(path) as told:
        rows = ((f"telegram:{number}", number) for number in range(900))
        told.executemany("INSERT INTO claims VALUES (?, ?)", rows)
    told.close()
    return path


def overwrite(path: Path, at: int, with_: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(with_)


def cut_in_half(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2 // PAGE * PAGE)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def flip_a_page(path: Path) -> None:
    """The kind of its seventh page, of which there is no such kind."""
    overwrite(path, 6 * PAGE, b"\xff")


def write_something_else(path: Path) -> None:
    path.write_bytes(b"no database " * 1000)


def sql(statement: str) -> Callable[[Path], None]:
    def run(path: Path) -> None:
        with sqlite3.connect(path) as other:
            other.execute(statement)
        other.close()

    return run


def somebody_elses(path: Path) -> None:
    path.unlink()
    sql("CREATE TABLE tickets (seat TEXT)")(path)


def older_with_a_foreign_table(path: Path) -> None:
    path.unlink()
    sql("CREATE TABLE leases (house TEXT)")(first_release(path))


@pytest.mark.parametrize(
    ("breaks", "reason"),
    [
        (cut_in_half, DatabaseDamaged),
        (empty, DatabaseEmptied),
        (flip_a_page, DatabaseDamaged),
        (write_something_else, NotADatabase),
        (sql("UPDATE alembic_version SET version_num = '9999'"), SchemaTooNew),
        (sql("DROP TABLE posts"), TablesMissing),
        (sql("ALTER TABLE replies DROP COLUMN outcome"), TablesMissing),
        (sql("ALTER TABLE posts RENAME TO letters"), TablesMissing),
        (somebody_elses, ForeignTables),
        (older_with_a_foreign_table, ForeignTables),
    ],
)
def test_it_is_refused_with_a_reason_and_left_as_it_is(
    url: str, path: Path, breaks: Callable[[Path], None], reason: type[IntakeError]
) -> None:
    breaks(path)
    before = path.read_bytes()

    with pytest.raises(reason) as refused:
        migrate(url)

    assert "\n" not in str(refused.value)
    # A database that was whole when it was opened may be marked as one with a journal.
    assert path.read_bytes()[100:] == before[100:]
    assert [each.name for each in path.parent.glob("*.before-*")] == []


def test_another_process_may_take_its_time_to_make_the_database(
    url: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both were started at once: where this one looks, the file is there and nothing in it yet."""
    made = path.read_bytes()
    path.write_bytes(b"")
    looks = count(1)

    def pause(_: float) -> None:
        if next(looks) == 30:
            path.write_bytes(made)

    monkeypatch.setattr(time, "sleep", pause)
    migrate(url)


def test_a_lost_journal_is_missed_since_what_was_said_last_is_in_it(path: Path) -> None:
    serving = sqlite3.connect(path, isolation_level=None)
    serving.execute("INSERT INTO claims VALUES ('telegram:last', 0)")
    killed = path.parent.with_name("killed")
    shutil.copytree(path.parent, killed)
    serving.close()
    journal = killed / f"{path.name}-wal"
    away = journal.rename(killed / "elsewhere")
    there = f"sqlite:///{killed / path.name}"

    with pytest.raises(JournalMissing):
        migrate(there)
    away.rename(journal)
    migrate(there)

    assert "telegram:last" in claims_in(killed / path.name)


def test_every_reason_is_one_sentence() -> None:
    for each in DatabaseRefused.__subclasses__():
        assert str(each()).endswith((".", ")"))
        assert "\n" not in str(each()), each
