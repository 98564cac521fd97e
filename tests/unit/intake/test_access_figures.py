"""R11: what is published of how much access data is found stays true."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.access_data import LANGUAGES, PARTS, Sentence, figures, sentences
from intake.access_data import LONGEST, find_access, hide, holds_mark

EVERY = {part: tuple(sentences(part)) for part in PARTS}
ALL = tuple(each for part in EVERY.values() for each in part)
PIECES = (
    "password ", "passwort lautet ", "clave: ", "admin / ", "login ", "user ", "a1-", "Ab3!", "'",
    '"', "=>", " for the ", ", ", "\n", "1234 ", "4111-", "AB12-", "ssh ", "@", "curl -u ", "eyJ",
    "mysqli_connect(", "пароль от ", "код из смс ", "-----BEGIN KEY-----", "://", "?key=", "(",
    "как", " as ",
)  # fmt: skip


def test_there_are_as_many_as_we_say_and_every_language_has_its_share() -> None:
    told = figures(ALL)
    assert told["found"] + told["missed"] >= 120
    assert told["clean"] + told["false alarm"] >= 300
    assert {each.language for each in ALL} == set(LANGUAGES)


@pytest.mark.parametrize("of", [ALL, *EVERY.values()], ids=["all", *EVERY])
def test_r11_of_twenty_nineteen_are_found_and_of_a_hundred_one_is_a_false_alarm_at_most(
    of: tuple[Sentence, ...],
) -> None:
    told = figures(of)
    assert told["found"] >= 0.95 * (told["found"] + told["missed"])
    assert told["false alarm"] <= 0.01 * (told["clean"] + told["false alarm"])


def test_what_is_hidden_stays_hidden_and_nothing_more_is_found_in_it() -> None:
    for each in ALL:
        hidden = hide(each.said)
        assert hide(hidden.text).text == hidden.text, each
        assert holds_mark(hidden.text) == bool(hidden.kinds)


def test_who_asks_in_another_language_writes_passwords_too() -> None:
    said = (
        "密码是abc12345",
        "mật khẩu: abc12345",
        "mot de passe : Abc-12345",
        "رمز عبور: abc12345",
    )
    assert all(find_access(each) for each in said)
    assert find_access("İ password: abc12345")[0].start == len("İ password: ")


@settings(max_examples=12)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5))
def test_b10_whatever_repeats_is_read_to_the_end(pieces: list[str]) -> None:
    """A pattern that goes back and forth would never come back from forty thousand characters."""
    piece = "".join(pieces)
    hide((piece * (LONGEST // len(piece) + 1))[:LONGEST])
