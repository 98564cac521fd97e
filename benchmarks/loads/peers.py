"""aiogram beside ours: in a Python of its own, since it wants older releases of what we use, with a
Redis that keeps what it is told as a desk would have to: on the disk before it answers."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from benchmarks.crashes.lives import ROOT, Program
from benchmarks.crashes.talks import Script, form_filler
from benchmarks.crashes.telegram_ground import free_port
from benchmarks.crashes.trials import Contender
from benchmarks.crashes.verdict import kept_by_stock

PYTHON: Final = ROOT / ".venv-peers" / "bin" / "python"
_PATIENCE: Final = 10.0


def _form(number: int) -> Script:
    """The same questions, with no time to think."""
    return replace(form_filler(number, "/start", patience=60.0), slowest=0.0)


AIOGRAM: Final = Contender(
    "aiogram, in Redis",
    Program(
        "benchmarks.crashes.stock_aiogram",
        (),
        ("aiogram.fsm.storage.redis", "aiogram.webhook.aiohttp_server"),
        "aiogram started",
        str(PYTHON),
    ),
    _form,
    kept_by_stock,
)


def missing() -> str:
    """What aiogram cannot be measured without; nothing where all is there."""
    if not PYTHON.exists():
        return "aiogram (make peers)"
    return "" if shutil.which("redis-server") else "redis-server"


@asynccontextmanager
async def redis(folder: Path) -> AsyncIterator[tuple[str, int]]:
    """The address of an empty server on loopback, and its process; each write synced."""
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        "redis-server",
        *("--bind", "127.0.0.1", "--port", str(port), "--dir", str(folder), "--save", ""),
        *("--appendonly", "yes", "--appendfsync", "always"),
        stdout=asyncio.subprocess.DEVNULL,
    )
    try:
        await _until_there(port)
        yield f"redis://127.0.0.1:{port}/0", process.pid
    finally:
        process.terminate()
        await process.wait()


async def _until_there(port: int) -> None:
    async with asyncio.timeout(_PATIENCE):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except ConnectionRefusedError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return
