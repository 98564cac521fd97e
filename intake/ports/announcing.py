"""What is asked of the desk's notices, and done to them (R36)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from intake.notices import Notice, NoticeId


class Announced(Protocol):
    """A part of `Reading`."""

    def notices(self, at: datetime) -> Sequence[Notice]:
        """Those that have not ended at `at`, the first to begin first."""
        ...


class Announcing(Announced, Protocol):
    """A part of `Work`."""

    def announce(self, notice: Notice) -> NoticeId:
        """Keep it; its number is new."""
        ...

    def end_notice(self, id: NoticeId, at: datetime) -> bool:
        """It ends now; False where there is none of this number that had not ended."""
        ...
