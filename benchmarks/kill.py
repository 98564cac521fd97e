"""Kills bots while people talk to them: `python -m benchmarks.kill`."""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.crashes.arrangements import ARRANGEMENTS, Arrangement
from benchmarks.crashes.lives import Launcher
from benchmarks.crashes.trials import (
    GROUNDS,
    TIDINGS,
    Contender,
    Size,
    rushed,
    stock,
    trial,
)
from benchmarks.crashes.verdict import Verdict, table


@dataclass(frozen=True, slots=True)
class Planned:
    """One row of the table to be."""

    contender: Contender
    mode: str
    size: Size


async def compare(plan: Sequence[Planned], beside: int) -> list[Verdict]:
    """Run the trials, a few side by side, each with a folder of its own."""
    places = asyncio.Semaphore(beside)

    async def run(row: Planned, folder: str) -> Verdict:
        async with places:
            where = Path(tempfile.mkdtemp(dir=folder))
            verdict = await trial(launcher, row.contender, row.mode, row.size, where)
            print(table([verdict]).splitlines()[-1], file=sys.stderr, flush=True)
            return verdict

    programs = {row.contender.program for row in plan}
    with tempfile.TemporaryDirectory(prefix="kill-") as folder:
        async with Launcher(*programs) as launcher, asyncio.TaskGroup() as group:
            running = [group.create_task(run(row, folder)) for row in plan]
    return [each.result() for each in running]


def planned(asked: argparse.Namespace) -> list[Planned]:
    """Ours, then theirs: whole talks, then a crowd that writes at once."""
    modes = asked.modes
    size = Size(asked.talks, asked.at_once, asked.seed)
    rush = Size(size.talks, size.talks, size.seed)
    bots = [_ours(ARRANGEMENTS[each]) for each in asked.on]
    bots += [] if asked.without_stock else [stock]
    talks = [Planned(bot(mode), mode, size) for bot in bots for mode in modes]
    return talks + [Planned(rushed(bot(mode)), mode, rush) for bot in bots for mode in modes]


def _ours(arrangement: Arrangement) -> Callable[[str], Contender]:
    return lambda _: replace(TIDINGS, arrangement=arrangement)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--talks", type=int, default=200)
    parser.add_argument("--at-once", type=int, default=40, help="people talking at a time")
    parser.add_argument("--seed", type=int, default=1, help="of the moments of death")
    parser.add_argument("--modes", nargs="*", choices=GROUNDS, default=list(GROUNDS))
    parser.add_argument("--on", nargs="*", choices=ARRANGEMENTS, default=list(ARRANGEMENTS))
    parser.add_argument("--without-stock", action="store_true", help="only our own")
    parser.add_argument("--beside", type=int, default=4, help="trials at a time")
    asked = parser.parse_args(arguments)
    verdicts = asyncio.run(compare(planned(asked), asked.beside))
    print(table(verdicts))
    ours = [each for each in verdicts if each.name.startswith(TIDINGS.name)]
    return 0 if all(each.is_clean for each in ours) else 1


if __name__ == "__main__":
    sys.exit(main())
