"""A user's name and a password that stand side by side, or before the word that names them."""

import re
from collections.abc import Iterator
from typing import Final

from intake.access_data import naming
from intake.access_data.findings import Finding, Kind
from intake.access_data.strength import is_address, is_odd, is_strong, trimmed

_SAYS: Final = r"(?:[ \t]{0,3}[:=]|[ \t]{1,3}(?:is|are|es|son|ist|sind|lautet|—|-)[ \t]{0,2}:?)?"
_PAIR: Final = re.compile(
    rf"(?<!\w)(?:{naming.ACCESS}){_SAYS}[ \t]{{0,3}}(?P<user>[\w.@-]{{2,60}})"
    r"[ \t]{0,2}(?:[/|:]|,(?=[ \t]))[ \t]{0,2}(?P<value>[^\s/|]{5,64})(?![\w/])",
)
_KNOWN: Final = re.compile(
    rf"(?<![\w@.-])(?P<user>{naming.KNOWN_USERS})(?:[ \t]{{0,2}}[/|:,\n][ \t]{{0,2}}"
    r"|[ \t]{1,3}(?:and|y|und|и|con|with|mit|с)[ \t]{1,3})(?P<value>[^\s/|]{5,64})(?![\w/])",
)
_BEFORE: Final = re.compile(
    r"(?<!\S)(?P<value>[^\s\"'«»“”„]{5,64})[ \t]{1,3}(?:as|is|como|es|de|als|ist|в качестве|это)"
    r"[ \t]{1,3}(?:(?:the|my|our|a|la|mi|una|das|mein|unser)[ \t]{1,3})?"
    rf"(?:{naming.OPENS}|clave)"
    r"(?![\w-]|[ ](?:manager|policy|field|tool))",
)
_OPTION: Final = re.compile(
    r"(?<!\w)(?:mysql|mysqldump|mariadb|sshpass)\b[^\n]{0,80}? -p ?(?P<value>[^\s-][^\s]{2,64})"
    r"|(?<!\w)(?:curl|wget|http)\b[^\n]{0,120}? (?:-u|--user)[ =](?P<both>[^\s:]{1,60}:[^\s]{3,64})"
)
_CALL: Final = re.compile(
    r"(?:mysqli?_p?connect|new mysqli|new PDO|pg_connect|ftp_login|->login)\((?:[^,()\n]{0,90},){2}"
    r"[ \t]{0,3}([\"'])(?P<value>[^\"'\n]{3,90})\1"
)
_AT: Final = re.compile(r"(?<!\w)ssh[ \t]{1,3}(?:-\w[ \t]\S{1,60}[ \t])?(?P<user>[\w.-]{2,40})@")


def find(text: str, small: str) -> Iterator[Finding]:
    """Pairs, and passwords within the commands and calls that take one; `small` is the text in
    small letters."""
    for pattern, is_one in ((_PAIR, _is_no_port), (_KNOWN, is_strong)):
        for match in pattern.finditer(small):
            start, end = trimmed(match)
            if is_one(text[start:end]):
                yield Finding(*match.span("user"), Kind.LOGIN)
                yield Finding(start, end, Kind.PASSWORD)
    for match in _BEFORE.finditer(small):
        start, end = trimmed(match)
        if is_odd(text[start:end]) and not is_address(text[start:end]):
            yield Finding(start, end, Kind.PASSWORD)
    for match in _OPTION.finditer(text):
        yield Finding(*match.span("value" if match["value"] else "both"), Kind.PASSWORD)
    for match in _CALL.finditer(text):
        yield Finding(*match.span("value"), Kind.PASSWORD)


def users(small: str) -> Iterator[Finding]:
    """Who logs in over SSH: to be hidden only beside a password."""
    for match in _AT.finditer(small):
        yield Finding(*match.span("user"), Kind.LOGIN)


def _is_no_port(value: str) -> bool:
    return is_odd(value) and not value.isdigit()
