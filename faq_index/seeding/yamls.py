"""Reads YAML: a list of entries, each with its columns as keys.

Every value is taken as the text that it is written as: `1.10` stays `1.10` and `no` stays `no`,
and nothing but text, lists and mappings can come of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import yaml

from faq_index.seeding.rows import Naming, Row, RowError, row_of

_DEEPEST: Final = 8
_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Mapping:
    """Keys and values, and the line where they begin."""

    line: int
    values: dict[str, "Node"] = field(default_factory=dict)
    key: str | None = None


Node: TypeAlias = str | list["Node"] | Mapping | None


class Refused(Exception):
    """The text is not taken; the error says where and why."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.error = RowError(line, reason)


def rows(text: str, naming: Naming) -> Iterator[Row | RowError]:
    """An entry may also stand alone, or the list under one key of its own."""
    try:
        documents = load(text)
    except Refused as refused:
        yield refused.error
        return
    for line, each in (entry for document in documents for entry in _entries(document)):
        if not isinstance(each, Mapping):
            yield RowError(line, "The entry is not a mapping with the key 'question'.")
            continue
        yield row_of(each.line, each.values, naming)


def load(text: str) -> list[Node]:
    """The documents of a text. Raises Refused; aliases, which can blow up a text, are refused."""
    documents: list[Node] = []
    open_: list[Any] = [documents]
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            match event:
                case yaml.ScalarEvent():
                    _put(open_[-1], _scalar(event))
                case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    _open(open_, event)
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    open_.pop()
                case yaml.AliasEvent():
                    raise Refused(_line(event), "An alias (*name) is not taken; write it out.")
                case _:
                    pass
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Refused(line, f"The text is not YAML: {error.problem}.") from None
    except yaml.YAMLError:
        raise Refused(1, "The text is not YAML: it holds characters that YAML has not.") from None
    return documents


def _open(open_: list[Any], event: yaml.NodeEvent) -> None:
    if len(open_) > _DEEPEST:
        raise Refused(_line(event), "The text is nested too deeply for a FAQ.")
    is_list = isinstance(event, yaml.SequenceStartEvent)
    node: Node = [] if is_list else Mapping(_line(event))
    _put(open_[-1], node)
    open_.append(node)


def _put(into: list[Node] | Mapping, node: Node) -> None:
    if isinstance(into, list):
        into.append(node)
    elif into.key is not None:
        into.values[into.key], into.key = node, None
    else:
        into.key = node if isinstance(node, str) else ""


def _scalar(event: yaml.ScalarEvent) -> str | None:
    is_plain = event.implicit[0]
    return None if is_plain and event.value in _NOTHING else str(event.value)


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return mark.line + 1 if mark else 1


def _entries(document: Node) -> Iterator[tuple[int, Node]]:
    if isinstance(document, Mapping):
        [*inside] = document.values.values()
        if len(inside) != 1 or not isinstance(inside[0], list):
            yield document.line, document
            return
        document = inside[0]
    line = 1
    for each in document if isinstance(document, list) else filter(None, [document]):
        line = each.line if isinstance(each, Mapping) else line
        yield line, each
