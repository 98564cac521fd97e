"""Writes entries as an import reads them: with every column, so that nothing is left to guess."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import yaml

from faq_index.entry import Entry
from faq_index.seeding.entries import splits
from faq_index.seeding.formats import Format
from faq_index.seeding.rows import COLUMNS

EXPORTED: Final = (Format.CSV, Format.TSV, Format.JSON, Format.YAML)
_COMPUTED: Final = re.compile(r"['=+\-@]")
_OTHER_BREAKS: Final = re.compile("[\r\x85\u2028\u2029]")
_LISTS: Final = {"tags": "; ", "wordings": " | "}


def export(entries: Iterable[Entry], format: Format) -> Iterator[str]:
    """The pieces of a file in one of the formats `EXPORTED`."""
    rows = map(_cells, entries)
    match format:
        case Format.JSON:
            return (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        case Format.YAML:
            return map(_yaml, rows)
        case Format.TSV:
            return _sheet(rows, "\t")
        case _:
            return _sheet(rows, ",")


def _cells(entry: Entry) -> Mapping[str, object]:
    return {
        "id": entry.id,
        "question": entry.question,
        "wordings": [*entry.wordings],
        "answer": entry.answer,
        "url": entry.url,
        "kind": entry.kind,
        "product": entry.product,
        "tags": [*entry.tags],
        "lang": entry.language,
        "published": "yes" if entry.published else "no",
        "valid_from": str(entry.valid_from or ""),
        "valid_until": str(entry.valid_until or ""),
    }


class _Dumper(yaml.CSafeDumper):
    """Writes lines as lines, where that can be read back."""


def _text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text and not _OTHER_BREAKS.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def _yaml(row: Mapping[str, object]) -> str:
    return yaml.dump([row], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


def _sheet(rows: Iterable[Mapping[str, object]], separator: str) -> Iterator[str]:
    yield _line(COLUMNS, separator)
    for row in rows:
        yield _line([_cell(name, row[name]) for name in COLUMNS], separator)


def _cell(column: str, value: object) -> str:
    if isinstance(value, list):
        text = _LISTS[column].join(value)
        if splits(text, column) != tuple(value):
            text = json.dumps(value, ensure_ascii=False)
    else:
        text = str(value)
    # A spreadsheet would compute it: https://owasp.org/www-community/attacks/CSV_Injection
    return f"'{text}" if _COMPUTED.match(text) else text


def _line(cells: Iterable[str], separator: str) -> str:
    sheet = io.StringIO(newline="")
    csv.writer(sheet, delimiter=separator).writerow(cells)
    return sheet.getvalue()
