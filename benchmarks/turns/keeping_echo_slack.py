"""The echo on Bolt, made to lose nothing that it acknowledged: each event is committed before."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from benchmarks.crashes.stock_slack import run
from benchmarks.turns.echo_slack import echo

EVENTS: Final = Path("events.db")


class Book:
    """Events in a SQLite file, on a thread of its own: a sync of the disk stops nobody else."""

    def __init__(self, path: Path) -> None:
        self._thread = ThreadPoolExecutor(1, "book")
        self._events = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._events.execute("PRAGMA journal_mode = WAL")
        self._events.execute("PRAGMA synchronous = FULL")
        self._events.execute("CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY, text TEXT)")

    async def keep(self, body: dict[str, Any], next: Callable[[], Awaitable[None]]) -> None:
        """Middleware: what follows it, and Bolt's acknowledgement, come after the commit."""
        kept = (body["event_id"], body["event"]["text"])
        await asyncio.get_running_loop().run_in_executor(self._thread, self._commit, kept)
        await next()

    def _commit(self, event: tuple[str, str]) -> None:
        self._events.execute("INSERT OR IGNORE INTO events VALUES (?, ?)", event)


if __name__ == "__main__":
    run(echo, Book(EVENTS).keep)
