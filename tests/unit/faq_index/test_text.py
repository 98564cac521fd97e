"""Different ways to type the same word read alike, and different words stay different."""

import numpy as np
import pytest

from faq_index.postings import Postings
from faq_index.stems import REMEMBERED, stem
from faq_index.text import sentences, words


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
    postings = Postings.of(np.array([7, 7, 3], np.uint64), np.array([1, 1, 0]))
    assert postings.counts.tolist() == [1, 1]
    assert postings.total(np.array([0.5, 2.0]), 3).tolist() == [0.5, 2.0, 0.0]


def test_what_people_write_is_not_remembered_for_ever() -> None:
    for number in range(REMEMBERED + 1000):
        stem(f"ana{number}", "xx")
    assert stem.cache_info().currsize == REMEMBERED
