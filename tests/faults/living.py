"""The program in a process of its own, with what it writes and what it tells systemd."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]


class Bot:
    """A process of its own, and what it writes."""

    def __init__(self, process: asyncio.subprocess.Process, systemd: socket.socket) -> None:
        self.process, self.systemd = process, systemd
        self.written: list[str] = []

    async def says(self, event: str) -> None:
        """Wait until it has logged that."""
        assert self.process.stdout
        async with asyncio.timeout(20):
            while not any(_event(line) == event for line in self.written):
                line = await self.process.stdout.readline()
                assert line, self.written
                self.written.append(line.decode())

    def told_systemd(self) -> list[str]:
        told = []
        with contextlib.suppress(BlockingIOError):
            while True:
                told.append(self.systemd.recv(99).decode())
        return told

    def hears(self, *signals: signal.Signals) -> None:
        for each in signals:
            self.process.send_signal(each)

    async def lives_on(self, seconds: float) -> bool:
        """Whether it is still there after so long."""
        ended, _ = await asyncio.wait({asyncio.ensure_future(self.process.wait())}, timeout=seconds)
        return not ended

    async def ends(self) -> tuple[int, float]:
        """Its exit status, and after how many seconds."""
        began = time.monotonic()
        assert self.process.stdout
        async with asyncio.timeout(30):
            self.written.append((await self.process.stdout.read()).decode())
            return await self.process.wait(), time.monotonic() - began


@asynccontextmanager
async def bot(environment: Mapping[str, str], folder: Path) -> AsyncIterator[Bot]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(f"\0{folder}")
        systemd.setblocking(False)
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            cwd=folder,
            env={**kept, **environment, "PYTHONPATH": str(ROOT), "NOTIFY_SOCKET": f"@{folder}"},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            limit=1 << 22,
            # The bot minds whether it was started to outlive its terminal: here it was not.
            preexec_fn=_with_a_terminal,
        )
        try:
            # Whether it starts, and what it says then, is the story's own matter.
            yield Bot(process, systemd)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()


def _with_a_terminal() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def _event(line: str) -> str:
    try:
        return str(json.loads(line)["event"])
    except (ValueError, KeyError):
        return ""
