"""How fast a platform takes messages, and how long to wait for that."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """Messages per second that a platform takes: in one conversation after a burst, and overall."""

    per_conversation: float
    burst: int
    overall: float


@dataclass(slots=True)
class Bucket:
    """How long to wait for the next token; taking one is immediate."""

    rate: float
    burst: float
    level: float = 0.0
    at: float = 0.0

    def pause(self, now: float) -> float:
        self.level = max(0.0, self.level - (now - self.at) * self.rate)
        self.at = now
        self.level += 1
        return max(0.0, (self.level - self.burst) / self.rate)
