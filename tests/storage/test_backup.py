"""E8: a backup is one moment of a desk that goes on serving, and a desk can be made of it."""

import asyncio
import hashlib
import json
import random
import shutil
import sqlite3
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.storage import SqlStore
from bot.storage.archive import (
    BackupDamaged,
    BackupTooNew,
    FileExists,
    NotABackup,
)
from bot.storage.attachments import Attachments
from bot.storage.backup import Place, Unreadable, back_up
from bot.storage.carrying import NotEmpty, StillServed
from bot.storage.checking import check
from bot.storage.migrate import SchemaTooOld
from bot.storage.restoring import NoFolderForFiles, restore
from bot.storage.soundness import DatabaseDamaged, NoDatabase
from tests.storage.older import claims_in, first_release
from tests.storage.visitors import Told, Visitors, picture

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def quietly(_table: str, _done: int, _of: int) -> None: ...


def place(folder: Path) -> Place:
    return Place(f"sqlite:///{folder}/tidings.db", Attachments(f"file://{folder}/files"))


def rows(folder: Path, question: str) -> Sequence[tuple[object, ...]]:
    seen = sqlite3.connect(folder / "tidings.db")
    found = seen.execute(question).fetchall()
    seen.close()
    return found


def demand_kept(folder: Path, told: Sequence[Told]) -> None:
    """Everything that these were told is there, and nothing is told that is not there (I2, I6)."""
    assert list(check(place(folder), quietly)) == []
    claims = {str(id) for (id,) in rows(folder, "SELECT id FROM claims")}
    assert claims >= {each.message for each in told}
    tickets = {str(tid) for (tid,) in rows(folder, "SELECT tid FROM tickets")}
    assert tickets >= {each.tid for each in told if each.tid}
    said = " ".join(str(body) for (body,) in rows(folder, "SELECT body FROM replies"))
    assert all(tid in said for tid in tickets)
    assert said.count('"kind":"receipt"') == len(tickets)


@pytest.fixture
async def desk(tmp_path: Path) -> Path:
    """A closed desk with three tickets."""
    folder = tmp_path / "desk"
    here = place(folder)
    async with SqlStore(here.url) as store:
        visitors = Visitors(store, here.attachments, lambda _: None)
        for person in ("telegram:1", "telegram:2", "telegram:3"):
            await visitors.talk(person)
    return folder


async def test_what_was_acknowledged_before_it_began_is_in_it_while_people_talk_on(
    tmp_path: Path,
) -> None:
    """E8, I2, I6."""
    here, told = place(tmp_path / "desk"), list[Told]()
    copying = threading.Event()
    async with SqlStore(here.url) as store:
        visitors = Visitors(store, here.attachments, told.append)
        await asyncio.gather(*(visitors.talk(f"telegram:{each}") for each in range(5)))

        def look(_table: str, _done: int, _of: int) -> None:
            copying.set()

        before = list(told)
        making = asyncio.create_task(
            asyncio.to_thread(back_up, here, tmp_path / "desk.zip", NOW, look)
        )
        await asyncio.to_thread(copying.wait)
        people = iter(range(100, 10_000))
        await visitors.talk(f"telegram:{next(people)}")
        while not making.done():
            await visitors.talk(f"telegram:{next(people)}")
        contents = await making

    restore(tmp_path / "desk.zip", place(tmp_path / "new"), quietly, replace=False)

    demand_kept(tmp_path / "new", before)
    ((heard,),) = rows(tmp_path / "new", "SELECT count(*) FROM claims")
    assert isinstance(heard, int)
    assert len(before) <= contents.rows["claims"] == heard < len(told)


async def test_it_is_one_moment_whatever_is_said_between_two_tables(
    desk: Path, tmp_path: Path
) -> None:
    """E8: nobody is half in it."""
    here = place(desk)

    async def talk() -> None:
        async with SqlStore(here.url) as store:
            visitors = Visitors(store, here.attachments, lambda _: None)
            visitors.numbers = count(500)
            await visitors.talk("telegram:4")

    before = {"tickets": 3, "claims": 36, "attachments": 3, "conversations": 3}
    waiting = [talk]

    def interrupt(_table: str, _done: int, _of: int) -> None:
        if waiting:
            asyncio.run(waiting.pop()())

    contents = await asyncio.to_thread(back_up, here, tmp_path / "desk.zip", NOW, interrupt)

    assert {name: contents.rows[name] for name in before} == before
    assert rows(desk, "SELECT count(*) FROM tickets") == [(4,)]


