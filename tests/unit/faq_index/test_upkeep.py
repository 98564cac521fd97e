"""A FAQ that is looked through: what says nothing, what says the same, what hides what."""

from dataclasses import replace
from datetime import date, timedelta

from faq_index import Entry, EntryId, FaqIndex
from faq_index.upkeep import doubled, self_test, served, silent

DAY = date(2026, 11, 3)


def entry(id: str, question: str, *wordings: str, product: str = "", language: str = "en") -> Entry:
    return Entry(
        id=EntryId(id), question=question, wordings=wordings, product=product, language=language
    )


PAY = entry("pay", "How do I pay an invoice?", "Paying by card")
MAP = entry("map", "Where is your office?", "Address")


def nothing(_done: int, _of: int) -> None: ...


def test_what_people_can_find_is_what_is_published_and_valid() -> None:
    entries = [
        PAY,
        replace(PAY, published=False),
        replace(PAY, valid_from=DAY, valid_until=DAY),
        replace(PAY, valid_from=DAY + timedelta(1)),
        replace(PAY, valid_until=DAY - timedelta(1)),
    ]
    assert served(entries, DAY) == [entries[0], entries[2]]


def test_an_entry_with_neither_answer_nor_link_says_nothing() -> None:
    linked, told = replace(PAY, url="https://x.example"), replace(PAY, answer="By card.")
    assert silent([linked, PAY, told]) == [PAY]


def test_entries_that_are_asked_for_in_the_same_words_are_doubled() -> None:
    again = entry("again", "Invoices", "an invoice: how do I PAY?")
    (same,) = doubled([PAY, MAP, again])
    assert (same.text, same.entries) == (PAY.question, (PAY, again))


def test_another_language_or_another_product_is_no_double() -> None:
    lark, rose = (entry(p, "How do I install it?", product=p) for p in ("lark", "rose"))
    german = replace(lark, id=EntryId("de"), language="de")
    assert doubled([lark, rose, german]) == []
    every = replace(lark, id=EntryId("every"), product="")
    assert [each.entries for each in doubled([lark, every])] == [(lark, every)]


def test_each_wording_should_find_its_entry_first() -> None:
    hiding = entry("hiding", "Paying by card", "Address of your office, where is it?")
    entries = [PAY, MAP, hiding]
    told: list[tuple[int, int]] = []

    found = self_test(FaqIndex.build(entries), entries, 99, lambda *at: told.append(at))

    assert (found.asked, found.found) == (6, 6 - len(found.shadowed))
    assert {each.text for each in found.shadowed} <= {"Paying by card", "Address"}
    assert all(each.by in entries for each in found.shadowed)
    assert [{entry.id for entry in each.entries} for each in found.alike] == [{"pay", "hiding"}]
    assert told == [(6, 6)]


def test_a_wording_that_says_nothing_finds_nothing() -> None:
    dots = entry("dots", "?!")
    found = self_test(FaqIndex.build([dots]), [dots], 99, nothing)
    assert [(each.entry, each.by) for each in found.shadowed] == [(dots, None)]
    assert self_test(FaqIndex.build([]), [], 99, nothing).asked == 0


def test_an_entry_of_another_product_stands_in_nobodys_way() -> None:
    lark, rose = (entry(p, "How do I install it?", product=p) for p in ("lark", "rose"))
    found = self_test(FaqIndex.build([lark, rose]), [lark, rose], 99, nothing)
    assert (found.found, found.alike) == (2, ())


def test_of_many_wordings_every_so_many_are_asked() -> None:
    many = [entry(f"{n}", f"Question {n} about number{n}?") for n in range(50)]
    assert self_test(FaqIndex.build(many), many, 20, nothing).asked == 17
