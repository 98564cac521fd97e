"""`tidings errands`: what the desk does by itself and did not manage is named, and done anew."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.effects import Effects
from tests.cli.test_cli import house, orders

__all__ = ["house"]

FAILED = "warn:TID-1:2026-11-03T09:30:00+00:00:soon"


def set_aside(house: Path) -> None:
    """As the engine leaves an errand that failed too often."""
    assert orders("migrate").exit_code == 0
    with closing(sqlite3.connect(house / "var/tidings.db")) as database, database:
        database.execute(
            "INSERT INTO workflow_status (workflow_uuid, status, name, created_at, updated_at)"
            " VALUES (?, 'ERROR', 'errand', 1, 1)",
            [FAILED],
        )


def test_nothing_was_set_aside(house: Path) -> None:
    assert house
    assert orders("errands").output == "0 set aside, 0 still to be done.\n"


def test_what_was_set_aside_is_named_here_and_beside_the_dead_letters(house: Path) -> None:
    set_aside(house)
    assert orders("errands").output == f"{FAILED}\n1 set aside, 0 still to be done.\n"
    assert "1 of our own errands" in orders("dead-letters").output


def test_it_is_forgotten_so_that_the_sweeps_ask_anew(house: Path) -> None:
    set_aside(house)
    assert "1 will be done anew" in orders("errands", "--again").output
    assert orders("errands").output.startswith("0 set aside")
    assert "errands" not in orders("dead-letters").output


def test_migrating_makes_the_engines_tables_as_well(house: Path) -> None:
    assert orders("migrate").exit_code == 0
    Effects(f"sqlite:///{house}/var/tidings.db").prepare()
    with closing(sqlite3.connect(house / "var/tidings.db")) as database:
        assert database.execute("SELECT count(*) FROM workflow_status").fetchone() == (0,)
