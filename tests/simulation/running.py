"""Runs a seed and tells what came of it; the same seed always tells the same."""

import gc
import hashlib
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache, lru_cache
from random import Random
from typing import Any, Final

import structlog

from bot import draining, leasing, worker
from bot.channels.telegram import polling
from bot.logs import line
from bot.secrecy import Blotter
from faq_index import Entry, EntryId, FaqIndex, Match
from intake.access_data import hide
from intake.desk import sealing
from intake.dialogue import scoping
from intake.regulations.policy import Policy, shipped
from intake.regulations.scope import Picked, Topic, guess
from tests.fakes.store import MemoryWork
from tests.simulation.audit import Audit
from tests.simulation.books import Violation
from tests.simulation.loop import SimulatedLoop
from tests.simulation.simulation import STAFF, Simulation
from tests.simulation.weather import Weather
from tests.simulation.world import CANARY, START, Trace, World
from tests.unit.intake.talk import playbook

STEPS: Final = 300
_FAQ: Final = (
    Entry(
        id=EntryId("white"),
        question="The site shows a white page after an update",
        answer="Turn on error output and clear the cache.",
        url="https://docs.example.org/white-page",
    ),
    Entry(
        id=EntryId("mail"),
        question="E-mail notifications are not sent",
        answer="Check the mail settings.",
        url="https://docs.example.org/mail",
    ),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one seed."""

    seed: int
    violations: Sequence[Violation]
    counts: Mapping[str, int]
    lines: Sequence[str]
    seconds: float
    """Simulated ones."""

    @property
    def digest(self) -> str:
        """Of everything that happened, in order."""
        return hashlib.sha256("\n".join(self.lines).encode()).hexdigest()

    @property
    def again(self) -> str:
        """How to see it once more."""
        return f"python -m benchmarks.simulate --seed {self.seed}"

    def __str__(self) -> str:
        return "\n".join([*self.lines[-60:], *map(str, self.violations), self.again])


def simulate(
    seed: int,
    steps: int = STEPS,
    processes: int | None = None,
    *,
    traced: bool = False,
) -> Outcome:
    """Run one seed; with `traced`, everything that happened can be read afterwards."""
    with _tidied_at_the_end():
        return _simulated(seed, steps, processes, traced)


def _simulated(seed: int, steps: int, processes: int | None, traced: bool) -> Outcome:
    loop = SimulatedLoop()
    chance = Random(seed)
    policy = _policy()
    world = World(loop, chance, Weather.of(chance), Trace(loop, traced), Audit(policy))
    world.staff = frozenset({STAFF})
    MemoryWork(world.tables).put_entries(_FAQ, START, "cli")
    book = playbook(policy, (STAFF,))
    story = Simulation(world, book, processes or chance.choice((1, 2)))
    loop.set_exception_handler(lambda _, context: _uncaught(world, context))
    with _watched(world), _paced(chance.uniform(3, 12), chance.choice((3, 100))):
        try:
            loop.run_until_complete(story.run(steps))
            loop.run_until_complete(story.bury())
        finally:
            loop.close()
    audit = world.audit
    counts = Counter(audit.counts)
    return Outcome(seed, audit.violations, counts, world.trace.lines, loop.time())


class _Library:
    """Every seed has the same FAQ: it is laid out once, and each question looked up in it once."""

    @staticmethod
    def build(entries: Iterable[Entry]) -> FaqIndex:
        return _index(tuple(entries))


@dataclass(frozen=True, slots=True)
class _Index(FaqIndex):
    found: dict[tuple[Any, ...], tuple[Match, ...]] = field(default_factory=dict)

    def changed(self, entries: Iterable[Entry]) -> FaqIndex:
        return _index((*self, *entries))

    def search(self, text: str, **how: Any) -> tuple[Match, ...]:
        asked = (text, *sorted(how.items()))
        if asked not in self.found:
            self.found[asked] = FaqIndex.search(self, text, **how)
        return self.found[asked]


@cache
def _index(entries: tuple[Entry, ...]) -> FaqIndex:
    index = FaqIndex.build(entries)
    return _Index(index.shelves)


_hidden: Final = lru_cache(maxsize=4096)(hide)


@cache
def _policy() -> Policy:
    return shipped("inc")


def _guessed(text: str, _: Sequence[Topic]) -> Picked | None:
    return _guessed_in_our_policy(text)


@lru_cache(maxsize=4096)
def _guessed_in_our_policy(text: str) -> Picked | None:
    return guess(text, _policy().topics)


@contextmanager
def _tidied_at_the_end() -> Iterator[None]:
    """A seed is short: what it leaves is searched for once, when nobody holds any of it."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect(0)
        if enabled:
            gc.enable()


def _uncaught(world: World, context: Mapping[str, Any]) -> None:
    world.audit.broken("L", f"nobody caught {context.get('exception')!r}: {context['message']}")


@contextmanager
def _watched(world: World) -> Iterator[None]:
    """Every line of the log is read by the auditor, as an operator would read it."""
    blotter, before = Blotter([CANARY]), structlog.get_config()

    def read(_: Any, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
        written = line(event, blotter)
        world.trace.note("log: {}", event.get("event"))
        world.audit.logged(world, written)
        raise structlog.DropEvent

    processors: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.ExceptionRenderer(_why),
        read,
    ]
    structlog.configure(processors=processors, cache_logger_on_first_use=False)
    try:
        yield
    finally:
        structlog.configure(**before)


def _why(exc_info: Any) -> str:
    """What went wrong, without the places in our own code: those hold nobody's secrets."""
    return "".join(traceback.format_exception(*exc_info, limit=0))


@contextmanager
def _paced(seconds: float, batch: int) -> Iterator[None]:
    """How often a process looks for what is due, so that a seed is not mostly that; how many
    updates at once are many; and a FAQ that is not laid out anew, nor the same words searched twice
    for secrets and topics."""
    with ExitStack() as stack:
        for module, name, value in (
            (worker, "EVERY", seconds),
            (worker, "FaqIndex", _Library),
            (sealing, "hide", _hidden),
            (scoping, "guess", _guessed),
            (draining, "EVERY", seconds),
            (draining, "QUICK", seconds / 10),
            (draining, "LOOKS", 5),
            (leasing, "AGAIN", seconds),
            (polling, "BATCH", batch),
        ):
            stack.callback(setattr, module, name, getattr(module, name))
            setattr(module, name, value)
        yield
