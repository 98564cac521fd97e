"""Looks through a text once for each shape and each way of saying it, and settles overlaps."""

from collections.abc import Iterable
from typing import Final

from intake.access_data import people, prose, shapes
from intake.access_data.findings import Finding, Kind

LONGEST: Final = 40_000
"""Characters that are looked at; each pattern takes time in proportion to them (B10)."""
_BESIDE: Final = 200
"""Characters between a password and who logs in with it, at most."""


def find(text: str) -> tuple[Finding, ...]:
    """Everything in the first `LONGEST` characters, in order, without overlaps."""
    seen = text[:LONGEST]
    said = shapes.without_addresses(seen)
    sure = [*shapes.find(seen), *prose.secrets(said), *people.find(said)]
    secrets = [each for each in sure if each.kind is Kind.PASSWORD]
    logins = (each for each in prose.logins(said) if _is_beside(each, secrets))
    return _apart([*sure, *logins])


def masked(text: str) -> str:
    """The text with a visible word, such as ``<e-mail>``, for everything that was found.

    What lies beyond `LONGEST` was not looked at and is left out.
    """
    done, parts = 0, []
    for each in find(text):
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
