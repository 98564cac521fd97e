"""Different ways to type the same word read alike, and different words stay different."""

from itertools import takewhile

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from faq_index.grams import grams
from faq_index.numbering import Numbering
from faq_index.postings import Pairs, Postings
from faq_index.stems import REMEMBERED, stem
from faq_index.text import BREAK, all_words, sentences, words


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("de", ["Größe", "GROSSE", "groesse", "gro\u0308ße"]),
        ("de", ["für Köln", "fuer Koeln"]),
        ("ru", ["Ещё", "еще"]),
        ("es", ["instalación", "INSTALACIO\u0301N", "instalacion"]),
        ("en", ["don't", "don’t", "DONT"]),
        ("en", ["ｆａｘ", "fax"]),
    ],
)
def test_ways_to_type_the_same(language: str, typed: list[str]) -> None:
    assert len({tuple(words(each, language)) for each in typed}) == 1


def test_german_words_that_only_look_like_umlauts_keep_their_e() -> None:
    assert words("neue Bauer Quelle", "de") == ["neue", "bauer", "quelle"]


def test_scripts_without_spaces_give_overlapping_pairs() -> None:
    assert words("PHP密码错误") == ["php", "密码", "码错", "错误"]
    assert words("пароль密") == ["пароль", "密"]


def test_a_dot_inside_a_name_ends_no_sentence() -> None:
    assert sentences("See shop.example now. Version 6.2 fails!\nWhy?") == [
        "See shop.example now.",
        "Version 6.2 fails!",
        "Why?",
    ]


def test_a_long_text_is_heard_at_its_beginning_and_its_end() -> None:
    heard = sentences(" ".join(f"Sentence {n}." for n in range(2_000)))
    assert heard[0] == "Sentence 0."
    assert heard[-1] == "Sentence 1999."
    assert len(heard) == 12


def test_a_line_that_holds_a_key_twice_holds_it_once() -> None:
    postings = Postings.of([Pairs.of(np.array([7, 7, 3]), np.array([1, 1, 0]))], 8)
    assert postings.counts(np.array([3, 7, 0])).tolist() == [1, 1, 0]
    assert postings.held(7, np.array([0, 1])).tolist() == [False, True]


@given(st.lists(st.text(st.characters(), max_size=60)), st.sampled_from(["", "de", "en"]))
@example(["It doesn't", "x" * 41, f"{'x' * 41} {'y' * 40}"], "en")
def test_many_texts_at_once_read_as_each_alone(texts: list[str], language: str) -> None:
    found = iter(all_words(texts, language).split())
    for text in texts:
        assert list(takewhile(BREAK.__ne__, found)) == words(text, language)
    assert not list(found)


@given(st.lists(st.text(st.characters(), max_size=30)))
def test_words_have_one_number_where_they_have_one_stem(texts: list[str]) -> None:
    said = all_words(texts, "en")
    numbers = Numbering("en").numbers(said)
    stems = [stem(word, "en") for word in said.split()]
    assert len(numbers) == len(stems)
    assert len({*zip(stems, numbers.tolist(), strict=True)}) == len({*stems})
    assert len({*numbers.tolist()}) == len({*stems})


def test_a_word_keeps_its_number_though_others_want_its_slot() -> None:
    many = " ".join(f"word{number}" for number in range(20_000))
    numbering = Numbering("xx")
    assert numbering.numbers(many).tolist() == [*range(20_000)]
    assert numbering.numbers(many).tolist() == [*range(20_000)]


def test_what_people_write_is_not_remembered_for_ever() -> None:
    for number in range(REMEMBERED + 1000):
        stem(f"ana{number}", "xx")
    assert stem.cache_info().currsize == REMEMBERED


def test_of_no_lines_there_are_no_grams() -> None:
    assert [len(each) for each in grams([])] == [0, 0]
