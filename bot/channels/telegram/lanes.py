"""A batch of updates by chat, read from the bare JSON, whatever it may look like."""

from collections.abc import Iterable, Sequence

from bot.channels.telegram.wire import Json


def by_chat(batch: Iterable[Json]) -> Sequence[Sequence[Json]]:
    """The updates of each chat in the order they came; one without a chat stands alone."""
    lanes: dict[object, list[Json]] = {}
    for raw in batch:
        lanes.setdefault(_chat(raw) or ("update", raw["update_id"]), []).append(raw)
    return list(lanes.values())


def _chat(raw: Json) -> int | None:
    for part in raw.values():
        if isinstance(part, dict):
            message = part.get("message", part)
            chat = message.get("chat") if isinstance(message, dict) else None
            if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                return int(chat["id"])
    return None
