"""What keeps a desk's data safe works on a PostgreSQL server as it does on a file."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.storage import SqlStore
from bot.storage.attachments import Attachments
from bot.storage.backup import Place, back_up
from bot.storage.carrying import CARRIED, NotEmpty, StillServed
from bot.storage.checking import check
from bot.storage.engine import make_engine
from bot.storage.moving import SILENT, move
from bot.storage.restoring import NeverReplaced, restore
from bot.storage.soundness import NoDatabase, NotADatabase, ServerAway
from tests.postgres import Postgres
from tests.storage.stories import HELLO, NOW, with_customers
from tests.storage.visitors import Told, Visitors

TODAY = datetime(2026, 11, 24, 12, tzinfo=UTC)


def quietly(_table: str, _done: int, _of: int) -> None: ...


def lines(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Everything that travels."""
    with make_engine(url).connect() as seen:
        return {
            table.name: sorted((tuple(row) for row in seen.execute(select(table))), key=repr)
            for table in CARRIED
        }


async def visited(place: Place, people: Sequence[str], first: int = 1) -> Sequence[Told]:
    told = list[Told]()
    async with SqlStore(place.url) as store:
        visitors = Visitors(store, place.attachments, told.append)
        visitors.numbers = count(first)
        for person in people:
            await visitors.talk(person)
    return told


@pytest.fixture
async def desk(server_url: str, tmp_path: Path) -> Place:
    """A closed desk with two tickets, and a reply whose number is no longer there."""
    place = Place(server_url, Attachments(f"file://{tmp_path}/files"))
    await visited(place, ("telegram:1", "telegram:2"))
    async with SqlStore(server_url) as store:
        await with_customers(store)
    with make_engine(server_url).begin() as purging:
        purging.execute(text("DELETE FROM replies WHERE id = (SELECT max(id) FROM replies)"))
    return place


@pytest.fixture
def file(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/new/tidings.db"


async def test_a_desk_moves_from_a_server_to_a_file_and_to_another_server(
    desk: Place, file: str, postgres: Postgres
) -> None:
    other = postgres.empty()
    before = lines(desk.url)

    move(desk.url, file, TODAY, quietly)
    move(file, other, TODAY, quietly)

    assert lines(desk.url) == lines(file) == lines(other) == before
    last = max(int(str(row[0])) for row in before["replies"]) + 1
    told = await visited(Place(other, desk.attachments), ["telegram:3"], first=500)
    assert told[-1].tid
    numbers = {int(str(row[0])) for row in lines(other)["replies"]}
    assert last not in numbers, "a number was given twice"
    assert last + 1 in numbers


async def test_nobody_writes_on_the_server_while_it_moves(desk: Place, file: str) -> None:
    """What was acknowledged meanwhile would stay behind."""
    hurried = make_engine(f"{desk.url}&options=-c%20lock_timeout%3D10ms")
    refused: list[str] = []

    def write(name: str, _done: int, _of: int) -> None:
        with hurried.connect() as other:
            try:
                other.execute(text("INSERT INTO claims VALUES ('late', 0)"))
            except Exception:  # noqa: BLE001 - whatever the driver calls it
                refused.append(name)

    move(desk.url, file, TODAY, write)

    assert {"claims", "posts"} <= set(refused)


def test_a_desk_that_is_served_is_not_moved(desk: Place, file: str) -> None:
    beat = text("INSERT INTO processes (name, seen_at) VALUES ('one', :at)")
    with make_engine(desk.url).begin() as serving:
        serving.execute(beat, {"at": int((TODAY - SILENT / 2).timestamp() * 1_000_000)})

    with pytest.raises(StillServed):
        move(desk.url, file, TODAY, quietly)


async def test_a_backup_of_a_server_is_restored_to_a_file_and_to_a_server(
    desk: Place, file: str, postgres: Postgres, tmp_path: Path
) -> None:
    """E8: taken while somebody talks, of one moment."""
    before = lines(desk.url)
    backup = tmp_path / "desk.zip"
    async with SqlStore(desk.url) as serving:

        def talk(name: str, _done: int, _of: int) -> None:
            if name == "attachments":
                with make_engine(desk.url).begin() as other:
                    other.execute(text("DELETE FROM claims"))

        back_up(desk, backup, TODAY, talk)
        assert await serving.record(lambda work: work.claim(HELLO, NOW))

    for url in (file, postgres.empty()):
        new = Place(url, Attachments(f"file://{tmp_path}/{len(url)}"))
        restore(backup, new, quietly, replace=False)
        assert lines(url) == before
        assert list(check(new, quietly)) == []
        with pytest.raises(NotEmpty):
            restore(backup, new, quietly, replace=False)
    with pytest.raises(NeverReplaced):
        restore(backup, new, quietly, replace=True)


def test_what_is_not_there_is_said_before_anything_is_done(
    postgres: Postgres, tmp_path: Path, file: str
) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database " * 1000)
    for source, reason in (
        ("postgresql://nobody@127.0.0.1:1/desk", ServerAway),
        (postgres.url("nowhere"), NoDatabase),
        (f"sqlite:///{broken}", NotADatabase),
    ):
        place = Place(source, Attachments(f"file://{tmp_path}/files"))
        with pytest.raises(reason):
            move(source, file, TODAY, quietly)
        with pytest.raises(reason):
            back_up(place, tmp_path / "desk.zip", TODAY, quietly)
        with pytest.raises(reason):
            list(check(place, quietly))
