"""The world that a desk lives in: time, chance, weather, the disk, what has been seen so far."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final

from intake.dialogue.messages import Message, MessageId
from intake.ports import Outgoing
from tests.fakes.tables import Tables
from tests.simulation.audit import Audit
from tests.simulation.loop import WORLD, SimulatedLoop
from tests.simulation.weather import Weather

START: Final = datetime(2026, 3, 5, 21, tzinfo=UTC)
"""A Thursday: due times soon meet a weekend."""
CANARY: Final = "7712345678:AAcanaryCanaryCanaryCanaryCanary00"
"""A secret that is in every file's address: it must never be seen again (I9)."""

COUPONS: Final = ("LARKSPUR-VIP-ONE", "LARKSPUR-VIP-TWO")
"""They go from hand to hand: each is spent once."""
STRANGER: Final = "boss@example.org"
"""A customer's address whose mailbox none of the people can read."""


@dataclass(slots=True)
class Trace:
    """What happened, a line each; nothing is kept unless somebody wants to read it."""

    loop: SimulatedLoop
    wanted: bool
    lines: list[str] = field(default_factory=list)

    def note(self, words: str, *about: object) -> None:
        if self.wanted:
            self.lines.append(f"{self.loop.time():9.3f}  {words.format(*about)}")


@dataclass(slots=True)
class World:
    """Everything outside the processes."""

    loop: SimulatedLoop
    chance: Random
    weather: Weather
    trace: Trace
    audit: Audit
    tables: Tables = field(default_factory=Tables)
    messages: dict[MessageId, Message] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    """The true bytes of every file, by its id."""
    disk: dict[str, bytes] = field(default_factory=dict)
    mailboxes: dict[str, list[str]] = field(default_factory=dict)
    """The codes that came to each address."""
    markers: dict[str, str] = field(default_factory=dict)
    """A word of each person's own, and the conversation in which alone it may be read."""
    staff: frozenset[str] = frozenset()
    screens: dict[str, Callable[[Outgoing], None]] = field(default_factory=dict)
    """How each conversation's person sees what is shown there."""
    blocked: set[str] = field(default_factory=set)
    """Conversations whose person wants to hear nothing more."""
    committed: Callable[[], None] = lambda: None
    """Told of every commit."""
    offset: timedelta = timedelta()
    """How wrong the machines' clocks are."""
    down_until: float = 0.0
    """The database takes nothing before."""
    over: bool = False
    """Whoever still waits for the world is to give up."""

    def now(self) -> datetime:
        """The time by the machines' clocks, which may jump."""
        return self.true_time() + self.offset

    def true_time(self) -> datetime:
        """The platforms' time."""
        return START + timedelta(0, self.loop.time())

    def later(self, delay: float, happening: Callable[..., object], *args: Any) -> None:
        """Let it happen in the world, whatever becomes of the process that caused it."""
        if delay:
            self.loop.call_later(delay, happening, *args, context=WORLD)
        else:
            self.loop.call_soon(happening, *args, context=WORLD)

    def jump(self, by: timedelta) -> None:
        """Somebody sets the clocks."""
        self.trace.note("the clocks jump by {}", by)
        self.offset += by
        self.audit.troubled(self.loop.time())
        self.audit.clocks_went_back = self.audit.clocks_went_back or self.offset < timedelta()
