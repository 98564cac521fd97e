"""Each person is heard in the order in which they spoke; nobody waits for somebody else."""

import asyncio
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class Turns:
    """A queue for each person, there as long as somebody stands in it."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[Hashable, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, person: Hashable) -> AsyncIterator[None]:
        """Wait until everything that this person said before has been heard."""
        lock = self._locks.setdefault(person, asyncio.Lock())
        async with lock:
            yield
