"""How a channel posts one reply, and the words in which it tells what became of it."""

from typing import Protocol

from intake.ports import Outgoing


class Wait(Exception):
    """The platform makes this conversation wait; tried again after exactly that long."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Unreachable(Exception):
    """This conversation can never be reached again: blocked, deleted, gone."""


class Unknown(Exception):
    """The request left, but no answer came: the words may have arrived or not."""


class NotSent(Exception):
    """Certainly not posted; worth another try."""


class Sender(Protocol):
    """A channel's way to post one reply."""

    async def send(self, outgoing: Outgoing) -> None:
        """Post it. Raises Wait, Unreachable, Unknown or NotSent."""
        ...
