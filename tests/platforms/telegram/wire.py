"""What goes over the wire between a bot and Telegram: calls, uploads and refusals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

JsonObject: TypeAlias = dict[str, Any]


class Refusal(Exception):
    """Telegram says no, in its own words: status, description and, rarely, parameters."""

    def __init__(self, code: int, description: str, parameters: JsonObject | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    @property
    def body(self) -> JsonObject:
        """https://core.telegram.org/bots/api#making-requests"""
        body: JsonObject = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(what: str, **parameters: int) -> Refusal:
    return Refusal(400, f"Bad Request: {what}", dict(parameters) or None)


def unparsable(what: str) -> Refusal:
    return bad_request(f"can't parse entities: {what}")


def forbidden(what: str) -> Refusal:
    return Refusal(403, f"Forbidden: {what}")


def conflict(what: str) -> Refusal:
    return Refusal(409, f"Conflict: {what}")


def too_many_requests(retry_after: int) -> Refusal:
    """Seconds to wait are in the words and in `parameters.retry_after`."""
    words = f"Too Many Requests: retry after {retry_after}"
    return Refusal(429, words, {"retry_after": retry_after})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as the bot sent it in a multipart body."""

    name: str
    content: bytes
    mime: str


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the bot: what it asked and, where it was refused, why.

    `injected` tells a refusal that a test planted from one that the bot earned.
    """

    method: str
    parameters: JsonObject
    refusal: Refusal | None = None
    injected: bool = False

    @property
    def chat_id(self) -> int | None:
        chat = self.parameters.get("chat_id")
        return chat if isinstance(chat, int) else None
