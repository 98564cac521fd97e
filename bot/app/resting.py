"""Spares the garbage collector what the program keeps until its end."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
