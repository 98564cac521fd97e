"""Long words are cut as platforms count them, the longest first, never inside a character."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.texts.cutting import clip, fit, split, units
from bot.texts.screen import Block, Paragraph, Quote, Row, Screen, Span

any_text = st.text(max_size=200) | st.text(alphabet="ab 🐛\n", max_size=200)


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("short", 10, "short"),
        ("exactly ten", 11, "exactly ten"),
        ("one too many", 11, "one too ma…"),
        ("a word", 3, "a…"),
        ("🐛🐛🐛", 6, "🐛🐛🐛"),
        ("🐛🐛🐛", 5, "🐛🐛…"),
        ("🐛🐛🐛", 4, "🐛…"),
    ],
)
def test_a_text_is_cut_with_an_ellipsis(text: str, most: int, cut: str) -> None:
    assert clip(text, most) == cut


@settings(deadline=None)
@given(text=any_text, most=st.integers(3, 250))
def test_what_is_cut_fits(text: str, most: int) -> None:
    assert units(clip(text, most)) <= most


@settings(deadline=None)
@given(text=any_text, most=st.integers(2, 60))
def test_the_parts_of_a_text_are_the_text(text: str, most: int) -> None:
    parts = list(split(text, most))
    assert "".join(parts) == text
    assert all(units(part) <= most for part in parts)


def test_a_text_is_parted_between_its_lines_or_else_its_words() -> None:
    assert list(split("one two\nthree four", 12)) == ["one two\n", "three four"]
    assert list(split("one two three", 9)) == ["one two ", "three"]
    assert list(split("onetwothree", 6)) == ["onetwo", "three"]


def test_what_fits_stays_as_it_is() -> None:
    blocks = (Quote("a" * 40), Row("b", "c" * 40))
    assert fit(blocks, 100) == blocks


def test_the_longest_is_cut_first_and_our_own_sentences_never() -> None:
    sentence = Paragraph((Span("s" * 60),))
    short, middle, long = Quote("a" * 10), Row("b", "b" * 40), Quote("c" * 200)
    assert fit((sentence, short, middle, long), 200) == (
        sentence, short, middle, Quote(f"{'c' * 83}…"),
    )  # fmt: skip
    assert fit((sentence, short, middle, long), 134) == (
        sentence, short, Row("b", f"{'b' * 28}…"), Quote(f"{'c' * 28}…"),
    )  # fmt: skip


@settings(deadline=None)
@given(
    quotes=st.lists(any_text, max_size=8),
    rows=st.lists(any_text, max_size=8),
    most=st.integers(300, 900),
)
def test_any_blocks_are_made_to_fit(quotes: list[str], rows: list[str], most: int) -> None:
    blocks: list[Block] = [*map(Quote, quotes), *(Row("label", each) for each in rows)]
    assert units(Screen(fit(blocks, most)).plain()) <= most
