"""Which languages of a FAQ are searched for what a person wrote."""

import pytest

from faq_index import Entry, FaqIndex
from faq_index.asking import familiarity
from faq_index.entry import EntryId
from faq_index.index import Asking, Found
from faq_index.shelf import Shelf

FAQ = FaqIndex.build(
    [
        Entry(id=EntryId("en"), question="How do I reset my password?", language="en"),
        Entry(id=EntryId("de"), question="Wie setze ich mein Passwort zurück?", language="de"),
        Entry(id=EntryId("es"), question="¿Cómo restablezco mi contraseña?", language="es"),
    ]
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("please tell me how I can change the password of my account", "en"),
        ("wie kann ich denn bitte mein Passwort ändern", "de"),
        ("hola, necesito cambiar mi contraseña por favor", "es"),
    ],
)
def test_a_language_knows_its_own_words_best(text: str, language: str) -> None:
    known = {name: familiarity(text, shelf.vocabulary) for name, shelf in FAQ.shelves.items()}
    assert max(known, key=known.__getitem__) == language
    assert known[language] > 0.5
    assert familiarity("", FAQ.shelves[language].vocabulary) == 0.0


def test_a_text_in_one_language_is_not_compared_with_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    searched: list[str] = []
    of = Asking.of

    def noted(asked: Asking, shelf: Shelf) -> Found:
        searched.append(shelf.language)
        return of(asked, shelf)

    monkeypatch.setattr(Asking, "of", noted)
    assert FAQ.search("how can I reset my password please", language="en")[0].entry.id == "en"
    assert searched == ["en"]


def test_who_writes_in_another_language_than_that_of_the_profile_is_answered_in_it() -> None:
    assert FAQ.search("wie kann ich mein Passwort ändern", language="en")[0].entry.id == "de"


def test_what_no_language_knows_is_sought_in_all() -> None:
    found = FAQ.search("pasword contrassena", language="de")
    assert {match.entry.id for match in found} >= {"en", "es"}
