"""A file is read whatever program of whichever country wrote it."""

import pytest

from faq_index.seeding.decoding import Undecodable, decode

RUSSIAN = "вопрос;ответ\nКак оплатить «счёт» через e-mail?;Картой"
GERMAN = "Frage;Antwort\nWie öffne ich die Tür für Gäste?;Drücken – und größer ziehen"
SPANISH = "¿Cómo pago la suscripción?;Con tarjeta, señor. «Sí»"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_by_its_mark_or_as_utf_8(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding))[0] == RUSSIAN
    assert decode(b"\xfe\xff" + GERMAN.encode("utf-16-be"))[0] == GERMAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "windows-1251"), (GERMAN, "windows-1252"), (SPANISH, "windows-1252")],
)
def test_what_old_windows_wrote_is_told_apart(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


def test_an_encoding_can_be_named() -> None:
    assert decode("вопрос".encode("koi8-r"), "koi8-r") == ("вопрос", "koi8-r")


@pytest.mark.parametrize(
    ("data", "encoding", "reason"),
    [
        (b"PK\x03\x04\0\0", "", "The file holds bytes that no text has."),
        (b"\xff\xfea", "", "The file is not text in utf-16."),
        (b"a", "klingon", "There is no encoding 'klingon'."),
        (b"\x81\x81, a", "windows-1252", "The file is not text in windows-1252."),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(
    data: bytes, encoding: str, reason: str
) -> None:
    with pytest.raises(Undecodable) as refused:
        decode(data, encoding)
    assert str(refused.value) == reason
