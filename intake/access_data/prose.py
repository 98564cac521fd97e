"""Passwords, keys and logins as people say them: "my password is ...", "пароль: ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from intake.access_data.findings import Finding, Kind
from intake.access_data.plain_words import is_plain

_QUOTED: Final = (
    r"\"[^\"\n]{1,128}\"|'[^'\n]{1,128}'|«[^»\n]{1,128}»|“[^”\n]{1,128}”|„[^“\n]{1,128}“"
    r"|`[^`\n]{1,128}`"
)
_VALUE: Final = rf"(?P<value>{_QUOTED}|[^\s\"“„«`]{{2,128}})"
_FOR: Final = r"(?:[ \t]{1,3}[\w./@-]{1,100}){0,4}?"
"""Between the word and its value: "for the admin panel", "от админки", "von meinem FTP"."""
_SIGN: Final = r"[ \t]{0,3}(?P<sign>[:=]|:=|=>|->|→)\s{0,3}"
_SAYS: Final = (
    r"[ \t]{1,3}(?P<says>is|was|are|it'?s|es|era|son|ist|lautet|heißt|war|это|такой|будет|был)"
    r"[ \t]{0,2}[:=]?[ \t]{1,3}"
)
_BESIDE: Final = r"(?P<weak>[ \t]{1,3}[-–—][ \t]{1,3}|[ \t]{1,3})"
_OPENS: Final = (
    r"pass(?:word|wort|code|phrase|wd)s?|pwd|pass(?=[ \t]{0,3}[:=])|pw(?=[ \t]{0,3}[:=])"
    r"|contrase[nñ]as?|palabra clave|kennw(?:ort|örter)|zugangscode|парол(?:ь|я|ем|и|ю)|пасс"
)
_KEY: Final = (
    r"(?:api|access|secret|private|auth(?:entication|orization)?|client|bearer|refresh)"
    r"[ _-]?(?:access[ _-]?)?(?:key|token|secret|schlüssel)(?:[ _-]id)?"
    r"|(?:licen[cs]e|activation|product|serial|coupon|cd)[ _-]?(?:key|number|code)"
    r"|clave (?:de )?(?:la )?(?:api|acceso|licencia|activación|producto)|clave secreta|clave"
    r"|(?:token|código) de (?:acceso|activación|licencia)|token|secret|cup[oó]n"
    r"|(?:lizenz|aktivierungs|produkt|zugriffs|geheim)(?:schlüssel|nummer|code|token)"
    r"|(?:лицензионн\w{2,3}|секретн\w{2,3}) ключ|ключ (?:лицензии|активации|доступа|api)"
    r"|api[ -]ключ|токен\w{0,2}|ключ"
)
_CODE: Final = (
    r"(?:verification|one[- ]time|sms|2fa|security|confirmation|login) code|otp|cv[vc]2?|pin"
    r"|pin[- ]?code|código de (?:verificación|seguridad|confirmación)|tan"
    r"|(?:bestätigungs|sicherheits|sms-?|einmal)code|код (?:подтверждения|из смс|безопасности)"
    r"|пин(?:-?код)?"
)
_LOGIN: Final = (
    r"log-?in|user(?:[ _-]?(?:name|id))?|account|usuario|nombre de usuario|cuenta"
    r"|benutzer(?:name|kennung)?|konto|anmeldename|логин|пользователь|учетная запись|аккаунт"
    r"|host(?:name)?|server|ftp|ssh|sftp|servidor|сервер|хост"
)
_PAIR: Final = re.compile(
    r"(?<!\w)(?:log-?in|access|credentials?|ftp|sftp|ssh|cpanel|plesk|admin(?: panel)?|acceso|"
    r"credenciales|zugang(?:sdaten)?|anmeldung|anmeldedaten|доступ\w{0,2}|логин|вход)"
    r"[ \t]{0,3}[:=]?[ \t]{0,3}(?P<user>[\w.@-]{2,60})[ \t]{0,2}[/|:][ \t]{0,2}"
    r"(?P<value>[^\s/|]{5,64})(?![\w/])",
    re.IGNORECASE,
)
_OPTION: Final = re.compile(
    r"(?<!\w)(?:mysql|mysqldump|mariadb|sshpass)\b[^\n]{0,80}? -p ?(?P<value>[^\s-][^\s]{2,64})"
)
_AFTER: Final = re.compile(
    r"[ \t]{0,3}(?:$|[.,;!)\n]|(?:and|y|und|и|but|pero|aber|но|for|para|für|для)\b)"
)
_TAIL: Final = ".,;)]"
_OPENERS: Final = "\"'«“„`"


def _said(words: str) -> re.Pattern[str]:
    link = f"(?:{_FOR}(?:{_SIGN}|{_SAYS})|{_BESIDE})"
    return re.compile(rf"(?<![\w-])(?:{words}){link}{_VALUE}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to name a secret, and the words that do so."""

    pattern: re.Pattern[str]
    kind: Kind
    shortest: int
    may_be_word: bool


