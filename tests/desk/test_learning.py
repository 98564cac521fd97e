"""Staff see what was asked in vain, answer it, and decide on wordings; each thing happens once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from faq_index import Entry, EntryId
from intake.desk import asked_in_vain, learning
from intake.desk.asked_in_vain import Missed, NoSuchMiss
from intake.desk.clock import sweep
from intake.desk.customer import Customer
from intake.desk.keeper import NoSuchEntry
from intake.desk.learning import NoSuchWording
from intake.desk.recording import Occasion, carry_out
from intake.dialogue.messages import (
    Command,
    CommandName,
    ConversationId,
    Message,
    MessageId,
    PersonId,
    Pressed,
    Said,
    Speaker,
    Text,
)
from intake.dialogue.replies import FaqAnswer, Say
from intake.dialogue.turn import DecideWording, WantTold
from intake.misses import (
    KEPT,
    TOLD_WITHIN,
    Miss,
    MissRef,
    OfferedWording,
    WordingId,
    reference,
)
from intake.ports import Stale, Work
from intake.tickets import DraftId
from tests.fakes.store import MemoryStore
from tests.unit.intake.talk import playbook

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
MISS = Miss(
    ref=MissRef("m"),
    conversation="telegram:42",
    language="en",
    words="How do I export invoices?",
    why="none-found",
    at=NOW,
)
EXPORT = Entry(id=EntryId("export"), question="Exporting invoices")
WORDING = OfferedWording(
    entry=EXPORT.id, language="en", words="get invoices out", conversation="telegram:42", at=NOW
)


@pytest.fixture
async def store() -> MemoryStore:
    """Two people ask for the same, one for something else."""
    store = MemoryStore()
    said = ("export of invoices", "The zebra module does not start")
    await note(store, MISS, *(replace(MISS, conversation=f"slack:{w[:3]}", words=w) for w in said))
    return store


async def note(store: MemoryStore, *misses: Miss) -> None:
    def unit(work: Work) -> None:
        for each in misses:
            work.note_miss(each)

    await store.record(unit)


async def test_what_was_asked_in_vain_is_seen_by_what_it_asks(store: MemoryStore) -> None:
    export, zebra = (await store.read(lambda look: asked_in_vain.missed(look, NOW, 9))).listed
    assert [each.number for each in export.asked] == [1, 2]
    assert zebra.sample == "The zebra module does not start"
    assert await store.read(lambda look: asked_in_vain.missed_like(look, 2, NOW)) == export
    with pytest.raises(NoSuchMiss):
        await store.read(lambda look: asked_in_vain.missed_like(look, 9, NOW))


async def put_together(store: MemoryStore) -> int:
    """As `bot/grouping.py` does it; returns how many got another group."""
    misses = await store.read(lambda look: look.open_misses(NOW, 99))
    groups = asked_in_vain.put_together(misses)
    await store.record(lambda work: work.group_misses(groups))
    return len(groups)


async def test_what_comes_later_joins_what_was_put_together(store: MemoryStore) -> None:
    assert await put_together(store) == 3
    assert await put_together(store) == 0
    later = [
        replace(MISS, conversation=f"telegram:{n}", words=words)
        for n, words in enumerate(("invoices export", "change the currency", "exporting invoices"))
    ]
    await note(store, *later)

    found = await store.read(lambda look: asked_in_vain.missed(look, NOW, 9))

    assert [[one.number for one in each.asked] for each in found.listed] == [[1, 2, 4, 6], [3], [5]]
    assert found.more == 0
    for number in (1, 2, 4, 6):
        like = await store.read(lambda look, n=number: asked_in_vain.missed_like(look, n, NOW))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults
        assert like == found.listed[0]
    assert await store.read(lambda look: asked_in_vain.missed(look, NOW, 1)) == Missed(
        found.listed[:1], 2
    )
    assert await put_together(store) == 3, "only those that are new"
    assert await store.read(lambda look: asked_in_vain.missed(look, NOW, 9)) == found


async def test_what_is_answered_is_in_no_group_any_more(store: MemoryStore) -> None:
    await put_together(store)
    await store.record(lambda work: learning.add(work, [1], EXPORT, NOW, "cli"))
    found = await store.read(lambda look: asked_in_vain.missed(look, NOW, 9))
    assert [[one.number for one in each.asked] for each in found.listed] == [[2], [3]]
    for gone in (1, 9):
        with pytest.raises(NoSuchMiss):
            await store.read(lambda look, n=gone: asked_in_vain.missed_like(look, n, NOW))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults


async def test_what_few_people_ask_is_found_by_its_number_among_any_number_of_others(
    store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_together(store)
    await note(store, replace(MISS, words="a b"), replace(MISS, words="c d"))
    monkeypatch.setattr(asked_in_vain, "GROUPS", 1)
    monkeypatch.setattr(asked_in_vain, "LOOSE", 1)
    for number in (3, 4):
        like = await store.read(lambda look, n=number: asked_in_vain.missed_like(look, n, NOW))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults
        assert [each.number for each in like.asked] == [number]


async def test_what_is_too_old_is_not_seen(store: MemoryStore) -> None:
    late = NOW + KEPT + timedelta(seconds=1)
    assert await store.read(lambda look: asked_in_vain.missed(look, late, 9)) == Missed()


async def test_an_entry_is_added_from_what_was_asked(store: MemoryStore) -> None:
    await store.record(lambda work: work.want_told("slack:exp", MISS.ref, NOW))
    told = await store.record(lambda work: learning.add(work, [1, 2], EXPORT, NOW, "cli"))
    assert told == 1
    assert await store.read(lambda look: look.entry(EXPORT.id)) == EXPORT
    (left,) = (await store.read(lambda look: asked_in_vain.missed(look, NOW, 9))).listed
    assert left.number == 3
    assert await store.record(lambda work: learning.answer(work, [1, 3], EXPORT.id, NOW)) == 0
    assert await store.read(lambda look: asked_in_vain.missed(look, NOW, 9)) == Missed()


def told(store: MemoryStore) -> list[str]:
    """Who was told, and what."""
    return [
        f"{each.outgoing.conversation} {each.outgoing.reply.item.id}"
        for each in store.tables.replies.values()
        if isinstance(each.outgoing.reply, FaqAnswer)
    ]


async def carries_out(store: MemoryStore, now: datetime = NOW) -> None:
    """Every errand that was asked for, twice."""
    for errand in [*store.tables.errands.values()] * 2:
        if errand.kind == "answered":
            await store.record(partial(learning.tell, errand=errand, now=now))


async def test_whoever_wanted_to_be_told_is_told_once(store: MemoryStore) -> None:
    await store.record(lambda work: work.want_told("telegram:42", MISS.ref, NOW))
    await store.record(lambda work: learning.add(work, [1, 2], EXPORT, NOW, "cli"))
    assert told(store) == []
    await carries_out(store)
    assert told(store) == ["telegram:42 export"]
    assert "tell:telegram:42:1" in store.tables.errands


async def test_what_was_set_aside_is_asked_for_again(store: MemoryStore) -> None:
    await store.record(lambda work: work.want_told("telegram:42", MISS.ref, NOW))
    await store.record(lambda work: learning.add(work, [1, 2], EXPORT, NOW, "cli"))
    store.tables.errands.clear()
    assert await store.record(lambda work: sweep(work, NOW)) == 1
    await carries_out(store)
    assert told(store) == ["telegram:42 export"]
    assert await store.record(lambda work: sweep(work, NOW)) == 0


async def test_nobody_is_told_who_took_it_back_or_asked_long_ago(store: MemoryStore) -> None:
    for who in ("telegram:42", "slack:exp"):
        await store.record(partial(_want, who=who, since=NOW))
    await store.record(lambda work: learning.add(work, [1, 2], EXPORT, NOW, "cli"))
    await store.record(partial(_want, who="telegram:42", since=None))
    await carries_out(store, NOW + TOLD_WITHIN + timedelta(seconds=1))
    assert told(store) == []


async def test_an_entry_that_was_hidden_meanwhile_is_told_to_nobody(store: MemoryStore) -> None:
    await store.record(partial(_want, who="telegram:42", since=NOW))
    await store.record(lambda work: learning.add(work, [1], EXPORT, NOW, "cli"))
    hidden = replace(EXPORT, published=False)
    await store.record(lambda work: work.put_entries([hidden], NOW, "cli"))
    await carries_out(store)
    assert told(store) == []


def _want(work: Work, who: str, since: datetime | None) -> None:
    work.want_told(who, MISS.ref, since)


async def test_who_asks_to_be_told_while_staff_answer_is_told(store: MemoryStore) -> None:
    """The answer came between the decision on the press and its record."""
    await store.record(lambda work: learning.add(work, [1], EXPORT, NOW, "cli"))
    ana = ConversationId("telegram:42")
    occasion = Occasion(ana, PersonId(ana), "en", NOW, timedelta())
    for wants in (False, True):
        effect = WantTold(MISS.ref, wants)
        await store.record(partial(carry_out, effects=[effect], occasion=occasion))
    await carries_out(store)
    assert told(store) == ["telegram:42 export"]


async def test_a_talk_leaves_a_miss_and_a_press_finds_it() -> None:
    """From the words of a person to the word that they waited for."""
    store = MemoryStore()
    customer = Customer(store, playbook(), lambda: NOW, lambda: 7)
    press = Pressed(f"*:tell.{reference(DraftId('telegram:1'))}")
    said: list[Said] = [Text("Can zebras be exported?"), Command(CommandName.CANCEL), press]
    for number, each in enumerate(said, 1):
        ana = Speaker(PersonId("telegram:42"), "Ana", "en")
        where = ConversationId("telegram:42")
        message = Message(MessageId(f"telegram:{number}"), where, ana, each, NOW)
        replies = await customer.hear(message)
        assert await customer.hear(message) == (), "it is taken once"
    assert next(each.reply for each in replies if isinstance(each.reply, Say)).key == "will-tell"
    (cluster,) = (await store.read(lambda look: asked_in_vain.missed(look, NOW, 9))).listed
    assert [each.words for each in cluster.asked] == ["Can zebras be exported?"]
    await store.record(lambda work: learning.add(work, [cluster.number], EXPORT, NOW, "cli"))
    await carries_out(store)
    assert told(store) == ["telegram:42 export"]


async def test_a_talk_leaves_words_that_found_their_entry() -> None:
    store = MemoryStore()
    customer = Customer(store, playbook(), lambda: NOW, lambda: 7)
    said: list[Said] = [Text("my shop is all blank since updating it"), Pressed("1:helped")]
    where = ConversationId("telegram:42")
    for number, each in enumerate(said, 1):
        ana = Speaker(PersonId("telegram:42"), "Ana", "en")
        await customer.hear(Message(MessageId(f"telegram:{number}"), where, ana, each, NOW))
    (offered,) = await store.read(lambda look: look.offered_wordings(9))
    assert (offered.entry, offered.words) == ("white", "my shop is all blank since updating it")
    assert (offered.conversation, offered.language, offered.at) == (where, "en", NOW)


async def test_only_an_entry_that_is_there_answers(store: MemoryStore) -> None:
    with pytest.raises(NoSuchEntry):
        await store.record(lambda work: learning.answer(work, [1], EntryId("no"), NOW))


async def test_a_wording_that_is_accepted_finds_its_entry(store: MemoryStore) -> None:
    await store.record(lambda work: work.put_entries([EXPORT], NOW, "cli"))
    await store.record(lambda work: work.offer_wording(WORDING))
    (offered,) = await store.read(lambda look: look.offered_wordings(9))
    changed = await store.record(lambda w: learning.accept(w, offered.id, NOW, "telegram:9"))
    assert changed.wordings == (WORDING.words,)
    assert await store.read(lambda look: look.entry(EXPORT.id)) == changed
    newest, *_ = await store.read(lambda look: look.history(EXPORT.id, 9))
    assert newest.by == "telegram:9"
    for decide in (learning.accept, learning.refuse):
        with pytest.raises(NoSuchWording):
            await store.record(partial(decide, id=offered.id, now=NOW, by="cli"))


async def test_a_wording_that_is_refused_stays_away(store: MemoryStore) -> None:
    await store.record(lambda work: work.offer_wording(WORDING))
    refused = await store.record(lambda w: learning.refuse(w, WordingId(1), NOW, "cli"))
    assert refused.words == WORDING.words
    assert not await store.read(lambda look: look.offered_wordings(9))


async def test_of_two_of_the_staff_who_decide_at_once_one_decides(store: MemoryStore) -> None:
    await store.record(lambda work: work.offer_wording(WORDING))
    kim = ConversationId("telegram:9")
    occasion = Occasion(kim, PersonId(kim), "en", NOW, timedelta())
    taken = partial(carry_out, effects=[DecideWording(WordingId(1), "accepted")], occasion=occasion)
    assert await store.record(taken) == ()
    with pytest.raises(Stale):
        await store.record(taken)


async def test_a_wording_of_an_entry_that_is_gone_is_not_accepted(store: MemoryStore) -> None:
    await store.record(lambda work: work.offer_wording(WORDING))
    with pytest.raises(NoSuchWording):
        await store.record(lambda w: learning.accept(w, WordingId(1), NOW, "cli"))
    assert await store.read(lambda look: look.offered_wordings(9)), "nothing of it is kept"
