"""A desk on a PostgreSQL server: what the server cannot do is said, and is over when it can."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection

from bot.storage import SqlStore, migrate, soundness
from bot.storage.engine import for_reading, for_writing, make_engine
from bot.storage.store import READERS, WRITERS
from bot.storage.threads import DatabaseThreads
from bot.storage.work import SqlWork
from intake.dialogue.state import State
from intake.errors import IntakeError
from intake.ports import Known, Reading, ReplyId, Stale, StoreUnavailable, Work
from intake.tickets import Status
from tests.postgres import Postgres, serving
from tests.storage.stories import ANA, HELD, HELLO, LATER, NOW, SPANISH, a_post, a_ticket, say, take

CANARY = "canary"


@pytest.fixture(scope="module")
def own_server() -> Iterator[Postgres]:
    """One that may be stopped."""
    with serving() as server:
        yield server


@pytest.fixture
async def desk(server_url: str) -> AsyncIterator[SqlStore]:
    async with SqlStore(server_url) as opened:
        yield opened


def claim(work: Work) -> bool:
    return work.claim(HELLO, NOW)


async def waits_for_a_lock(server: Postgres) -> None:
    """Until some session does."""
    for _ in range(5000):
        if server.order("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"):
            return
        await asyncio.sleep(0.005)
    raise TimeoutError


def no_such_database(server: Postgres) -> str:
    return server.url("nowhere", f"tidings:{CANARY}")


def wrong_password(server: Postgres) -> str:
    server.order("DROP ROLE IF EXISTS stranger")
    server.order("CREATE ROLE stranger LOGIN PASSWORD 'another'")
    return server.url("postgres", f"stranger:{CANARY}")


def unknown_user(server: Postgres) -> str:
    return server.url("postgres", f"somebody:{CANARY}")


def may_not_make_tables(server: Postgres) -> str:
    server.order("DROP ROLE IF EXISTS guest")
    server.order("CREATE ROLE guest LOGIN")
    return server.empty().replace("tidings@", f"guest:{CANARY}@")


def no_letters(server: Postgres) -> str:
    server.order("DROP DATABASE IF EXISTS ascii")
    server.order("CREATE DATABASE ascii ENCODING 'SQL_ASCII' TEMPLATE template0")
    return server.url("ascii", f"tidings:{CANARY}")


def no_server(_: Postgres) -> str:
    return f"postgresql://tidings:{CANARY}@127.0.0.1:1/desk"


def no_such_option(server: Postgres) -> str:
    return server.url("postgres", f"tidings:{CANARY}") + "&colour=red"


def full(server: Postgres) -> str:
    server.order("DROP ROLE IF EXISTS late")
    server.order("CREATE ROLE late LOGIN CONNECTION LIMIT 0")
    return server.url("postgres", f"late:{CANARY}")


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        (no_such_database, soundness.NoDatabase),
        (wrong_password, soundness.NotLetIn),
        (unknown_user, soundness.NotLetIn),
        (may_not_make_tables, soundness.NotOurs),
        (no_letters, soundness.OtherEncoding),
        (no_such_option, soundness.UnknownOption),
        (no_server, soundness.ServerAway),
        (full, soundness.ServerRefuses),
    ],
)
async def test_who_cannot_begin_is_told_why_and_nothing_secret(
    postgres: Postgres, address: Callable[[Postgres], str], reason: type[IntakeError]
) -> None:
    with pytest.raises(IntakeError) as refused:
        await SqlStore(address(postgres)).open()

    assert type(refused.value) is reason
    assert CANARY not in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql+psycopg2", "postgresql+asyncpg"])
async def test_every_way_to_write_its_address_is_understood(server_url: str, scheme: str) -> None:
    async with SqlStore(server_url.replace("postgresql", scheme, 1)) as store:
        assert await store.record(claim)


async def test_what_was_acknowledged_stays_whatever_the_server_is_set_to(
    postgres: Postgres,
) -> None:
    """E3: a commit returns when it is on the disk."""
    url = postgres.empty()
    postgres.order(
        f"ALTER DATABASE {url.split('/')[3].partition('?')[0]} SET synchronous_commit=off"
    )

    for each in (for_writing, for_reading):
        with each(make_engine(url)).connect() as connection:
            assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"


async def test_one_look_is_one_moment(desk: SqlStore) -> None:
    """A ticket and its posts belong together, whoever writes between two statements."""
    begun, written = threading.Event(), threading.Event()

    def look_twice(look: Reading) -> tuple[Known, Known]:
        first = look.conversation(ANA)
        begun.set()
        assert written.wait(30)
        return first, look.conversation(ANA)

    looking = asyncio.create_task(desk.read(look_twice))
    await asyncio.to_thread(begun.wait, 30)
    await desk.record(lambda work: work.keep(ANA, SPANISH, 0))
    written.set()

    assert await looking == (Known(State(), 0), Known(State(), 0))
    assert await desk.read(lambda look: look.conversation(ANA)) == Known(SPANISH, 1)


async def test_a_server_that_is_away_is_said_so_and_found_again(own_server: Postgres) -> None:
    """E5: nothing is acknowledged meanwhile, nothing that was is lost, and nobody restarts us."""
    url = own_server.empty()
    async with SqlStore(url) as store:
        await store.record(lambda work: work.keep(ANA, SPANISH, 0))
        own_server.stop()
        with pytest.raises(StoreUnavailable):
            await store.record(claim)
        with pytest.raises(StoreUnavailable):
            await store.read(lambda look: look.conversation(ANA))
        with pytest.raises(soundness.ServerAway):
            migrate(url)
        own_server.start()

        assert await store.read(lambda look: look.conversation(ANA)) == Known(SPANISH, 1)
        assert await store.record(claim)


async def test_a_server_that_was_restarted_meanwhile_is_not_even_noticed(
    own_server: Postgres,
) -> None:
    all_write, all_read = threading.Barrier(WRITERS), threading.Barrier(READERS)
    async with SqlStore(own_server.empty()) as store:
        await asyncio.gather(
            *(store.record(lambda _: all_write.wait(30)) for _ in range(WRITERS)),
            *(store.read(lambda _: all_read.wait(30)) for _ in range(READERS)),
        )
        own_server.stop()
        own_server.start()

        assert await store.record(claim)
        assert await store.read(lambda look: look.conversation(ANA)) == Known(State(), 0)


async def test_a_transaction_that_was_given_up_for_another_is_run_again(server_url: str) -> None:
    """A deadlock is nobody's fault, and nothing that a person should hear of."""
    met = threading.Barrier(2)
    runs: list[int] = []

    async with SqlStore(f"{server_url}&options=-c%20deadlock_timeout%3D20ms") as store:
        one, other = (each.id for each in await say(store, "one", "other"))

        def see_off(first: ReplyId, second: ReplyId) -> Callable[[Work], None]:
            def unit(work: Work) -> None:
                runs.append(first)
                work.sent(first, NOW, "sent")
                if runs.count(first) == 1:
                    met.wait(30)
                work.sent(second, NOW, "sent")

            return unit

        await asyncio.gather(store.record(see_off(one, other)), store.record(see_off(other, one)))
        assert await take(store) == []

    assert len(runs) > 2


