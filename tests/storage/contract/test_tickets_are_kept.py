"""A ticket is filed once, and nothing that was said on it is ever lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from intake.dialogue.messages import PersonId
from intake.ports import AlreadyFiled, Reading, Stale, Store, TidTaken, Work
from intake.tickets import Author, DraftId, Reason, Status, Ticket, answered, closed, followed_up
from intake.tid import Tid
from tests.storage.stories import NOW, a_post, a_ticket

FIRST = Tid("TID-1")


async def file(store: Store, *tickets: Ticket) -> None:
    for ticket in tickets:
        await store.record(lambda work, each=ticket: work.file(each))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults


async def look_up(store: Store, tid: Tid = FIRST) -> Ticket:
    ticket = await store.read(lambda look: look.ticket(tid))
    assert ticket
    return ticket


async def listed(store: Store, question: Callable[[Reading], object]) -> list[str]:
    tickets = await store.read(question)
    assert isinstance(tickets, list | tuple)
    return [ticket.tid for ticket in tickets]


async def test_a_ticket_reads_as_it_was_filed(store: Store) -> None:
    filed = a_ticket(posts=(a_post("It will not open", Author.CLIENT),))
    await file(store, filed)

    assert await look_up(store) == filed


async def test_an_unknown_tid_is_nobody_s(store: Store) -> None:
    await file(store, a_ticket())

    assert await store.read(lambda look: look.ticket(Tid("TID-404"))) is None


async def test_a_draft_becomes_one_ticket(store: Store) -> None:
    await file(store, a_ticket())

    with pytest.raises(AlreadyFiled):
        await file(store, replace(a_ticket(2), draft=DraftId("draft-1")))

    assert await listed(store, lambda look: look.all_tickets(9)) == [FIRST]


async def test_a_tid_is_given_once(store: Store) -> None:
    await file(store, a_ticket())

    with pytest.raises(TidTaken):
        await file(store, replace(a_ticket(2), tid=FIRST))

    assert await look_up(store) == a_ticket()


async def test_filing_the_very_same_again_says_already_filed(store: Store) -> None:
    await file(store, a_ticket())

    with pytest.raises(AlreadyFiled):
        await file(store, a_ticket())


async def test_the_desk_answers_and_the_client_follows_up(store: Store) -> None:
    await file(store, a_ticket())
    first = answered(await look_up(store), a_post("Please restart it"))
    await store.record(lambda work: work.change(first))
    second = followed_up(
        await look_up(store), a_post("Still shut", Author.CLIENT), NOW + timedelta(days=3)
    )
    await store.record(lambda work: work.change(second))

    found = await look_up(store)

    assert found == second
    assert [post.text for post in found.posts] == ["Please restart it", "Still shut"]


async def test_a_closed_ticket_says_why_and_when(store: Store) -> None:
    await file(store, a_ticket())
    done = closed(a_ticket(), Reason.NOT_REPRODUCED, NOW + timedelta(days=2))

    await store.record(lambda work: work.change(done))

    assert await look_up(store) == done


async def test_of_two_agents_who_answer_at_once_the_second_looks_again(store: Store) -> None:
    await file(store, a_ticket())
    seen = await look_up(store)
    await store.record(lambda work: work.change(answered(seen, a_post("Restart it"))))

    with pytest.raises(Stale):
        await store.record(lambda work: work.change(answered(seen, a_post("Reinstall it"))))
    with pytest.raises(Stale):
        await store.record(lambda work: work.change(closed(seen, Reason.SOLVED, NOW)))

    assert [post.text for post in (await look_up(store)).posts] == ["Restart it"]


async def test_a_ticket_closed_meanwhile_is_not_opened_by_accident(store: Store) -> None:
    await file(store, a_ticket())
    seen = await look_up(store)
    await store.record(lambda work: work.change(closed(seen, Reason.SOLVED, NOW)))

    with pytest.raises(Stale):
        await store.record(
            lambda work: work.change(followed_up(seen, a_post("One more thing"), NOW))
        )

    found = await look_up(store)
    assert (found.status, found.posts) == (Status.CLOSED, ())


async def test_a_ticket_that_does_not_exist_cannot_change(store: Store) -> None:
    with pytest.raises(Stale):
        await store.record(lambda work: work.change(answered(a_ticket(), a_post("Hello?"))))


async def test_a_change_that_fails_later_in_its_unit_never_was(store: Store) -> None:
    await file(store, a_ticket())

    def change_and_fail(work: Work) -> None:
        work.change(answered(a_ticket(), a_post("Restart it")))
        raise LookupError

    with pytest.raises(LookupError):
        await store.record(change_and_fail)

    assert await look_up(store) == a_ticket()


async def test_r19_the_queue_shows_what_is_due_first(store: Store) -> None:
    urgent = a_ticket(1, due_at=NOW + timedelta(hours=1))
    calm = a_ticket(2, due_at=NOW + timedelta(days=9))
    soon = a_ticket(3, due_at=NOW + timedelta(hours=4))
    waiting = answered(a_ticket(4), a_post("What version?"))
    over = closed(a_ticket(5), Reason.SOLVED, NOW)
    await file(store, calm, waiting, urgent, over, soon)

    assert await listed(store, lambda look: look.queue(9)) == ["TID-1", "TID-3", "TID-2"]
    assert await listed(store, lambda look: look.queue(1)) == ["TID-1"]


async def test_what_is_due_at_the_same_time_is_served_in_the_order_of_filing(store: Store) -> None:
    await file(store, *(a_ticket(number, due_at=NOW) for number in (2, 3, 1)))

    assert await listed(store, lambda look: look.queue(9)) == ["TID-2", "TID-3", "TID-1"]


async def test_a_person_sees_their_own_tickets_newest_first(store: Store) -> None:
    await file(store, a_ticket(1), a_ticket(3), a_ticket(2), a_ticket(4, owner="slack:T1/U2"))
    ana = PersonId("telegram:42")

    def mine(limit: int) -> Callable[[Reading], object]:
        return lambda look: look.tickets_of(ana, limit)

    assert await listed(store, mine(9)) == ["TID-3", "TID-2", "TID-1"]
    assert await listed(store, mine(1)) == ["TID-3"]


async def test_of_those_accepted_at_once_the_last_filed_is_the_newest(store: Store) -> None:
    await file(store, *(a_ticket(number, accepted_at=NOW) for number in (2, 3, 1)))

    assert await listed(store, lambda look: look.all_tickets(2)) == ["TID-1", "TID-3"]


async def test_lists_leave_the_correspondence_out(store: Store) -> None:
    long = answered(a_ticket(), a_post("A long story"))
    await file(store, long)

    assert await store.read(lambda look: look.all_tickets(9)) == [replace(long, posts=())]
