"""What can go wrong between a bot and the Web API, arranged beforehand."""

import asyncio
import random
from dataclasses import dataclass, field


@dataclass(frozen=True)
class RateLimited:
    """429 with Retry-After, in seconds; nothing is done."""

    retry_after: int = 1


@dataclass(frozen=True)
class ServerError:
    """A 5xx; nothing is done."""

    status: int = 503


@dataclass(frozen=True)
class SaysNo:
    """`ok: false` with that error; nothing is done."""

    error: str = "internal_error"


@dataclass(frozen=True)
class DropsBefore:
    """The connection breaks before anything is done."""


@dataclass(frozen=True)
class DropsAfter:
    """It is done, but the connection breaks before the answer."""


@dataclass(frozen=True)
class Late:
    """It is done, but the answer comes only when the event is set."""

    until: asyncio.Event


Fault = RateLimited | ServerError | SaysNo | DropsBefore | DropsAfter | Late


@dataclass
class _Plan:
    fault: Fault
    channel: str | None
    left: float
    chance: float

    def fits(self, channel: object) -> bool:
        return self.left > 0 and self.channel in (None, channel)


@dataclass
class Faults:
    """The plans, by method; `*` is any method."""

    rng: random.Random = field(default_factory=lambda: random.Random(0))
    _plans: dict[str, list[_Plan]] = field(default_factory=dict)

    def on(
        self,
        method: str,
        fault: Fault,
        *,
        times: float = 1,
        channel: str | None = None,
        chance: float = 1.0,
    ) -> None:
        """Let the next `times` calls meet the fault, those to one channel or with some chance."""
        self._plans.setdefault(method, []).append(_Plan(fault, channel, times, chance))

    def clear(self) -> None:
        """From now on all goes well."""
        self._plans.clear()

    def take(self, method: str, channel: object) -> Fault | None:
        """The fault that this call meets, used up."""
        plans: list[_Plan] = [*self._plans.get(method, ()), *self._plans.get("*", ())]
        for plan in plans:
            if plan.fits(channel) and (plan.chance >= 1 or self.rng.random() < plan.chance):
                plan.left -= 1
                return plan.fault
        return None
