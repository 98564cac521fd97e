"""A platform with people on it, to which a desk can be connected, and what can happen there."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import ClassVar, Protocol, runtime_checkable

from tests.journeys.desk import Desk
from tests.journeys.people import Person

NUMBERS = {"ana": 42, "bob": 77, "kim": 9, "eva": 51, "otto": 68}
"""The people of the stories; Kim is staff."""


class Place(Protocol):
    """Entered, it is there, whatever becomes of the desk."""

    channel: ClassVar[str]

    async def __aenter__(self) -> object: ...

    async def __aexit__(self, *_: object) -> None: ...

    def connected(self, desk: Desk) -> AbstractAsyncContextManager[None]:
        """The desk's own channel is connected while this is entered."""
        ...

    def person(self, name: str, language: str) -> Person:
        """Somebody, the same for the same name; acting needs a connected desk."""
        ...

    def id_of(self, name: str) -> str:
        """A person's id, as the desk knows it."""
        ...

    async def settled(self) -> None:
        """Until the desk has taken everything that was said."""
        ...

    def mistakes(self) -> list[object]:
        """What the platform refused or left open through a fault of the desk's."""
        ...


@runtime_checkable
class Troubled(Place, Protocol):
    """A platform on which something can go wrong."""

    def repeats(self, copies: int) -> None:
        """Deliver everything that many times from now on (A6)."""
        ...

    async def repeats_all(self) -> None:
        """Deliver once more everything that was ever delivered (A6, A7)."""
        ...

    def holds(self) -> None:
        """Deliver nothing, until `lets_go`."""
        ...

    async def lets_go(self) -> None:
        """Deliver what was held, in the wrong order where the platform may (A8)."""
        ...

    def fails(self) -> None:
        """Take no message from the desk, until `recovers`."""
        ...

    def recovers(self) -> None: ...
