"""What is wrong in a policy file, with the line and the key, in plain words (H15)."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final, TypeAlias

from pydantic import BaseModel

from intake.regulations.places import Path, places
from intake.regulations.section import Wrong

Mistake: TypeAlias = Mapping[str, Any]
"""As pydantic tells it: `loc`, `type`, `msg`, `ctx`."""

_PLAIN: Final = {
    "missing": "this is missing",
    "extra_forbidden": "there is no such key here",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "string_type": "must be text in quotes",
    "tuple_type": "must be a list in [brackets]",
    "list_type": "must be a list in [brackets]",
    "dict_type": "must be a table",
    "model_type": "must be a table",
    "model_attributes_type": "must be a table",
    "dataclass_type": "must be a table",
    "date_type": "must be a date such as 2026-12-24",
    "date_parsing": "must be a date such as 2026-12-24",
    "date_from_datetime_parsing": "must be a date such as 2026-12-24",
    "literal_error": "must be {expected}",
    "enum": "must be {expected}",
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be at least {ge}",
    "less_than": "must be less than {lt}",
    "less_than_equal": "must be at most {le}",
    "string_pattern_mismatch": "must be in the form {pattern}",
    "value_error": "{error}",
}


def told(mistakes: Iterable[Mistake], text: str, model: type[BaseModel]) -> tuple[str, ...]:
    """One sentence for each: ``line 12, hours.zone: 'Atlantis' is not an IANA time zone``."""
    where = places(text)
    return tuple(_told(each, where, model) for each in mistakes)


def at_key(path: Path, why: str, text: str) -> str:
    """One sentence for a mistake that somebody else found."""
    return _at(path, why, places(text))


def _at(path: Path, why: str, where: Mapping[Path, int]) -> str:
    known = next(path[:n] for n in range(len(path), -1, -1) if path[:n] in where)
    line = f"line {where[known]}, " if known else ""
    return f"{line}{_named(path) or 'the whole file'}: {why}"


def _told(mistake: Mistake, where: Mapping[Path, int], model: type[BaseModel]) -> str:
    found = mistake.get("ctx", {}).get("error")
    path: Path = (*mistake["loc"], *(found.at if isinstance(found, Wrong) else ()))
    return _at(path, _why(mistake, path, model), where)


def _named(path: Sequence[str | int]) -> str:
    """``levels[2].hours``: of what there are several, they are counted from 1."""
    named = ""
    for each in path:
        named += f"[{each + 1}]" if isinstance(each, int) else f"{'.' if named else ''}{each}"
    return named


def _why(mistake: Mistake, path: Path, model: type[BaseModel]) -> str:
    plain = _PLAIN.get(mistake["type"])
    if plain is None:
        return str(mistake["msg"])
    why = plain.format(**mistake.get("ctx", {}))
    if mistake["type"] != "extra_forbidden":
        return why
    meant = get_close_matches(str(path[-1]), sorted(_keys(model)), 1)
    return f"{why}; did you mean {meant[0]!r}?" if meant else why


def _keys(model: type[BaseModel]) -> set[str]:
    """Every key that the file may have, wherever."""
    found: set[str] = set()
    for definition in (schema := model.model_json_schema()).get("$defs", {}).values():
        found.update(definition.get("properties", ()))
    return found | set(schema["properties"])
