"""A desk's own words stand in place of the product's, and are looked at before they are used."""

import pytest

from bot.texts.phrasebook import mistakes
from bot.texts.words import Words
from intake.dialogue.replies import Say
from intake.regulations.policy import shipped

INC = shipped("inc")
OWN = {
    "en": {"greeting": "Ahoy, this is { $desk }.\nWhat is broken?", "answer-sent": "Off it went."}
}


def test_a_message_of_the_desks_own_is_said_in_that_language_only() -> None:
    words = Words(INC.model_copy(update={"texts": OWN}))
    assert words.text("answer-sent", "en") == "Off it went."
    assert words.text("answer-sent", "es") == Words(INC).text("answer-sent", "es")
    assert words.text("no-tickets", "en") == Words(INC).text("no-tickets", "en")
    said = str(words.screen(Say("greeting"), "en", "").blocks)
    assert "the global support desk" in said
    assert "What is broken?" in said


@pytest.mark.parametrize(
    ("own", "told"),
    [
        (OWN, []),
        ({"xx": {"greeting": "Hi"}}, ["the texts speak"]),
        ({"en": {"greetings": "Hi"}}, ["there is no such message"]),
        ({"en": {"greeting": "Hi { $desk"}}, ["these words cannot be read"]),
        ({"en": {"greeting": "Hi { $whom }"}}, ["these words cannot be read"]),
        ({"en": {"greeting": ""}}, ["these words cannot be read"]),
    ],
)
def test_h15_what_cannot_be_said_is_told(own: dict[str, dict[str, str]], told: list[str]) -> None:
    found = [why for _, why in mistakes(own)]
    assert len(found) == len(told)
    assert all(each.startswith(why) for each, why in zip(found, told, strict=True))
