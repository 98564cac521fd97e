"""Reads JSON: an object a line, or one list of objects over many lines."""

import json
import re
from collections.abc import Iterator
from json import JSONDecoder
from typing import Final

from faq_index.seeding.rows import Naming, Row, RowError, row_of

_DECODER: Final = JSONDecoder()
_BETWEEN: Final = " \t\r\n,"
_WRAPPED: Final = re.compile(r'\s*\{\s*"\w*"\s*:\s*\[\s*\{')


def rows(text: str, naming: Naming) -> Iterator[Row | RowError]:
    """An object is a row, and its keys are the columns; a list may stand under a key of its own."""
    if _WRAPPED.match(text) or (text.lstrip().startswith("[") and not _is_lines(text)):
        return _list(text, naming)
    return _lines(text, naming)


def _is_lines(text: str) -> bool:
    """Whether the first line is a whole value of its own, and not the only one."""
    first, _, others = text.strip().partition("\n")
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return bool(others.strip())


def _lines(text: str, naming: Naming) -> Iterator[Row | RowError]:
    for line, written in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if written.strip():
            try:
                value = json.loads(written)
            except (ValueError, RecursionError):
                yield RowError(line, "The line is not JSON.")
            else:
                yield _row(value, line, naming, "line")


def _list(text: str, naming: Naming) -> Iterator[Row | RowError]:
    place, line, seen = text.index("[") + 1, 1, 0
    while True:
        while place < len(text) and text[place] in _BETWEEN:
            place += 1
        line, seen = line + text.count("\n", seen, place), place
        if text[place : place + 1] == "]":
            return
        try:
            value, place = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError):
            yield RowError(line, "From here on the file is not JSON.")
            return
        yield _row(value, line, naming, "value")


def _row(value: object, line: int, naming: Naming, what: str) -> Row | RowError:
    if not isinstance(value, dict):
        return RowError(line, f"The {what} is not a JSON object.")
    return row_of(line, value, naming)
