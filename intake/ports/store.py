"""The one place where things are remembered."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar

from intake.inbox import Inbox
from intake.leases import Leases
from intake.ports.announcing import Announcing
from intake.ports.breaks import BreakKeeping
from intake.ports.deadlines import Deadlines
from intake.ports.faq import FaqKeeping
from intake.ports.filing import Filing
from intake.ports.identities import IdentityKeeping
from intake.ports.learning import Learning
from intake.ports.reading import Reading
from intake.ports.senses import SenseKeeping
from intake.ports.talks import Talks
from intake.ports.values import Outcome

T = TypeVar("T")
U = TypeVar("U")


class Work(
    Reading,
    Talks,
    Filing,
    FaqKeeping,
    SenseKeeping,
    IdentityKeeping,
    Deadlines,
    Learning,
    Announcing,
    Inbox,
    Leases,
    BreakKeeping,
    Protocol,
):
    """One transaction. It is committed when its unit returns, and undone when that raises."""

    def count(self, outcome: Outcome) -> None:
        """Remember what became of suggestions."""
        ...

    def touch(self, at: datetime) -> None:
        """Write something that nobody reads: whoever can commit this can take messages."""
        ...


class Store(Protocol):
    """The one place where things are remembered. All methods raise StoreUnavailable."""

    async def read(self, question: Callable[[Reading], T]) -> T:
        """Answer a question from one consistent look; other people's turns go on meanwhile."""
        ...

    async def record(self, unit: Callable[[Work], T]) -> T:
        """Run the unit in one transaction; when this returns, it is durable.

        A unit may be run again after it was undone, so it does nothing but read and write. Where a
        server's answer to the commit is lost, StoreUnavailable is raised although it may stand.
        """
        ...

    async def decide(
        self, question: Callable[[Reading], T], unit: Callable[[Work, T], U]
    ) -> tuple[T, U]:
        """Answer a question as `read` does and record what follows as `record` does; a store may
        spare the caller's way between the two."""
        answer = await self.read(question)
        return answer, await self.record(lambda work: unit(work, answer))

    async def record_soon(self, unit: Callable[[Work], T]) -> T:
        """`record` what is worth no transaction of its own: it may wait some milliseconds for one
        that is recorded anyway."""
        return await self.record(unit)
