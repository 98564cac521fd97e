"""A loop that hangs is noticed, and shown where it hangs (E10)."""

import asyncio
import threading
from collections.abc import MutableMapping
from typing import Any

import structlog

from bot.app.watchdog import Watchdog


class Notebook:
    """A logger whose events can be waited for from a loop that hangs."""

    def __init__(self) -> None:
        self.events: list[MutableMapping[str, Any]] = []
        self.blocked, self.free = threading.Event(), threading.Event()

    def __call__(self, _: Any, __: str, event: MutableMapping[str, Any]) -> str:
        self.events.append(event)
        {"watchdog.loop_blocked": self.blocked, "watchdog.loop_free_again": self.free}[
            event["event"]
        ].set()
        raise structlog.DropEvent


async def test_e10_a_loop_that_hangs_is_shown_with_its_stack_once_and_again_when_free() -> None:
    notebook, lags = Notebook(), list[float]()
    structlog.configure(processors=[notebook])
    watchdog = Watchdog(lags.append, every=0.005, longest=0.05)
    watching = asyncio.create_task(watchdog.run())
    try:
        await asyncio.sleep(0)
        hang_here(notebook)
        await asyncio.to_thread(notebook.free.wait, 10)
    finally:
        watching.cancel()
        structlog.reset_defaults()

    blocked, free = notebook.events
    assert "hang_here" in blocked["stack"]
    assert blocked["seconds"] >= 0.05
    assert free["event"] == "watchdog.loop_free_again"
    assert max(lags) >= 0.04


def hang_here(notebook: Notebook) -> None:
    assert notebook.blocked.wait(10)


async def test_every_beat_calls_whoever_wants_to_know() -> None:
    beaten = asyncio.Event()
    watching = asyncio.create_task(Watchdog(lambda _: None, [beaten.set]).run())
    await asyncio.wait_for(beaten.wait(), 5)
    watching.cancel()
