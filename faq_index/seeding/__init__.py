"""Turns a file that staff wrote into FAQ entries, or tells what is wrong in which line."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, assert_never

from faq_index.entry import Entry, EntryId
from faq_index.seeding import jsons, markdown, pages, spreadsheet, yamls
from faq_index.seeding.cells import Refused
from faq_index.seeding.changes import Changes, compare, differences
from faq_index.seeding.entries import Draft, draft, joined
from faq_index.seeding.exporting import export
from faq_index.seeding.formats import Format, ending, sniff
from faq_index.seeding.html import first_link, looks_like_html, plain
from faq_index.seeding.rows import COLUMNS, Cell, Naming, Row, RowError, clean

__all__ = [
    "COLUMNS",
    "Changes",
    "Draft",
    "Format",
    "Row",
    "RowError",
    "Seed",
    "Source",
    "compare",
    "differences",
    "ending",
    "export",
    "parse",
    "rows_of",
    "seeded",
    "sniff",
]

Tell = Callable[[int], None]

_TOLD_EVERY: Final = 500
_KNOWN: Final = frozenset({*COLUMNS, "group", ""})
_SPOKEN: Final = ("question", "answer", "wordings")


def _nobody(_line: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Seed:
    """The entries of a file and its errors, by line: with any error, import none."""

    drafts: tuple[Draft, ...]
    errors: tuple[RowError, ...]
    unread: tuple[str, ...] = ()
    """Columns of the file that no entry has, as the file calls them."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(each.entry for each in self.drafts)


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a file beside its text."""

    name: str
    """Its ending is a hint at the format."""
    format: Format | None = None
    """Not to be guessed."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """What it calls our columns; HTML in those becomes plain text, its first link the entry's."""
    defaults: Mapping[str, str] = field(default_factory=dict)
    """What goes for rows that do not say."""
    url: str = ""
    """Where a page was found."""


def parse(text: str, *, name: str = "", source: Source | None = None, tell: Tell = _nobody) -> Seed:
    """Reads any format but sitemaps; `tell` is told now and then which line it is at.

    Columns: question (the only one that must be there) and those of `COLUMNS`; `language` for
    lang, `link` for url; tags with `;` or `,` between, wordings with `|`, or either as a list in
    JSON. Others are named in `unread`. Rows of one `group` become one entry: the first row's, with
    the others' questions as wordings.
    """
    source = source or Source(name)
    return seeded(_rows(text.removeprefix("\ufeff"), source, Naming(source.columns)), source, tell)


def seeded(rows: Iterator[Row | RowError], source: Source, tell: Tell = _nobody) -> Seed:
    """The entries of rows, wherever those come from."""
    errors: list[RowError] = []
    groups: dict[tuple[str, str], list[Draft]] = {}
    lines: dict[EntryId, int] = {}
    unread: dict[str, None] = {}
    for count, row in enumerate(rows):
        if not count % _TOLD_EVERY:
            tell(row.line)
        if isinstance(row, RowError):
            errors.append(row)
            continue
        unread |= dict.fromkeys(each for each in row.cells if each not in _KNOWN)
        try:
            this = draft(_completed(row, source))
            _claim(this.entry, row.line, lines)
            group = _group(row)
        except Refused as refused:
            errors.append(RowError(row.line, str(refused)))
        else:
            key = ("group", group) if group else ("id", this.entry.id)
            groups.setdefault(key, []).append(this)
    return Seed(tuple(map(joined, groups.values())), tuple(errors), tuple(unread))


def rows_of(
    text: str, name: str, format: Format | None, *, needed: str
) -> Iterator[Row | RowError]:
    """The rows of a file that is not about the FAQ; `needed` is the column it cannot be without."""
    return _rows(text.removeprefix("\ufeff"), Source(name, format), Naming(needed=needed))


def _rows(text: str, source: Source, naming: Naming) -> Iterator[Row | RowError]:
    format = source.format or sniff(text, source.name)
    match format:
        case Format.CSV:
            return spreadsheet.rows(text, naming)
        case Format.TSV:
            return spreadsheet.rows(text, naming, "\t")
        case Format.JSON:
            return jsons.rows(text, naming)
        case Format.YAML:
            return yamls.rows(text, naming)
        case Format.MARKDOWN:
            return markdown.rows(text, naming)
        case Format.HTML:
            return pages.rows(text, source.url)
        case Format.SITEMAP:
            return iter((RowError(1, "A sitemap leads to pages, and those have to be fetched."),))
        case _:
            assert_never(format)


def _completed(row: Row, source: Source) -> Row:
    """The row with what goes for all, and without HTML."""
    cells: dict[str, Cell] = {**source.defaults, **row.cells}
    answer = cells.get("answer", "")
    if "answer" in source.columns and isinstance(answer, str) and not cells.get("url"):
        link = first_link(answer) if looks_like_html(answer) else ""
        cells |= {"url": link} if link else {}
    for column in _SPOKEN:
        if column in source.columns and column in cells:
            cells[column] = _spoken(cells[column])
    return replace(row, cells=cells)


def _spoken(cell: Cell) -> Cell:
    if isinstance(cell, tuple):
        return tuple(clean(plain(each)) if looks_like_html(each) else each for each in cell)
    return clean(plain(cell)) if looks_like_html(cell) else cell


def _group(row: Row) -> str:
    group = row.cells.get("group", "")
    if isinstance(group, tuple):
        raise Refused("The column 'group' must be one text, not a list.")
    return group


def _claim(entry: Entry, line: int, lines: dict[EntryId, int]) -> None:
    first = lines.get(entry.id)
    if first is not None:
        raise Refused(
            f"The column 'id' (or, without one, 'question') says the same as line {first}."
        )
    lines[entry.id] = line
