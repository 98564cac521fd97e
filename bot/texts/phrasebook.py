"""The messages of the Fluent files, each compiled once to pieces with places for arguments.

Arguments never pass through Fluent: they are put between the pieces as they are. Whatever a person
typed therefore stays literal, of any length, and a message costs its joining only.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

from fluent.runtime import FluentBundle, FluentResource

from bot.texts.direction import RIGHT_TO_LEFT, isolated
from bot.texts.screen import Paragraph, Role, Span
from intake.regulations.tongues import base

LANGUAGES: Final = (
    "en", "es", "es-419", "de", "fr", "uk", "bg", "zh", "vi", "th", "fa",
)  # fmt: skip
"""The first one stands in where another has no words."""

ARGUMENTS: Final = (
    "about", "desk", "number", "of", "level", "span", "date", "time", "place", "tid", "agent",
)  # fmt: skip
"""Every argument that a message may have, beside the `$count` of plural messages."""

_PLACES: Final = {name: chr(0xE000 + index) for index, name in enumerate(ARGUMENTS)}
_NAMES: Final = {place: name for name, place in _PLACES.items()}
_PLACE: Final = re.compile(f"([{''.join(_NAMES)}])")
_MARK: Final = re.compile(r"([`_])")
_ROLES: Final = {"`": Role.CODE, "_": Role.STRONG}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of ours, or, where `argument` names one, the place of an argument."""

    role: Role
    words: str = ""
    argument: str = ""

    def span(self, arguments: Mapping[str, str]) -> Span:
        return Span(arguments.get(self.argument, "") if self.argument else self.words, self.role)


Template = tuple[tuple[Piece, ...], ...]
"""A message by lines."""


class Phrasebook:
    """All messages in all languages. Make it once; it is safe to share between threads."""

    def __init__(self, own: Mapping[str, Mapping[str, str]] = MappingProxyType({})) -> None:
        """`own` are words of the desk's, by language and message id, in place of ours."""
        # A language is read when somebody speaks it: all of them take half a second.
        self._bundle = cache(lambda language: _bundle(language, own.get(language, {})))
        self._template = cache(self._compiled)
        self._count = cache(self._counted)
        self.fixed = cache(self._without_places)
        """The words of a message in which no argument stands, else nothing."""

    def has(self, key: str) -> bool:
        return self._bundle(LANGUAGES[0]).has_message(key)

    def paragraphs(
        self, key: str, language: str, arguments: Mapping[str, str]
    ) -> tuple[Paragraph, ...]:
        """The message, a paragraph for each of its lines. An unknown key gives the key itself."""
        said = _isolated(arguments) if language in RIGHT_TO_LEFT else arguments
        return tuple(
            Paragraph(
                tuple(piece.span(arguments if piece.role is Role.CODE else said) for piece in line)
            )
            for line in self._template(key, language)
        )

    def line(self, key: str, language: str, arguments: Mapping[str, str]) -> str:
        """The message's words alone."""
        if language in RIGHT_TO_LEFT:
            arguments = _isolated(arguments)
        return "\n".join(
            "".join(piece.span(arguments).text for piece in line)
            for line in self._template(key, language)
        )

    def counted(self, key: str, language: str, count: int) -> str:
        """A message that depends on a number, such as "2 files"."""
        return self._count(key, language, min(count, 10_000))

    def _compiled(self, key: str, language: str) -> Template:
        source = self._formatted(key, language, _PLACES)
        return tuple(tuple(_pieces(line)) for line in source.split("\n") if line.strip())

    def _without_places(self, key: str, language: str) -> str:
        pieces = (piece for line in self._template(key, language) for piece in line)
        return "" if any(each.argument for each in pieces) else self.line(key, language, {})

    def _counted(self, key: str, language: str, count: int) -> str:
        return self._formatted(key, language, {"count": count})

    def _formatted(self, key: str, language: str, arguments: Mapping[str, str | int]) -> str:
        """A missing or broken message must never cost a person the whole reply."""
        for tongue in dict.fromkeys((language, base(language), LANGUAGES[0])):
            bundle = self._bundle(tongue)
            if bundle.has_message(key) and (pattern := bundle.get_message(key).value) is not None:
                words, errors = bundle.format_pattern(pattern, dict(arguments))
                if not errors and isinstance(words, str):
                    return words
        return key


def _isolated(arguments: Mapping[str, str]) -> Mapping[str, str]:
    return {name: isolated(words) for name, words in arguments.items()}


def source(language: str) -> str:
    """The language's Fluent file."""
    return resources.files(__package__).joinpath(f"{language}.ftl").read_text("utf-8")


def mistakes(own: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[tuple[str, ...], str]]:
    """What of a desk's own words cannot be used: where it stands, and why."""
    for language, messages in own.items():
        if language not in LANGUAGES:
            yield (language,), f"the texts speak {', '.join(LANGUAGES)}"
            continue
        ours = _bundle(language, {})
        for key, words in messages.items():
            if not ours.has_message(key):
                yield (language, key), "there is no such message"
            elif not _is_sound(language, key, words):
                yield (language, key), "these words cannot be read: see { $name } in ours"


def _is_sound(language: str, key: str, words: str) -> bool:
    """Whether it can be formatted with the arguments that messages have."""
    alone = FluentBundle([language])
    _add({key: words}, alone)
    if not alone.has_message(key):
        return False
    whole = _bundle(language, {key: words})
    pattern = whole.get_message(key).value
    return pattern is not None and not whole.format_pattern(pattern, {**_PLACES, "count": 1})[1]


def _add(words: Mapping[str, str], bundle: FluentBundle) -> None:
    """The desk's own words, which go before those that are there."""
    indented = ("\n    ".join((f"{key} =", *text.split("\n"))) for key, text in words.items())
    bundle.add_resource(FluentResource("\n".join(indented) + "\n"), allow_overrides=True)


def _bundle(language: str, own: Mapping[str, str]) -> FluentBundle:
    # Fluent's own marks would be copied along with a TID; see `direction`.
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(source(language)))
    _add(own, bundle)
    return bundle


def _pieces(line: str) -> Iterator[Piece]:
    role = Role.PLAIN
    for part in _MARK.split(line):
        if part in _ROLES:
            role = Role.PLAIN if role is _ROLES[part] else _ROLES[part]
        else:
            yield from _placed(part, role)


def _placed(part: str, role: Role) -> Iterator[Piece]:
    for words in _PLACE.split(part):
        if name := _NAMES.get(words):
            yield Piece(role, argument=name)
        elif words:
            yield Piece(role, words)