async def test_a_desk_that_was_restored_elsewhere_goes_on(desk: Path, tmp_path: Path) -> None:
    back_up(place(desk), tmp_path / "desk.zip", NOW, quietly)
    shutil.rmtree(desk)
    new = place(tmp_path / "new")

    restore(tmp_path / "desk.zip", new, quietly, replace=False)

    demand_kept(tmp_path / "new", [])
    files = sorted(path.read_bytes() for path in (tmp_path / "new" / "files").iterdir())
    assert files == sorted(picture(f"telegram:{each}") for each in (1, 2, 3))
    ((last,),) = rows(tmp_path / "new", "SELECT max(id) FROM replies")
    async with SqlStore(new.url) as store:
        told = list[Told]()
        visitors = Visitors(store, new.attachments, told.append)
        visitors.numbers = count(500)
        await visitors.talk("telegram:4")
    assert told[-1].tid
    numbers = [number for (number,) in rows(tmp_path / "new", "SELECT id FROM replies ORDER BY id")]
    assert numbers[numbers.index(last) + 1] == int(str(last)) + 1


def test_it_is_for_its_owner_and_overwrites_nothing(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "desk.zip"
    back_up(place(desk), file, NOW, quietly)
    before = file.read_bytes()

    with pytest.raises(FileExists):
        back_up(place(desk), file, NOW, quietly)

    assert file.stat().st_mode & 0o77 == 0
    assert file.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk", "desk.zip"]


def test_attachments_that_are_not_as_they_came_are_named(desk: Path, tmp_path: Path) -> None:
    gone, changed, _ = sorted((desk / "files").iterdir())
    gone.unlink()
    changed.write_bytes(b"something else")

    contents = back_up(place(desk), tmp_path / "desk.zip", NOW, quietly)

    assert contents.missing == (gone.name, changed.name)
    assert list(check(place(desk), quietly)) == [
        f"file {gone.name}: No such file or directory",
        f"file {changed.name}: not as it came",
    ]


def test_attachments_of_the_first_release_are_found_by_their_whole_path(
    desk: Path, tmp_path: Path
) -> None:
    database = sqlite3.connect(desk / "tidings.db")
    with database:
        database.execute("UPDATE attachments SET path = ? || path", (f"{desk}/files/",))
    database.close()

    back_up(place(desk), tmp_path / "desk.zip", NOW, quietly)
    shutil.rmtree(desk)
    restore(tmp_path / "desk.zip", place(tmp_path / "new"), quietly, replace=False)

    demand_kept(tmp_path / "new", [])


def test_what_is_there_is_not_overwritten_and_is_kept_where_it_is_replaced(
    desk: Path, tmp_path: Path
) -> None:
    file = tmp_path / "desk.zip"
    back_up(place(desk), file, NOW, quietly)
    other = tmp_path / "other"
    (other / "tidings.db").parent.mkdir()
    with sqlite3.connect(first_release(other / "tidings.db")) as serving:
        serving.execute("INSERT INTO claims VALUES ('telegram:last', 0)")
    with pytest.raises(NotEmpty):
        restore(file, place(other), quietly, replace=False)
    with pytest.raises(StillServed):
        restore(file, place(other), quietly, replace=True)
    assert "telegram:last" in claims_in(other / "tidings.db")
    serving.close()

    restore(file, place(other), quietly, replace=True)

    demand_kept(other, [])
    assert claims_in(other / "tidings.db.replaced-1") == ["telegram:1", "telegram:last"]
    assert sorted(path.name for path in other.iterdir()) == [
        "files",
        "tidings.db",
        "tidings.db.replaced-1",
    ]


def test_a_broken_desk_is_kept_aside_as_it_is_with_its_journal(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "desk.zip"
    back_up(place(desk), file, NOW, quietly)
    broken = {"tidings.db": b"broken" * 999, "tidings.db-wal": b"last words"}
    for name, content in broken.items():
        (desk / name).write_bytes(content)

    restore(file, place(desk), quietly, replace=True)

    demand_kept(desk, [])
    for name, content in broken.items():
        aside = name.replace("tidings.db", "tidings.db.replaced-1")
        assert (desk / aside).read_bytes() == content


def test_a_backup_of_an_older_release_is_brought_up_to_date(tmp_path: Path, desk: Path) -> None:
    back_up(place(desk), tmp_path / "desk.zip", NOW, quietly)
    older = first_release(tmp_path / "older" / "tidings.db").read_bytes()
    member = {"size": len(older), "sha256": hashlib.sha256(older).hexdigest()}
    forge(tmp_path / "desk.zip", {"members": {"tidings.db": member}}, {"tidings.db": older})

    restore(tmp_path / "desk.zip", place(tmp_path / "back"), quietly, replace=False)

    assert claims_in(tmp_path / "back" / "tidings.db") == ["telegram:1"]
    assert [each.name for each in (tmp_path / "back").iterdir()] == ["tidings.db"]


def forge(file: Path, changes: dict[str, object], members: dict[str, bytes]) -> None:
    """Another backup in its place: its list changed, and these members only."""
    with ZipFile(file) as true:
        contents = {**json.loads(true.read("contents.json")), **changes}
    with ZipFile(file, "w") as forged:
        for name, content in members.items():
            forged.writestr(name, content)
        forged.writestr("contents.json", json.dumps(contents))


def test_a_backup_with_a_bit_flipped_or_cut_off_changes_nothing(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "desk.zip"
    back_up(place(desk), file, NOW, quietly)
    whole = file.read_bytes()
    chance = random.Random(7)
    damaged = [whole[: chance.randrange(len(whole))] for _ in range(5)]
    for _ in range(40):
        at = chance.randrange(len(whole))
        flipped = bytes([whole[at] ^ 1 << chance.randrange(8)])
        damaged.append(whole[:at] + flipped + whole[at + 1 :])

    refused = 0
    for content in damaged:
        file.write_bytes(content)
        try:
            restore(file, place(tmp_path / "new"), quietly, replace=False)
        except (NotABackup, BackupDamaged):
            refused += 1
            assert not (tmp_path / "new" / "tidings.db").exists()
        else:
            # A date or an attribute of the zip's own: nothing of ours was hit.
            demand_kept(tmp_path / "new", [])
            shutil.rmtree(tmp_path / "new")
    assert refused > 35


def test_a_backup_whose_database_was_exchanged_is_refused(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "desk.zip"
    (desk / "files").rename(desk / "no files")
    back_up(place(desk), file, NOW, quietly)
    forge(file, {}, {"tidings.db": first_release(tmp_path / "other.db").read_bytes()})

    with pytest.raises(BackupDamaged):
        restore(file, place(tmp_path / "new"), quietly, replace=False)


def test_a_name_that_leads_out_of_the_folder_is_refused(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "desk.zip"
    back_up(place(desk), file, NOW, quietly)
    with ZipFile(file) as true:
        database, contents = true.read("tidings.db"), json.loads(true.read("contents.json"))
    evil = {"size": 1, "sha256": hashlib.sha256(b"x").hexdigest()}
    name = "attachments/../../evil"
    members = {"tidings.db": contents["members"]["tidings.db"], name: evil}
    forge(file, {"members": members}, {"tidings.db": database, name: b"x"})

    with pytest.raises(BackupDamaged):
        restore(file, place(tmp_path / "new" / "desk"), quietly, replace=False)

    assert not list(tmp_path.rglob("evil"))


def test_what_cannot_be_restored_says_why(desk: Path, tmp_path: Path) -> None:
    file, new = tmp_path / "desk.zip", place(tmp_path / "new")
    back_up(place(desk), file, NOW, quietly)
    with pytest.raises(NoFolderForFiles):
        restore(file, Place(new.url, Attachments("memory://files")), quietly, replace=False)
    forge(file, {"format": 2}, {})
    with pytest.raises(BackupTooNew):
        restore(file, new, quietly, replace=False)
    with pytest.raises(NotABackup):
        restore(desk / "tidings.db", new, quietly, replace=False)
    with pytest.raises(Unreadable, match=r"nowhere\.zip"):
        restore(tmp_path / "nowhere.zip", new, quietly, replace=False)
    assert not (tmp_path / "new" / "tidings.db").exists()


def test_what_cannot_be_backed_up_says_why(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "desk.zip"
    first_release(tmp_path / "older" / "tidings.db")
    shutil.copytree(desk, tmp_path / "broken")
    with (tmp_path / "broken" / "tidings.db").open("r+b") as broken:
        broken.truncate(8 * 4096)
    for folder, reason in (
        ("nowhere", NoDatabase),
        ("older", SchemaTooOld),
        ("broken", DatabaseDamaged),
    ):
        with pytest.raises(reason):
            back_up(place(tmp_path / folder), file, NOW, quietly)
    with pytest.raises(Unreadable):
        back_up(place(desk), tmp_path / "no" / "folder" / "desk.zip", NOW, quietly)
    assert not file.exists()
    assert not (tmp_path / "nowhere" / "tidings.db").exists()


def test_attachments_that_another_service_keeps_stay_there(desk: Path, tmp_path: Path) -> None:
    remote = Attachments("memory://files")
    contents = back_up(Place(place(desk).url, remote), tmp_path / "desk.zip", NOW, quietly)

    assert (contents.files, contents.missing) == ("elsewhere", ())
    assert list(contents.members) == ["tidings.db"]
    new = Place(place(tmp_path / "new").url, remote)
    restore(tmp_path / "desk.zip", new, quietly, replace=False)
    assert list(check(new, quietly)) == []


def test_a_finding_is_a_line(desk: Path) -> None:
    database = sqlite3.connect(desk / "tidings.db")
    with database:
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("INSERT INTO posts VALUES ('TID-9', 0, 'agent', 'Kim', 'hi', 0)")
    database.close()

    (finding,) = check(place(desk), quietly)

    assert finding.startswith("database: posts ")
