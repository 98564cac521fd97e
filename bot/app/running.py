"""Runs the desk until it is told to stop, and stops it so that nothing is lost (E4)."""

import asyncio
import signal
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from typing import Final

import structlog

from bot.app.connecting import Duties, connect
from bot.app.parts import Parts, opened
from bot.settings import SHUTDOWN_PATIENCE, Settings

STEP: Final = 5.0
"""Seconds that one part may take to stop taking messages."""

log = structlog.get_logger()


async def serve(settings: Settings, duties: Duties) -> None:
    """Serve the connected platforms until SIGTERM or SIGINT; a task that fails ends it too."""
    async with opened(settings) as parts, AsyncExitStack() as stack:
        await connect(parts, stack, duties)
        await parts.seed_sample()
        await _run(parts)


async def _run(parts: Parts) -> None:
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, told.set)
    running = [asyncio.ensure_future(task()) for task in parts.tasks]
    log.info("tidings.started", web=bool(parts.routes), tasks=len(running))
    try:
        await _until(told, running)
    finally:
        for stop in parts.stops:
            with suppress(TimeoutError):
                await asyncio.wait_for(stop(), STEP)
        await parts.delivery.stop(SHUTDOWN_PATIENCE.total_seconds())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        log.info("tidings.stopped")


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
