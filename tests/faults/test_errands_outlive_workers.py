"""Workers are killed in the middle of an errand, and two of them look for the same: each is done
once, by whoever is left."""

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from bot.storage import SqlStore
from bot.storage.tables import processes, replies
from intake.dialogue.messages import ConversationId, PersonId
from intake.dialogue.state import Draft, State
from intake.ports import Work
from intake.tickets import DraftId
from intake.tid import Tid
from tests.faults.errand_process import STAFF
from tests.faults.living import ROOT
from tests.postgres import Postgres
from tests.storage.stories import a_ticket

PATIENCE = 40


@contextmanager
def address(database: str, folder: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    if database == "sqlite":
        yield f"sqlite:///{folder}/desk.db"
        return
    server: Postgres = request.getfixturevalue("postgres")
    with server.lent() as lent:
        yield lent


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with address(request.param, tmp_path, request) as lent:
        yield lent


@asynccontextmanager
async def worker(url: str, name: str, folder: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(ROOT / "tests/faults/errand_process.py"), url, name, str(folder)),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def a_desk(url: str, drafts: int, tickets: int = 0) -> None:
    """Drafts that have waited for a day, tickets that are overdue, and one of the staff."""
    now = datetime.now(UTC)  # noqa: TID251 - of the processes that are started

    def write(work: Work) -> None:
        for number in range(drafts):
            draft = Draft(DraftId(f"draft-{number}"), now)
            state = State("en", draft=draft, remind_at=now - timedelta(seconds=1))
            work.keep(ConversationId(f"telegram:1{number}"), state, 0)
        for number in range(tickets):
            due = now + timedelta(seconds=-1 if number % 2 else 60)
            work.file(a_ticket(number, tid=Tid(f"TID-{number}"), due_at=due))
        work.keep(ConversationId(STAFF), State("en", staff=PersonId(STAFF)), 0)

    async with SqlStore(url) as store:
        await store.record(write)


async def said(url: str) -> Counter[str]:
    """How often something was said, by conversation."""
    ask = select(replies.c.conversation)
    return Counter(await looked(url, lambda c: [row[0] for row in c.execute(ask)]))


async def looked(url: str, look: Callable[[Connection], list[str]]) -> list[str]:
    async with SqlStore(url) as store:
        return await store.run(look)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            if holds():
                return
            await asyncio.sleep(0.05)


async def until_said(url: str, expected: Counter[str]) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            if await said(url) >= expected:
                return
            await asyncio.sleep(0.2)


async def test_a_worker_killed_in_an_errand_ends_it_in_its_next_life(
    url: str, tmp_path: Path
) -> None:
    await a_desk(url, drafts=1)
    async with worker(url, "one", tmp_path) as first:
        await until((tmp_path / "begun").exists)
        first.send_signal(signal.SIGKILL)
        await first.wait()
    assert await said(url) == Counter()
    (tmp_path / "gate").touch()
    async with worker(url, "one", tmp_path):
        await until_said(url, Counter({"telegram:10": 1}))
    assert await said(url) == Counter({"telegram:10": 1})
    begun = (tmp_path / "begun").read_text().splitlines()
    assert begun == ["one desk:remind:telegram:10:1"] * 2


async def test_another_worker_takes_over_from_one_that_was_killed(url: str, tmp_path: Path) -> None:
    await a_desk(url, drafts=1)
    async with worker(url, "one", tmp_path) as first:
        await until((tmp_path / "begun").exists)
        async with worker(url, "two", tmp_path):
            await until_living(url, {"one", "two"})
            first.send_signal(signal.SIGKILL)
            await first.wait()
            (tmp_path / "gate").touch()
            await until_said(url, Counter({"telegram:10": 1}))
            await until_living(url, {"two"})
    assert await said(url) == Counter({"telegram:10": 1})
    assert "two" in (tmp_path / "begun").read_text()


async def until_living(url: str, names: set[str]) -> None:
    ask = select(processes.c.name)
    async with asyncio.timeout(PATIENCE):
        while True:
            if set(await looked(url, lambda c: [row[0] for row in c.execute(ask)])) == names:
                return
            await asyncio.sleep(0.1)


async def test_two_workers_that_look_at_the_same_do_each_errand_once(
    url: str, tmp_path: Path
) -> None:
    (tmp_path / "gate").touch()
    await a_desk(url, drafts=40, tickets=20)
    expected = Counter({f"telegram:1{number}": 1 for number in range(40)}) + Counter({STAFF: 20})
    async with worker(url, "one", tmp_path), worker(url, "two", tmp_path):
        await until_living(url, {"one", "two"})
        await until_said(url, expected)
        await a_moment_more(url)
    assert await said(url) == expected


async def a_moment_more(url: str) -> None:
    """Whoever wanted to say something twice would have begun it by now: two rounds have passed."""
    ask = select(processes.c.seen_at)
    for _ in range(3):
        last = await looked(url, lambda c: [str(row[0]) for row in c.execute(ask)])
        async with asyncio.timeout(PATIENCE):
            while True:
                now = await looked(url, lambda c: [str(row[0]) for row in c.execute(ask)])
                if not set(now) & set(last):
                    break
                await asyncio.sleep(0.2)
