"""What goes wrong, how often, and how long things take: drawn by the seed."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Final

MOST: Final[Mapping[str, float]] = {
    # on the way in
    "request lost": 0.15,
    "request twice": 0.15,
    "request late": 0.2,
    "answer lost": 0.15,
    "told again": 0.1,
    # on the way out
    "not sent": 0.2,
    "not known": 0.15,
    "wait": 0.1,
    "slow post": 0.1,
    "odd post": 0.01,
    "mail fails": 0.2,
    "mail untold": 0.2,
    # on the disk
    "commit fails": 0.05,
    "commit untold": 0.05,
    "slow disk": 0.05,
    "disk hangs": 0.003,
    "fetch fails": 0.2,
    "tid again": 0.2,
    "turn fails": 0.1,
    # of the machine, at each step
    "crash": 0.04,
    "stop": 0.01,
    "stall": 0.01,
    "outage": 0.01,
    "jump": 0.01,
    "block": 0.01,
}
"""Every kind of fault, and the greatest share of the occasions on which it strikes."""


@dataclass(slots=True)
class Weather:
    """Each seed has faults of its own: where all of them strike at once, none is seen clearly."""

    chance: Random
    rates: Mapping[str, float]
    calm: bool = False
    """Nothing strikes any more."""
    struck: int = 0
    """How often anything did."""

    @classmethod
    def of(cls, chance: Random) -> "Weather":
        rates = {
            kind: 0.0 if chance.random() < 0.5 else chance.uniform(most / 10, most)
            for kind, most in MOST.items()
        }
        return cls(chance, rates)

    def strikes(self, kind: str) -> bool:
        rate = self.rates[kind]
        if not rate or self.calm or self.chance.random() >= rate:
            return False
        self.struck += 1
        return True

    def moment(self) -> float:
        """How long a healthy network or disk takes, in seconds: often no time at all."""
        draw = self.chance.random()
        return 0.0 if draw < 0.4 else draw * 0.1
