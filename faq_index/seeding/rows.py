"""What every format comes down to: rows of named cells, each with the line it stands on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_LONE_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_ALSO: Final = {"language": "lang", "link": "url"}

COLUMNS: Final = (
    "id",
    "question",
    "wordings",
    "answer",
    "url",
    "kind",
    "product",
    "tags",
    "lang",
    "published",
    "valid_from",
    "valid_until",
)
"""What a row may say of an entry; beside these, `group` joins rows to one entry."""

Cell = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowError:
    """A row that cannot be taken: its physical line (from 1) and one sentence that says why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by column; a list of texts stays one. `line` is where the row begins."""

    line: int
    cells: Mapping[str, Cell]
    names: Mapping[str, str] = field(default_factory=dict)
    """What the file calls columns of ours, where it calls them otherwise."""

    def called(self, column: str) -> str:
        """What whoever wrote the file knows the column as."""
        return self.names.get(column, column)


@dataclass(frozen=True, slots=True)
class Naming:
    """What the columns of a file are called in it, by what they are called here."""

    mapped: Mapping[str, str] = field(default_factory=dict)
    needed: str = "question"
    """The one column of ours without which nothing can be read."""

    def ours(self, column: str) -> str:
        """Our name of a file's column, in lower case; empty where another one was named for it."""
        column = clean(column).lower()
        for ours, theirs in self.mapped.items():
            if theirs.lower() == column:
                return ours
        ours = _ALSO.get(column, column)
        return "" if ours in self.mapped else ours


def clean(text: str) -> str:
    """The text without control characters; what cannot be encoded becomes a visible mark (B3)."""
    return _LONE_SURROGATE.sub("\ufffd", _UNPRINTABLE.sub("", text)).strip()


def row_of(line: int, values: Mapping[str, object], naming: Naming) -> Row | RowError:
    """The row that an object is, or which of its values cannot be a cell."""
    cells: dict[str, Cell] = {}
    names: dict[str, str] = {}
    for key, value in values.items():
        cell, column = _cell(value), naming.ours(key)
        if cell is None:
            return RowError(
                line, f"The column '{clean(key)}' is neither a text nor a list of texts."
            )
        cells[column] = cell
        if column != key:
            names |= otherwise(column, key)
    return Row(line, cells, names)


def otherwise(column: str, called: str) -> Mapping[str, str]:
    """What a column of ours is called in a file, where that is another name."""
    called = clean(called)
    return {column: called} if column and called.lower() != column else {}


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
