"""Runs a seed and tells what came of it; the same seed always tells the same."""

import gc
import hashlib
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from random import Random
from typing import Any, Final

import structlog

from bot import draining, leasing, worker
from bot.channels.telegram import polling
from bot.logs import line
from bot.secrecy import Blotter
from intake.desk import sealing
from intake.dialogue import scoping
from tests.simulation import shared
from tests.simulation.audit import Audit
from tests.simulation.books import Violation
from tests.simulation.loop import SimulatedLoop
from tests.simulation.simulation import STAFF, Simulation
from tests.simulation.weather import Weather
from tests.simulation.world import CANARY, Trace, World
from tests.unit.intake.talk import playbook

STEPS: Final = 300


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
    rules = shared.policy(pausing=chance.random() < 0.5)
    world = World(loop, chance, Weather.of(chance), Trace(loop, traced), Audit(rules))
    world.staff = frozenset({STAFF})
    shared.furnish(world.tables)
    book = replace(playbook(rules, (STAFF,)), mails=chance.random() < 0.5)
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
            (worker, "FaqIndex", shared.Library),
            (sealing, "hide", shared.hidden),
            (scoping, "guess", shared.guessed),
            (draining, "EVERY", seconds),
            (draining, "QUICK", seconds / 10),
            (draining, "LOOKS", 5),
            (leasing, "AGAIN", seconds),
            (polling, "BATCH", batch),
        ):
            stack.callback(setattr, module, name, getattr(module, name))
            setattr(module, name, value)
        yield
