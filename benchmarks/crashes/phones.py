"""What a person holds in their hand: a screen, and a way to say and to press things."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Seen:
    """One message of the bot as it stands on the screen now; `shown` is the platform's own."""

    id: str
    text: str
    labels: tuple[str, ...]
    shown: Any


@dataclass(frozen=True, slots=True)
class Deed:
    """Something said or pressed.

    `message` is the id under which a desk takes it in, `delivered` whether the platform believes
    that the bot has it, `given_up` whether it has not and will not try again.
    """

    message: str
    delivered: Callable[[], bool]
    given_up: Callable[[], bool]


class Phone(Protocol):
    """One person's; nobody else has the same."""

    @property
    def person(self) -> str:
        """The person's id as the desk knows it."""
        ...

    def sees(self) -> Sequence[Seen]:
        """The bot's messages, oldest first."""
        ...

    async def says(self, text: str) -> Deed: ...

    async def presses(self, label: str, on: Seen) -> Deed: ...

    async def until(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Whether the condition came true in time; looked at when the screen changes, and when
        the platform gives up."""
        ...
