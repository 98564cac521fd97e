"""Has pictures decoded by a process of its own, which may break in place of ours (D4)."""

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from intake.regulations.attachments import Picture

AT_ONCE: Final = 2
"""A picture may take 200 MB while it is looked at."""
PATIENCE: Final = 20.0
"""Seconds; what takes longer has been kept waiting by others: its own time is limited there."""
_CHILD: Final = Path(__file__).with_name("decoding.py")

Look = Callable[[bytes, int], Awaitable[Picture | None]]
"""What a picture is, decoded whole where it has at most so many pixels; None where it cannot be.

Raises OSError or TimeoutError where nobody could look.
"""


class Inspector:
    """Looks at a few pictures at once."""

    def __init__(self, child: Path = _CHILD, patience: float = PATIENCE) -> None:
        self._child, self._patience = child, patience
        self._room = asyncio.Semaphore(AT_ONCE)

    async def look(self, content: bytes, most: int) -> Picture | None:
        """A `Look`."""
        async with self._room:
            status, told = await self._ask(content, most)
        if status > 0:
            raise OSError(f"the process for pictures ended with status {status}")
        # A process that was killed had met one of its limits.
        found = json.loads(told) if status == 0 else {}
        return Picture(found["kind"].lower(), found["width"], found["height"]) if found else None

    async def _ask(self, content: bytes, most: int) -> tuple[int, bytes]:
        # No environment: it holds our secrets.
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-I", "-B", str(self._child), str(most),
            stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env={}, cwd="/",
        )  # fmt: skip
        try:
            async with asyncio.timeout(self._patience):
                told, _ = await child.communicate(content)
        finally:
            if child.returncode is None:
                child.kill()
                await child.wait()
        return child.returncode or 0, told
