"""R36: what the desk announces is kept, until it ends by itself or somebody ends it."""

from dataclasses import replace
from datetime import timedelta

from intake.notices import Notice, NoticeId
from intake.ports import Store
from tests.storage.stories import NOW

HOUR = timedelta(hours=1)
NOTICE = Notice(
    kind="incident",
    words={"en": "Payments fail", "fa": "پرداخت‌ها انجام نمی‌شود"},
    starts=NOW,
    ends=NOW + HOUR,
    by="telegram:9",
)


async def announce(store: Store, notice: Notice) -> NoticeId:
    return await store.record(lambda work: work.announce(notice))


async def standing(store: Store, after: timedelta = timedelta()) -> list[Notice]:
    return list(await store.read(lambda look: look.notices(NOW + after)))


async def test_a_notice_comes_back_as_it_was_and_gets_a_number(store: Store) -> None:
    first, second = await announce(store, NOTICE), await announce(store, NOTICE)
    assert first != second
    assert await standing(store) == [replace(NOTICE, id=first), replace(NOTICE, id=second)]


async def test_it_stands_until_it_ends_also_before_it_begins(store: Store) -> None:
    later = replace(NOTICE, starts=NOW + HOUR, ends=NOW + 2 * HOUR)
    last, first = await announce(store, later), await announce(store, NOTICE)
    assert [each.id for each in await standing(store)] == [first, last]
    assert [each.id for each in await standing(store, HOUR)] == [last]
    assert await standing(store, 2 * HOUR) == []


async def test_it_is_ended_once_and_only_if_it_is_there(store: Store) -> None:
    number = await announce(store, NOTICE)
    assert await store.record(lambda work: work.end_notice(number, NOW))
    assert not await store.record(lambda work: work.end_notice(number, NOW))
    assert not await store.record(lambda work: work.end_notice(NoticeId(99), NOW))
    assert await standing(store) == []
