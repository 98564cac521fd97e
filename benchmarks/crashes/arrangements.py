"""How a desk is run: one process on a file, or several on a server's database."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.crashes.telegram_ground import free_port
from tests.postgres import serving


@dataclass(frozen=True, slots=True)
class Arrangement:
    """So many processes of the bot, over a database that is there for one trial."""

    name: str
    processes: int
    database: Callable[[Path], AbstractContextManager[str]]

    def ports(self, asked: str) -> list[int]:
        """Where each process listens: on the port that was asked for, if it is alone."""
        return [int(asked)] if self.processes == 1 else [free_port() for _ in range(self.processes)]


@contextmanager
def _file(folder: Path) -> Iterator[str]:
    yield f"sqlite:///{folder / 'tidings.db'}"


@contextmanager
def _server(_: Path) -> Iterator[str]:
    with serving() as postgres:
        yield postgres.empty()


ALONE: Final = Arrangement("", 1, _file)
TWO_ON_POSTGRESQL: Final = Arrangement("PostgreSQL and two processes", 2, _server)
ARRANGEMENTS: Final[Mapping[str, Arrangement]] = {
    "sqlite": ALONE,
    "postgresql": TWO_ON_POSTGRESQL,
}
