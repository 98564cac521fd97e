"""C3: with the wrong keyboard layout, or in another script, the entry is found all the same."""

import pytest

from faq_index import SHOW, Entry, FaqIndex
from faq_index.entry import EntryId
from faq_index.typing_slips import otherwise


def entry(id: str, question: str, language: str) -> Entry:
    return Entry(id=EntryId(id), question=question, language=language)


FAQ = FaqIndex.build(
    [
        entry("ru-password", "Не работает пароль", "ru"),
        entry("ru-invoice", "Где найти счёт за июнь?", "ru"),
        entry("ru-base", "Как объединить базу данных?", "ru"),
        entry("uk-delivery", "Коли приїде доставка?", "uk"),
        entry("en-hello", "Reset the router", "en"),
        entry("en-bitrix", "Connect Bitrix", "en"),
        entry("el-password", "Ξέχασα τον κωδικό μου", "el"),
        entry("sr-racun", "Како платити рачун", "sr"),
        entry("de-rechnung", "Zahlung der Rechnung", "de"),
    ]
)


@pytest.mark.parametrize(
    ("typed", "language", "id"),
    [
        ("gfhjkm yt hf,jnftn", "ru", "ru-password"),
        ("GFHJKM", "ru", "ru-password"),
        ("j,]tlbybnm ,fpe", "ru", "ru-base"),
        ("ghb]lt ljcnfdrf", "uk", "uk-delivery"),
        ("куыуе еру кщгеук", "en", "en-hello"),
        ("ne rabotaet parol", "ru", "ru-password"),
        ("gde nayti schet", "ru", "ru-invoice"),
        ("битрикс", "en", "en-bitrix"),
        ("ksexasa ton kwdiko", "el", "el-password"),
        ("platiti račun", "sr", "sr-racun"),
        ("Yahlung", "de", "de-rechnung"),
    ],
)
def test_what_was_meant_is_found(typed: str, language: str, id: str) -> None:
    assert FAQ.search(typed, language=language, floor=0.1)[0].entry.id == id


def test_a_text_that_is_known_as_it_stands_is_not_read_otherwise() -> None:
    assert FAQ.search("reset the router", language="ru")[0].entry.id == "en-hello"
    assert FAQ.search("reset the router", language="ru")[0].why.sentence == "reset the router"


def test_what_is_unknown_in_every_reading_stays_as_it_was() -> None:
    assert FAQ.search("qqqq xxxx", language="ru", floor=SHOW) == ()


@pytest.mark.parametrize(
    ("text", "language", "readings"),
    [
        ("ghbdtn", "ru", ["привет", "гхбдтн"]),
        ("privet", "ru", ["зкшмуе", "привет"]),
        ("schet", "ru", ["ысруе", "щет", "счет"]),
        ("привет", "ru", []),
        ("руддщ", "en", ["hello", "hello", "ruddshch"]),
        ("hello", "en", []),
        ("12", "en", []),
        ("zdravo", "sr", ["здраво"]),
    ],
)
def test_the_other_readings_of_a_text(text: str, language: str, readings: list[str]) -> None:
    assert list(otherwise(text, language)) == readings
