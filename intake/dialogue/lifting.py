"""Answers found in what a person has said already, so that nobody is asked twice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from intake.dialogue.answers import Accepted, read
from intake.regulations.policy import FieldId, FormField, Policy

_SEARCHED: Final = 8_000
"""Characters looked through; what matters stands early."""

_URL: Final = re.compile(r"(?<![\w@.])(?:https?://|www\.)[^\s<>\"'`|]{3,2000}", re.IGNORECASE)
_ENDING: Final = (
    "(?:com|org|net|info|biz|eu|shop|example|ar|at|br|ca|ch|cl|co|de|es|fr|it|mx|nl|pe|pl|uk|us)"
)
# Without a scheme only what can hardly be anything else: "shop.example.com" and "example.com/shop",
# while "ASP.NET" and "booking.com" may well be what the words are about.
_BARE_URL: Final = re.compile(
    rf"(?<![\w@.:/\-])(?:(?:[\w-]{{1,63}}\.){{2,5}}{_ENDING}|[\w-]{{1,63}}\.{_ENDING}(?=/\w))"
    r"(?![\w-]|\.\w)(?:/[^\s<>\"'`|]{0,2000})?",
    re.IGNORECASE,
)
_URL_TAIL: Final = ".,;:!?)]}»”’*_"
_EMAIL: Final = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])"
)
_NAMED_VERSION: Final = re.compile(
    r"(?:\b(\w{1,20})[ \t:,(]{1,3})?\b(?:v|ver|vers|version|versión)[.:#\s]{0,3}"
    r"(\d{1,4}(?:\.\d{1,5}){0,3}(?:[ -]?(?:sp|rc|beta|alpha)[ -]?\d{0,3})?)(?![\w.]*\d)",
    re.IGNORECASE,
)
_BARE_VERSION: Final = re.compile(
    r"(?:\b(\w{1,20})[ \t/:]{1,3})?(?<![\w.])(\d{1,3}\.\d{1,4}\.\d{1,5})(?![\w.]*\d)"
)
# Their versions are not the product's.
_OTHERS: Final = frozenset(
    {"php", "mysql", "mariadb", "postgres", "postgresql", "nginx", "apache", "python", "node"}
    | {"java", "redis", "ubuntu", "debian", "centos", "windows", "macos", "ios", "android"}
    | {"chrome", "firefox", "safari", "edge", "opera", "openssl", "ip"}
)
_EDITION: Final = (
    r"(?:{name})[ \t]+(?:edition|edición|licen[cs]e|licencia|lizenz|plan)"
    r"|(?:edition|edición|licen[cs]e|licencia|lizenz|plan)[ \t:]{{1,3}}(?:{name})"
)


@dataclass(frozen=True, slots=True)
class Lifted:
    field: FieldId
    value: str


def lift(text: str, policy: Policy) -> tuple[Lifted, ...]:
    """The first valid URL, e-mail address, version and edition in the text, by field."""
    seen = text[:_SEARCHED]
    return tuple(
        Lifted(field.id, value)
        for field in policy.form
        if (value := next(_values(field, seen), None)) is not None
    )


def topic(text: str) -> str:
    """The words that an FAQ may answer: without addresses and numbers of the product's version.

    What is left out would only make everything else weigh less. Nothing else than that said gives
    the text as it is.
    """
    words = text
    for pattern in (_URL, _EMAIL, _BARE_URL):
        words = pattern.sub(" ", words)
    for pattern in (_NAMED_VERSION, _BARE_VERSION):
        words = pattern.sub(_without_number, words)
    return words if any(map(str.isalnum, words)) else text


def _without_number(found: re.Match[str]) -> str:
    is_ours = (found[1] or "").casefold() not in _OTHERS
    return found[0].replace(found[2], " ") if is_ours else found[0]


def _values(field: FormField, text: str) -> Iterator[str]:
    for candidate in _candidates(field, text):
        verdict = read(field, candidate)
        if isinstance(verdict, Accepted):
            yield verdict.value


def _candidates(field: FormField, text: str) -> Iterator[str]:
    match field.kind:
        case "url":
            for pattern, where in ((_URL, text), (_BARE_URL, _EMAIL.sub(" ", text))):
                yield from (found[0].rstrip(_URL_TAIL) for found in pattern.finditer(where))
        case "email":
            yield from (found[0] for found in _EMAIL.finditer(_URL.sub(" ", text)))
        case "version":
            yield from _versions(text)
        case "choice" if field.id == "edition":
            yield from _editions(field, text)
        case _:
            return


def _versions(text: str) -> Iterator[str]:
    # An address in the text may hold numbers with dots of its own.
    words = _BARE_URL.sub(" ", _EMAIL.sub(" ", _URL.sub(" ", text)))
    for pattern in (_NAMED_VERSION, _BARE_VERSION):
        for found in pattern.finditer(words):
            if (found[1] or "").casefold() not in _OTHERS:
                yield found[2]


def _editions(field: FormField, text: str) -> Iterator[str]:
    # "Start" and "Business" are everyday words: only beside "edition" do they name one.
    for option in field.options:
        names = {option.id, *option.label.values(), *option.names}
        pattern = _EDITION.format(
            name="|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        )
        if re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE):
            yield option.id
