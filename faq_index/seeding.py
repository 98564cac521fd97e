"""Turns a file that staff wrote into FAQ entries, or tells what is wrong in which line."""

import hashlib
import re
from dataclasses import dataclass
from typing import Final

from faq_index.entry import Entry, EntryId
from faq_index.links import refusal
from faq_index.rows import Row, RowError, read
from faq_index.text import fold

__all__ = ["RowError", "Seed", "parse"]

_LANGUAGE: Final = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]+)*", re.IGNORECASE)
_BETWEEN_TAGS: Final = re.compile("[;,]")
_BETWEEN_WORDINGS: Final = re.compile(r"\|")


@dataclass(frozen=True, slots=True)
class Seed:
    """The entries of a file and its errors, by line: with any error, import none."""

    entries: tuple[Entry, ...]
    errors: tuple[RowError, ...]


class _Refused(Exception):
    """A row cannot become an entry; the message is the sentence for the person who wrote it."""


def parse(text: str, *, name: str) -> Seed:
    """Reads CSV (`.csv`) or JSON lines (`.jsonl`, `.ndjson`); any other name goes by content.

    Columns: question (the only one that must be there), id, answer, url, lang or language, tags
    (`;` or `,` between), wordings (`|` between), group; others are ignored. Rows of one group
    become one entry: the first row's, with the others' questions as wordings.
    """
    errors: list[RowError] = []
    groups: dict[tuple[str, str], list[Entry]] = {}
    lines: dict[EntryId, int] = {}
    for row in read(text, name=name):
        if isinstance(row, RowError):
            errors.append(row)
            continue
        try:
            entry, group = _entry(row), _text(row, "group")
            _claim(entry, row.line, lines)
        except _Refused as refused:
            errors.append(RowError(row.line, str(refused)))
        else:
            key = ("group", group) if group else ("id", entry.id)
            groups.setdefault(key, []).append(entry)
    return Seed(tuple(map(_joined, groups.values())), tuple(errors))


def _entry(row: Row) -> Entry:
    question = _text(row, "question")
    if not question:
        raise _Refused("The column 'question' is empty.")
    language = _language(row)
    return Entry(
        id=EntryId(_text(row, "id") or _id_from(question, language)),
        question=question,
        answer=_text(row, "answer"),
        url=_url(row),
        language=language,
        tags=_several(row, "tags", _BETWEEN_TAGS),
        wordings=_several(row, "wordings", _BETWEEN_WORDINGS),
    )


def _claim(entry: Entry, line: int, lines: dict[EntryId, int]) -> None:
    first = lines.setdefault(entry.id, line)
    if first != line:
        raise _Refused(
            f"The column 'id' (or, without one, 'question') says the same as line {first}."
        )


def _joined(rows: list[Entry]) -> Entry:
    """One entry of the rows of a group."""
    first = rows[0]
    asked = [text for row in rows for text in (row.question, *row.wordings)]
    return Entry(
        id=first.id,
        question=first.question,
        answer=next((row.answer for row in rows if row.answer), ""),
        url=next((row.url for row in rows if row.url), ""),
        language=first.language,
        tags=_distinct([tag for row in rows for tag in row.tags]),
        wordings=tuple(text for text in _distinct(asked) if text != first.question),
    )


def _text(row: Row, column: str) -> str:
    cell = row.cells.get(column, "")
    if isinstance(cell, tuple):
        raise _Refused(f"The column '{column}' must be one text, not a list.")
    return cell


def _several(row: Row, column: str, between: re.Pattern[str]) -> tuple[str, ...]:
    cell = row.cells.get(column, "")
    return _distinct(list(cell) if isinstance(cell, tuple) else between.split(cell))


def _distinct(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(str.strip, texts))))


def _url(row: Row) -> str:
    url = _text(row, "url")
    reason = refusal(url) if url else None
    if reason:
        raise _Refused(f"The column 'url' {reason}.")
    return url


def _language(row: Row) -> str:
    written = _text(row, "lang") or _text(row, "language") or "en"
    found = _LANGUAGE.fullmatch(written)
    if not found:
        raise _Refused("The column 'lang' must be a two-letter language code, such as 'en'.")
    return found[1].lower()


def _id_from(question: str, language: str) -> str:
    """The same for the same question, however it is spaced, cased or accented."""
    plain = " ".join(fold(question).split())
    return "q-" + hashlib.sha256(f"{language} {plain}".encode()).hexdigest()[:12]
