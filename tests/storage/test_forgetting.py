"""H18: what has served its time goes, whole in the end, however often the job is killed."""

from dataclasses import replace
from datetime import timedelta

from bot.storage import SqlStore
from bot.storage.forgetting import forget, forget_lessons
from faq_index import Entry, EntryId
from intake.dialogue.messages import MessageId, PersonId
from intake.misses import Miss, MissRef, OfferedWording, WordingId
from intake.ports import Work
from intake.regulations.identity import CustomerId, Link, Proof, Sealed
from tests.storage.stories import ANA, BEN, NOW, a_ticket, say

OLD, LONG_AGO = NOW + timedelta(days=1), NOW
MANY = 25
A_BATCH = 10


async def lived(store: SqlStore) -> None:
    """Many old messages and replies, and each of: an unsent reply, a young one, a ticket."""
    old = await say(store, *map(str, range(MANY)))
    await say(store, "never left", to=BEN)
    (young,) = await say(store, "sent just now")

    def unit(work: Work) -> None:
        for number in range(MANY):
            work.claim(MessageId(f"telegram:{number}"), LONG_AGO)
        work.claim(MessageId("telegram:young"), OLD)
        for each in old:
            work.sent(each.id, LONG_AGO, "sent")
        work.sent(young.id, OLD, "sent")
        work.file(a_ticket())

    await store.record(unit)


async def a_batch(store: SqlStore) -> int:
    return await store.run(lambda connection: forget(connection, OLD, A_BATCH))


async def test_killed_half_way_it_goes_on_and_leaves_what_is_young_or_unsent(
    either: SqlStore, place: str
) -> None:
    await lived(either)
    assert await a_batch(either) == 2 * A_BATCH
    await either.close()
    async with SqlStore(place) as again:
        counts = [await a_batch(again) for _ in range(3)]
        assert counts == [2 * A_BATCH, 2 * (MANY - 2 * A_BATCH), 0]
        late = NOW + timedelta(days=30)
        left = await again.record(lambda work: work.unsent(late, timedelta(), 99))
        assert [each.conversation for each in left] == [BEN]
        assert await again.read(lambda look: look.ticket(a_ticket().tid))
        assert not await again.record(lambda w: w.claim(MessageId("telegram:young"), late))
        assert await again.record(lambda w: w.claim(MessageId("telegram:0"), late))
        assert (await say(again, "the next"))[0].id > left[0].id


async def test_codes_and_links_go_with_the_addresses_in_them(either: SqlStore) -> None:
    me = PersonId("telegram:42")

    def unit(work: Work) -> None:
        for at in (LONG_AGO, OLD):
            work.mail_code(work.ask_code(me, "ana@example.org", at), Sealed("s"), at)
            work.put_link(Link(Sealed(at.isoformat()), CustomerId("acme"), at))
        work.prove(me, Proof("code", LONG_AGO, "ana@example.org"))

    await either.record(unit)
    assert await a_batch(either) == 2
    assert await a_batch(either) == 0
    mailed = await either.read(lambda look: look.codes_mailed(LONG_AGO, person=me))
    assert mailed == 1
    assert await either.read(lambda look: look.link(Sealed(OLD.isoformat())))
    assert await either.read(lambda look: look.proof(me)), "one proof lasts until it is ended"


async def test_what_an_import_that_died_laid_ready_goes_too(either: SqlStore) -> None:
    entries = [Entry(id=EntryId(f"e{number}"), question="?") for number in range(3)]
    await either.record(lambda work: work.stage_entries(0, entries, LONG_AGO))
    young = await either.record(lambda work: work.stage_entries(0, entries, OLD))
    assert await a_batch(either) == 3
    assert await a_batch(either) == 0
    assert await either.record(lambda work: work.put_staged(young, OLD, "cli")) == 3


async def test_what_was_asked_in_vain_goes_too_and_so_do_wordings_nobody_wanted(
    either: SqlStore,
) -> None:
    miss = Miss(
        ref=MissRef("m"), conversation=ANA, language="en", words="?", why="refused", at=LONG_AGO
    )
    offered = OfferedWording(
        entry=EntryId("a"), language="en", words="0", conversation=ANA, at=LONG_AGO
    )

    def unit(work: Work) -> None:
        for number in range(MANY):
            work.note_miss(miss)
            work.offer_wording(replace(offered, words=str(number)))
        work.note_miss(replace(miss, at=OLD))
        work.offer_wording(replace(offered, words="young", at=OLD))
        work.decide_wording(WordingId(1), "refused", OLD, "cli")

    await either.record(unit)
    counts = [
        await either.run(lambda connection: forget_lessons(connection, OLD, A_BATCH))
        for _ in range(4)
    ]
    assert counts == [2 * A_BATCH, 2 * A_BATCH, 2 * MANY - 1 - 4 * A_BATCH, 0]
    assert len(await either.read(lambda look: look.open_misses(LONG_AGO, 99))) == 1
    assert [w.words for w in await either.read(lambda look: look.offered_wordings(99))] == ["young"]
    await either.record(lambda work: work.offer_wording(replace(offered, at=OLD)))
    left = await either.read(lambda look: look.offered_wordings(99))
    assert [each.words for each in left] == ["young"], "a refusal is remembered"
