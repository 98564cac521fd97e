"""Looks through a text once for each shape and each way of saying it, and settles overlaps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from intake.access_data import people, prose, shapes
from intake.access_data.findings import ACCESS, Finding, Kind

LONGEST: Final = 40_000
"""Characters that are looked at; each pattern takes time in proportion to them (B10)."""
_BESIDE: Final = 200
"""Characters between a password and who logs in with it, at most."""


def find(text: str) -> tuple[Finding, ...]:
    """Everything in the first `LONGEST` characters, in order, without overlaps."""
    seen = text[:LONGEST]
    said = shapes.without_addresses(seen)
    tell = (*shapes.addresses(seen), *people.find(said))
    return _apart([*_opening(seen, said), *tell])


def find_access(text: str) -> tuple[Finding, ...]:
    """As `find`, but only what opens something or pays; a ticket's number is none of it."""
    seen = text[:LONGEST]
    found = _apart([*_opening(seen, shapes.without_addresses(seen))])
    return tuple(each for each in found if each.kind in ACCESS)


def masked(text: str) -> str:
    """The text with a visible word, such as ``<e-mail>``, for everything that was found.

    What lies beyond `LONGEST` was not looked at and is left out.
    """
    return _covered(text, find(text))


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text that opens nothing any more."""

    text: str
    kinds: tuple[Kind, ...]
    """What was hidden in it, each kind once, in order."""


def hide(text: str) -> Hidden:
    """The text without what opens something or pays (R11).

    What lies beyond `LONGEST` was not looked at and is left out; blanks in its place still tell
    that the text was longer.
    """
    found = find_access(text)
    said = _covered(text, found)
    if len(text) > LONGEST:
        said = said.ljust(LONGEST + 1)
    return Hidden(said, tuple(dict.fromkeys(each.kind for each in found)))


def opens_after(before: str, text: str) -> bool:
    """Whether these words are access data because of those before, such as "My password is"."""
    start = len(before) + 1
    return any(each.start >= start for each in find_access(f"{before} {text}"))


def holds_mark(text: str) -> bool:
    """Whether something was hidden in these words."""
    return any(mark in text for mark in _MARKS)


def _opening(seen: str, said: str) -> Iterator[Finding]:
    """What opens something or pays, and tickets' numbers, which could be taken for keys."""
    sure = [*shapes.find(seen), *prose.secrets(said)]
    secrets = [each for each in sure if each.kind is Kind.PASSWORD]
    yield from sure
    yield from (each for each in prose.logins(said) if _is_beside(each, secrets))


def _covered(text: str, found: Iterable[Finding]) -> str:
    done, parts = 0, []
    for each in found:
        parts += [text[done : each.start], f"<{each.kind}>"]
        done = each.end
    return "".join((*parts, text[done:LONGEST]))


def _is_beside(login: Finding, secrets: Iterable[Finding]) -> bool:
    """A user's name alone opens nothing, and may be any word."""
    return any(
        login.start - _BESIDE <= each.end and each.start <= login.end + _BESIDE for each in secrets
    )


def _apart(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Of findings that overlap one, from the first character to the last, of the longest's kind."""
    apart: list[Finding] = []
    for each in sorted(found):
        if apart and each.start < apart[-1].end:
            last = apart.pop()
            end, kind = max(last.end, each.end), min(last, each, key=_importance).kind
            apart.append(Finding(last.start, end, kind))
        else:
            apart.append(each)
    return tuple(apart)


def _importance(finding: Finding) -> tuple[int, int]:
    return finding.start - finding.end, _TELLING[finding.kind]


_TELLING: Final = {kind: place for place, kind in enumerate(Kind)}
_MARKS: Final = tuple(f"<{kind}>" for kind in Kind if kind in ACCESS)
