"""The TID survives being read out, typed, copied and mistyped (F5, F6)."""

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake import tid
from intake.tid import ALPHABET, Mistyped, NotATid

randoms = st.integers(0, 2**40 - 1)


def symbols(number: str) -> list[str]:
    return list(number.removeprefix("TID-").replace("-", ""))


@given(randoms)
def test_every_tid_has_the_one_written_form_and_a_digit(random: int) -> None:
    number = tid.make(random)
    assert re.fullmatch(r"TID-[0-9A-HJKMNP-TV-Z]{3}(-[0-9A-HJKMNP-TV-Z]{3}){2}", number)
    assert any(character.isdigit() for character in number)
    assert tid.parse(number) == number


@given(randoms)
def test_any_single_slip_is_noticed(random: int) -> None:
    right = symbols(tid.make(random))
    for place in range(9):
        for other in ALPHABET:
            if other != right[place]:
                wrong = [*right[:place], other, *right[place + 1 :]]
                with pytest.raises(NotATid):
                    tid.parse("".join(wrong))


@given(randoms)
def test_any_two_symbols_swapped_are_noticed(random: int) -> None:
    right = symbols(tid.make(random))
    for a, b in combinations(range(9), 2):
        if right[a] != right[b]:
            wrong = list(right)
            wrong[a], wrong[b] = wrong[b], wrong[a]
            with pytest.raises(NotATid):
                tid.parse("".join(wrong))


NUMBER = tid.make(0x12345_6789A)


@pytest.mark.parametrize(
    "written",
    [
        NUMBER.lower(),
        NUMBER.replace("-", " "),
        NUMBER.replace("-", ""),
        NUMBER.replace("-", "–"),
        f"[{NUMBER.replace('TID-', 'TID#')}]",
        f"Re: your request [TID#{NUMBER[4:]}] is not solved",
        f"what about {NUMBER}?",
        "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in NUMBER),
        f"\u200f{NUMBER}\u200e",
        "\u200b".join(NUMBER),
        NUMBER.replace("0", "O").replace("1", "l"),
        f"TID: {NUMBER[4:]}",
        f"tid {NUMBER[4:].lower()}.",
        NUMBER.replace("-", " - "),
        NUMBER.replace("-", "--"),
        f"[TID#\n{NUMBER[4:]}]",
    ],
)
def test_a_tid_is_read_however_it_is_written(written: str) -> None:
    assert tid.find(written) == (NUMBER,)


def test_look_alikes_read_as_digits() -> None:
    number = next(
        made for made in map(tid.make, range(100_000)) if "0" in made[4:] and "1" in made[4:]
    )
    assert tid.parse(number.replace("0", "O").replace("1", "I")) == number
    assert tid.parse(number.replace("0", "o").replace("1", "l")) == number


def test_without_the_prefix_it_is_read_only_where_nothing_else_can_stand() -> None:
    assert tid.parse(NUMBER[4:]) == NUMBER
    assert tid.find(NUMBER[4:]) == ()


def test_a_slip_is_told_from_an_unknown_ticket() -> None:
    wrong = NUMBER[:-1] + ("2" if NUMBER[-1] != "2" else "3")
    assert tid.find(f"status {wrong}") == (Mistyped(wrong),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tid",
        "my tid is in my mailbox somewhere",
        "the TID was wrong again and again",
        "tidings are late",
        "tid abc-def-ghj",
        "tid abc-def-ghk",
        "TID-123",
        "stupid-ABC-DEF-GHJ",
        "TID " + "a" * 10_000,
    ],
)
def test_words_are_no_tids(text: str) -> None:
    assert tid.find(text) == ()


def test_each_tid_is_found_once_and_in_order() -> None:
    other = tid.make(99)
    assert tid.find(f"{other} like {NUMBER}, {other.lower()}") == (other, NUMBER)


def test_what_else_was_said_is_left() -> None:
    assert tid.without(f"[{NUMBER}] hello  there") == "HELLO THERE"


@pytest.mark.parametrize("random", [-1, 2**40])
def test_only_forty_bits_make_a_tid(random: int) -> None:
    with pytest.raises(ValueError, match="40 bits"):
        tid.make(random)


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    tid.find(text)
    tid.without(text)


def test_a_number_made_of_letters_only_is_given_a_digit() -> None:
    letters = int("1" * 40, 2)
    assert any(character.isdigit() for character in tid.make(letters))