_WAYS: Final = (
    _Way(_said(_OPENS), Kind.PASSWORD, 3, may_be_word=True),
    _Way(_said(_KEY), Kind.KEY, 8, may_be_word=False),
)
_CODES: Final = re.compile(
    rf"(?<![\w-])(?:{_CODE})(?:{_SIGN}|{_SAYS}|[ \t]{{1,3}})(?P<value>\d{{3,8}})(?![\w.,-]?\d)",
    re.IGNORECASE,
)
_LOGINS: Final = re.compile(
    rf"(?<![\w-])(?:{_LOGIN}){_SIGN}(?P<value>[^\s\"']{{2,100}})", re.IGNORECASE
)


def secrets(text: str) -> Iterator[Finding]:
    """Passwords, keys and codes that are said to be such."""
    for way in _WAYS:
        for match in _each(way.pattern, text):
            start, end = _value(match)
            if _is_secret(match, text[start:end], text[end : end + 12], way):
                yield Finding(start, end, way.kind)
    for pattern in (_CODES, _OPTION):
        for match in pattern.finditer(text):
            yield Finding(*match.span("value"), Kind.PASSWORD)
    for match in _PAIR.finditer(text):
        if _is_odd(match["value"]):
            yield Finding(*match.span("user"), Kind.LOGIN)
            yield Finding(match.start("value"), _value(match)[1], Kind.PASSWORD)


def logins(text: str) -> Iterator[Finding]:
    """Who logs in, and where: to be hidden only beside a password."""
    for match in _LOGINS.finditer(text):
        start, end = _value(match)
        if end > start:
            yield Finding(start, end, Kind.LOGIN)


def _each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches that may overlap: the value of one may be the word that names the next."""
    at = 0
    while match := pattern.search(text, at):
        yield match
        at = match.start("value")


def _value(match: re.Match[str]) -> tuple[int, int]:
    start, value = match.start("value"), match["value"]
    if value[0] in _OPENERS:
        return start + 1, match.end("value") - 1
    return start, start + len(value.rstrip(_TAIL))


def _is_secret(match: re.Match[str], value: str, after: str, way: _Way) -> bool:
    if len(value) < way.shortest or is_plain(value):
        return False
    if match["value"][0] in _OPENERS:
        return way.may_be_word or _is_odd(value)
    if _is_odd(value):
        return not match["weak"] or len(value) >= _LONG_ENOUGH
    # A plain word, such as "banana": only where it is the last thing said.
    return way.may_be_word and not match["weak"] and bool(_AFTER.match(after))


_LONG_ENOUGH: Final = 6
_ODD: Final = re.compile(
    r"[^\W\d_][^\s]{0,127}[!@#$%^&*+=?~§€|\\]|[!@#$%^&*+=~§€|\\][^\s]{0,127}[^\W_]"
)
_NUMBER: Final = re.compile(r"\d{4,}")


def _is_odd(value: str) -> bool:
    """Letters and digits in one word, signs within it, or a long number: no word of a language."""
    inner = value.rstrip("!?")
    digits = sum(map(str.isdigit, inner))
    letters = sum(map(str.isalpha, inner))
    if digits and letters:
        return True
    return bool(_ODD.search(inner)) or bool(_NUMBER.fullmatch(inner))
