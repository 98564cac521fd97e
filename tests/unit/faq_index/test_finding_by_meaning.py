"""With a model, an entry is found that shares no word with what was said; without, nothing
changes. The model here is the tests' own."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from faq_index import MAYBE, Entry, EntryId, FaqIndex, Match, Scope
from faq_index.meaning import Meanings, middles
from faq_index.sense import Sense
from tests.fakes.meaning import Synonyms

CAR = Entry(id=EntryId("car"), question="Rent a car")
GARDEN = Entry(id=EntryId("garden"), question="Water the roses")
MOON = Entry(id=EntryId("moon"), question="Fly to the moon")
ALL = (CAR, GARDEN, MOON)


def index(entries: Iterable[Entry] = ALL, model: Synonyms | None = None) -> FaqIndex:
    entries = tuple(entries)
    return replace(FaqIndex.build(entries), sense=sense(entries, model or Synonyms()))


def sense(entries: Iterable[Entry], model: Synonyms) -> Sense:
    entries = tuple(entries)
    vectors = zip((entry.id for entry in entries), middles(model, entries), strict=True)
    return Sense(model, Meanings.of(dict(vectors)))


def ids(found: Iterable[Match]) -> list[str]:
    return [match.entry.id for match in found]


def test_other_words_for_the_same_find_it() -> None:
    assert FaqIndex.build(ALL).search("hire automobile", floor=MAYBE) == ()

    [found] = index().search("hire automobile", floor=MAYBE)

    assert found.entry is CAR
    assert found.why.meaning is not None
    assert found.why.meaning > 0.7


def test_without_a_model_nothing_is_said_of_meaning() -> None:
    [found] = FaqIndex.build(ALL).search("rent a car", floor=MAYBE)
    assert found.why.meaning is None


def test_meaning_speaks_for_what_the_words_find_too() -> None:
    [alone] = FaqIndex.build(ALL).search("water my roses", floor=MAYBE)
    [both] = index().search("water my roses", floor=MAYBE)

    assert (alone.entry, both.entry) == (GARDEN, GARDEN)
    assert both.why.words == alone.why.words
    assert both.why.meaning is not None


def test_the_words_of_an_entry_itself_always_win() -> None:
    twin = Entry(id=EntryId("twin"), question="hire automobile")
    assert ids(index([CAR, twin]).search("Hire automobile!"))[0] == "twin"
    assert ids(index([CAR, twin]).search("rent a car"))[0] == "car"


def test_the_middle_of_the_wordings_is_meant() -> None:
    entry = replace(MOON, wordings=("Hire an automobile", "Fly to the moon"))
    assert ids(index([entry, GARDEN]).search("lease vehicle", limit=1)) == ["moon"]


def test_what_the_model_has_not_read_yet_is_found_by_its_words() -> None:
    faq = replace(FaqIndex.build(ALL), sense=sense([GARDEN], Synonyms()))

    [found] = faq.search("rent a car", floor=MAYBE)

    assert found.entry is CAR
    assert found.why.meaning == 0.0
    plain = FaqIndex.build(ALL).search("rent a car")[0]
    assert found.confidence == pytest.approx(plain.confidence, abs=0.05)


def test_with_nothing_read_yet_all_is_as_by_words() -> None:
    faq = replace(FaqIndex.build(ALL), sense=sense([], Synonyms()))
    found, plain = faq.search("the moon"), FaqIndex.build(ALL).search("the moon")
    assert [(m.entry, m.confidence) for m in found] == [(m.entry, m.confidence) for m in plain]


def test_what_is_gone_is_not_found_though_the_model_knows_it() -> None:
    faq = replace(FaqIndex.build([GARDEN]), sense=sense(ALL, Synonyms()))
    assert "car" not in ids(faq.search("hire automobile", limit=9))


def test_what_is_out_of_scope_or_of_another_day_is_not_found_by_its_meaning() -> None:
    other = replace(CAR, id=EntryId("other"), product="Boats", tags=("sea",))
    late = replace(CAR, id=EntryId("late"), valid_from=date(2030, 1, 1))
    crowd = [
        Entry(id=EntryId(f"{number}"), question=f"Automobiles number {number} hired")
        for number in range(90)
    ]
    faq = index([*crowd, other, late])

    def found(scope: Scope) -> set[str]:
        scope = replace(scope, on=date(2026, 1, 1))
        return set(ids(faq.search("automobile hire", limit=9, scope=scope)))

    assert {"other", "late"} & found(Scope()) == {"other"}
    assert {"other", "late"} & found(Scope(products=frozenset({"boats"}))) == {"other"}
    assert {"other", "late"} & found(Scope(products=frozenset({"planes"}))) == set()
    assert {"other", "late"} & found(Scope(languages=frozenset({"de"}))) == set()


def test_a_language_of_ones_own_comes_first() -> None:
    auto = Entry(id=EntryId("auto"), question="Auto mieten", language="de")
    faq = index([CAR, auto])

    assert ids(faq.search("lease vehicle", language="en", floor=MAYBE)) == ["car"]
    assert ids(faq.search("Fahrzeug mieten", language="de-AT", floor=MAYBE)) == ["auto"]
    # In a language without an entry that answers, another's is better than none.
    assert (
        ids(index([CAR, replace(GARDEN, language="de")]).search("Fahrzeug mieten", language="de"))[
            0
        ]
        == "car"
    )


def test_the_greeting_is_not_asked_what_it_means() -> None:
    model = Synonyms()
    faq = index(model=model)
    model.asked.clear()

    said = "Hello! What can I do? I want to hire an automobile. Thank you."
    found = faq.search(said, language="en")

    assert found[0].entry is CAR
    assert model.asked == ["I want to hire an automobile."]


def test_where_nothing_but_a_greeting_is_said_it_is_heard() -> None:
    model = Synonyms()
    index(model=model).search("What can I do?", language="en")
    assert model.asked[-1] == "What can I do?"


def test_nothing_said_means_nothing() -> None:
    model = Synonyms()
    faq = index(model=model)
    model.asked.clear()
    assert faq.search("  ") == ()
    assert model.asked == []


def test_a_long_message_is_read_in_part() -> None:
    """C1: what a model costs is bounded."""
    model = Synonyms()
    faq = index(model=model)
    model.asked.clear()

    faq.search("\n".join(f"{number} bottles of {'wine ' * 60}" for number in range(90)))

    assert len(model.asked) == 4
    assert max(map(len, model.asked)) == 300


def test_many_wordings_are_read_in_part() -> None:
    model = Synonyms()
    wordings = tuple(f"{number} {'wine ' * 300}" for number in range(90))
    middles(model, [replace(CAR, wordings=wordings)])
    assert len(model.asked) == 24
    assert max(map(len, model.asked)) == 400


def test_no_entries_have_no_meanings() -> None:
    assert middles(Synonyms(), []) == []


def test_what_none_of_many_likely_words_means_is_found_by_its_meaning() -> None:
    crowd = [
        Entry(id=EntryId(f"{number}"), question=f"Automobiles number {number} hired")
        for number in range(900)
    ]
    [found] = index([*crowd, CAR]).search("automobile hire", limit=1)
    assert found.entry is CAR
    assert found.why.meaning is not None
    assert (found.why.words, found.why.wording) == (0.0, "")
