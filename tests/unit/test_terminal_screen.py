"""Screens in the terminal: everything is there, literal, however narrow it is."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from bot.channels.terminal import (
    draw,
    plain_lines,
)
from bot.texts.screen import Button, Paragraph, Quote, Role, Row, Screen, Span
from intake.tid import make

TID = make(123_456_789_012)
CARD = Screen(
    (
        Paragraph((Span("Please check", Role.STRONG), Span(f" {TID}", Role.CODE))),
        Row("Problem", "[red]not red[/red]\nsecond line"),
        Quote("one\n[/]two"),
        Paragraph((Span("FAQ", Role.STRONG, "https://example.com/1"),)),
    ),
    (Button("t1", "File [it]", "primary"), Button("t2", "Cancel")),
)


def test_plain_lines_hold_everything_that_is_on_the_screen() -> None:
    assert list(plain_lines(CARD)) == [
        f"Please check {TID}",
        "Problem: [red]not red[/red]",
        "  second line",
        "| one",
        "| [/]two",
        "FAQ <https://example.com/1>",
        "[1] File [it]   [2] Cancel",
    ]


@pytest.mark.parametrize("width", [20, 40, 120])
def test_nothing_is_lost_in_a_drawing_however_narrow(width: int) -> None:
    printed = io.StringIO()
    Console(file=printed, width=width).print(draw(CARD))
    words = " ".join(printed.getvalue().split())
    for each in (TID, "[red]not red[/red]", "second line", "[/]two", "[1] File [it]", "[2] Cancel"):
        assert each in words
    assert all(len(line) <= width for line in printed.getvalue().split("\n"))


def test_a_title_is_a_link_where_the_terminal_knows_links() -> None:
    printed = io.StringIO()
    Console(file=printed, width=80, force_terminal=True).print(draw(CARD))
    assert "https://example.com/1\x1b\\" in printed.getvalue()


@settings(deadline=None)
@given(typed=st.text(max_size=80) | st.just("\x1b[31m\x07\x9b2J\ud800"))
def test_nothing_that_was_typed_steers_the_terminal(typed: str) -> None:
    screen = Screen((Paragraph((Span(typed),)), Quote(typed), Row(typed, typed)))
    printed = io.StringIO()
    Console(file=printed, width=80).print(draw(screen))
    for shown in (printed.getvalue(), "\n".join(plain_lines(screen))):
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", shown)
