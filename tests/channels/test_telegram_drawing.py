"""Any screen becomes messages that Telegram takes and that show exactly its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.drawing import draw, keyboard
from bot.channels.telegram.lengths import LONGEST, slices, units
from bot.texts.screen import Block, Button, Paragraph, Quote, Role, Row, Screen, Span
from tests.platforms.telegram.entities import detected
from tests.platforms.telegram.html_reader import read_html
from tests.platforms.telegram.limits import SOURCE_BYTES, utf16_length

NASTY = st.text(
    st.one_of(st.sampled_from("<>&\"'@/ \n🙂abc;#\0"), st.characters(codec="utf-8")), max_size=200
)
LONG = st.builds(lambda text, times: text * times, NASTY, st.integers(1, 60))
SPANS = st.builds(Span, LONG, st.sampled_from(Role))
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, st.lists(SPANS, min_size=1, max_size=3).map(tuple)),
    st.builds(Quote, LONG),
    st.builds(Row, NASTY, LONG),
)


def solid(text: str) -> str:
    """The characters that remain visible, blanks aside."""
    return "".join(text.replace("\0", "�").split())


@given(st.lists(BLOCKS, min_size=1, max_size=6))
def test_every_screen_is_parsed_back_to_its_own_words(blocks: list[Block]) -> None:
    """B6 to B8: whatever was typed, in whatever role."""
    screen = Screen(tuple(blocks))
    posts = draw(screen)
    read = [read_html(post.html) for post in posts]
    for post, words in zip(posts, read, strict=True):
        assert 1 <= utf16_length(words.text) <= LONGEST
        assert words.text == post.plain
        assert not [e for e in (*words.entities, *detected(words)) if "mention" in e.type]
        assert len(post.html.encode()) <= SOURCE_BYTES
    shown = solid("".join(words.text for words in read))
    assert shown in {solid(screen.plain()), "…"}


@given(LONG, st.integers(2, 50))
def test_slices_are_short_enough_and_lose_nothing(text: str, longest: int) -> None:
    parts = list(slices(text, longest))
    assert "".join(parts) == text
    assert all(0 < units(part) <= longest for part in parts)


def test_words_are_cut_between_words() -> None:
    assert list(slices("one two three", 8)) == ["one two ", "three"]
    assert list(slices("🙂🙂🙂", 4)) == ["🙂🙂", "🙂"]


def test_an_empty_screen_is_still_a_message() -> None:
    [post] = draw(Screen((Paragraph((Span("  "),)),), (Button("t", "Go"),)))
    assert post.html == "…"
    assert post.keyboard is not None


def test_lone_surrogates_are_replaced() -> None:
    """B3."""
    [post] = draw(Screen((Quote("half \ud800"),), (Button("t", "\udfff"),)))
    assert post.plain == "half �"


def rows(*labels: str) -> list[list[str]]:
    drawn = keyboard([Button(label, label) for label in labels])
    assert drawn is not None
    return [[button["text"] for button in row] for row in drawn["inline_keyboard"]]


def test_short_labels_share_a_row() -> None:
    assert rows("Back", "Skip", "Cancel") == [["Back", "Skip", "Cancel"]]
    assert rows("This helped", "None of these, open a ticket") == [
        ["This helped"],
        ["None of these, open a ticket"],
    ]
    assert rows("a", "b", "c", "d") == [["a", "b", "c"], ["d"]]
    assert keyboard([]) is None


def test_what_files_a_ticket_stands_alone() -> None:
    drawn = keyboard([Button("f", "File", "primary"), Button("e", "Edit"), Button("c", "Cancel")])
    assert drawn is not None
    found = [[button["text"] for button in row] for row in drawn["inline_keyboard"]]
    assert found == [["File"], ["Edit", "Cancel"]]


def test_emphasis_colours_a_button() -> None:
    drawn = keyboard(
        [Button("f", "File", "primary"), Button("d", "No", "danger"), Button("b", "x")]
    )
    assert drawn is not None
    styles = [button.get("style") for row in drawn["inline_keyboard"] for button in row]
    assert styles == ["primary", "danger", None]
