"""What a field of a block may hold, said as small values that find their own complaints."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlsplit

Json = dict[str, Any]


def complaint(what: str, at: str) -> str:
    """One line in Slack's wording: the fault, then a JSON pointer to where it is."""
    return f"{what} [json-pointer:{at}]"


class Rule(Protocol):
    """A promise about one value."""

    def complaints(self, value: object, at: str) -> Iterator[str]:
        """Every way in which the value at that JSON pointer breaks the promise."""
        ...


@dataclass(frozen=True)
class Word:
    """A string of bounded length, in characters."""

    most: int | None = None
    least: int = 0

    def complaints(self, value: object, at: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield complaint("must be a string", at)
        elif len(value) < self.least:
            yield complaint(f"must be more than {self.least - 1} characters", at)
        elif self.most is not None and len(value) > self.most:
            yield complaint(f"must be less than {self.most + 1} characters", at)


@dataclass(frozen=True)
class Address(Word):
    """An absolute URL."""

    def complaints(self, value: object, at: str) -> Iterator[str]:
        yield from super().complaints(value, at)
        if isinstance(value, str) and not _is_absolute(value):
            yield complaint("must be a valid URL", at)


def _is_absolute(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.scheme and (parts.netloc or parts.path)) and " " not in url


@dataclass(frozen=True)
class Flag:
    """True or false."""

    def complaints(self, value: object, at: str) -> Iterator[str]:
        if not isinstance(value, bool):
            yield complaint("must be a boolean", at)


@dataclass(frozen=True)
class Number:
    """A whole number within bounds."""

    least: int
    most: int

    def complaints(self, value: object, at: str) -> Iterator[str]:
        if not isinstance(value, int) or isinstance(value, bool):
            yield complaint("must be a number", at)
        elif not self.least <= value <= self.most:
            yield complaint(f"must be between {self.least} and {self.most}", at)


@dataclass(frozen=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]

    def complaints(self, value: object, at: str) -> Iterator[str]:
        if value not in self.words:
            yield complaint(f"must be one of: {', '.join(self.words)}", at)


@dataclass(frozen=True)
class Anything:
    """Whatever it is, it is not looked into."""

    def complaints(self, value: object, at: str) -> Iterator[str]:  # noqa: ARG002 (the rule's shape)
        yield from ()


@dataclass(frozen=True)
class Many:
    """A list of bounded length, each item under one rule."""

    of: Rule
    most: int
    least: int = 1

    def complaints(self, value: object, at: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield complaint("must be an array", at)
            return
        if len(value) > self.most:
            yield complaint(f"no more than {self.most} items allowed", at)
        if len(value) < self.least:
            yield complaint(f"no fewer than {self.least} items required", at)
        for place, item in enumerate(value):
            yield from self.of.complaints(item, f"{at}/{place}")


@dataclass(frozen=True)
class Shape:
    """An object: the fields it may have and those that it must."""

    fields: Mapping[str, Rule]
    required: tuple[str, ...] = ()

    def complaints(self, value: object, at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield complaint("must be an object", at)
            return
        for name in self.required:
            if name not in value:
                yield complaint(f"missing required field: {name}", at)
        for name, held in value.items():
            if name in self.fields:
                yield from self.fields[name].complaints(held, f"{at}/{name}")
            else:
                yield complaint(f"invalid additional property: {name}", at)


@dataclass(frozen=True)
class Kinds:
    """An object whose `type` says which of several shapes it has."""

    shapes: Mapping[str, Rule]

    def complaints(self, value: object, at: str) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in self.shapes:
            yield complaint(f"unsupported type: {kind}", f"{at}/type")
        else:
            yield from self.shapes[kind].complaints(value, at)
