"""Who somebody is: names where people give them, and telephone numbers."""

import re
from collections.abc import Iterator
from typing import Final

from intake.access_data.findings import Finding, Kind

_WORD: Final = r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w'’.-]{1,30}"
_NAME: Final = rf"(?P<name>{_WORD}(?: (?:(?:de|del|la|von|van|der|zu) ){{0,2}}{_WORD}){{0,3}})"
_GIVEN: Final = re.compile(
    r"(?<!\w)(?i:my (?:full )?name(?: is|'s|:)|i am called|me llamo|mi nombre(?: es|:)"
    r"|ich hei(?:ß|ss)e|mein name(?: ist|:)|меня зовут|мо[её] имя|(?:full |first |last )?name:"
    r"|nombre(?: y apellidos?)?:|apellidos?:|vorname:|nachname:|имя:|фио:)"
    rf"[ \t]{{0,3}}{_NAME}"
)
_SPEAKING: Final = re.compile(
    rf"(?<!\w)(?i:this is|here is|soy|hier ist|hier spricht|это) {_NAME}"
    r"(?=,? (?i:from|at|speaking|writing|de|von|aus|vom|из|от)(?!\w))"
)
# Whoever shouts writes every word so: what follows is then no name.
_CALM: Final = r"[A-ZÀ-ÖØ-ÞА-ЯЁ][a-zß-öø-ÿа-яё'’][\w'’.-]{0,29}"
_MORE: Final = rf"(?: (?:(?:de|del|la|von|van|der|zu) ){{0,2}}{_CALM}){{1,3}}"
_IN_FULL: Final = re.compile(
    rf"(?<!\w)(?i:i am|i['’]m|soy|я) (?P<name>{_CALM}{_MORE})(?=[ \t]*(?:[,.;\n(]|$)"
    r"| (?i:and|from|at|writing|y|de|и|из)(?!\w))"
)
_CLOSING: Final = re.compile(
    r"(?<!\w)(?i:(?:kind |best |warm )?regards|best wishes|sincerely|yours(?: truly)?|cheers"
    r"|(?:many )?thanks(?: in advance)?|thank you|atentamente|gracias"
    r"|(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?"
    r"|(?:mit )?(?:freundlichen?|besten?|vielen?|lieben?|schönen?)"
    r" (?:gr(?:ü|ue)(?:ß|ss)en?|dank)|gru(?:ß|ss)|mfg|lg|danke|с уважением|спасибо)"
    rf"(?:[,.!]?[ \t]{{0,3}}\n\s{{0,20}}|,[ \t]{{1,3}}|[ \t]{{1,3}}[-–—][ \t]{{1,3}}){_NAME}"
    r"(?=[ \t]*(?:$|\n|[.,]))"
)
_GREETED: Final = re.compile(
    r"(?:^|(?<=\n)|(?<=[.!?] ))(?i:hi|hello|hey|dear|hola|buen(?:os|as) (?:días|tardes|noches)"
    r"|estimad[oa]s?|hallo|guten (?:tag|morgen|abend)|liebe[r]?|sehr geehrte[r]?|привет"
    r"|здравствуйте|уважаем\w{2}),?"
    r" (?:(?i:mr|mrs|ms|dr|sr|sra|señor|señora|herr|frau|don|doña)\.? )?"
    rf"{_NAME}(?=\s{{0,2}}[,!\n])"
)
_NO_NAMES: Final = """
    sie team support all everyone everybody there sir madam folks guys equipo soporte todos amigos
    señores zusammen damen herr frau leute alle коллеги команда поддержка всем again bitte please
    the a i we my your best kind regards thanks"""
_NOBODY: Final = frozenset(_NO_NAMES.split())
_PHONE: Final = re.compile(
    r"(?<![\w.,/+-])(?:\+|00)[1-9](?:[ ().\-/]{0,3}\d){7,14}(?![\w]|[.,-]\d)"
    r"|(?<![\w.,/+-])(?:8|1)?[ -]?\(\d{3,5}\)[ -]?\d{2,4}(?:[ -]?\d{2,4}){1,3}(?![\w]|[.,-]\d)"
    r"|(?<![\w.,/+-])\d{3}-\d{3}-\d{4}(?![\w-])"
    r"|(?<![\w.,/+-])0\d{2,4}[ /-]{1,3}\d{5,9}(?![\w]|[.,-]\d)"
)
_CALLED: Final = re.compile(
    r"(?<!\w)(?i:tel(?:ephone|éfono|efono|efon|efonnummer)?|phone(?: number)?|mobile(?: number)?"
    r"|cell(?: ?phone)?|whats ?app|móvil|movil|celular|handy(?:nummer)?|rückrufnummer|rufnummer"
    r"|тел(?:ефон\w{0,2})?|моб(?:ильный)?|номер телефона|call me (?:at|on)|ring me (?:at|on)"
    r"|llámenme al|llámame al)\.?(?: (?:is|es|ist|number|nummer))?[ \t]{0,2}[:#]?[ \t]{0,3}"
    r"(?P<number>\+?\(?\d(?:[ ().\-/]{0,3}\d){5,14})(?!\w)"
)


def find(text: str) -> Iterator[Finding]:
    """Names that were given, greeted or signed with, and numbers that can be called."""
    for pattern in (_GIVEN, _SPEAKING, _IN_FULL, _CLOSING, _GREETED):
        for match in pattern.finditer(text):
            if not _is_nobody(match["name"]):
                yield Finding(match.start("name"), _end(match), Kind.NAME)
    for match in _PHONE.finditer(text):
        yield Finding(*match.span(), Kind.PHONE)
    for match in _CALLED.finditer(text):
        yield Finding(*match.span("number"), Kind.PHONE)


def _end(match: re.Match[str]) -> int:
    return match.start("name") + len(match["name"].rstrip("."))


def _is_nobody(name: str) -> bool:
    return all(each.casefold().strip(".") in _NOBODY for each in name.split())
