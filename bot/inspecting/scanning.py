"""Has files looked at by a scanner of the operator's own, such as clamdscan (D21)."""

import asyncio
import os
import shlex
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Awaitable, Callable
from typing import Final

PATIENCE: Final = 60.0
"""Seconds for one file."""
_CLEAN: Final = 0
_FOUND: Final = 1
_PASSED_ON: Final = ("PATH", "HOME", "LANG", "TZ")

Scan = Callable[[bytes], Awaitable[bool]]
"""Whether a file is harmless. Raises OSError or TimeoutError where nobody could tell."""


async def unscanned(_: bytes) -> bool:
    """No scanner was named: files are kept as they are."""
    return True


class Scanner:
    """A command that reads a file from its standard input, and ends with 0 where it is harmless
    and with 1 where it is not, as ClamAV's do; every other status says that it could not tell."""

    def __init__(self, command: str, patience: float = PATIENCE) -> None:
        self._command, self._patience = shlex.split(command), patience
        self._room = asyncio.Semaphore(1)

    async def scan(self, content: bytes) -> bool:
        """A `Scan`."""
        async with self._room, asyncio.timeout(self._patience):
            status = await self._run(content)
        if status not in (_CLEAN, _FOUND):
            raise OSError(f"the scanner ended with status {status}")
        return status == _CLEAN

    async def _run(self, content: bytes) -> int | None:
        # What else is in our environment are our secrets.
        known = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        scanner = await asyncio.create_subprocess_exec(
            *self._command, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL, env=known
        )
        try:
            await scanner.communicate(content)
        finally:
            if scanner.returncode is None:
                scanner.kill()
                await scanner.wait()
        return scanner.returncode
