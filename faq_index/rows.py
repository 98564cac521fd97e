"""Reads the rows of a spreadsheet (CSV) or of JSON lines, each with the line it stands on."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_LONE_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_SEPARATORS: Final = ",;\t"

Cell = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowError:
    """A row that cannot be taken: its physical line (from 1) and one sentence that says why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by lower-case column; a list of texts stays one. `line` is where the row begins."""

    line: int
    cells: dict[str, Cell]


def read(text: str, *, name: str) -> Iterator[Row | RowError]:
    """The rows of a file's text; the name's ending tells the format, else the first character."""
    text = text.removeprefix("\ufeff")
    if _is_json(text, name.lower()):
        return _json_rows(text)
    return _csv_rows(text)


def clean(text: str) -> str:
    """The text without control characters; what cannot be encoded becomes a visible mark (B3)."""
    return _LONE_SURROGATE.sub("\ufffd", _UNPRINTABLE.sub("", text)).strip()


def _is_json(text: str, name: str) -> bool:
    if name.endswith((".jsonl", ".ndjson")):
        return True
    return not name.endswith(".csv") and text.lstrip().startswith(("{", "["))


def _csv_rows(text: str) -> Iterator[Row | RowError]:
    first = text.lstrip("\r\n").partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    header: list[str] = []
    line = 1
    while True:
        try:
            cells = [clean(cell) for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            yield RowError(line, f"The row cannot be read: {error}.")
            return
        if not any(cells):
            pass
        elif header:
            yield _csv_row(header, cells, line)
        else:
            header = [cell.lower() for cell in cells]
            if "question" not in header:
                columns = ", ".join(filter(None, header))
                yield RowError(line, f"The column 'question' is missing; there are: {columns}.")
                return
        line = reader.line_num + 1


def _csv_row(header: list[str], cells: list[str], line: int) -> Row | RowError:
    if any(cells[len(header) :]):
        return RowError(line, f"The row has {len(cells)} cells, but {len(header)} columns.")
    return Row(line, dict(zip(header, cells, strict=False)))


def _json_rows(text: str) -> Iterator[Row | RowError]:
    for line, written in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if written.strip():
            yield _json_row(written, line)


def _json_row(written: str, line: int) -> Row | RowError:
    try:
        keys = json.loads(written)
    except (ValueError, RecursionError):
        return RowError(line, "The line is not JSON.")
    if not isinstance(keys, dict):
        return RowError(line, "The line is not a JSON object.")
    cells: dict[str, Cell] = {}
    for key, value in keys.items():
        cell = _cell(value)
        if cell is None:
            return RowError(
                line, f"The column '{clean(key)}' is neither a text nor a list of texts."
            )
        cells[clean(key).lower()] = cell
    return Row(line, cells)


def _cell(value: object) -> Cell | None:
    match value:
        case None:
            return ""
        case str() | bool() | int() | float():
            return clean(str(value))
        case list() if all(isinstance(each, str) for each in value):
            return tuple(clean(each) for each in value)
        case _:
            return None
