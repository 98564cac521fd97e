"""Notices when the event loop hangs, and says where (E10)."""

import asyncio
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog

Beat = Callable[[], None]

log = structlog.get_logger()


@dataclass(slots=True)
class Watchdog:
    """The loop beats every second; a thread looks whether it still does.

    `lag` is told how late each beat is, in seconds; `beats` are called with each.
    """

    lag: Callable[[float], None]
    beats: list[Beat] = field(default_factory=list)
    every: float = 1.0
    longest: float = 5.0
    """Seconds without a beat after which the loop counts as blocked."""
    _beaten: float = 0.0
    _loop_thread: int = 0
    _ended: threading.Event = field(default_factory=threading.Event)

    async def run(self) -> None:
        """Until cancelled."""
        self._beaten, self._loop_thread = time.monotonic(), threading.get_ident()
        threading.Thread(target=self._watch, name="tidings-watchdog", daemon=True).start()
        try:
            while True:
                self._beat()
                await asyncio.sleep(self.every)
                self.lag(max(0.0, time.monotonic() - self._beaten - self.every))
        finally:
            self._ended.set()

    def _beat(self) -> None:
        self._beaten = time.monotonic()
        for each in self.beats:
            each()

    def _watch(self) -> None:
        blocked_since = 0.0
        while not self._ended.wait(self.every):
            beaten = self._beaten
            silent = time.monotonic() - beaten
            if blocked_since and beaten != blocked_since:
                log.warning("watchdog.loop_free_again", seconds=round(beaten - blocked_since, 1))
                blocked_since = 0.0
            if not blocked_since and silent > self.longest:
                blocked_since = beaten
                log.error("watchdog.loop_blocked", seconds=round(silent, 1), stack=self._stack())

    def _stack(self) -> str:
        # The documented way to look at another thread, despite its name.
        frame = sys._current_frames().get(self._loop_thread)  # noqa: SLF001
        return "".join(traceback.format_stack(frame)) if frame else ""
