"""R11: what gives access or tells who somebody is, is found; what does neither stays as it is."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.access_data import ACCESS, LONGEST, Kind, find, masked
from tests.unit.intake.access_examples import HIDDEN, PLAIN

MARKED = re.compile(r"\[\[(.*?)\]\](?!\])")
EXAMPLES = [line.split(" ", 1) for line in HIDDEN.strip().splitlines()]


def test_there_are_enough_examples_of_every_kind() -> None:
    assert {kind for kind, _ in EXAMPLES} == set(Kind)
    assert len(EXAMPLES) >= 90


@pytest.mark.parametrize(("kind", "sentence"), EXAMPLES)
def test_r11_it_is_hidden_whole_and_nothing_else_is(kind: str, sentence: str) -> None:
    sentence = sentence.replace(" [newline] ", "\n")
    said = MARKED.sub(r"\1", sentence)
    hidden = masked(said)
    assert MARKED.findall(sentence)[0] not in hidden
    if kind == Kind.PASSWORD and "<login>" in hidden:
        hidden = hidden.replace("<login>", "admin")
    assert hidden == MARKED.sub(f"<{kind}>", sentence)
    assert masked(hidden) == hidden


@pytest.mark.parametrize("sentence", PLAIN.strip().splitlines())
def test_what_is_no_secret_stays(sentence: str) -> None:
    assert masked(sentence) == sentence


def test_who_logs_in_is_hidden_beside_a_password_only() -> None:
    block = "FTP: ftp.shop.example\nuser: web12\npass: tulpe\n\nSince Monday the page is white."
    assert masked(block) == (
        "FTP: <login>\nuser: <login>\npass: <password>\n\nSince Monday the page is white."
    )
    assert masked("user: web12 cannot log in") == "user: web12 cannot log in"
    far = f"user: web12\n{'x ' * 200}\npassword: tulpe"
    assert "web12" in masked(far)
    assert masked("user: .,\npassword: tulpe") == "user: .,\npassword: <password>"


def test_two_secrets_in_one_sentence_are_both_found() -> None:
    assert masked("password: abc123, api key: 99aa88bb77") == "password: <password>, api key: <key>"
    assert masked("password: password: abc123") == "password: password: <password>"


def test_what_overlaps_becomes_one() -> None:
    said = "password: ana@example.org"
    assert [each.kind for each in find(said)] == [Kind.PASSWORD]
    assert masked(said) == "password: <password>"


def test_what_was_not_looked_at_is_left_out() -> None:
    said = "a " * (LONGEST // 2) + "password: geheim"
    assert masked(said) == "a " * (LONGEST // 2)


def test_only_some_kinds_give_access() -> None:
    assert {Kind.EMAIL, Kind.PHONE, Kind.NAME, Kind.TID}.isdisjoint(ACCESS)
    assert len(ACCESS) == len(Kind) - 4


@given(st.text())
def test_whatever_is_said_findings_lie_within_it_one_behind_the_other(said: str) -> None:
    found = find(said)
    assert all(0 <= each.start < each.end <= len(said) for each in found)
    assert all(one.end <= next_.start for one, next_ in pairwise(found))
    for each in found:
        assert f"<{each.kind}>" in masked(said)


@pytest.mark.parametrize(
    "piece", ["a.", "a@", "password ", "A-", "Aa ", "user: ", "x://", "(1)", "DE89 ", "is ", "eyJ"]
)
def test_b10_what_repeats_without_end_is_read_to_the_end(piece: str) -> None:
    """Patterns that go back and forth would never come back from this."""
    masked("my name is password: " + piece * (LONGEST // len(piece)))
