"""Passwords, keys and logins as people say them: "my password is ...", "пароль: ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from intake.access_data import naming, pairs
from intake.access_data.findings import Finding, Kind
from intake.access_data.plain_words import is_everyday, is_plain
from intake.access_data.strength import OPENERS, folded, is_address, is_odd, is_strong, trimmed

_QUOTED: Final = (
    r"\"[^\"\n]{1,128}\"|'[^'\n]{1,128}'|«[^»\n]{1,128}»|“[^”\n]{1,128}”|„[^“\n]{1,128}“"
    r"|`[^`\n]{1,128}`"
)
_VALUE: Final = rf"(?P<value>{_QUOTED}|[^\s\"“„«`]{{2,128}})"
_FOR: Final = r"(?:[ \t]{1,3}(?:[\w./@-]{1,100}|\([^()\n]{1,40}\))){0,4}?"
"""Between the word and its value: "for the admin panel", "(FTP)", "von meinem FTP"."""
_SIGN: Final = (
    r"[\"'\]]{0,2}[ \t]{0,3}(?P<sign>[:=：]|:=|=>|->|→)\s{0,3}|[是为][：:]?"
    r"|[\"'][ \t]{0,2},[ \t]{0,2}(?=[\"'])|>(?=\w)"
)
_SAYS: Final = (
    r"[ \t]{1,3}(?P<says>is|was|are|it'?s|used to be|will be|set to|es|era|son|fue|será|ist|lautet"
    r"|heißt|war|wäre|это|такой|будет|был|est|là|คือ|є)[ \t]{0,2}[:=]?[ \t]{1,3}"
)
_BESIDE: Final = r"(?P<weak>[ \t]{1,3}[-–—][ \t]{1,3}|[ \t]{1,3}|[ \t]{0,3}\n[ \t]{0,3})"
_APART: Final = (
    r"(?:[ \t]{0,2},[ \t]{1,3}"
    r"|[ \t]{1,3}(?:(?:for|of|del?|para|für|von|zu[mr]?|от|для|на)[ \t]{1,3})?"
    r"(?:[\w./-]{1,40}[ \t]{1,3}){1,3}?)"
)
"""Only a comma, or what it is for, between the word and its value."""
_AFTER: Final = re.compile(
    r"[ \t]{0,3}(?:$|[.,;!)\n]|(?:and|y|und|и|but|pero|aber|но|for|para|für|для|if|si|wenn|если)\b)"
)
_LONG_ENOUGH: Final = 6
_ANY: Final = rf"{naming.STARTS}(?:(?:{naming.OPENS})|(?<![^\W_])(?<!-)(?:{naming.OPENS_SHORT}))"


def _said(words: str) -> re.Pattern[str]:
    link = f"(?:{_FOR}(?:{_SIGN}|{_SAYS})|{_BESIDE})"
    return re.compile(rf"(?:{words}){link}{_VALUE}")


def _put(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words}){_FOR}(?:{_SIGN})(?P<says>)(?P<weak>){_VALUE}")


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to name a secret, and the words that do so."""

    pattern: re.Pattern[str]
    kind: Kind
    shortest: int
    may_be_word: bool


_WAYS: Final = (
    _Way(_said(_ANY), Kind.PASSWORD, 3, may_be_word=True),
    _Way(_said(rf"(?<![^\W_])(?<!-)(?:{naming.KEY})"), Kind.KEY, 8, may_be_word=False),
    _Way(_said(rf"(?<![^\W_])(?<!-){naming.BARE_KEY}"), Kind.KEY, 16, may_be_word=False),
    _Way(_put(rf"(?<![^\W_])(?<!-){naming.SPANISH_WORD}"), Kind.PASSWORD, 4, may_be_word=True),
)
_LOOSE: Final = re.compile(
    rf"{naming.STARTS}(?:(?:{naming.OPENS}){_APART}|(?<![^\W_]){naming.OPENS_SHORTER}[ \t]{{1,3}})"
    r"(?P<value>(?=[^\s\d]{1,60}\d)[^\s\"'“„«`]{5,128})"
)
_CODES: Final = re.compile(
    rf"(?<![\w-])(?:{naming.CODE})(?:{_SIGN}|{_SAYS}|[ \t]{{1,3}})"
    r"(?P<value>\d{3}[ -]\d{3,4}|\d{3,8})(?![\w.,-]?\d)",
)
_CODES_BEFORE: Final = re.compile(
    rf"(?<![\w.,-])(?P<value>\d{{4,8}})[ \t]{{1,3}}{naming.CODE_BEHIND}(?!\w)", re.IGNORECASE
)
_LOGINS: Final = re.compile(
    rf"(?<![\w-])(?:(?:{naming.USER}|{naming.PLACE})(?:{_SIGN}|{_SAYS})"
    rf"|(?:{naming.USER})[ \t]{{1,3}})"
    r"(?P<value>[^\s\"',]{2,100})",
)


def secrets(text: str) -> Iterator[Finding]:
    """Passwords, keys and codes that are said to be such."""
    small = folded(text)
    for way in _WAYS:
        for match in _each(way.pattern, small):
            start, end = trimmed(match)
            if _is_secret(match, text[start:end], way):
                yield Finding(start, end, way.kind)
    for match in _each(_LOOSE, small):
        start, end = trimmed(match)
        if is_strong(text[start:end]):
            yield Finding(start, end, Kind.PASSWORD)
    for pattern in (_CODES, _CODES_BEFORE):
        for match in pattern.finditer(small):
            yield Finding(*match.span("value"), Kind.PASSWORD)
    yield from pairs.find(text, small)


def logins(text: str) -> Iterator[Finding]:
    """Who logs in, and where: to be hidden only beside a password."""
    small = folded(text)
    for match in _LOGINS.finditer(small):
        start, end = trimmed(match)
        if end > start and not is_plain(small[start:end]) and not _NAMES.match(small, start):
            yield Finding(start, end, Kind.LOGIN)
    yield from pairs.users(small)


_NAMES: Final = re.compile(rf"(?:{_ANY}|{naming.USER}|{naming.PLACE})(?![\w.@-])")


def _each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches that may overlap: the value of one may be the word that names the next."""
    at = 0
    while match := pattern.search(text, at):
        yield match
        at = match.start("value")


def _is_secret(match: re.Match[str], value: str, way: _Way) -> bool:
    if len(value) < way.shortest or _is_no_value(match, value):
        return False
    if match["value"][0] in OPENERS:
        return way.may_be_word or is_odd(value)
    if is_odd(value):
        return not match["weak"] or (len(value) >= _LONG_ENOUGH and not is_address(value))
    # A plain word, such as "banana": only where it is the last thing said.
    after = match.string[trimmed(match)[1] :][:12]
    return way.may_be_word and not match["weak"] and bool(_AFTER.match(after))


def _is_no_value(match: re.Match[str], value: str) -> bool:
    """After "lautet" comes what it is called; after "is" also what is wrong with it."""
    return is_everyday(value) if match["says"] in _CALLED else is_plain(value)


_CALLED: Final = frozenset({"lautet", "heißt", "такой", "set to", "used to be"})
