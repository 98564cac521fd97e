"""A FAQ that is changed finds what one built anew would, and serves everybody meanwhile."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq_index import Entry, FaqIndex
from faq_index.confidence import MAYBE
from faq_index.entry import EntryId

WORDS = ["reset", "password", "invoice", "licence", "licenses", "backup", "restore", "update", "db"]
SAID = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
ENTRY = st.builds(
    Entry,
    id=st.sampled_from([EntryId(each) for each in "abcdefgh"]),
    question=SAID,
    answer=SAID | st.just(""),
    tags=st.lists(st.sampled_from(WORDS), max_size=2).map(tuple),
    wordings=st.lists(SAID, max_size=2).map(tuple),
    language=st.sampled_from(["en", "de"]),
    published=st.sampled_from([True, True, True, False]),
)
ENTRIES = st.lists(ENTRY, max_size=8)
QUERIES = ["reset password", "pasword", "licence invoice", "restor bakcup", "update", "licensing"]


def found(faq: FaqIndex, query: str) -> dict[str, float]:
    matches = faq.search(query, limit=100)
    return {match.entry.id: round(match.confidence, 6) for match in matches}


def entries_of(faq: FaqIndex) -> list[Entry]:
    return sorted(faq, key=lambda entry: entry.id)


@given(ENTRIES, ENTRIES, ENTRIES)
@settings(deadline=None, max_examples=40)
def test_changed_finds_what_built_anew_finds(
    first: list[Entry], then: list[Entry], last: list[Entry]
) -> None:
    changed = FaqIndex.build(first).changed(then).changed(last)
    anew = FaqIndex.build([*first, *then, *last])
    there = {entry.id: entry for entry in (*first, *then, *last)}
    there = {id: entry for id, entry in there.items() if entry.published}
    assert entries_of(changed) == entries_of(anew) == [there[id] for id in sorted(there)]
    assert len(changed) == len(there)
    assert all(changed.get(id) == there.get(id) for id in map(EntryId, "abcdefgh"))
    for query in QUERIES:
        assert found(changed, query) == pytest.approx(found(anew, query), abs=1e-5)


def crowd(size: int, language: str = "en") -> list[Entry]:
    return [
        Entry(id=EntryId(f"e{n}"), question=f"How do I renew part {n}?", language=language)
        for n in range(size)
    ]


def test_the_old_index_goes_on_as_it_was() -> None:
    old = FaqIndex.build(crowd(100))
    asked = replace(crowd(1)[0], question="Where is my parcel?")
    new = old.changed([asked, replace(crowd(2)[1], published=False)])
    assert new.search("parcel")[0].entry == asked
    assert new.get(EntryId("e1")) is None
    assert old.search("parcel", floor=MAYBE) == ()
    assert old.search("renew part 1")[0].entry.id == "e1"


def test_an_entry_that_is_found_in_another_language_now_is_found_there_only() -> None:
    faq = FaqIndex.build(crowd(3))
    moved = faq.changed([replace(crowd(1)[0], language="de")])
    found_in = [each.entry.language for each in moved.search("part 0") if each.entry.id == "e0"]
    assert found_in == ["de"]
    assert len(moved) == 3


def test_what_is_gone_takes_no_room_for_ever() -> None:
    faq = FaqIndex.build(crowd(10))
    for n in range(10):
        faq = faq.changed([replace(each, answer=f"See {n}.") for each in crowd(10)])
    assert len(faq.shelves["en"].entries) <= 20
    assert faq.search("renew part 7")[0].entry.answer == "See 9."


def test_many_are_held_packed_and_are_the_same() -> None:
    many = crowd(20_050)
    faq = FaqIndex.build(many[:20_010])
    assert faq.get(EntryId("e20009")) == many[20_009]
    more = faq.changed(many[20_010:])
    assert entries_of(more) == sorted(many, key=lambda entry: entry.id)
    assert more.search("renew part 20049")[0].entry == many[20_049]


def test_those_that_are_packed_lie_together_once_they_are_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("faq_index.keeping._MOST_LOOSE", 50)
    monkeypatch.setattr("faq_index.keeping._SETTLED", 3)
    many, faq = crowd(300), FaqIndex.build(())
    for first in range(0, 300, 30):
        faq = faq.changed(many[first : first + 30])
        entries = faq.shelves["en"].entries
        assert list(entries) == many[: first + 30]
        assert entries[first] == many[first]
    assert len(entries.blocks) <= 3


def test_threads_search_while_the_index_is_changed() -> None:
    faq = FaqIndex.build(crowd(300))

    def searches(index: FaqIndex) -> Sequence[str]:
        return [index.search(f"renew part {n}")[0].entry.id for n in range(0, 300, 7)]

    with ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(searches, faq) for _ in range(4)]
        newer = faq.changed([Entry(id=EntryId("x"), question="Where is my parcel?")])
        assert newer.search("parcel")[0].entry.id == "x"
        assert all(each.result() == [f"e{n}" for n in range(0, 300, 7)] for each in asked)
