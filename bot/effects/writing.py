"""What DBOS keeps of an errand, and how it is read again."""

import json
from typing import Any, Final, get_args

from dbos import Serializer

from intake.ports import Errand

_UNDONE: Final = "undone"


class Undone(Exception):
    """An errand failed; our own log says why, and no database keeps what went wrong."""


class Json(Serializer):
    """JSON instead of pickle, which runs whatever a database holds."""

    def name(self) -> str:
        return "tidings_json"

    def serialize(self, data: Any) -> str:
        return json.dumps(data, default=lambda value: {_UNDONE: type(value).__name__})

    def deserialize(self, serialized_data: str) -> Any:
        return json.loads(serialized_data, object_hook=_revived)


def errand_of(kind: str, about: tuple[str, ...]) -> Errand:
    """Raises Undone for an errand of a newer release: that one's processes will do it."""
    for known in get_args(Errand.__annotations__["kind"]):
        if kind == known:
            return Errand(known, about)
    raise Undone(kind)


def _revived(value: dict[str, Any]) -> Any:
    return Undone(value[_UNDONE]) if value.keys() == {_UNDONE} else value
