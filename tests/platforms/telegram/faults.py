"""What can go wrong on the way, planted by a test: each fault names when and how often."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from tests.platforms.telegram.wire import JsonObject, Refusal, conflict, too_many_requests


@dataclass(frozen=True, slots=True)
class Refuse:
    """Answered with an error, nothing done."""

    refusal: Refusal


@dataclass(frozen=True, slots=True)
class BadGateway:
    """A front server's HTML page with a 5xx status, nothing done."""

    status: int = 502


@dataclass(frozen=True, slots=True)
class DropBefore:
    """The connection is reset, nothing done."""


@dataclass(frozen=True, slots=True)
class DropAfter:
    """Done, but the connection is reset: the answer is lost."""


@dataclass(frozen=True, slots=True)
class Slow:
    """Done, but the answer comes only when `until` has returned (`event.wait`, say)."""

    until: Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Garbled:
    """Done, but the body is not JSON."""

    body: bytes = b'{"ok":tr'


@dataclass(frozen=True, slots=True)
class CutShort:
    """Done, but the connection is reset in the middle of the body."""


Fault: TypeAlias = Refuse | BadGateway | DropBefore | DropAfter | Slow | Garbled | CutShort


def flood(retry_after: int) -> Refuse:
    """429; seconds."""
    return Refuse(too_many_requests(retry_after))


def unauthorized() -> Refuse:
    return Refuse(Refusal(401, "Unauthorized"))


def taken_over() -> Refuse:
    return Refuse(
        conflict(
            "terminated by other getUpdates request; "
            "make sure that only one bot instance is running"
        )
    )


def internal_error() -> Refuse:
    return Refuse(Refusal(500, "Internal Server Error"))


@dataclass
class Planted:
    """One fault and where it strikes: a method, perhaps one chat, perhaps a condition."""

    fault: Fault
    method: str
    chat_id: int | None = None
    times: int | None = 1
    when: Callable[[JsonObject], bool] | None = None
    struck: int = 0

    def strikes(self, parameters: JsonObject) -> bool:
        return (
            (self.times is None or self.struck < self.times)
            and self.chat_id in (None, parameters.get("chat_id"))
            and (self.when is None or self.when(parameters))
        )


class Faults:
    """The faults still to come, by method."""

    def __init__(self) -> None:
        self._planted: dict[str, list[Planted]] = {}

    def on(
        self,
        method: str,
        fault: Fault,
        *,
        chat_id: int | None = None,
        times: int | None = 1,
        when: Callable[[JsonObject], bool] | None = None,
    ) -> Planted:
        """Plants a fault; `times=None` is for ever, `when` looks at the parameters."""
        planted = Planted(fault, method, chat_id, times, when)
        self._planted.setdefault(method, []).append(planted)
        return planted

    def clear(self) -> None:
        self._planted.clear()

    def take(self, method: str, parameters: JsonObject) -> Fault | None:
        for planted in self._planted.get(method, ()):
            if planted.strikes(parameters):
                planted.struck += 1
                return planted.fault
        return None
