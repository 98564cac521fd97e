"""What staff change in the FAQ from chat: written once, under their name, never over another's."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from faq_index import Entry, EntryId
from intake.dialogue.messages import Command, CommandName, Pressed, Submitted, Text
from intake.dialogue.replies import EntryCard
from intake.misses import OfferedWording, WordingId
from intake.ports import Outgoing, Revision, Work
from tests.desk.test_customer import STAFF, START, House
from tests.unit.intake.talk import keys

NEW = "add How do I reset my password? | Open Settings | https://x.example/reset"
KIM, LEO = STAFF, "telegram:8"
WHITE = Entry(id=EntryId("white"), question="White page", answer="Clear the cache.")


class Office(House):
    """Kim and Leo are staff; the FAQ holds one entry, which is as old as the desk."""

    def __init__(self) -> None:
        super().__init__()
        customer = self.customer
        staff = frozenset({*customer.playbook.staff, self.message(Text(""), LEO).speaker.id})
        customer.playbook = replace(customer.playbook, staff=staff)

    async def orders(self, argument: str, person: str = KIM) -> list[str]:
        return said(await self.hears(Command(CommandName.FAQ, argument), person))

    async def chooses(self, name: str, person: str = KIM) -> list[str]:
        return said(await self.presses(name, person))

    async def holds(self, *entries: Entry, by: str = "cli") -> None:
        await self.store.record(lambda work: work.put_entries(entries, self.now, by))

    async def faq(self) -> dict[EntryId, Entry]:
        entries = await self.store.read(lambda reading: reading.entries())
        return {entry.id: entry for entry in entries}

    async def changes(self) -> list[Revision]:
        return list(await self.store.read(lambda reading: reading.history(None, 99)))


def said(outgoing: tuple[Outgoing, ...]) -> list[str]:
    return keys(tuple(each.reply for each in outgoing))


@pytest.fixture
async def office() -> Office:
    found = Office()
    await found.holds(WHITE)
    return found


async def test_an_entry_is_kept_under_the_name_of_who_wrote_it(office: Office) -> None:
    assert await office.orders(NEW) == ["card-new"]
    assert await office.chooses("save") == ["faq-saved"]
    change = (await office.changes())[0]
    assert (change.by, change.at) == (KIM, START)
    assert change.entry.question == "How do I reset my password?"
    assert change.entry.id.startswith("q-")


async def test_however_often_it_comes_it_is_kept_once(office: Office) -> None:
    await office.orders(NEW)
    save = office.message(Pressed(f"{await serial(office, KIM)}:save"), KIM)
    for _ in range(3):
        await office.customer.hear(save)
    assert len(await office.changes()) == 2


async def test_g12_the_second_of_two_is_told_and_overwrites_nothing(office: Office) -> None:
    for person, answer in ((KIM, "Kim's."), (LEO, "Leo's.")):
        await office.orders("edit white", person)
        await office.chooses("edit.answer", person)
        await office.says(answer, person)
    assert await office.chooses("save", KIM) == ["faq-saved"]
    said = [each.reply for each in await office.presses("save", LEO)]
    assert keys(tuple(said)) == ["card-changed", "card-edited"]
    theirs = said[0]
    assert isinstance(theirs, EntryCard)
    assert [each.by for each in theirs.changes] == [KIM, "cli"]
    assert (await office.faq())[WHITE.id].answer == "Kim's."


@pytest.mark.parametrize(
    ("theirs", "told"), [("Leo's.", ["card-changed", "card-edited"]), ("Kim's.", ["faq-saved"])]
)
async def test_g12_a_change_between_look_and_record_is_seen_too(
    office: Office, monkeypatch: pytest.MonkeyPatch, theirs: str, told: list[str]
) -> None:
    """Both decided on the same entry; the one who records second decides anew, unless the first
    has written the very same."""
    await office.orders("edit white")
    await office.chooses("edit.answer")
    await office.says("Kim's.", KIM)
    record = office.store.record
    done: list[bool] = []

    async def slower(unit: Callable[[Work], Any]) -> Any:
        if not done:
            done.append(True)
            await record(
                lambda work: work.put_entries([replace(WHITE, answer=theirs)], office.now, LEO)
            )
        return await record(unit)

    monkeypatch.setattr(office.store, "record", slower)
    assert await office.chooses("save") == told
    assert (await office.faq())[WHITE.id].answer == theirs
    assert [each.by for each in await office.changes()] == [LEO, "cli"]


async def test_hiding_asks_first_and_can_be_taken_back(office: Office) -> None:
    card = (await office.hears(Command(CommandName.FAQ, "hide white"), KIM))[0].reply
    assert isinstance(card, EntryCard)
    assert [each.by for each in card.changes] == ["cli"]
    assert said(await office.hears(Pressed(card.choices[0].token), KIM)) == ["faq-hidden"]
    assert not (await office.faq())[WHITE.id].published
    assert await office.orders("undo") == ["card-undone"]
    assert (await office.faq())[WHITE.id] == WHITE


async def test_only_ones_own_last_change_is_taken_back_unnamed(office: Office) -> None:
    assert await office.orders("undo") == ["faq-nothing-to-undo"]
    await office.orders(NEW)
    await office.chooses("save")
    assert await office.orders("undo", LEO) == ["faq-nothing-to-undo"]
    await office.holds(*(replace(WHITE, answer=f"{n}") for n in range(2)))
    assert await office.orders("undo") == ["card-undone"]
    new = next(entry for entry in (await office.faq()).values() if entry.id != WHITE.id)
    assert not new.published


async def test_the_last_few_changes_are_told(office: Office) -> None:
    for number in range(5):
        await office.holds(replace(WHITE, answer=f"{number}"), by=f"telegram:{number}")
    card = (await office.hears(Command(CommandName.FAQ, "show white"), KIM))[0].reply
    assert isinstance(card, EntryCard)
    assert [each.by for each in card.changes] == ["telegram:4", "telegram:3", "telegram:2"]
    assert await office.orders("undo white", LEO) == ["card-undone"]
    assert (await office.faq())[WHITE.id].answer == "3"


async def test_a_form_is_cleaned_like_any_words(office: Office) -> None:
    typed = (("question", "A\0 bell\x07?"), ("answer", "\ud800 it rings"))
    assert said(await office.hears(Submitted(EntryId(""), "", typed), KIM)) == ["faq-saved"]
    entry = (await office.changes())[0].entry
    assert (entry.question, entry.answer) == ("A bell?", "\ufffd it rings")


async def test_words_without_a_slash_are_orders_of_staff_alone(office: Office) -> None:
    assert await office.says("faq add", KIM) == ["ask-faq-question"]
    assert await office.says("FAQ find white", LEO) == ["found-found"]
    assert await office.says("faq pages are slow", LEO) != ["faq-usage"]
    assert "ask-faq-question" not in await office.says("faq add")


async def serial(office: Office, person: str) -> int:
    where = office.message(Text(""), person).conversation
    return (await office.store.read(lambda reading: reading.conversation(where))).state.serial


# --- what people asked in vain -------------------------------------------------------------------


async def asks_in_vain(office: Office, words: str) -> None:
    """Somebody finds nothing, wants to be told of an answer, and goes."""
    await office.says(words)
    await office.hears(Command(CommandName.CANCEL))
    misses = await office.store.read(lambda reading: reading.open_misses(START, 9))
    await office.hears(Pressed(f"*:tell.{misses[-1].ref}"))


async def test_a_miss_becomes_an_entry_and_whoever_asked_is_told(office: Office) -> None:
    await asks_in_vain(office, "How do I export my invoices to the tax office?")
    (missed,) = await office.hears(Command(CommandName.FAQ, "misses"), KIM)
    assert missed.reply.kind == "missed-list"
    answer, _ = missed.reply.choices
    assert "ask-faq-answer" in said(await office.hears(Pressed(answer.token), KIM))
    await office.says("In the menu Accounts, press Export.", KIM)
    for _ in range(6):
        await office.chooses("skip")
    assert await office.chooses("save") == ["faq-saved-answer"]
    assert await office.store.read(lambda reading: reading.open_misses(START, 9)) == []
    (errand,) = office.store.tables.errands.values()
    assert errand.kind == "answered"
    assert await office.orders("misses") == ["faq-no-misses"]


async def test_a_form_answers_what_it_was_opened_for(office: Office) -> None:
    await asks_in_vain(office, "How do I export my invoices to the tax office?")
    typed = (("question", "Exporting invoices"), ("answer", "Press Export."))
    form = Submitted(EntryId(""), "", typed, "1")
    assert said(await office.hears(form, KIM)) == ["faq-saved-answer"]
    assert await office.orders("misses") == ["faq-no-misses"]


async def test_what_is_dismissed_is_listed_no_more_and_nobody_is_told(office: Office) -> None:
    await asks_in_vain(office, "How do I export my invoices to the tax office?")
    (missed,) = await office.hears(Command(CommandName.FAQ, "misses"), KIM)
    _, dismiss = missed.reply.choices
    assert said(await office.hears(Pressed(dismiss.token), KIM)) == ["faq-dismissed"]
    for again in (dismiss.token, "*:faq-dismiss.one"):
        assert said(await office.hears(Pressed(again), KIM)) == ["faq-dealt-with"]
    assert await office.orders("misses") == ["faq-no-misses"]
    assert office.store.tables.errands == {}


async def test_a_wording_is_decided_on_once(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = OfferedWording(
        entry=WHITE.id, language="en", words="all is blank", conversation="telegram:42", at=START
    )
    gone = replace(words, entry=EntryId("gone"), words="of an entry that is gone")
    for each in (words, gone):
        await office.store.record(partial(_offers, wording=each))
    (listed,) = await office.hears(Command(CommandName.FAQ, "misses"), KIM)
    take, refuse = listed.reply.choices
    record = office.store.record
    done: list[bool] = []

    async def slower(unit: Callable[[Work], Any]) -> Any:
        """Leo refuses it between Kim's look and record."""
        if not done:
            done.append(True)
            await record(lambda work: work.decide_wording(WordingId(1), "refused", office.now, LEO))
        return await record(unit)

    monkeypatch.setattr(office.store, "record", slower)
    assert said(await office.hears(Pressed(take.token), KIM)) == ["faq-dealt-with"]
    assert said(await office.hears(Pressed(refuse.token), KIM)) == ["faq-dealt-with"]
    assert (await office.faq())[WHITE.id] == WHITE


async def test_words_that_found_an_answer_become_a_wording(office: Office) -> None:
    words = OfferedWording(
        entry=WHITE.id, language="en", words="all is blank", conversation="telegram:42", at=START
    )
    await office.store.record(partial(_offers, wording=words))
    (listed,) = await office.hears(Command(CommandName.FAQ, "misses"), KIM)
    take, _ = listed.reply.choices
    assert said(await office.hears(Pressed(take.token), KIM)) == ["faq-wording-taken"]
    assert (await office.faq())[WHITE.id].wordings == ("all is blank",)
    assert [each.by for each in await office.changes()] == [KIM, "cli"]
    assert await office.orders("misses") == ["faq-no-misses"]


def _offers(work: Work, wording: OfferedWording) -> None:
    work.offer_wording(wording)
