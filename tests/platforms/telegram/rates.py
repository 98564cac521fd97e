"""Telegram's sending rates, for tests that want them kept.

https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

from tests.platforms.telegram.wire import too_many_requests


@dataclass
class Pace:
    """One message each `interval` seconds, with a short burst allowed ahead of it."""

    interval: float
    burst: int
    due: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next message is welcome; zero counts as sent."""
        ahead = max(self.due - now, 0.0)
        excess = ahead - self.interval * (self.burst - 1)
        if excess > 1e-9:
            return excess
        self.due = now + ahead + self.interval
        return 0.0


@dataclass
class Rates:
    """1 message/s to a person, 20/min to a group, 30/s overall; `clock` counts seconds."""

    clock: Callable[[], float]
    burst: int = 3
    overall: Pace = field(default_factory=lambda: Pace(1 / 30, 30))
    _chats: dict[int, Pace] = field(default_factory=dict)

    def check(self, chat_id: int) -> None:
        """Raises Refusal (429) for the message that is too much."""
        now = self.clock()
        if chat_id not in self._chats:
            self._chats[chat_id] = Pace(1.0, self.burst) if chat_id > 0 else Pace(3.0, 20)
        if wait := self._chats[chat_id].wait(now) or self.overall.wait(now):
            raise too_many_requests(ceil(wait))
