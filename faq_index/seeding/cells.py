"""What stands in a cell of an imported row: one text, a yes or no, a day."""

from datetime import date, datetime
from typing import Final

from faq_index.seeding.rows import Row

_YES: Final = frozenset({"", "y", "yes", "true", "1"})
_NO: Final = frozenset({"n", "no", "false", "0"})
_DAYS: Final = ("%Y-%m-%d", "%d.%m.%Y")
_LONGEST: Final = 300


class Refused(Exception):
    """A row cannot be taken; the message is the sentence for the person who wrote it."""


def text(row: Row, column: str, longest: int = _LONGEST) -> str:
    """Empty where there is none. Raises Refused for a list and for more characters."""
    cell = row.cells.get(column, "")
    if isinstance(cell, tuple):
        raise Refused(f"The column '{row.called(column)}' must be one text, not a list.")
    if len(cell) > longest:
        raise Refused(f"The column '{row.called(column)}' is longer than {longest:,} characters.")
    return cell


def is_yes(row: Row, column: str) -> bool:
    """So it is where nothing is said. Raises Refused."""
    written = text(row, column).lower()
    if written not in _YES | _NO:
        raise Refused(f"The column '{row.called(column)}' must be yes or no.")
    return written in _YES


def day(row: Row, column: str) -> date | None:
    """Raises Refused."""
    written = text(row, column)
    if not written:
        return None
    for form in _DAYS:
        try:
            return datetime.strptime(written, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise Refused(f"The column '{row.called(column)}' must be a day, such as 2026-12-31.")
