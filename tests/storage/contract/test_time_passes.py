"""What is due is found by whoever looks first, and told of once."""

import asyncio
from datetime import datetime, timedelta
from functools import partial

import pytest

from intake.dialogue.messages import ConversationId, PersonId
from intake.dialogue.state import State
from intake.ports import Deadline, Store, Work
from intake.tickets import Status
from intake.tid import Tid
from tests.storage.stories import ANA, BEN, HELD, LATER, NOW, a_post, a_ticket

DAY = timedelta(days=1)
DUE = a_ticket().due_at or NOW
KIM = PersonId("telegram:9")


async def keep(store: Store, talk: ConversationId, was: int, at: datetime | None) -> None:
    await store.record(lambda work: work.keep(talk, State(remind_at=at), was))


async def waiting(store: Store, at: datetime) -> list[tuple[str, int]]:
    return list(await store.record(lambda work: work.waiting_talks(at, HELD, 9)))


def _file(work: Work, number: int) -> None:
    work.file(a_ticket(number))


async def due(store: Store, at: datetime) -> list[tuple[str, str]]:
    found = await store.record(lambda work: work.due_tickets(at, timedelta(hours=1), HELD, 9))
    return [(each.tid, each.warning) for each in found]


async def test_a_talk_is_looked_at_when_its_time_has_come_and_then_held(store: Store) -> None:
    await keep(store, ANA, 0, NOW)
    await keep(store, BEN, 0, None)
    assert await waiting(store, NOW - DAY) == []
    assert await waiting(store, NOW) == [(ANA, 1)]
    assert await waiting(store, NOW) == []
    assert await waiting(store, LATER) == [(ANA, 1)]


async def test_a_turn_says_anew_when_to_look(store: Store) -> None:
    await keep(store, ANA, 0, NOW)
    await waiting(store, NOW)
    await keep(store, ANA, 1, NOW + DAY)
    assert await waiting(store, LATER) == []
    assert await waiting(store, NOW + DAY) == [(ANA, 2)]
    await keep(store, ANA, 2, None)
    assert await waiting(store, NOW + 9 * DAY) == []


async def test_a_deadline_is_near_and_then_over_and_each_is_told_once(store: Store) -> None:
    await store.record(lambda work: work.file(a_ticket()))
    near, over = DUE - timedelta(minutes=30), DUE + DAY
    assert await due(store, DUE - DAY) == []
    assert await due(store, near) == [("TID-1", "soon")]
    assert await due(store, near) == []
    assert await due(store, near + HELD) == [("TID-1", "soon")]
    soon = Deadline(Tid("TID-1"), DUE, "soon")
    assert await store.record(lambda work: work.warn(soon))
    assert not await store.record(lambda work: work.warn(soon))
    assert await due(store, near + 2 * HELD) == []
    assert await due(store, over) == [("TID-1", "overdue")]
    overdue = Deadline(Tid("TID-1"), DUE, "overdue")
    assert await store.record(lambda work: work.warn(overdue))
    assert not await store.record(lambda work: work.warn(soon))
    assert await due(store, over + DAY) == []


@pytest.mark.parametrize("status", [Status.ANSWERED, Status.CLOSED])
async def test_what_waits_for_nobody_is_not_due(store: Store, status: Status) -> None:
    await store.record(lambda work: work.file(a_ticket(status=status)))
    assert await due(store, DUE + DAY) == []
    assert not await store.record(lambda work: work.warn(Deadline(Tid("TID-1"), DUE, "soon")))


async def test_a_new_deadline_is_told_anew_and_one_that_stands_is_not(store: Store) -> None:
    await store.record(lambda work: work.file(a_ticket()))
    await store.record(lambda work: work.warn(Deadline(Tid("TID-1"), DUE, "soon")))
    stands = a_ticket(posts=(a_post("one"),))
    await store.record(lambda work: work.change(stands))
    assert await due(store, DUE - timedelta(minutes=9)) == []
    again = DUE + 3 * DAY
    moved = a_ticket(posts=(a_post("one"), a_post("two")), due_at=again)
    await store.record(lambda work: work.change(moved))
    assert not await store.record(lambda work: work.warn(Deadline(Tid("TID-1"), DUE, "overdue")))
    assert await due(store, again - timedelta(minutes=9)) == [("TID-1", "soon")]


async def test_the_first_due_are_the_first_taken(store: Store) -> None:
    for number in (3, 1, 2):
        await store.record(partial(_file, number=number))
        await keep(store, ConversationId(f"telegram:{number}"), 0, NOW + number * HELD)
    at = DUE + DAY
    talks = await store.record(lambda work: work.waiting_talks(at, HELD, 2))
    assert sorted(talks) == [("telegram:1", 1), ("telegram:2", 1)]
    tickets = await store.record(lambda work: work.due_tickets(at, DAY, HELD, 2))
    assert sorted(each.tid for each in tickets) == ["TID-1", "TID-2"]


async def test_many_who_look_never_find_the_same(store: Store) -> None:
    for number in range(30):
        await keep(store, ConversationId(f"telegram:{number}"), 0, NOW)
    found = await asyncio.gather(*(waiting(store, NOW) for _ in range(6)))
    talks = [talk for each in found for talk, _ in each]
    assert sorted(talks) == sorted(f"telegram:{number}" for number in range(30))


async def test_staff_are_found_where_they_wrote(store: Store) -> None:
    await store.record(lambda work: work.keep(BEN, State(language="de", staff=KIM), 0))
    await store.record(lambda work: work.keep(ANA, State(), 0))
    found = await store.record(lambda work: work.staff_talks({KIM, PersonId("slack:T1/U2")}))
    assert [(talk, state.language) for talk, state in found] == [(BEN, "de")]
    assert await store.record(lambda work: work.staff_talks(set())) == ()
    await store.record(lambda work: work.keep(BEN, State(language="de"), 1))
    assert await store.record(lambda work: work.staff_talks({KIM})) == ()
