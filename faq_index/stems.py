"""Cuts a word to its stem by the rules of its language (Snowball), so that inflections meet."""

import threading
from functools import lru_cache
from typing import Final, Protocol

import Stemmer  # type: ignore[import-not-found]  # it ships no types

_ALGORITHMS: Final = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian",
    "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


REMEMBERED: Final = 20_000
"""Words whose stems are at hand, 4 MB of them: more than people use for all that they have in
common. A FAQ of any size is laid out as fast, since each shelf remembers its own words meanwhile;
and what only one person ever wrote, as an address, is not kept for long."""


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 (Snowball's name)
    def stemWords(self, words: list[str]) -> list[str]: ...  # noqa: N802


class _Stemmers(threading.local):
    """A thread's own stemmers: Snowball's keep the word they work on in themselves."""

    def __init__(self) -> None:
        self.by_language: dict[str, _Stemmer] = {}


_stemmers = _Stemmers()


@lru_cache(maxsize=REMEMBERED)
def stem(word: str, language: str) -> str:
    """The stem of a folded word; the word itself where the language has no rules here."""
    stemmer = _stemmer(language)
    return (stemmer.stemWord(word) or word) if stemmer else word


def stems(words: list[str], language: str) -> list[str]:
    """The stem of each folded word: faster than one by one, and none is remembered."""
    stemmer = _stemmer(language)
    if stemmer is None:
        return words
    return [stem or word for stem, word in zip(stemmer.stemWords(words), words, strict=True)]


def _stemmer(language: str) -> _Stemmer | None:
    algorithm = _ALGORITHMS.get(language)
    if algorithm is None:
        return None
    if language not in _stemmers.by_language:
        _stemmers.by_language[language] = Stemmer.Stemmer(algorithm, 0)
    return _stemmers.by_language[language]
