"""A memory that forgets what was put there longest ago."""

from collections import OrderedDict
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """At most `size` values by key."""

    def __init__(self, size: int) -> None:
        self._size, self._held = size, OrderedDict[K, V]()

    def get(self, key: K) -> V | None:
        return self._held.get(key)

    def put(self, key: K, value: V) -> None:
        self._held[key] = value
        self._held.move_to_end(key)
        if len(self._held) > self._size:
            self._held.popitem(last=False)

    def is_new(self, key: K, value: V) -> bool:
        """True the first time; from then on the key is known."""
        known = key in self._held
        self.put(key, value)
        return not known
