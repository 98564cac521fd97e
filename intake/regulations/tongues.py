"""Which of the languages that somebody speaks is nearest to a profile's tag (R37)."""

from collections.abc import Sequence
from typing import Final

LATIN_AMERICAN: Final = "es-419"
_LATIN_AMERICA: Final = frozenset(
    {"419", "la", "ar", "bo", "cl", "co", "cr", "cu", "do", "ec", "gt", "hn", "mx", "ni", "pa"}
    | {"pe", "pr", "py", "sv", "us", "uy", "ve"}
)
"""Regions whose Spanish is that of Latin America; Slack says ``es-LA``."""


def closest(tag: str, spoken: Sequence[str]) -> str:
    """The language for a tag such as ``es-MX`` or ``zh_CN``; the first one where none is near."""
    wanted = tag.replace("_", "-").lower()
    language, _, region = wanted.partition("-")
    if language == "es" and region in _LATIN_AMERICA:
        wanted = LATIN_AMERICAN
    return next((each for each in (wanted, language) if each in spoken), spoken[0])


def base(language: str) -> str:
    """The language that this one is a kind of: ``es`` for ``es-419``."""
    return language.partition("-")[0]
