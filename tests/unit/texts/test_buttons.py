"""Buttons: short in every language, whatever their value."""

from collections.abc import Iterator

import pytest

from bot.texts.cutting import units
from bot.texts.phrasebook import LANGUAGES
from intake.dialogue.replies import Choice, Say
from tests.unit.texts.samples import ES, INC, TID, WORDS
from tests.unit.texts.test_the_files_hold_together import PRESSED

NUMBERED = {"button-helped-by", "button-faq-edit", "button-faq-hide"}
NUMBERED |= {f"button-faq-{each}" for each in ("answer", "dismiss", "take", "refuse")}
"""These tell which one of a list they are about."""


def label(choice: Choice, language: str = "en", desk: str = "inc") -> str:
    (button,) = WORDS[desk].screen(Say("helped", choices=(choice,)), language, "").buttons
    return button.label


def shipped_choices() -> Iterator[tuple[str, Choice]]:
    for desk, policy in (("inc", INC), ("es", ES)):
        for field in policy.form:
            yield desk, Choice("1:edit", "button-edit", field.id)
            for option in field.options:
                yield desk, Choice("1:o", "button-option", f"{field.id}.{option.id}")
        for code in LANGUAGES:
            yield desk, Choice("1:l", "button-language", code)
        for key in PRESSED:
            if key not in {"button-edit", "button-option", "button-language"}:
                yield desk, Choice("1:x", key, "3" if key in NUMBERED else TID)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_that_ships_fits_whole(language: str) -> None:
    for desk, choice in shipped_choices():
        shown = label(choice, language, desk)
        assert 0 < units(shown) <= 32, shown
        assert not shown.endswith("…"), shown


def test_a_button_says_what_it_is_about() -> None:
    assert label(Choice("1:e", "button-edit", "version")) == "Edit: Version"
    assert label(Choice("1:o", "button-option", "edition.free"), "de", "es") == "Kostenlose Cloud"
    assert label(Choice("1:o", "button-option", "edition.plus"), "de", "es") == "Plus"
    assert label(Choice("1:l", "button-language", "de"), "en") == "Deutsch"
    assert label(Choice("1:r", "button-reply", TID)) == "Reply"
    assert label(Choice("1:s", "button-status", TID)) == TID
    assert label(Choice("1:a", "button-add-to", TID)) == f"Add to {TID}"


def test_an_option_that_the_policy_no_longer_knows_keeps_its_id() -> None:
    assert label(Choice("1:o", "button-option", "edition.platinum")) == "platinum"


def test_an_endless_label_is_cut_by_the_platforms_units() -> None:
    shown = label(Choice("1:e", "button-edit", "🐛" * 200))
    assert units(shown) == 32 or units(shown) == 31
    assert shown.startswith("Edit: 🐛")
    assert shown.endswith("🐛…")
