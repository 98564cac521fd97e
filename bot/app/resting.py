"""Spares the garbage collector what the program keeps, and the system what it does not need."""

import asyncio
import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

EVERY: Final = 60.0
"""Seconds between two times that memory is given back."""
_YOUNG: Final = 20_000
"""New objects before the collector looks for circles among them, for Python's 700: a turn leaves
hardly any, and a look at so many takes half a millisecond."""


@contextmanager
def at_rest() -> Iterator[None]:
    """What is there by now is not looked through again and again: modules, texts, the FAQ.

    That took a fifth of a turn's processor time, and made people wait who wrote just then. What is
    replaced later, as an old FAQ, still goes as soon as nobody refers to it.
    """
    gc.collect()
    gc.freeze()
    _, *older = before = gc.get_threshold()
    gc.set_threshold(_YOUNG, *older)
    try:
        yield
    finally:
        gc.set_threshold(*before)
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
