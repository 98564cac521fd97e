"""How a command's answer is laid out: for a person at a terminal, or for whatever reads a pipe."""

from typing import Final

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Column, Table

_UNBROKEN: Final = 1000
"""Columns where nobody looks: there a row is one line, so that it can be searched and cut."""


def console() -> Console:
    """Standard output, as wide as the terminal; through a pipe, as wide as the words need."""
    there = Console()
    return there if there.is_terminal else Console(width=_UNBROKEN)


def table(*columns: Column | str) -> Table:
    """Words that do not fit go on in the next line; none of them are left out."""
    laid_out = Table(box=SIMPLE, pad_edge=False)
    for each in columns:
        column = Column(each) if isinstance(each, str) else each
        laid_out.add_column(column.header, no_wrap=column.no_wrap, overflow="fold")
    return laid_out


def fixed(header: str) -> Column:
    """A column of words that are copied, and so never broken."""
    return Column(header, no_wrap=True)


def counted(number: int, one: str, many: str) -> str:
    """How many, with the words that go with one of them or with any other number."""
    return f"1 {one}" if number == 1 else f"{number:,} {many}"
