"""What SQLite does inside, counted: the same on any machine, however busy."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Engine, event


@dataclass(frozen=True, slots=True)
class Inside:
    """Jumps of SQLite's virtual machine (each row looked at takes one at least), and bytes that
    the process has read and written: pages, hardly anything else."""

    jumps: float
    read: float
    written: float

    def __sub__(self, before: Self) -> "Inside":
        return Inside(
            self.jumps - before.jumps, self.read - before.read, self.written - before.written
        )

    def __truediv__(self, times: int) -> "Inside":
        return Inside(self.jumps / times, self.read / times, self.written / times)


@contextmanager
def counting() -> Iterator[Callable[[], Inside]]:
    """Of every connection that is opened meanwhile; call what you get to know how much so far."""
    jumped = 0

    def jump() -> None:
        nonlocal jumped
        jumped += 1

    def watch(connection: Any, _: object) -> None:
        # With 1 it is called wherever a statement could be interrupted, which is at each jump:
        # https://www.sqlite.org/c3ref/progress_handler.html
        connection.set_progress_handler(jump, 1)

    def look() -> Inside:
        return Inside(jumped, *_bytes())

    event.listen(Engine, "connect", watch)
    try:
        yield look
    finally:
        event.remove(Engine, "connect", watch)


def _bytes() -> tuple[int, int]:
    """Read and written so far: https://man7.org/linux/man-pages/man5/proc_pid_io.5.html"""
    lines = Path("/proc/self/io").read_text("utf-8").splitlines()
    told = dict(line.split(": ") for line in lines)
    return int(told["rchar"]), int(told["wchar"])
