"""Brings what people type to one plain form: sentences of folded words, of bounded length."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

LONGEST_WORD: Final = 40
BREAK: Final = "\0"
"""Stands between texts and in no word."""
LONGEST_TEXT: Final = 4_000
"""Characters of a text that are read at all: what a message costs stops growing here."""

_END: Final = 1_000
_FIRST, _LAST = 8, 4

_MARKS_KEPT: Final = "".join(
    mark
    for mark in map(chr, range(0x900, 0x1100))
    if unicodedata.category(mark) in {"Mn", "Mc"} and unicodedata.combining(mark) in {0, 9}
)
"""Vowel signs of Indic and south-east Asian scripts: dropping them would merge unlike words."""

_SPACELESS: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD: Final = re.compile(rf"(?:[^\W_]+|[{_MARKS_KEPT}]+)+")
_WORD_OR_BREAK: Final = re.compile(rf"{BREAK}|{_WORD.pattern}")
_PLAIN: Final = {code: " " for code in range(1, 128) if not chr(code).isalnum()}
_TOO_LONG: Final = re.compile(rf" [^ ]{{{LONGEST_WORD + 1}}}")
_SPACELESS_RUN: Final = re.compile(rf"[{_SPACELESS}]+|[^{_SPACELESS}]+")
_NOT: Final = re.compile(r"n['’`´]t\b")
_GERMAN_E: Final = re.compile(r"(?<=[ao])e|(?<![aeoq]u)(?<=u)e")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…;])\s+|(?<=[。！？；])|\n+")


def fold(text: str, language: str = "") -> str:
    """Lower case without accents or typographic variants: `Größe` and `GROSSE` read alike.

    German `ae`, `oe`, `ue` read as the umlauts do, which lose their dots here.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    if not decomposed.isascii():
        for mark in filter(_is_dropped, set(decomposed)):
            decomposed = decomposed.replace(mark, "")
    if language == "de":
        return _GERMAN_E.sub("", decomposed)
    return decomposed


def _is_dropped(letter: str) -> bool:
    return unicodedata.combining(letter) not in {0, 9} and letter not in _MARKS_KEPT


def words(text: str, language: str = "") -> list[str]:
    """The folded words of a text, in order; scripts without spaces give overlapping pairs."""
    folded = fold(text[:LONGEST_TEXT], language)
    found: list[str] = []
    for run in _WORD.findall(_NOT.sub("nt", folded)):
        if run.isascii():
            found.append(run[:LONGEST_WORD])
        else:
            found.extend(_parted(run))
    return found


def all_words(texts: Iterable[str], language: str = "") -> str:
    """The words of many texts with spaces between, `BREAK` as a word after those of each: much
    faster than one by one."""
    whole = "".join([f" {text[:LONGEST_TEXT].replace(BREAK, ' ')} {BREAK}" for text in texts])
    folded = _NOT.sub("nt", fold(whole, language))
    if folded.isascii():
        plain = folded.translate(_PLAIN)
        if not _TOO_LONG.search(plain):
            return plain
        return " ".join([word[:LONGEST_WORD] for word in plain.split()])
    found: list[str] = []
    for run in _WORD_OR_BREAK.findall(folded):
        found += (run[:LONGEST_WORD],) if run.isascii() else _parted(run)
    return " ".join(found)


def _parted(run: str) -> list[str]:
    parts: list[str] = []
    for part in _SPACELESS_RUN.findall(run):
        if re.match(f"[{_SPACELESS}]", part) and len(part) > 1:
            parts.extend(part[i : i + 2] for i in range(len(part) - 1))
        else:
            parts.append(part[:LONGEST_WORD])
    return parts


def sentences(text: str) -> list[str]:
    """The sentences of a text as typed, of a long one those of its beginning and its end.

    A dot inside a name or a number ends no sentence.
    """
    if len(text) > LONGEST_TEXT:
        text = f"{text[: LONGEST_TEXT - _END]}\n{text[-_END:]}"
    found = [part for part in _SENTENCE_END.split(text) if part.strip()]
    if len(found) > _FIRST + _LAST:
        return [*found[:_FIRST], *found[-_LAST:]]
    return found
