"""What the desk needs from the outside world, in its own words."""

from collections.abc import Callable
from datetime import datetime

from intake.ports.reading import Reading
from intake.ports.senses import Meant, Unread
from intake.ports.store import Store, Work
from intake.ports.values import (
    AlreadyFiled,
    AwaitedFile,
    Backlog,
    Deadline,
    Errand,
    KeptFile,
    Known,
    Outcome,
    Outgoing,
    ReplyId,
    Revision,
    Stale,
    StoreUnavailable,
    TidTaken,
)

__all__ = [
    "AlreadyFiled",
    "AwaitedFile",
    "Backlog",
    "Clock",
    "Deadline",
    "Errand",
    "KeptFile",
    "Known",
    "Meant",
    "Outcome",
    "Outgoing",
    "Reading",
    "ReplyId",
    "Revision",
    "Stale",
    "Store",
    "StoreUnavailable",
    "TidTaken",
    "Unread",
    "Work",
]

Clock = Callable[[], datetime]
"""Now, aware, in UTC."""
