"""A desk's data from the command line: backed up, restored, moved and checked, in plain words."""

import re
import sqlite3
from pathlib import Path

import pytest

from bot.storage.carrying import CARRIED
from tests.cli.test_cli import filed, house, orders
from tests.postgres import Postgres

__all__ = ["house"]


def test_a_desk_is_backed_up_lost_and_back_with_its_ticket(house: Path) -> None:
    number = filed(house)
    made = orders("backup", "desk.zip")
    assert re.match(r"desk\.zip holds 1 tickets, \d+ rows, 0 attachments", made.output)
    for each in (house / "var").iterdir():
        each.unlink()

    back = orders("restore", "desk.zip")

    assert back.output.startswith("The desk of ")
    assert number in orders("tickets").output
    assert orders("check").output.startswith("Everything is whole.\n")


def test_a_desk_is_moved_and_its_ticket_is_there(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = filed(house)

    moved = orders("move", "sqlite:///var/tidings.db", "sqlite:///new/tidings.db")

    arrived = rf"\d+ rows in {len(CARRIED)} tables arrived, counted and compared\."
    assert re.match(arrived, moved.output)
    assert "Attachments stay where they are." in moved.output
    monkeypatch.setenv("DATABASE_URL", "sqlite:///new/tidings.db")
    assert number in orders("tickets").output


def test_what_is_not_whole_is_listed(house: Path) -> None:
    orders("migrate")
    with sqlite3.connect(house / "var" / "tidings.db") as database:
        database.execute("INSERT INTO posts VALUES ('TID-0', 0, 'agent', '', 'hi', 0)")
    database.close()

    found = orders("check")

    assert found.exit_code == 1
    assert "posts" in found.output


@pytest.mark.usefixtures("house")
def test_what_is_not_possible_is_one_sentence_and_exit_code_2() -> None:
    orders("migrate")
    orders("backup", "desk.zip")
    for arguments in (
        ("backup", "desk.zip"),
        ("restore", "desk.zip"),
        ("restore", "nowhere.zip"),
        ("move", "sqlite:///nowhere.db", "sqlite:///new.db"),
        ("move", "sqlite:///var/tidings.db", "mysql://me:canary@host/desk"),
        ("move", "sqlite:///var/tidings.db", "canary"),
    ):
        result = orders(*arguments)
        assert result.exit_code == 2, arguments
        assert result.output.count("\n") == 1, result.output
        assert result.output.startswith("tidings: ")
        assert "canary" not in result.output


def test_a_desk_is_moved_to_a_server_and_served_and_backed_up_there(
    house: Path, monkeypatch: pytest.MonkeyPatch, postgres: Postgres
) -> None:
    number, server = filed(house), postgres.empty()

    moved = orders("move", "sqlite:///var/tidings.db", server)

    assert "counted and compared" in moved.output
    monkeypatch.setenv("DATABASE_URL", server)
    assert orders("answer", number, "Clear the cache.", "--as", "Kim").exit_code == 0
    assert "Clear the cache." in orders("ticket", number).output
    assert orders("check").output.startswith("Everything is whole.\n")
    assert orders("backup", "server.zip").output.startswith("server.zip holds 1 tickets")


@pytest.mark.usefixtures("house")
def test_e5_a_server_that_is_away_is_one_sentence_and_worth_another_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Status 2 would tell systemd that starting again is of no use."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://desk:canary@127.0.0.1:1/desk")

    for order in ("tickets", "migrate", "check", "web", "worker"):
        result = orders(order)
        assert result.exit_code == 75, order
        assert result.output.startswith("tidings: No PostgreSQL server answers"), order
        assert result.output.count("\n") == 1, result.output
        assert "canary" not in result.output


@pytest.mark.usefixtures("house")
def test_e6_a_start_on_a_broken_database_says_why(house: Path) -> None:
    orders("migrate")
    database = house / "var" / "tidings.db"
    database.write_bytes(database.read_bytes()[:8192])

    result = orders("tickets")

    assert result.exit_code == 2
    assert "damaged" in result.output
    assert "tidings restore" in result.output
