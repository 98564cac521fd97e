"""Runs the desk until it is told to stop, and stops it so that nothing is lost (E4)."""

import asyncio
import os
import signal
from collections.abc import Sequence
from contextlib import AsyncExitStack
from typing import Final

import structlog

from bot.app.connecting import connect
from bot.app.notifying import Notifier
from bot.app.parts import Duties, Parts, Task, opened
from bot.app.resting import at_rest
from bot.app.watchdog import Watchdog
from bot.settings import SHUTDOWN_PATIENCE, Settings

STEP: Final = 5.0
"""Seconds that the parts may take to stop taking messages, and again to close."""

log = structlog.get_logger()


async def serve(settings: Settings, duties: Duties) -> None:
    """Serve the connected platforms until a signal ends it; a task that fails ends it too.

    SIGTERM, SIGINT and SIGHUP (a terminal that closes) let what was begun be finished; a second
    one ends at once. Both lose nothing: what was acknowledged is on disk, the rest comes again.
    """
    async with opened(settings) as parts, AsyncExitStack() as stack:
        await connect(parts, stack, duties)
        await parts.seed_sample()
        with at_rest():
            await _run(parts)


async def _run(parts: Parts) -> None:
    told, notifier = asyncio.Event(), Notifier.of()
    _listen_to_signals(told)
    beats = [parts.vitals.beat, notifier.alive]
    watchdog = Watchdog(parts.metrics.lag.observe, beats)
    running = [asyncio.ensure_future(task()) for task in (*parts.tasks, watchdog.run)]
    log.info("tidings.started", addresses=parts.addresses, tasks=len(running))
    notifier.ready()
    try:
        await _until(told, running)
    finally:
        notifier.leaving()
        log.info("tidings.stopping")
        # All at once: nothing new is taken a moment later, however long one of them finishes.
        await asyncio.gather(*map(_stopped, parts.stops))
        log.info("tidings.draining")
        await parts.delivery.stop(SHUTDOWN_PATIENCE.total_seconds() - 2 * STEP)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        log.info("tidings.stopped")


async def _stopped(stop: Task) -> None:
    try:
        await asyncio.wait_for(stop(), STEP)
    except TimeoutError:
        log.warning("tidings.stop_takes_long")
    except Exception:  # The others are to stop all the same.
        log.exception("tidings.stop_failed")


def _listen_to_signals(told: asyncio.Event) -> None:
    def hear(number: int) -> None:
        if told.is_set():
            os._exit(128 + number)
        told.set()

    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        # `nohup` asks to live on when the terminal closes.
        if each is not signal.SIGHUP or signal.getsignal(each) is not signal.SIG_IGN:
            loop.add_signal_handler(each, hear, each)


async def _until(told: asyncio.Event, running: Sequence["asyncio.Future[None]"]) -> None:
    """Tasks that simply end are fine; one that fails ends the program, with its error."""
    waiting: asyncio.Future[object] = asyncio.ensure_future(told.wait())
    pending: set[asyncio.Future[object]] = {waiting}
    pending.update(running)  # type: ignore[arg-type]  # a Future's result is only read here
    try:
        while waiting in pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
    finally:
        waiting.cancel()
