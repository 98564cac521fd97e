"""No TID can be guessed from another."""

from itertools import islice

from bot.app.chances import chances
from intake import tid
from intake.tid import RANDOM_BITS


def test_every_chance_is_another_and_makes_a_tid() -> None:
    """More of them than are fetched at once; two alike of so few come once in a million runs."""
    found = list(islice(chances(), 1_200))

    assert len({tid.make(each) for each in found}) == 1_200
    assert max(found).bit_length() <= RANDOM_BITS
    assert any(each >> (RANDOM_BITS - 1) for each in found), "the highest bit is used as well"


def test_nobody_else_has_the_same() -> None:
    assert not set(islice(chances(), 100)) & set(islice(chances(), 100))
