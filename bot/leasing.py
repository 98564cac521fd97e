"""Does something in exactly one of any number of processes."""

import asyncio
import os
import secrets
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Final

import structlog

from intake.leases import Lease
from intake.ports import Clock, Store, StoreUnavailable

LASTS: Final = timedelta(seconds=8)
"""After a kill another process takes over in that time and one try more."""
RENEWED: Final = 2.0
AGAIN: Final = 1.0
"""Seconds between two tries of somebody who stands by."""

Duty = Callable[[], Awaitable[None]]
Sleep = Callable[[float], Awaitable[None]]

log = structlog.get_logger()


class OnlyOne:
    """Holds the lease of that name as long as it lives, and does its duty meanwhile.

    Whoever holds it counts from before he asked, whoever stands by from when he saw it renewed: so
    it is lost before it is taken. Where the clocks of two machines differ by seconds, two may do
    it for a moment, and whoever hands out work has to make doubles harmless.
    """

    def __init__(
        self,
        name: str,
        store: Store,
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._name, self._store, self._clock = name, store, clock
        self._sleep, self._monotonic = sleep, monotonic
        self._me = f"{_this_process()}/{secrets.token_hex(4)}"
        self._ours: tuple[float, Lease] | None = None
        self._seen: tuple[float, Lease] | None = None
        self._stopping, self._ended = asyncio.Event(), asyncio.Event()
        self._ended.set()

    def holds(self) -> bool:
        """Whether nobody else does it. To be asked before every step that another process could
        do as well: we may have been paused for long."""
        if self._ours is None:
            return False
        until, lease = self._ours
        return self._monotonic() < until and self._clock() < lease.until

    async def run(self, duty: Duty) -> None:
        """Do it whenever the lease is ours, until `stop`. Raises what the duty raises.

        A duty ends by itself after `stop`, and when `holds` tells it to; it is cancelled when the
        lease is lost.
        """
        self._ended.clear()
        try:
            while not self._stopping.is_set():
                if await self._renew():
                    log.info("lease.taken", lease=self._name)
                    await self._serve(duty)
                else:
                    await self._wait(AGAIN)
        finally:
            await self._release()
            self._ended.set()

    async def stop(self) -> None:
        """Wait until the duty has ended, and let somebody else have it at once."""
        self._stopping.set()
        await self._ended.wait()

    async def _serve(self, duty: Duty) -> None:
        doing = asyncio.ensure_future(duty())
        try:
            while self.holds() and not doing.done():
                pause = asyncio.ensure_future(self._sleep(RENEWED))
                await asyncio.wait({doing, pause}, return_when=asyncio.FIRST_COMPLETED)
                pause.cancel()
                if not doing.done():
                    await self._renew()
            if not doing.done():
                log.warning("lease.lost", lease=self._name)
                doing.cancel()
            with suppress(asyncio.CancelledError):
                await doing
        finally:
            doing.cancel()

    async def _renew(self) -> bool:
        """Whether the lease is ours. What we hold counts from before we asked."""
        asked, now = self._monotonic(), self._clock()
        wanted, dead = Lease(self._me, now + LASTS), self._dead()
        try:
            found = await self._store.record(lambda work: work.lease(self._name, wanted, now, dead))
        except StoreUnavailable:
            return False
        if found.holder != self._me:
            self._ours = None
            if self._seen is None or self._seen[1] != found:
                self._seen = asked, found
            return False
        self._ours, self._seen = (asked + LASTS.total_seconds(), wanted), None
        return True

    def _dead(self) -> Lease | None:
        """The lease that we saw, where its holder has certainly gone."""
        if self._seen is None:
            return None
        since, lease = self._seen
        silent = self._monotonic() - since >= LASTS.total_seconds()
        return lease if silent or _has_gone(lease.holder) else None

    async def _release(self) -> None:
        self._ours = None
        with suppress(StoreUnavailable):
            await self._store.record(lambda work: work.release(self._name, self._me))

    async def _wait(self, seconds: float) -> None:
        waits = [
            asyncio.ensure_future(self._sleep(seconds)),
            asyncio.ensure_future(self._stopping.wait()),
        ]
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for each in waits:
            each.cancel()


def _this_process() -> str:
    """Where and which process we are: machine since its start, namespace, number, and its birth."""
    return f"{_machine()}/{os.getpid()}/{_birth(os.getpid())}"


def _has_gone(holder: str) -> bool:
    """Whether it was a process of this very machine that is no more; of others nobody can tell."""
    machine, _, rest = holder.partition("/")
    number, _, rest = rest.partition("/")
    if not machine or machine != _machine() or not number.isdecimal():
        return False
    return _birth(int(number)) != rest.partition("/")[0]


def _machine() -> str:
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        return f"{boot}-{Path('/proc/self/ns/pid').stat().st_ino}"
    except OSError:
        return ""


def _birth(number: int) -> str:
    """When a process was started, in the kernel's own count; nothing where there is none."""
    try:
        return (
            Path(f"/proc/{number}/stat")
            .read_text("ascii", "replace")
            .rpartition(")")[2]
            .split()[19]
        )
    except (OSError, IndexError):
        return ""
