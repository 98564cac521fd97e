"""How the program is: asked by `/readyz` and `/metrics`, and looked at once for many who ask."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from bot.metrics import Metrics
from bot.web.health import Finding, Health
from intake.ports import Backlog, Clock, Store, StoreUnavailable, Work

FRESH: Final = 2.0
"""Seconds for which a look at the database serves everybody who asks."""
PATIENCE: Final = 5.0
LATELY: Final = 60.0
"""Seconds for which a channel may be away: connections are renewed, platforms restart."""
SOON: Final = timedelta(hours=1)
OLDEST_REPLY: Final = timedelta(minutes=5)
OLDEST_MESSAGE: Final = timedelta(minutes=10)

Alive = Callable[[], bool]
Check = Callable[[], Awaitable[bool]]
"""Whether a part of the whole desk is well; one that raises is not."""


@dataclass(slots=True)
class _Channel:
    alive: Alive
    seen: float = float("-inf")


@dataclass(slots=True)
class Vitals:
    """Channels and checks are added while the program is put together."""

    store: Store
    clock: Clock
    metrics: Metrics
    monotonic: Callable[[], float] = time.monotonic
    _channels: dict[str, _Channel] = field(default_factory=dict)
    _checks: dict[str, Check] = field(default_factory=dict)
    _served: list[str] = field(default_factory=list)
    _looking: asyncio.Lock = field(default_factory=asyncio.Lock)
    _looked: float = float("-inf")
    _findings: Sequence[Finding] = ()

    def watch(self, channel: str, alive: Alive) -> None:
        """Without this channel the process takes no messages from there."""
        self._channels[channel] = _Channel(alive)

    def serve(self, channel: str) -> None:
        """Replies and files of this channel are ours to care for."""
        self._served.append(f"{channel}:")

    def check(self, part: str, check: Check) -> None:
        """A part that all processes share: where it is not well, we are degraded."""
        self._checks[part] = check

    def beat(self) -> None:
        """Look whether the channels are there; to be called about every second."""
        now = self.monotonic()
        for name, channel in self._channels.items():
            up = channel.alive()
            channel.seen = now if up else channel.seen
            self.metrics.up.labels(name).set(up)

    async def look(self) -> Sequence[Finding]:
        """How everything is; at most `FRESH` seconds old."""
        async with self._looking:
            if self.monotonic() - self._looked > FRESH:
                self._findings = await self._look()
                self._looked = self.monotonic()
            return self._findings

    async def figures(self) -> bytes:
        """The metrics, with what waits in the database as of now."""
        await self.look()
        return self.metrics.text()

    async def _look(self) -> Sequence[Finding]:
        backlog = await self._backlog()
        self.metrics.waiting["up_to_date"].set(backlog is not None)
        found = [Finding("database", Health.FAILED if backlog is None else Health.OK)]
        found += [Finding(name, self._of(channel)) for name, channel in self._channels.items()]
        if backlog:
            self._show(backlog)
            found += self._judged(backlog)
        for part, check in self._checks.items():
            found.append(_shared(part, await self._passes(check)))
        return found

    async def _backlog(self) -> Backlog | None:
        """None where the database does not take a write, or answers too late."""
        now = self.clock()
        try:
            async with asyncio.timeout(PATIENCE):
                await self.store.record(partial(_touch, at=now))
                return await self.store.read(lambda read: read.backlog(now, SOON, self._served))
        except (StoreUnavailable, TimeoutError):
            return None

    def _of(self, channel: _Channel) -> Health:
        return Health.OK if self.monotonic() - channel.seen < LATELY else Health.FAILED

    def _judged(self, backlog: Backlog) -> list[Finding]:
        return [
            _shared("replies", self._age(backlog.oldest_unsent) < OLDEST_REPLY.total_seconds()),
            _shared("messages", self._age(backlog.oldest_failing) < OLDEST_MESSAGE.total_seconds()),
            _shared("dead letters", not backlog.dead_letters),
        ]

    def _show(self, backlog: Backlog) -> None:
        for name, value in (
            ("outbox_waiting", backlog.unsent),
            ("outbox_oldest_seconds", self._age(backlog.oldest_unsent)),
            ("inbox_waiting", backlog.failing),
            ("inbox_oldest_seconds", self._age(backlog.oldest_failing)),
            ("files_waiting", backlog.files),
            ("dead_letters", backlog.dead_letters),
            ("tickets_open", backlog.open_tickets),
            ("sla_due_soon", backlog.due_soon),
            ("sla_breached", backlog.overdue),
        ):
            self.metrics.waiting[name].set(value)

    def _age(self, since: datetime | None) -> float:
        return max(0.0, (self.clock() - since).total_seconds()) if since else 0.0

    async def _passes(self, check: Check) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                return await check()
        except Exception:  # noqa: BLE001 - how it failed is for its own part to log
            return False


def _touch(work: Work, at: datetime) -> None:
    work.touch(at)


def _shared(part: str, well: bool) -> Finding:
    return Finding(part, Health.OK if well else Health.DEGRADED)
