"""What only one of several processes may do at a time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Lease:
    """Who does it, and until when by their own clock if nothing more is heard of them."""

    holder: str
    until: datetime


class Leases(Protocol):
    """What is done with leases; a part of `Work`."""

    def lease(self, name: str, wanted: Lease, at: datetime, dead: Lease | None = None) -> Lease:
        """Take or renew a lease; returns the one that is in force.

        It is given where nobody has it, where the same holder has it, where it ran out before
        `at`, and where it still is the one that is known to be `dead`.
        """
        ...

    def release(self, name: str, holder: str) -> None:
        """End one's own lease at once."""
        ...
