"""A confidence is a chance: less where several answer alike, and in the order of the odds."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from faq_index import MAYBE, SHOW
from faq_index.confidence import confidences


def test_what_shows_plainly_is_surer_than_what_may_be_it() -> None:
    assert 0 < MAYBE < SHOW < 1


def test_one_that_stands_alone_is_surer_than_one_of_two() -> None:
    (alone,) = confidences([4.0])
    first, second = confidences([4.0, 3.0])
    assert alone > first > second > MAYBE


def test_what_cannot_answer_has_no_chance() -> None:
    assert confidences([]) == []
    assert confidences([0.0]) == [0.0]


@given(st.lists(st.floats(0, 1e10), max_size=8))
def test_the_order_of_the_odds_stays(odds: list[float]) -> None:
    odds.sort(reverse=True)
    found = confidences(odds)
    assert all(0 <= each <= 1 for each in found)
    assert all(better >= worse for better, worse in pairwise(found))
