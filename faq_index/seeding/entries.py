"""Makes entries of rows, or tells what is wrong with one."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from faq_index.entry import KINDS, Entry, EntryId, Kind
from faq_index.links import refusal
from faq_index.seeding.cells import Refused, day, is_yes, text
from faq_index.seeding.rows import Cell, Row
from faq_index.text import fold

LONGEST_QUESTION: Final = 1_000
LONGEST_ANSWER: Final = 20_000
_LONGEST_NAME: Final = 200
_MOST_WORDINGS: Final = 1_000
_LANGUAGE: Final = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]+)*", re.IGNORECASE)
_BETWEEN_TAGS: Final = re.compile("[;,]")
_BETWEEN_WORDINGS: Final = re.compile(r"\|")


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry as a file tells it, and which of its fields the file speaks of at all."""

    entry: Entry
    given: frozenset[str]

    def onto(self, present: Entry) -> Entry:
        """The present entry with what the file says; what it does not speak of stays."""
        return replace(present, **{name: getattr(self.entry, name) for name in self.given})


def draft(row: Row) -> Draft:
    """Raises Refused."""
    question = text(row, "question", LONGEST_QUESTION)
    if not question:
        raise Refused(f"The column '{row.called('question')}' is empty.")
    language = _language(row)
    start, end = day(row, "valid_from"), day(row, "valid_until")
    if start and end and end < start:
        until, since = row.called("valid_until"), row.called("valid_from")
        raise Refused(f"The column '{until}' lies before '{since}'.")
    entry = Entry(
        id=EntryId(text(row, "id", _LONGEST_NAME) or id_of(question, language)),
        question=question,
        answer=text(row, "answer", LONGEST_ANSWER),
        url=_url(row),
        language=language,
        tags=_several(row, "tags"),
        wordings=_several(row, "wordings"),
        kind=_kind(row),
        product=text(row, "product", _LONGEST_NAME),
        published=is_yes(row, "published"),
        valid_from=start,
        valid_until=end,
    )
    return Draft(entry, _given(row.cells))


def joined(rows: list[Draft]) -> Draft:
    """One draft of the rows of a group: the first row's, the others' questions its wordings."""
    if len(rows) == 1:
        return rows[0]
    entries = [row.entry for row in rows]
    asked = [text for each in entries for text in (each.question, *each.wordings)]
    first = replace(
        entries[0],
        answer=next((each.answer for each in entries if each.answer), ""),
        url=next((each.url for each in entries if each.url), ""),
        tags=_distinct([tag for each in entries for tag in each.tags]),
        wordings=tuple(text for text in _distinct(asked) if text != entries[0].question),
    )
    return Draft(first, frozenset.union(*(row.given for row in rows)) | {"wordings"})


def id_of(question: str, language: str) -> EntryId:
    """The same for the same question, however it is spaced, cased or accented."""
    plain = " ".join(fold(question).split())
    return EntryId("q-" + hashlib.sha256(f"{language} {plain}".encode()).hexdigest()[:12])


def id_of_page(url: str) -> EntryId:
    """The same for the same address."""
    return EntryId("p-" + hashlib.sha256(url.encode()).hexdigest()[:12])


def splits(cell: str, column: str) -> tuple[str, ...]:
    """The texts that a cell of this column holds."""
    between = _BETWEEN_WORDINGS if column == "wordings" else _BETWEEN_TAGS
    return _distinct(_listed(cell) or between.split(cell))


def _given(cells: Mapping[str, Cell]) -> frozenset[str]:
    names = {"language" if name == "lang" else name for name in cells}
    return frozenset(names & set(Entry.__slots__)) - {"id"}


def _several(row: Row, column: str) -> tuple[str, ...]:
    cell, called = row.cells.get(column, ""), row.called(column)
    texts = _distinct([*cell]) if isinstance(cell, tuple) else splits(cell, column)
    if len(texts) > _MOST_WORDINGS:
        raise Refused(f"The column '{called}' holds more than {_MOST_WORDINGS:,} texts.")
    if any(len(text) > LONGEST_QUESTION for text in texts):
        raise Refused(
            f"The column '{called}' holds a text of more than {LONGEST_QUESTION:,} characters."
        )
    return texts


def _listed(cell: str) -> list[str]:
    """The texts of a list in JSON, for those that hold what stands between others."""
    if not cell.startswith("["):
        return []
    try:
        texts = json.loads(cell)
    except (ValueError, RecursionError):
        return []
    return texts if all(isinstance(text, str) for text in texts) else []


def _distinct(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(str.strip, texts))))


def _url(row: Row) -> str:
    url = text(row, "url", LONGEST_ANSWER)
    reason = refusal(url) if url else None
    if reason:
        raise Refused(f"The column '{row.called('url')}' {reason}.")
    return url


def _language(row: Row) -> str:
    found = _LANGUAGE.fullmatch(text(row, "lang", _LONGEST_NAME) or "en")
    if not found:
        called = row.called("lang")
        raise Refused(f"The column '{called}' must be a two-letter language code, such as 'en'.")
    return found[1].lower()


def _kind(row: Row) -> Kind:
    written = text(row, "kind", _LONGEST_NAME).lower() or "faq"
    for kind in KINDS:
        if kind == written:
            return kind
    raise Refused(f"The column '{row.called('kind')}' must be one of: {', '.join(KINDS)}.")