async def test_what_somebody_else_holds_too_long_is_unavailable(
    desk: SqlStore, server_url: str
) -> None:
    """E5: the message comes again; its platform is not kept waiting until it gives up."""
    begun, may_end = threading.Event(), threading.Event()

    def hold(work: Work) -> None:
        claim(work)
        begun.set()
        assert may_end.wait(30)

    async with SqlStore(f"{server_url}&options=-c%20lock_timeout%3D20ms") as impatient:
        holding = asyncio.create_task(desk.record(hold))
        await asyncio.to_thread(begun.wait, 30)
        with pytest.raises(StoreUnavailable):
            await impatient.record(claim)
        may_end.set()
        await holding

        assert not await impatient.record(claim)


async def test_a_process_that_halts_within_a_transaction_lets_go(server_url: str) -> None:
    """E10: what it holds is free again, and its own unit is not taken for recorded."""
    url = f"{server_url}&options=-c%20idle_in_transaction_session_timeout%3D20ms"
    threads = DatabaseThreads(for_writing(make_engine(url)), "writer", 1, together=1)
    async with SqlStore(server_url) as other:
        begun, may_end = threading.Event(), threading.Event()

        def halt(connection: Connection) -> None:
            SqlWork(connection).claim(HELLO, NOW)
            begun.set()
            may_end.wait(30)

        halted = asyncio.create_task(threads.run(halt))
        await asyncio.to_thread(begun.wait, 30)
        assert await other.record(claim)
        may_end.set()
        with pytest.raises(StoreUnavailable):
            await halted
    await threads.close()


async def test_who_closes_a_ticket_without_the_post_just_written_decides_anew(
    desk: SqlStore, postgres: Postgres
) -> None:
    ticket = a_ticket()
    await desk.record(lambda work: work.file(ticket))
    begun, may_end = threading.Event(), threading.Event()

    def post(work: Work) -> None:
        work.change(replace(ticket, posts=(a_post("One more thing"),)))
        begun.set()
        assert may_end.wait(30)

    closed = replace(ticket, status=Status.CLOSED, closed_at=NOW)
    posting = asyncio.create_task(desk.record(post))
    await asyncio.to_thread(begun.wait, 30)
    closing = asyncio.create_task(desk.record(lambda work: work.change(closed)))
    await waits_for_a_lock(postgres)
    may_end.set()
    await posting

    with pytest.raises(Stale):
        await closing
    stored = await desk.read(lambda look: look.ticket(ticket.tid))
    assert stored is not None
    assert (stored.status, len(stored.posts)) == (Status.OPEN, 1)


async def test_i5_who_takes_over_waits_until_it_is_seen_what_another_takes_over(
    desk: SqlStore, postgres: Postgres
) -> None:
    """Otherwise the rest of a talk would be free, while its beginning is being sent."""
    await say(desk, "one", "two", "three")
    begun, may_end = threading.Event(), threading.Event()

    def take_one(work: Work) -> None:
        assert len(work.unsent(LATER, HELD, 1)) == 1
        begun.set()
        assert may_end.wait(30)

    taking = asyncio.create_task(desk.record(take_one))
    await asyncio.to_thread(begun.wait, 30)
    others = asyncio.create_task(take(desk, LATER))
    await waits_for_a_lock(postgres)
    may_end.set()
    await taking

    assert await others == []
