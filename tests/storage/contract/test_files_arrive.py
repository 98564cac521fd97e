"""Files are fetched once and belong to the ticket that their draft becomes."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from intake.dialogue.messages import FileId, PersonId
from intake.ports import AwaitedFile, KeptFile, Store, Work
from intake.tickets import DraftId
from intake.tid import Tid
from tests.storage.stories import BEN, HELD, LATER, NOW, a_file, a_ticket

DRAFT = DraftId("draft-1")
FIRST = Tid("TID-1")
LOG, PHOTO = a_file("log.txt"), a_file("photo.png")
KEPT = KeptFile("ab/cdef", "0" * 64, 2048, NOW)


async def send(
    store: Store, *files: AwaitedFile, draft: DraftId | None = DRAFT, tid: Tid | None = None
) -> None:
    await store.record(lambda work: work.await_files(files, draft, tid, NOW))


async def fetch(
    store: Store, at: datetime = NOW, limit: int = 9, where: Sequence[str] = ()
) -> Sequence[AwaitedFile]:
    return await store.record(lambda work: work.files_to_fetch(at, HELD, limit, where))


async def names(store: Store, tid: Tid = FIRST) -> tuple[str, ...]:
    ticket = await store.read(lambda look: look.ticket(tid))
    assert ticket
    return ticket.files


async def test_files_of_a_draft_are_on_its_ticket(store: Store) -> None:
    await send(store, LOG, PHOTO)
    await store.record(lambda work: work.file(a_ticket()))
    await store.record(lambda work: work.file(a_ticket(2)))

    assert await names(store) == ("log.txt", "photo.png")
    assert await names(store, Tid("TID-2")) == ()


async def test_files_sent_after_filing_join_the_others(store: Store) -> None:
    await send(store, LOG)
    await store.record(lambda work: work.file(a_ticket()))
    await send(store, PHOTO, draft=None, tid=FIRST)

    assert await names(store) == ("log.txt", "photo.png")
    listed = await store.read(lambda look: look.queue(9))
    assert listed[0].files == ("log.txt", "photo.png")


async def test_a_refused_file_is_not_on_the_ticket(store: Store) -> None:
    await send(store, LOG, PHOTO)
    await store.record(lambda work: work.file(a_ticket()))

    await store.record(lambda work: work.refuse_file(LOG.file.id, "too-big"))

    assert await names(store) == ("photo.png",)
    assert await fetch(store) == (PHOTO,)


async def test_a_file_is_fetched_by_one_at_a_time(store: Store) -> None:
    await send(store, LOG, PHOTO, a_file("trace.txt", BEN))

    assert await fetch(store, limit=2) == (LOG, PHOTO)
    assert await fetch(store) == (a_file("trace.txt", BEN),)
    assert await fetch(store) == ()
    assert await fetch(store, LATER) == (LOG, PHOTO, a_file("trace.txt", BEN))


async def test_a_channel_fetches_its_own_files(store: Store) -> None:
    await send(store, LOG, a_file("trace.txt", BEN))

    assert await fetch(store, where=["slack:"]) == (a_file("trace.txt", BEN),)
    assert await fetch(store, where=["slack:", "terminal:"]) == ()
    assert await fetch(store, where=["telegram:"]) == (LOG,)


async def test_many_fetchers_never_get_the_same(store: Store) -> None:
    files = [a_file(f"{number:02}.txt") for number in range(30)]
    await send(store, *files)

    fetched = await asyncio.gather(*(fetch(store, limit=4) for _ in range(10)))

    assert sorted(each.file.name for some in fetched for each in some) == [
        each.file.name for each in files
    ]


async def test_what_was_fetched_is_not_fetched_again(store: Store) -> None:
    await send(store, LOG, PHOTO)

    await store.record(lambda work: work.fetched(LOG.file.id, KEPT))

    assert await fetch(store, LATER) == (PHOTO,)


async def test_the_same_file_told_twice_is_one_file(store: Store) -> None:
    await send(store, LOG)
    await send(store, LOG)
    await store.record(lambda work: work.file(a_ticket()))

    assert await names(store) == ("log.txt",)
    assert await fetch(store) == (LOG,)


async def test_a_file_that_was_refused_and_is_sent_again_gets_another_chance(store: Store) -> None:
    await send(store, LOG)
    await store.record(lambda work: work.refuse_file(LOG.file.id, "unreachable"))
    await send(store, LOG)
    await store.record(lambda work: work.file(a_ticket()))

    assert await fetch(store) == (LOG,)
    assert await names(store) == ("log.txt",)


async def test_one_file_can_be_on_two_tickets(store: Store) -> None:
    """D22: the same file sent for two problems belongs to both of their tickets."""
    await send(store, LOG)
    await send(store, LOG, draft=DraftId("draft-2"))
    await store.record(lambda work: work.file(a_ticket(1)))
    await store.record(lambda work: work.file(a_ticket(2)))
    await store.record(lambda work: work.fetched(LOG.file.id, KEPT))

    assert await names(store, Tid("TID-1")) == await names(store, Tid("TID-2")) == ("log.txt",)
    assert await fetch(store, LATER) == ()


async def test_d13_what_was_kept_of_a_person_is_counted_once_and_for_a_while(store: Store) -> None:
    trace = replace(a_file("trace.txt"), person=PersonId("telegram:9"))
    await send(store, LOG, PHOTO, trace)
    await send(store, LOG, draft=DraftId("draft-2"))
    early = replace(KEPT, path="ef", size=7, at=NOW - HELD)

    def keep(work: Work) -> None:
        work.fetched(LOG.file.id, KEPT)
        work.fetched(PHOTO.file.id, early)
        work.fetched(trace.file.id, replace(KEPT, path="gh", size=1))

    await store.record(keep)

    assert await kept(store, LOG.person, NOW - HELD) == 2048 + 7
    assert await kept(store, LOG.person, NOW) == 2048
    assert await kept(store, trace.person, NOW) == 1
    assert await kept(store, PersonId("telegram:404"), NOW - HELD) == 0


async def kept(store: Store, person: PersonId, since: datetime) -> int:
    return await store.record(lambda work: work.kept_of(person, since))


async def test_a_verdict_on_a_file_that_nobody_sent_changes_nothing(store: Store) -> None:
    await store.record(lambda work: work.fetched(FileId("?"), KEPT))
    await store.record(lambda work: work.refuse_file(FileId("?"), "kind"))

    assert await fetch(store) == ()
