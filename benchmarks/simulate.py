"""Lives through many simulated days of bad luck: `python -m benchmarks.simulate`."""

import argparse
import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

import pytest

from tests.simulation.mutants import MUTANTS
from tests.simulation.mutants_in_tickets import IN_TICKETS
from tests.simulation.running import STEPS, Outcome, simulate


@dataclass(slots=True)
class Total:
    """What all seeds together have met."""

    seeds: int = 0
    broken: list[int] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    simulated: float = 0.0

    def add(self, outcome: Outcome) -> None:
        self.seeds += 1
        self.counts.update(outcome.counts)
        self.simulated += outcome.seconds
        if outcome.violations:
            self.broken.append(outcome.seed)

    def table(self, seconds: float) -> str:
        """Markdown."""
        told = (
            ("seeds", self.seeds),
            ("seeds that broke a promise", len(self.broken)),
            ("simulated days", round(self.simulated / 86_400)),
            ("messages acknowledged", self.counts["acknowledged"]),
            ("commits", self.counts["commits"]),
            ("deaths of a process", self.counts["deaths"]),
            ("replies shown", self.counts["shown"]),
            ("of these once more", self.counts["shown again"]),
            ("tickets", self.counts["tickets"]),
            ("words put on them", self.counts["words on a ticket"]),
            ("clocks that paused", self.counts["pauses"]),
            ("breaks announced", self.counts["breaks"]),
            ("codes mailed", self.counts["mails"]),
            ("people who proved who they are", self.counts["proofs"]),
            ("coupons spent", self.counts["coupons"]),
            ("seconds it took", round(seconds)),
        )
        rows = [f"| {what} | {figure:,} |" for what, figure in told]
        return "\n".join(["| | |", "|---|--:|", *rows])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, help="tell one seed's story")
    parser.add_argument("--seeds", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0, help="the seed to begin with")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--processes", type=int, default=2, help="of this machine, side by side")
    parser.add_argument(
        "--mistakes", action="store_true", help="what the auditor notices, and how soon"
    )
    asked = parser.parse_args(arguments)
    if asked.mistakes:
        return _mistakes(asked.seeds, asked.steps)
    if asked.seed is not None:
        return _tell(simulate(asked.seed, asked.steps, traced=True))
    begun, total = time.monotonic(), Total()
    seeds = range(asked.first, asked.first + asked.seeds)
    with _outcomes(seeds, asked.steps, asked.processes) as outcomes:
        for outcome in outcomes:
            total.add(outcome)
            if outcome.violations:
                print(f"{outcome.again}: {outcome.violations[0]}", flush=True)
    print(total.table(time.monotonic() - begun))
    return 1 if total.broken else 0


def _tell(outcome: Outcome) -> int:
    print(outcome)
    return 1 if outcome.violations else 0


def _mistakes(seeds: int, steps: int) -> int:
    print("| mistake | promise that is seen broken | by seed | seconds |\n|---|---|--:|--:|")
    for name, mutant in {**MUTANTS, **IN_TICKETS}.items():
        begun = time.process_time()
        with pytest.MonkeyPatch.context() as patch:
            mutant.make(patch)
            outcomes = (simulate(seed, steps) for seed in range(seeds))
            caught = next((each for each in outcomes if each.violations), None)
        seconds = time.process_time() - begun
        found = f"{caught.violations[0].promise} | {caught.seed}" if caught else "none | –"
        print(f"| {name} | {found} | {seconds:.1f} |", flush=True)
    return 0


@contextmanager
def _outcomes(seeds: Sequence[int], steps: int, processes: int) -> Iterator[Iterator[Outcome]]:
    with multiprocessing.Pool(processes) as pool:
        yield pool.imap_unordered(partial(simulate, steps=steps), seeds, chunksize=10)


if __name__ == "__main__":
    sys.exit(main())
