"""What has served its time goes at night; tickets and what is still to be said stay."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import func, select

from bot.storage import SqlStore
from bot.storage.forgetting import forget
from bot.storage.tables import claims, replies, tickets
from intake.dialogue.messages import MessageId
from intake.ports import Work
from tests.storage.stories import NOW, a_ticket, say

WEEK = timedelta(days=7)


@pytest.fixture(params=["url", "server_url"])
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[SqlStore]:
    async with SqlStore(request.getfixturevalue(request.param)) as store:
        yield store


async def rows(desk: SqlStore) -> tuple[int, ...]:
    ask = [select(func.count()).select_from(each) for each in (claims, replies, tickets)]
    return await desk.run(lambda c: tuple(c.execute(each).scalar_one() for each in ask))


async def forgotten(desk: SqlStore, limit: int = 500) -> int:
    return await desk.run(partial(forget, before=NOW, limit=limit))


async def a_year_of_talk(desk: SqlStore) -> None:
    def unit(work: Work) -> None:
        work.file(a_ticket())
        for number in range(10):
            work.claim(MessageId(f"telegram:{number}"), NOW + (number - 5) * WEEK)

    await desk.record(unit)
    said = await say(desk, *(f"line-{number}" for number in range(10)))

    def sent(work: Work) -> None:
        for number, each in enumerate(said[1:], start=1):
            work.sent(each.id, NOW + (number - 5) * WEEK, "sent")

    await desk.record(sent)


async def test_old_claims_and_sent_replies_go_and_all_else_stays(desk: SqlStore) -> None:
    await a_year_of_talk(desk)
    assert await forgotten(desk) == 5 + 4
    assert await rows(desk) == (5, 6, 1)
    assert await forgotten(desk) == 0


async def test_it_goes_in_small_pieces(desk: SqlStore) -> None:
    await a_year_of_talk(desk)
    assert [await forgotten(desk, 2) for _ in range(4)] == [4, 4, 1, 0]
    assert await rows(desk) == (5, 6, 1)


async def test_a_number_that_was_given_is_never_given_again(desk: SqlStore) -> None:
    await a_year_of_talk(desk)
    (last,) = await say(desk, "last")
    await desk.record(lambda work: work.sent(last.id, NOW - WEEK, "sent"))
    await forgotten(desk)
    (new,) = await say(desk, "new")
    assert new.id > last.id
