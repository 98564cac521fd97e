"""Whoever watches the desk sees how much waits, and since when."""

from datetime import datetime, timedelta
from functools import partial

from intake.ports import Backlog, KeptFile, Store, Work
from intake.tickets import DraftId, Reason, Status, Ticket
from tests.storage.stories import BEN, HELD, NOW, a_file, a_ticket, say, take

HOUR = timedelta(hours=1)
NOTHING = Backlog(0, None, 0, 0, None, 0, 0, 0, 0)


async def waiting(store: Store, at: timedelta = timedelta(), *where: str) -> Backlog:
    return await store.read(lambda reading: reading.backlog(NOW + at, HOUR, where))


async def test_an_empty_desk_waits_for_nothing(store: Store) -> None:
    assert await waiting(store) == NOTHING


async def test_replies_wait_until_they_have_left(store: Store) -> None:
    first, _ = await say(store, "one", "two")
    await say(store, "three", to=BEN)

    found = await waiting(store)
    assert (found.unsent, found.oldest_unsent) == (3, NOW)
    # A reply that somebody took over has not left either.
    assert await take(store)
    assert (await waiting(store)).unsent == 3

    await store.record(lambda work: work.sent(first.id, NOW, "sent"))
    assert (await waiting(store)).unsent == 2


async def test_only_channels_that_are_asked_about_are_counted(store: Store) -> None:
    await say(store, "one")
    await say(store, "two", to=BEN)
    await store.record(lambda work: work.await_files([a_file("a.png")], DraftId("d"), None, NOW))

    assert (await waiting(store, HELD, "telegram:")).unsent == 1
    assert (await waiting(store, HELD, "telegram:")).files == 1
    assert (await waiting(store, HELD, "slack:")).files == 0
    assert (await waiting(store, HELD, "terminal:")).oldest_unsent is None


async def test_files_wait_until_they_are_fetched_or_refused(store: Store) -> None:
    files = [a_file("a.png"), a_file("b.png"), a_file("c.png")]
    await store.record(lambda work: work.await_files(files, DraftId("d"), None, NOW))
    assert (await waiting(store)).files == 3

    await store.record(lambda work: work.fetched(files[0].file.id, KeptFile("where", "ab", 9, NOW)))
    await store.record(lambda work: work.refuse_file(files[1].file.id, "type"))
    assert (await waiting(store)).files == 1


async def test_open_tickets_are_counted_by_when_they_are_due(store: Store) -> None:
    never = a_ticket(4, due_at=None)
    closed = a_ticket(5, status=Status.CLOSED, reason=Reason.SOLVED, closed_at=NOW)
    for ticket in (a_ticket(1), a_ticket(2), a_ticket(3), never, closed):
        await store.record(partial(_file, ticket=ticket))
    day = timedelta(days=1)

    found = await waiting(store)
    assert (found.open_tickets, found.due_soon, found.overdue) == (4, 0, 0)
    # Ticket n falls due a day and n minutes after NOW; at that moment it is over.
    found = await waiting(store, day + timedelta(minutes=1))
    assert (found.due_soon, found.overdue) == (2, 1)
    found = await waiting(store, day + timedelta(minutes=3) - HOUR)
    assert (found.due_soon, found.overdue) == (3, 0)


async def test_a_store_can_be_asked_whether_it_writes(store: Store) -> None:
    for number in range(2):
        at = NOW + timedelta(seconds=number)
        await store.record(partial(_touch, at=at))
    assert await waiting(store) == NOTHING


def _file(work: Work, ticket: Ticket) -> None:
    work.file(ticket)


def _touch(work: Work, at: datetime) -> None:
    work.touch(at)
