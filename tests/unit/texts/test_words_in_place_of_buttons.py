"""People type what they could press: each language's phrases and what they mean."""

import pytest

from bot.texts.phrasebook import LANGUAGES
from bot.texts.screen import Paragraph, Role
from bot.texts.words import MEANINGS, phrase
from faq_index import FaqIndex
from intake.dialogue import identifying
from intake.dialogue.playbook import Playbook
from intake.dialogue.replies import Say
from intake.dialogue.words import meaning
from tests.unit.texts.samples import ES, INC, WORDS

SPOKEN = WORDS["inc"].spoken()
BOOK = Playbook(INC, FaqIndex.build(()), LANGUAGES, SPOKEN)


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "Skip", "skip"),
        ("en", "  none of THESE. ", "none"),
        ("en", "I don't know", "unknown"),
        ("en", "None of these, open a ticket", "none"),
        ("en", "Good morning!", "greeting"),
        ("es", "¿Ayuda?", "help"),
        ("es", "Buenos días", "greeting"),
        ("es", "Sí", "yes"),
        ("es", "no lo sé", "unknown"),
        ("de", "Überspringen", "skip"),
        ("de", "Das weiß ich nicht", "unknown"),
        ("de", "DAS WEISS ICH NICHT", "unknown"),
        ("de", "Nichts davon, Ticket eröffnen", "none"),
        ("es", "my tickets", "tickets"),
        ("de", "skip", "skip"),
        ("en", "Edit: Version", "edit.version"),
        ("en", "change the e-mail", "edit.email"),
        ("es", "editar versión", "edit.version"),
        ("es", "cambiar el correo", "edit.email"),
        ("de", "Version ändern", "edit.version"),
        ("de", "Ändern: Adresse der Website", "edit.url"),
        ("en", "change", ""),
        ("en", "omitir", ""),
        ("en", "My site shows an error", ""),
    ],
)
def test_a_phrase_is_understood(language: str, typed: str, meant: str) -> None:
    assert meaning(typed, language, BOOK) == meant


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_that_is_listed_is_also_understood(language: str) -> None:
    for typed, meant in SPOKEN[language].items():
        assert meaning(typed, language, BOOK) == meant


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_means_two_things(language: str) -> None:
    listed = {
        meaning: {
            phrase(each) for each in WORDS["inc"].text(f"words-{meaning}", language).split("|")
        }
        for meaning in MEANINGS
    }
    every = [each for phrases in listed.values() for each in phrases]
    assert sorted(every) == sorted(set(every))
    # The label of a button never takes a phrase away from another meaning either.
    for meant, phrases in listed.items():
        assert {SPOKEN[language][each] for each in phrases} == {meant}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_meaning_has_phrases_and_greetings_are_many(language: str) -> None:
    edits = {f"edit.{field.id}" for field in INC.form}
    topics = {f"topic.{topic.id}" for topic in INC.topics}
    assert set(SPOKEN[language].values()) == {*MEANINGS, *edits, *topics}
    assert list(SPOKEN[language].values()).count("greeting") >= 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_the_help_names_is_understood(language: str) -> None:
    orders = {
        span.text.partition(" TID")[0]
        for block in WORDS["inc"].screen(Say("help"), language, "").blocks
        if isinstance(block, Paragraph)
        for span in block.spans
        if span.role is Role.CODE
    }
    mine = {order for order in orders if identifying.ordered(order)}
    assert mine == {"verify", "forget"}
    meant = {meaning(order, language, BOOK) for order in orders - mine}
    assert meant == {"status", "tickets", "new", "cancel", "language", "help", "supervisor"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_an_edition_is_never_taken_for_an_order(language: str) -> None:
    for policy in (INC, ES):
        for field in policy.form:
            for option in field.options:
                for name in (option.id, *option.label.values(), *option.names):
                    assert meaning(name, language, BOOK) == "", name
