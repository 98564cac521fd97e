"""Reads the rows of a spreadsheet: CSV, or TSV."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Final

from faq_index.seeding.rows import Naming, Row, RowError, clean, otherwise

_SEPARATORS: Final = ",;\t"
_GUARDED: Final = re.compile(r"\A'(?=[=+\-@'])")
"""An apostrophe before what a spreadsheet would compute: it says that the cell is text."""


def rows(text: str, naming: Naming, separators: str = _SEPARATORS) -> Iterator[Row | RowError]:
    """The first row that is not empty names the columns."""
    first = text.lstrip("\r\n").partition("\n")[0]
    separator = max(separators, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    header: list[str] = []
    names: dict[str, str] = {}
    line = 1
    while True:
        try:
            cells = [_GUARDED.sub("", clean(cell), 1) for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            yield RowError(line, f"The row cannot be read: {error}.")
            return
        if not any(cells):
            pass
        elif header:
            yield _row(header, cells, names, line)
        else:
            header = [naming.ours(cell) for cell in cells]
            for column, cell in zip(header, cells, strict=True):
                names |= otherwise(column, cell)
            if wrong := _missing(header, cells, naming) or _twice(header, cells):
                yield RowError(line, wrong)
                return
        line = reader.line_num + 1


def _missing(header: list[str], cells: list[str], naming: Naming) -> str:
    for column in (naming.needed, *naming.mapped):
        if column not in header:
            theirs = naming.mapped.get(column, column)
            there = ", ".join(filter(None, cells))
            return f"The column '{theirs}' is missing; there are: {there}."
    return ""


def _twice(header: list[str], cells: list[str]) -> str:
    """Of two columns that mean the same nobody could tell which one counts."""
    for place, column in enumerate(header):
        if column and column in header[:place]:
            first = cells[header.index(column)]
            return f"The columns '{first}' and '{cells[place]}' are the same one."
    return ""


def _row(
    header: list[str], cells: list[str], names: Mapping[str, str], line: int
) -> Row | RowError:
    if any(cells[len(header) :]):
        return RowError(line, f"The row has {len(cells)} cells, but {len(header)} columns.")
    return Row(line, dict(zip(header, cells, strict=False)), names)
