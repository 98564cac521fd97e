"""Values picked out of JSON of any shape: what is missing or of another type is simply empty."""

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

Json: TypeAlias = Mapping[str, object]

_NOTHING: Final[Json] = {}


def part(body: Json, *path: str) -> Json:
    """The object at that path."""
    found: object = body
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else _NOTHING


def word(body: Json, *path: str) -> str:
    """The string at that path."""
    found = (part(body, *path[:-1]) if len(path) > 1 else body).get(path[-1])
    return found if isinstance(found, str) else ""


def each(body: Json, *path: str) -> Sequence[Json]:
    """The objects of the list at that path."""
    found = part(body, *path[:-1]).get(path[-1])
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
