"""What people asked in vain, and the words that found an answer, are kept until staff decide."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from faq_index import EntryId
from intake.misses import Miss, MissId, MissRef, OfferedWording, WordingId
from intake.ports import Outcome, Store, Work
from intake.tickets import Suggestion
from tests.storage.stories import ANA, BEN, NOW, a_ticket

ENTRY = EntryId("white")
LATER = NOW + timedelta(hours=1)
MISS = Miss(
    ref=MissRef("abc"),
    conversation=ANA,
    language="es",
    words="¿Cómo exporto los pedidos?",
    why="refused",
    shown=(EntryId("a"), EntryId("b")),
    at=NOW,
)
WORDING = OfferedWording(
    entry=ENTRY, language="en", words="blank after updating", conversation=ANA, at=NOW
)


async def note(store: Store, *misses: Miss) -> None:
    def unit(work: Work) -> None:
        for each in misses:
            work.note_miss(each)

    await store.record(unit)


async def open_misses(store: Store, since: datetime = NOW, limit: int = 9) -> list[Miss]:
    return list(await store.read(lambda look: look.open_misses(since, limit)))


async def test_a_miss_comes_back_as_it_was_and_gets_a_number(store: Store) -> None:
    await note(store, MISS, replace(MISS, words="Export?", shown=(), why="none-found"))

    first, second = await open_misses(store)

    assert first == replace(MISS, id=first.id)
    assert (second.words, second.shown, second.why) == ("Export?", (), "none-found")
    assert 0 < first.id < second.id


async def test_the_newest_are_shown_oldest_first_and_none_from_before(store: Store) -> None:
    await note(store, *(replace(MISS, words=str(n), at=NOW + timedelta(n)) for n in range(5)))

    assert [each.words for each in await open_misses(store, limit=2)] == ["3", "4"]
    assert [each.words for each in await open_misses(store, NOW + timedelta(4))] == ["4"]


async def test_a_miss_is_found_by_its_conversation_and_name_only(store: Store) -> None:
    await note(store, MISS, replace(MISS, words="again"), replace(MISS, conversation=BEN))

    async def found(conversation: str, ref: str) -> str | None:
        miss = await store.read(lambda look: look.miss(conversation, MissRef(ref)))
        return miss.words if miss else None

    assert await found(ANA, "abc") == "again"
    assert await found(BEN, "abc") == MISS.words
    assert await found(BEN, "abd") is None


async def test_an_answer_tells_who_wants_to_be_told_and_is_given_once(store: Store) -> None:
    await note(store, MISS, replace(MISS, conversation=BEN))
    await store.record(lambda work: work.want_told(BEN, MissRef("abc"), LATER))
    ids = [each.id for each in await open_misses(store)]
    everything = [*ids, MissId(99)]

    told = await store.record(lambda work: work.answer_misses(everything, ENTRY, LATER))

    assert list(told) == ids[1:]
    assert await open_misses(store) == []
    assert not await store.record(lambda work: work.answer_misses(ids, EntryId("b"), LATER))
    miss = await store.read(lambda look: look.miss(BEN, MissRef("abc")))
    assert miss
    assert (miss.answered_by, miss.wanted_at) == (ENTRY, LATER)
    assert not await store.record(lambda work: work.answer_misses([], ENTRY, LATER))


async def test_what_is_nothing_for_the_faq_is_open_no_more(store: Store) -> None:
    await note(store, MISS)
    (miss,) = await open_misses(store)
    assert not await store.record(lambda work: work.answer_misses([miss.id], EntryId(""), LATER))
    assert await open_misses(store) == []
    await note(store, MISS)
    assert len(await open_misses(store)) == 1, "it was asked again"


async def test_many_are_answered_at_once(store: Store) -> None:
    await note(store, *(replace(MISS, wanted_at=None) for _ in range(1_200)))
    ids = [each.id for each in await open_misses(store, limit=5_000)]
    await store.record(lambda work: work.want_told(ANA, MissRef("abc"), LATER))
    told = await store.record(lambda work: work.answer_misses(ids, ENTRY, LATER))
    assert list(told) == ids


async def test_what_was_put_together_is_counted_as_long_as_it_is_open(store: Store) -> None:
    old = replace(MISS, at=NOW - timedelta(1))
    await note(store, old, MISS, MISS, replace(MISS, conversation=BEN), MISS, MISS)
    before, ana, again, ben, other, loose = await open_misses(store, old.at)

    async def grouped() -> list[tuple[int, int, int, int]]:
        found = await store.read(lambda look: look.miss_groups(NOW, 9))
        return [(each.group, each.first.id, each.people, each.times) for each in found]

    assert await grouped() == []
    assert await store.read(lambda look: look.count_misses(NOW)) == (5, 5)
    one = dict.fromkeys((each.id for each in (before, ana, again, ben)), before.id)
    await store.record(lambda work: work.group_misses(one | {other.id: other.id}))
    await store.record(lambda work: work.group_misses({}))

    assert await grouped() == [(before.id, ana.id, 2, 3), (other.id, other.id, 1, 1)]
    assert await store.read(lambda look: look.count_misses(NOW)) == (5, 1)
    (first, *_) = await store.read(lambda look: look.miss_groups(NOW, 1))
    assert first.first == replace(ana, grouped=before.id)
    theirs = await store.read(lambda look: look.misses_of(before.id, NOW))
    assert [each.id for each in theirs] == [ana.id, again.id, ben.id]
    assert list(await store.read(lambda look: look.loose_misses(old.at, 9))) == [loose]
    assert not await store.read(lambda look: look.loose_misses(NOW + timedelta(1), 9))

    await store.record(lambda work: work.answer_misses([ana.id, ben.id], ENTRY, LATER))

    assert await grouped() == [(before.id, again.id, 1, 1), (other.id, other.id, 1, 1)]
    assert await store.read(lambda look: look.open_miss(ana.id)) is None
    assert await store.read(lambda look: look.open_miss(loose.id)) == loose


async def test_the_newest_of_what_was_not_put_together_are_looked_at(store: Store) -> None:
    await note(store, *(replace(MISS, words=str(n)) for n in range(4)))
    found = await store.read(lambda look: look.loose_misses(NOW, 2))
    assert [each.words for each in found] == ["2", "3"]


async def tell(store: Store, id: MissId, since: datetime = NOW) -> Miss | None:
    return await store.record(lambda work: work.tell_miss(id, LATER, since))


async def untold(store: Store, since: datetime = NOW) -> list[MissId]:
    return list(await store.record(lambda work: work.untold_misses(since, 9)))


async def test_somebody_is_told_once_and_only_while_they_want_it(store: Store) -> None:
    await note(store, MISS)
    (miss,) = await open_misses(store)

    async def wants(since: datetime | None) -> None:
        await store.record(lambda work: work.want_told(ANA, MissRef("abc"), since))

    await wants(LATER)
    assert await tell(store, miss.id) is None, "nothing answers it"
    await store.record(lambda work: work.answer_misses([miss.id], ENTRY, LATER))
    await wants(None)
    assert await tell(store, miss.id) is None, "they want it no longer"
    await wants(LATER)
    assert await tell(store, miss.id, LATER) is None, "it is too old"
    assert await tell(store, MissId(99)) is None

    assert await untold(store, LATER) == []
    assert await untold(store) == [miss.id]

    told = await tell(store, miss.id)

    assert await untold(store) == []
    assert told == replace(miss, wanted_at=LATER, answered_by=ENTRY, told_at=LATER)
    assert await tell(store, miss.id) is None
    await wants(NOW)
    assert await tell(store, miss.id) is None


async def test_the_same_words_for_an_entry_are_offered_once_and_counted(store: Store) -> None:
    other, again = (
        replace(WORDING, entry=EntryId("mail")),
        replace(WORDING, conversation=BEN, at=LATER),
    )

    def unit(work: Work) -> None:
        for each in (WORDING, other, again):
            work.offer_wording(each)

    await store.record(unit)

    often, once = await store.read(lambda look: look.offered_wordings(9))

    assert often == replace(WORDING, id=often.id, times=2, at=LATER)
    assert (once.entry, once.times) == ("mail", 1)
    assert list(await store.read(lambda look: look.offered_wordings(1))) == [often]


@pytest.mark.parametrize("verdict", ["accepted", "refused"])
async def test_staff_decide_once_and_are_not_asked_again(store: Store, verdict: str) -> None:
    await store.record(lambda work: work.offer_wording(WORDING))

    def decide(work: Work, id: int) -> OfferedWording | None:
        how = "accepted" if verdict == "accepted" else "refused"
        return work.decide_wording(WordingId(id), how, LATER, "cli")  # type: ignore[arg-type]

    (offered,) = await store.read(lambda look: look.offered_wordings(9))
    assert await store.record(lambda work: decide(work, offered.id)) == offered
    assert await store.record(lambda work: decide(work, offered.id)) is None
    assert await store.record(lambda work: decide(work, 99)) is None
    await store.record(lambda work: work.offer_wording(WORDING))
    assert not await store.read(lambda look: look.offered_wordings(9))


async def test_what_became_of_suggestions_comes_in_order_with_the_tickets(store: Store) -> None:
    shown = Outcome("shown", (EntryId("a"), ENTRY), "en", NOW)
    helped = Outcome("helped", (EntryId("a"), ENTRY), "en", LATER, ENTRY)
    old = replace(shown, at=NOW - timedelta(days=1))
    suggested = (Suggestion("a", "How?", ""), Suggestion("b", "Why?", ""))

    def unit(work: Work) -> None:
        for each in (helped, shown, old):
            work.count(each)
        work.file(a_ticket(suggestions=suggested, accepted_at=NOW + timedelta(minutes=1)))
        work.file(a_ticket(2, suggestions=(), accepted_at=NOW))

    await store.record(unit)

    filed = Outcome("filed", (EntryId("a"), EntryId("b")), "es", NOW + timedelta(minutes=1))
    found = await store.read(lambda look: look.outcomes(NOW))
    assert [replace(each, language="") for each in found] == [
        replace(each, language="") for each in (shown, filed, helped)
    ]
