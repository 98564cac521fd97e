"""Telegram for tests: a validating server, the people in it, and what can go wrong."""

from tests.platforms.telegram.faults import (
    BadGateway,
    CutShort,
    DropAfter,
    DropBefore,
    Garbled,
    Refuse,
    Slow,
    flood,
    internal_error,
    taken_over,
    unauthorized,
)
from tests.platforms.telegram.keyboards import Button
from tests.platforms.telegram.person import Person
from tests.platforms.telegram.rates import Rates
from tests.platforms.telegram.server import TOKEN, FakeTelegram
from tests.platforms.telegram.webhook import Patience

__all__ = [
    "TOKEN",
    "BadGateway",
    "Button",
    "CutShort",
    "DropAfter",
    "DropBefore",
    "FakeTelegram",
    "Garbled",
    "Patience",
    "Person",
    "Rates",
    "Refuse",
    "Slow",
    "flood",
    "internal_error",
    "taken_over",
    "unauthorized",
]
