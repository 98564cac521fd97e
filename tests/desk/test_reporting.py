"""The report adds up: by week where the desk is, by entry, and which entries are stale."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from faq_index import Entry, EntryId
from intake.desk.reporting import Report, report
from intake.ports import Outcome, Work
from intake.tickets import Suggestion
from tests.fakes.store import MemoryStore
from tests.storage.stories import a_ticket

LIMA = ZoneInfo("America/Lima")
WEDNESDAY = datetime(2026, 3, 4, 15, tzinfo=UTC)
CACHE, MAIL, OLD, NEW, HIDDEN = map(EntryId, ("cache", "mail", "old", "new", "hidden"))


@pytest.fixture
async def store() -> MemoryStore:
    store = MemoryStore()
    long_ago = WEDNESDAY - timedelta(weeks=60)
    entries = [Entry(id=id, question=id) for id in (CACHE, MAIL, OLD)]
    hidden = Entry(id=HIDDEN, question="?", published=False)

    def unit(work: Work) -> None:
        work.put_entries([*entries, hidden], long_ago, "cli")
        work.put_entries([Entry(id=NEW, question="new")], WEDNESDAY, "cli")

    await store.record(unit)
    return store


async def happens(store: MemoryStore, *outcomes: Outcome) -> None:
    def unit(work: Work) -> None:
        for each in outcomes:
            work.count(each)

    await store.record(unit)


async def reported(store: MemoryStore, weeks: int = 2) -> Report:
    return await store.read(partial(report, weeks=weeks, now=WEDNESDAY, zone=LIMA))


async def test_a_week_begins_on_monday_where_the_desk_is(store: MemoryStore) -> None:
    sunday_night = datetime(2026, 3, 2, 4, 59, tzinfo=UTC)
    monday = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)
    before = datetime(2026, 2, 23, 4, 59, tzinfo=UTC)
    await happens(store, *(Outcome("none-found", (), "en", at) for at in (before, sunday_night)))
    await happens(store, Outcome("none-found", (), "es", monday))
    made = await reported(store)
    assert [(week.monday, week.tally.none_found) for week in made.weeks] == [
        (date(2026, 2, 23), 1),
        (date(2026, 3, 2), 1),
    ]
    assert made.total.none_found == made.total.asked == 2


async def test_every_outcome_is_counted_for_its_week_and_its_entries(store: MemoryStore) -> None:
    both = (CACHE, MAIL)
    await happens(
        store,
        Outcome("shown", both, "en", WEDNESDAY),
        Outcome("helped", both, "en", WEDNESDAY, MAIL),
        Outcome("shown", both, "en", WEDNESDAY),
        Outcome("helped", both, "en", WEDNESDAY),
        Outcome("shown", (CACHE,), "en", WEDNESDAY),
        Outcome("helped", (CACHE,), "en", WEDNESDAY),
        Outcome("shown", (MAIL,), "en", WEDNESDAY),
        Outcome("refused", (MAIL,), "en", WEDNESDAY),
    )
    suggested = (Suggestion(MAIL, "mail", ""),)
    filed = a_ticket(suggestions=suggested, accepted_at=WEDNESDAY)
    await store.record(lambda work: work.file(filed))
    made = await reported(store, weeks=1)
    total = made.weeks[0].tally
    counts = (total.shown, total.helped, total.refused, total.none_found, total.filed)
    assert counts == (4, 3, 1, 0, 1)
    assert made.total == total
    told = {each.entry.id: each.tally for each in made.entries}
    assert list(told) == [CACHE, MAIL]
    assert (told[CACHE].shown, told[CACHE].helped, told[CACHE].filed) == (3, 1, 0)
    assert (told[MAIL].shown, told[MAIL].helped, told[MAIL].refused) == (3, 1, 1)
    assert told[MAIL].filed == 1


async def test_what_nobody_needs_or_does_not_help_is_stale(store: MemoryStore) -> None:
    """But not what is new, and not what is hidden."""
    shown = (Outcome("shown", (MAIL,), "en", WEDNESDAY),)
    refused = Outcome("refused", (MAIL,), "en", WEDNESDAY)
    await happens(store, *shown, refused, refused)
    assert [each.entry.id for each in (await reported(store)).stale] == [CACHE, OLD]
    await happens(store, refused)
    made = await reported(store)
    assert [(each.entry.id, each.why_stale) for each in made.stale] == [
        (MAIL, "refused"),
        (CACHE, "never-shown"),
        (OLD, "never-shown"),
    ]
    await happens(store, Outcome("helped", (MAIL,), "en", WEDNESDAY))
    assert MAIL not in [each.entry.id for each in (await reported(store)).stale]


async def test_a_desk_that_nobody_asked_has_a_report_too(store: MemoryStore) -> None:
    made = await reported(store, weeks=3)
    assert len(made.weeks) == 3
    assert made.total.asked == 0
    assert made.entries == ()
