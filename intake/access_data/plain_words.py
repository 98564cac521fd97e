"""Words that follow "password" without being one: "is wrong", "ist falsch", "es incorrecta"."""

import re
from typing import Final

_WORDS: Final = """
    a an the my your his her our their this that these those it its is was are not no never always
    still also only just too very so and or but if when where how what why which who whom can could
    should would will must may might do does did done has have had be been being to of for from with
    in on at by as into about again already yet now then than there here
    wrong incorrect correct right invalid valid bad good ok okay fine same different new old own
    expired empty blank required needed missing lost gone weak strong short long simple easy hard
    safe secure unsafe insecure public secret hidden visible shown known unknown unique random
    field form page screen box link reset change recovery login prompt mail email hint policy
    manager protection protected strength length rules requirements generator option setting
    mandatory optional obligatory plain plaintext cleartext numeric alphanumeric temporary permanent
    personal private shared common default standard null none nil undefined true false yes
    on off ja nein да
    case-sensitive try please help error failed fails works working broken enough possible ready
    un una el la los las mi mis tu su sus lo se que como cuando donde por para con sin de del en no
    ni ya muy es son era está esta este eso si sí hay nunca siempre también pero porque cómo qué
    incorrecta incorrecto correcta correcto inválida inválido válida válido mala mal buena buen
    nueva nuevo vieja antigua caducada vencida vacía obligatoria necesaria débil segura insegura
    corta larga igual misma distinta diferente única secreta error favor olvidada perdida
    ein eine einen einem einer der die das den dem des mein meine meinen dein ihr ihre unser nicht
    kein keine nie immer noch auch nur zu sehr so und oder aber wenn wo wie was warum wer kann soll
    muss darf wird wurde war bin sind hat habe in im an am auf für von vom mit bei nach aus als
    falsch richtig ungültig gültig korrekt inkorrekt abgelaufen leer neu alt gleich anders sicher
    unsicher schwach stark kurz lang einfach weg bekannt unbekannt geheim sichtbar nötig
    erforderlich zurücksetzen ändern vergessen verloren gesperrt bitte hilfe fehler
    не нет и или а но что как где когда почему кто это то мой моя мое наш ваш его её их для от на в
    во с со к по из за у о об уже ещё еще тоже только очень всегда никогда был была было будет
    неверный неверен неправильный неправильно правильный верный верен неверно верно старый новый
    другой тот такой пустой слабый простой сложный надежный короткий длинный забыл забыла забыт
    утерян потерян изменен изменён сброшен просрочен истек истёк заблокирован нужен обязателен
    восстановить сбросить сменить поменять изменить пожалуйста помогите ошибка
"""
_PLAIN: Final = frozenset(_WORDS.split())
_ENDING: Final = re.compile(
    r"[^\W\d_]{2,40}(?:ing|ed|able|ible|ful|less|ado|ada|ido|ida|iert|bar|ться|ется|ается|ен|ён|ый|ий|ной)"
)
_TECHNICAL: Final = re.compile(
    r"(?:sha|md|utf|ntlm|oauth|base|php|win|mysql|argon|iso|http|v|ipv|rc|aes|rsa|crc)-?\d[\w.-]{0,12}"
    r"|[23]fa|0x[0-9a-f]{1,16}|\d{1,3}(?:[.,/-]\d{1,4}){1,4}|\d{1,3}[^\W\d_]{0,3}|\d{1,2}-[^\W\d_]{3,20}|https?:.*",
    re.IGNORECASE,
)


def is_plain(value: str) -> bool:
    """True for a word of everyday speech, a version, a length or a name of a technique."""
    word = _word(value)
    return (
        is_everyday(value)
        or _ENDING.fullmatch(word) is not None
        or _TECHNICAL.fullmatch(word) is not None
    )


def is_everyday(value: str) -> bool:
    """True for a word that everybody says, and for none at all."""
    word = _word(value)
    return word in _PLAIN or not any(map(str.isalnum, word))


def _word(value: str) -> str:
    return value.strip("\"'«»“”„`.,;:!?()[]<>-–—").casefold()
