"""What was recorded outlives the process; what cannot be recorded is said so."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.storage import SqlStore, UnusableDatabase
from bot.storage.engine import for_writing, make_engine
from bot.storage.threads import DatabaseThreads
from faq_index import Entry, EntryId
from intake.dialogue.replies import Say
from intake.dialogue.state import State
from intake.ports import KeptFile, Known, Outcome, StoreUnavailable, Work
from tests.storage.stories import ANA, HELD, HELLO, NOW, SPANISH, a_file, a_post, a_ticket

ENTRY = Entry(id=EntryId("a"), question="How?")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where `url` leads."""
    return tmp_path / "var" / "tidings.db"


@contextmanager
def another_process_writing(path: Path) -> Iterator[None]:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


async def test_everything_is_there_after_a_restart(place: str) -> None:
    ticket = a_ticket(posts=(a_post("Hello"),), files=("log.txt",))

    def write(work: Work) -> None:
        work.claim(HELLO, NOW)
        work.keep(ANA, SPANISH, 0)
        work.say(ANA, [Say("hello")], SPANISH, NOW, HELD)
        work.await_files([a_file("log.txt")], ticket.draft, None, NOW)
        work.file(ticket)
        work.put_entries([ENTRY], NOW, "cli")

    async with SqlStore(place) as first:
        await first.record(write)

    async with SqlStore(place) as second:
        assert not await second.record(lambda work: work.claim(HELLO, NOW))
        assert await second.read(lambda look: look.conversation(ANA)) == Known(SPANISH, 1)
        assert await second.read(lambda look: look.ticket(ticket.tid)) == ticket
        assert await second.read(lambda look: (look.entries(), look.faq_version())) == ([ENTRY], 1)
        (reply,) = await second.record(lambda work: work.unsent(NOW + HELD, HELD, 9))
        assert reply.reply == Say("hello")
        assert await second.record(lambda work: work.files_to_fetch(NOW, HELD, 9)) == (
            a_file("log.txt"),
        )


async def test_what_became_of_suggestions_and_files_is_written_down(url: str, path: Path) -> None:
    outcome = Outcome("helped", (EntryId("a"), EntryId("b")), "de", NOW)

    def write(work: Work) -> None:
        work.count(outcome)
        work.await_files([a_file("log.txt")], None, a_ticket().tid, NOW)
        work.fetched(a_file("log.txt").file.id, KeptFile("ab/cdef", "0" * 64, 77, NOW))

    async with SqlStore(url) as store:
        await store.record(write)

    seen = sqlite3.connect(path)
    assert seen.execute("SELECT kind, entries, language, at FROM outcomes").fetchall() == [
        ("helped", '["a","b"]', "de", 1_793_698_215_123_456)
    ]
    assert seen.execute("SELECT path, sha256, size FROM attachments").fetchall() == [
        ("ab/cdef", "0" * 64, 77)
    ]
    seen.close()


async def test_a_commit_survives_the_power(url: str) -> None:
    """E3: WAL alone keeps commits only through a crash of the process; FULL through the power."""

    def ask(connection: Connection) -> list[object]:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        return [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas]

    threads = DatabaseThreads(for_writing(make_engine(url)), "writer", 1, together=8)
    assert await threads.run(ask) == ["wal", 2, 1, 5000]
    await threads.close()


async def test_a_database_that_somebody_else_holds_is_unavailable(url: str, path: Path) -> None:
    """E5: nothing is recorded, reading goes on, and the store recovers by itself."""
    async with SqlStore(f"{url}?timeout=0.01") as store:
        with another_process_writing(path):
            with pytest.raises(StoreUnavailable):
                await store.record(lambda work: work.claim(HELLO, NOW))
            assert await store.read(lambda look: look.conversation(ANA)) == Known(State(), 0)

        assert await store.record(lambda work: work.claim(HELLO, NOW))


async def test_a_full_disk_is_said_so_and_recovered_from(url: str) -> None:
    async with SqlStore(url):
        pass
    threads = DatabaseThreads(for_writing(make_engine(url)), "writer", 1, together=8)

    def fill(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
        connection.exec_driver_sql("INSERT INTO claims VALUES (hex(zeroblob(1000000)), 0)")

    def claim(connection: Connection) -> None:
        connection.exec_driver_sql("INSERT INTO claims VALUES (hex(zeroblob(1000000)), 0)")

    with pytest.raises(StoreUnavailable):
        await threads.run(fill)
    await threads.run(claim)
    await threads.close()


@pytest.mark.parametrize(
    "url", ["sqlite://", "sqlite:///:memory:", "secret", "mysql://u:secret@h/d"]
)
async def test_an_address_that_names_no_file_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(UnusableDatabase) as refused:
        await SqlStore(url).open()

    assert "secret" not in str(refused.value)
