"""Lines as they are typed or piped in, without a thread that nobody can stop."""

import asyncio
import os
import signal
from contextlib import suppress
from typing import Final, Protocol, Self

_AT_ONCE: Final = 64 * 1024


class Lines(Protocol):
    """Where the words of a talk come from."""

    @property
    def interactive(self) -> bool:
        """Somebody sits there and sees what is typed."""
        ...

    async def next(self) -> str | None:
        """The next line without its end, or None when there are no more."""
        ...


class Keyboard:
    """The lines of a terminal, a pipe or a file, by its descriptor.

    As a context it also turns Ctrl-C into the end of the lines, so that a talk can say goodbye.
    """

    def __init__(self, descriptor: int = 0) -> None:
        self._descriptor = descriptor
        self._held = b""
        self._ended = False
        self._stirred = asyncio.Event()

    @property
    def interactive(self) -> bool:
        return os.isatty(self._descriptor)

    async def next(self) -> str | None:
        """See Lines. Bytes that are no UTF-8 are replaced."""
        while b"\n" not in self._held and not self._ended:
            await self._wait()
            if not self._ended:
                self._read()
        if not self._held:
            return None
        line, _, self._held = self._held.partition(b"\n")
        return line.decode("utf-8", "replace").rstrip("\r")

    def interrupt(self) -> None:
        """No more lines, from now on: what has been read is dropped."""
        self._ended, self._held = True, b""
        self._stirred.set()

    def __enter__(self) -> Self:
        # Not on every system, and only on the main thread; elsewhere Ctrl-C stops at once.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            asyncio.get_running_loop().add_signal_handler(signal.SIGINT, self.interrupt)
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(NotImplementedError, RuntimeError, ValueError):
            asyncio.get_running_loop().remove_signal_handler(signal.SIGINT)

    async def _wait(self) -> None:
        loop = asyncio.get_running_loop()
        self._stirred.clear()
        try:
            loop.add_reader(self._descriptor, self._stirred.set)
        except (PermissionError, NotImplementedError):
            return  # A plain file never makes anybody wait.
        try:
            await self._stirred.wait()
        finally:
            loop.remove_reader(self._descriptor)

    def _read(self) -> None:
        try:
            chunk = os.read(self._descriptor, _AT_ONCE)
        except OSError:
            chunk = b""  # The terminal was closed.
        self._held += chunk
        self._ended = not chunk
