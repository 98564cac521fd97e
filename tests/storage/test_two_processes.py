"""Two processes on one database race for the same things: each of them happens once, in order."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, count, cycle, islice
from typing import TypeVar

import pytest

from bot.storage import SqlStore
from faq_index import Entry, EntryId
from intake.desk.agent import Desk
from intake.dialogue.messages import ConversationId, MessageId
from intake.dialogue.replies import Say
from intake.dialogue.staffing import Agent
from intake.dialogue.state import State
from intake.ports import AlreadyFiled, AwaitedFile, KeptFile, Known, Outgoing, Stale, TidTaken, Work
from intake.tickets import DraftId, Reason, TicketAlreadyClosed
from tests.storage.stories import ANA, HELD, HELLO, LATER, NOW, a_file, a_ticket, say, take

T = TypeVar("T")
Stores = Sequence[SqlStore]


@pytest.fixture(params=["sqlite", "postgresql"])
async def stores(request: pytest.FixtureRequest) -> AsyncIterator[Stores]:
    url = request.getfixturevalue("url" if request.param == "sqlite" else "server_url")
    async with SqlStore(url) as one, SqlStore(url) as other:
        yield one, other


async def race(
    stores: Stores, times: int, act: Callable[[SqlStore], Awaitable[T]]
) -> list[T | BaseException]:
    """What came of doing it that often at once, by turns in the one process and in the other."""
    acting = (act(each) for each in islice(cycle(stores), times))
    return await asyncio.gather(*acting, return_exceptions=True)


def outcomes(results: Sequence[object]) -> Counter[str]:
    return Counter(type(each).__name__ for each in results)


async def test_a6_a_message_that_reaches_both_is_taken_by_one(stores: Stores) -> None:
    taken = await race(stores, 40, lambda store: store.record(lambda work: work.claim(HELLO, NOW)))

    assert Counter(taken) == {True: 1, False: 39}


async def test_i5_what_a_person_is_told_by_both_is_numbered_in_the_order_of_the_talk(
    stores: Stores,
) -> None:
    """Numbers are given out before a commit, in any order between people, but not within a talk:
    whoever keeps a talk has it for himself until then, and the other one decides anew."""

    def turn(known: Known) -> Callable[[Work], None]:
        state = State(serial=known.state.serial + 1)

        def unit(work: Work) -> None:
            work.keep(ANA, state, known.version)
            work.say(ANA, [Say(f"{state.serial}"), Say(f"{state.serial}")], state, NOW, HELD)

        return unit

    async def hear(store: SqlStore) -> None:
        while True:
            known = await store.read(lambda look: look.conversation(ANA))
            try:
                return await store.record(turn(known))
            except Stale:
                continue

    assert outcomes(await race(stores, 30, hear)) == {"NoneType": 30}

    assert await take(stores[0]) == [str(turn // 2) for turn in range(2, 62)]


async def test_i5_left_replies_are_taken_over_once_and_a_talk_by_one_of_them(
    stores: Stores,
) -> None:
    people = [ConversationId(f"telegram:{number}") for number in range(24)]
    for line in ("one", "two", "three"):
        for person in people:
            await say(stores[0], f"{person} {line}", to=person)

    limits = cycle((1, 5, 2, 7))

    found = await race(stores, 16, lambda store: take(store, limit=next(limits)))

    takes = [each for each in found if isinstance(each, list)]
    assert len(takes) == 16
    everything = list(chain(*takes))
    assert len(set(everything)) == len(everything)
    takers = Counter(chain(*({reply.split()[0] for reply in each} for each in takes)))
    assert set(takers.values()) == {1}, "a talk's later replies went out by another hand"


async def test_d15_an_announced_file_is_fetched_by_one(stores: Stores) -> None:
    names = [f"{number}.png" for number in range(30)]
    await stores[0].record(
        lambda work: work.await_files(list(map(a_file, names)), DraftId("d"), None, NOW)
    )

    async def fetch(store: SqlStore) -> list[str]:
        files = await store.record(lambda work: work.files_to_fetch(LATER, HELD, 4))
        return [each.file.name for each in files]

    found = await race(stores, 12, fetch)

    assert sorted(chain(*(each for each in found if isinstance(each, list)))) == sorted(names)


async def test_d13_what_one_person_may_send_in_a_day_holds_for_all_of_it(stores: Stores) -> None:
    """Files of one person are kept side by side, in one process and in several."""
    files = [a_file(f"{number}.png") for number in range(20)]
    await stores[0].record(lambda work: work.await_files(files, DraftId("d"), None, NOW))
    left = iter(files)
    quota = 3

    def keep(work: Work, file: AwaitedFile) -> bool:
        if work.kept_of(file.person, NOW) >= quota:
            return False
        work.fetched(file.file.id, KeptFile(file.file.name, "00", 1, NOW))
        return True

    kept = await race(stores, 20, lambda store: store.record(partial(keep, file=next(left))))

    assert Counter(kept) == {True: quota, False: 20 - quota}


async def test_b16_a_draft_that_both_file_is_one_ticket(stores: Stores) -> None:
    numbers = count(1)

    async def file(store: SqlStore) -> None:
        ticket = replace(a_ticket(next(numbers)), draft=DraftId("the same"))
        await store.record(lambda work: work.file(ticket))

    results = await race(stores, 20, file)

    assert outcomes(results) == {"NoneType": 1, AlreadyFiled.__name__: 19}
    assert len(await stores[1].read(lambda look: look.all_tickets(99))) == 1


async def test_f5_a_tid_that_both_give_is_one_tickets(stores: Stores) -> None:
    numbers = count(1)

    async def file(store: SqlStore) -> None:
        ticket = replace(a_ticket(next(numbers)), tid=a_ticket().tid)
        await store.record(lambda work: work.file(ticket))

    assert outcomes(await race(stores, 20, file)) == {"NoneType": 1, TidTaken.__name__: 19}


async def test_what_both_write_on_a_ticket_is_all_there_and_it_is_closed_once(
    stores: Stores,
) -> None:
    ticket = a_ticket()
    await stores[0].record(lambda work: work.file(ticket))
    numbers = count(1)

    async def answer(store: SqlStore) -> tuple[Outgoing, ...]:
        words = f"answer {next(numbers)}"
        return await Desk(store, lambda: NOW).answer(ticket.tid, Agent("Kim"), words)

    async def close(store: SqlStore) -> tuple[Outgoing, ...]:
        return await Desk(store, lambda: NOW).close(ticket.tid, Reason.SOLVED)

    assert outcomes(await race(stores, 6, answer)) == {"tuple": 6}
    assert outcomes(await race(stores, 6, close)) == {"tuple": 1, TicketAlreadyClosed.__name__: 5}

    stored = await stores[1].read(lambda look: look.ticket(ticket.tid))
    assert stored is not None
    written = [post.text for post in stored.posts if post.text.startswith("answer")]
    assert sorted(written) == [f"answer {number}" for number in range(1, 7)]


async def test_a_faq_that_both_import_is_whole_and_its_version_rises(stores: Stores) -> None:
    numbers = count(1)

    async def put(store: SqlStore) -> int:
        number = next(numbers)
        entries = [Entry(id=EntryId(f"{n}"), question=f"import {number}?") for n in range(50)]
        if number % 2:
            entries.reverse()
        return await store.record(lambda work: work.put_entries(entries, NOW, "cli"))

    assert await race(stores, 8, put) == [50] * 8

    entries, version = await stores[0].read(lambda look: (look.entries(), look.faq_version()))
    assert len({entry.question for entry in entries}) == 1, "half of one import, half of another"
    assert version == 8


async def test_a_turn_that_loses_leaves_nothing(stores: Stores) -> None:
    """Its claim is undone with it: the message is not lost with the race."""
    numbers = count(1)

    async def hear(store: SqlStore) -> None:
        message = MessageId(f"telegram:{next(numbers)}")

        def unit(work: Work) -> None:
            assert work.claim(message, NOW)
            work.keep(ANA, State(), 0)
            work.say(ANA, [Say(message)], State(), NOW, HELD)

        await store.record(unit)

    results = await race(stores, 12, hear)

    assert outcomes(results) == {"NoneType": 1, "Stale": 11}
    assert len(await take(stores[0])) == 1
    again = [
        await stores[1].record(lambda work, n=number: work.claim(MessageId(f"telegram:{n}"), NOW))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults
        for number in range(1, 13)
    ]
    assert Counter(again) == {True: 11, False: 1}
