"""Spares the garbage collector what the program keeps, and the system what it does not need."""

import asyncio
import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

EVERY: Final = 60.0
"""Seconds between two times that memory is given back."""


@contextmanager
def at_rest() -> Iterator[None]:
    """What is there by now is not looked through again and again: modules, texts, the FAQ.

    That took a sixth of a turn's processor time, and made people wait who wrote just then. What is
    replaced later, as an old FAQ, still goes as soon as nobody refers to it.
    """
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


async def giving_back() -> None:
    """Give memory that lies free between pieces in use back to the system, until cancelled.

    glibc keeps it otherwise, and a busy desk, or a large FAQ that was laid out, seems to need
    more and more. Other C libraries do without.
    """
    while True:
        await asyncio.sleep(EVERY)
        await asyncio.to_thread(give_back)


def give_back() -> None:
    """Once, and now; other threads may wait a few milliseconds for memory meanwhile."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
