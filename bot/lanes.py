"""One conversation's replies in a row, and the way by which its channel posts them."""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from bot.pacing import Bucket, Pace
from bot.sending import Sender
from intake.ports import Outgoing


@dataclass(slots=True)
class Route:
    """A channel's sender, and the pace that all of its conversations share."""

    sender: Sender
    pace: Pace
    bucket: Bucket

    @classmethod
    def of(cls, sender: Sender, pace: Pace) -> Self:
        # A burst and what follows it within a second together make no more than the pace.
        return cls(sender, pace, Bucket(pace.overall * 0.8, max(1.0, pace.overall * 0.2)))


@dataclass(slots=True)
class Lane:
    """One conversation's replies in order, and the one task that sends them."""

    route: Route
    bucket: Bucket
    held_until: datetime
    """Until when the reply is held that is held the shortest."""
    first_until: datetime
    """Until when the first is; what stands behind it nobody takes before."""
    waiting: deque[Outgoing] = field(default_factory=deque)
    task: asyncio.Task[None] | None = None

    @classmethod
    def on(cls, route: Route, held_until: datetime) -> Self:
        bucket = Bucket(route.pace.per_conversation, route.pace.burst)
        return cls(route, bucket, held_until, held_until)

    def is_ours(self, now: datetime) -> bool:
        """Whoever stood still, or whose clock jumped, comes too late: another process may have sent
        what waits here, or sends it now. A sweep brings back what it has not (I7)."""
        return now < self.first_until
