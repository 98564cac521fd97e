"""Reads the parameters of a call by the table, and refuses what does not fit it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from tests.platforms.telegram.spec import METHODS, OBJECTS, VARIANTS, Field, Kind
from tests.platforms.telegram.wire import JsonObject, Refusal, Upload, bad_request

Raw: TypeAlias = object

_PLAIN: Mapping[str, type] = {"str": str, "int": int, "bool": bool, "file": Upload}
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False, "": False}
_MISSING = {"text": "message text is empty", "chat_id": "chat_id is empty"}


def read_parameters(method: str, raw: Mapping[str, Raw]) -> JsonObject:
    """A form's strings become the values that the table names.

    Raises Refusal, also for parameters that Telegram would silently ignore: here a
    misspelt name is a bug worth seeing.
    """
    table = METHODS[method]
    _only_known(raw, table, method)
    read = {name: _decoded(value, table[name]) for name, value in raw.items()}
    _all_required(read, table.values())
    for name, value in read.items():
        _check(value, table[name].kind, name)
    return read


def _only_known(given: Iterable[str], table: Mapping[str, Field], owner: str) -> None:
    if unknown := sorted(set(given) - set(table)):
        raise bad_request(f"{owner} takes no {', '.join(unknown)}")


def _all_required(given: Mapping[str, object], fields: Iterable[Field]) -> None:
    for field in fields:
        if field.required and given.get(field.name) is None:
            raise bad_request(_MISSING.get(field.name, f'parameter "{field.name}" is required'))


def _decoded(value: Raw, field: Field) -> object:
    if not isinstance(value, str):
        return value
    names = field.kind.names
    if field.kind.depth or not set(names) <= set(_PLAIN):
        return _from_json(value, field.name)
    if names == ("bool",):
        return _TRUTH.get(value.lower(), value)
    if "int" in names and value.lstrip("-").isdecimal():
        return int(value)
    return value


def _from_json(value: str, name: str) -> object:
    try:
        return json.loads(value)
    except ValueError:
        raise bad_request(f"can't parse {name} JSON object") from None


def _check(value: object, kind: Kind, path: str) -> None:
    if kind.depth:
        if not isinstance(value, list):
            raise bad_request(f"{path} must be an array")
        for item in value:
            _check(item, kind.inner, path)
        return
    if any(_is_plain(value, name) for name in kind.names):
        return
    _check_object(value, kind, path)


def _is_plain(value: object, name: str) -> bool:
    if isinstance(value, bool):
        return name == "bool"
    return name in _PLAIN and isinstance(value, _PLAIN[name])


def _check_object(value: object, kind: Kind, path: str) -> None:
    if not isinstance(value, dict) or set(kind.names) <= set(_PLAIN):
        raise bad_request(f"{path} must be {' or '.join(kind.names)}")
    table = OBJECTS[_concrete(value, kind, path)]
    _only_known(value, table, path)
    _all_required(value, table.values())
    for name, inner in value.items():
        _check(inner, table[name].kind, f"{path}.{name}")


def _concrete(value: JsonObject, kind: Kind, path: str) -> str:
    if variants := VARIANTS.get(kind.names[0]):
        if value.get("type") in variants:
            return variants[value["type"]]
        raise bad_request(f"{path} has an unsupported type")
    for name in kind.names:
        if not _lacks(value, OBJECTS[name].values()):
            return name
    return kind.names[0]


def _lacks(value: JsonObject, fields: Iterable[Field]) -> bool:
    try:
        _all_required(value, fields)
    except Refusal:
        return True
    return False
