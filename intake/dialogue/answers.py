"""Reading an answer: the value it gives, or the sentence that helps to give it."""

import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from email_validator import EmailNotValidError, validate_email

from intake.dialogue.words import LONGEST
from intake.regulations.policy import FormField

LONGEST_LINE: Final = 300
LONGEST_URL: Final = 2000
LONGEST_VERSION: Final = 40
UNKNOWN: Final = "unknown"

_VERSION: Final = re.compile(r"[\w.+\- ()/]*\d[\w.+\- ()/]*")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*://")


@dataclass(frozen=True, slots=True)
class Accepted:
    value: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """`problem` is the id of the sentence that says what is wrong and what to do."""

    problem: str
    about: str = ""


Verdict: TypeAlias = Accepted | Rejected


def read(field: FormField, text: str) -> Verdict:
    """Judge what was typed for a field. Never raises, whatever was typed."""
    words = text.strip()
    if not words:
        return Rejected("problem-empty")
    return _READERS[field.kind](field, words)


def _text(_: FormField, words: str) -> Verdict:
    if len(words) > LONGEST_LINE:
        return Rejected("problem-too-long", str(LONGEST_LINE))
    return Accepted(" ".join(words.split()))


def _long_text(_: FormField, words: str) -> Verdict:
    return Accepted(words[:LONGEST])


def _url(_: FormField, words: str) -> Verdict:
    address = words.strip("\"'")
    if address.startswith("<"):
        # A closing sign alone may be the end of a mark, as in `?key=<key>`.
        address = address.strip("<>")
    if len(address) > LONGEST_URL or re.search(r"\s", address):
        return Rejected("problem-url")
    bare = not _SCHEME.match(address)
    try:
        parts = urlsplit(f"https://{address}" if bare else address)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return Rejected("problem-url")
    if parts.scheme not in {"http", "https"} or parts.username is not None:
        return Rejected("problem-url")
    if not _is_host(host, needs_dot=bare):
        return Rejected("problem-url")
    return Accepted(parts.geturl())


def _is_host(host: str, *, needs_dot: bool) -> bool:
    """Without a scheme in front, only a name with a dot looks like a site."""
    if ":" in host:
        return _is_ip(host)
    labels = host.rstrip(".").split(".")
    if len(host) > 253 or not all(0 < len(label) <= 63 for label in labels):
        return False
    if not all(re.fullmatch(r"[\w\-]+", label) for label in labels):
        return False
    return len(labels) > 1 or not needs_dot


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:  # pragma: no cover - newer Pythons refuse it when they split the URL
        return False
    return True


def _email(_: FormField, words: str) -> Verdict:
    try:
        found = validate_email(words, check_deliverability=False, allow_quoted_local=True)
    except EmailNotValidError:
        return Rejected("problem-email")
    return Accepted(found.normalized)


def _version(field: FormField, words: str) -> Verdict:
    if field.may_be_unknown and words == UNKNOWN:
        return Accepted(UNKNOWN)
    if len(words) > LONGEST_VERSION or not _VERSION.fullmatch(words):
        return Rejected("problem-version")
    return Accepted(words)


def _topic(_: FormField, _words: str) -> Verdict:
    # Which words name a topic differs by language; they are understood before, as buttons.
    return Rejected("problem-topic")


def _choice(field: FormField, words: str) -> Verdict:
    wanted = words.casefold()
    for option in field.options:
        if wanted in {option.id, *map(str.casefold, (*option.label.values(), *option.names))}:
            return Accepted(option.id)
    return Rejected("problem-choice")


def _yes_no(_: FormField, words: str) -> Verdict:
    # The words for yes and no differ by language and are understood before (words.meaning).
    return Accepted(words) if words in {"yes", "no"} else Rejected("problem-yes-no")


def _files(_: FormField, _words: str) -> Verdict:
    return Rejected("problem-file-wanted")


_READERS: Final[dict[str, Callable[[FormField, str], Verdict]]] = {
    "text": _text,
    "long-text": _long_text,
    "url": _url,
    "email": _email,
    "version": _version,
    "topic": _topic,
    "choice": _choice,
    "yes-no": _yes_no,
    "files": _files,
}
