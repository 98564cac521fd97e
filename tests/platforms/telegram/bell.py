"""Waiting for something to become true, without asking again and again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Bell:
    """Rings whenever something changed; whoever waits looks again."""

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []

    def ring(self) -> None:
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def until(self, condition: Callable[[], T], seconds: float) -> T:
        """The first truthy value of the condition. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while not (value := condition()):
                future = asyncio.get_running_loop().create_future()
                self._waiting.append(future)
                await future
        return value
