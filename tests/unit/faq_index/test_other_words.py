"""People use other words than the FAQ, run them together or part them, and are still understood."""

import pytest

from faq_index import Entry, FaqIndex
from faq_index.alike import LANGUAGES, thesaurus
from faq_index.entry import EntryId


def entry(id: str, question: str, language: str) -> Entry:
    return Entry(id=EntryId(id), question=question, language=language)


FAQ = FaqIndex.build(
    [
        entry("child", "Can my child have an account?", "en"),
        entry("login", "Login takes very long", "en"),
        entry("card", "Adding a credit card", "en"),
        entry("refund", "When does my refund come?", "en"),
        entry("kuendigung", "Kündigung des Vertrags", "de"),
        entry("lieferung", "Wann kommt die Lieferung?", "de"),
        entry("coche", "Asegurar el coche", "es"),
        entry("lampara", "La lámpara no se enciende", "es"),
        entry("karta", "Потерял карту", "ru"),
        entry("dostavka", "Сроки доставки", "ru"),
    ]
)


@pytest.mark.parametrize(
    ("said", "language", "id"),
    [
        ("is it for kids", "en", "child"),
        ("give me my money back", "en", "refund"),
        ("i cannot sign in", "en", "login"),
        ("log in is slow", "en", "login"),
        ("creditcard", "en", "card"),
        ("Abo stornieren", "de", "kuendigung"),
        ("mi automóvil", "es", "coche"),
        ("карточку украли", "ru", "karta"),
    ],
)
def test_another_word_for_the_same_finds_the_entry(said: str, language: str, id: str) -> None:
    assert FAQ.search(said, language=language)[0].entry.id == id


def test_another_word_counts_less_than_the_word_itself() -> None:
    kids = entry("kids", "Can my kids have an account?", "en")
    both = FaqIndex.build([entry("child", "Can my child have an account?", "en"), kids])
    first, second = both.search("an account for kids")
    assert first.entry is kids
    assert first.confidence > second.confidence > 0


def test_an_everyday_word_that_is_mistyped_stays_an_everyday_word() -> None:
    (plain, *_), (mistyped, *_) = (
        FAQ.search("would you please explain about the refund"),
        FAQ.search("wuold you plaese explian abuot the refund"),
    )
    assert mistyped.entry is plain.entry
    assert mistyped.confidence == pytest.approx(plain.confidence)


def test_a_word_of_the_faq_is_not_taken_for_an_everyday_word_it_is_near_to() -> None:
    pleas = entry("pleas", "Pleats of a skirt", "en")
    faq = FaqIndex.build([pleas, entry("other", "Order a ship", "en")])
    assert faq.search("pleatse")[0].entry is pleas


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_word_stands_for_itself(language: str) -> None:
    alike = thesaurus(language).alike
    assert alike
    assert [each for each, others in alike.items() if each in others] == []


def test_a_language_without_such_a_list_is_searched_like_any() -> None:
    assert not thesaurus("fi").alike
    finnish = entry("salasana", "Salasana unohtui", "fi")
    assert FaqIndex.build([finnish]).search("salasana")[0].entry is finnish
