"""What is measured, and the quick part of it: `python -m benchmarks`."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Final


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A module of this folder; `quick` is how it is run here, if it is."""

    name: str
    takes: str
    quick: Sequence[str] | None = None

    @property
    def promise(self) -> str:
        """The first sentence of its docstring."""
        told = " ".join((import_module(f"benchmarks.{self.name}").__doc__ or "").split())
        return f"{told.partition('. ')[0].rstrip('.')}."


BENCHMARKS: Final = (
    Benchmark("search", "three minutes", ("--engine", "rapidfuzz token_set_ratio")),
    Benchmark("search_weights", "two minutes"),
    Benchmark("search_confidence", "two minutes"),
    Benchmark("search_meaning", "three minutes"),
    Benchmark("search_others", "ten seconds"),
    Benchmark("search_scale", "an hour", ("--sizes", "1000")),
    Benchmark("deadlines", "fifteen seconds", ("--calls", "1000")),
    Benchmark("access_data", "ten seconds", ()),
    Benchmark("talks", "ten seconds"),
    Benchmark("level_talks", "ten seconds"),
    Benchmark("staff_talks", "ten seconds"),
    Benchmark("turn", "four minutes", ("--runs", "1", "--talks", "10")),
    Benchmark("load", "ten minutes"),
    Benchmark("soak", "twenty minutes", ("--minutes", "1")),
    Benchmark("effects", "five minutes", ("--runs", "1", "--talks", "20", "--idle", "5")),
    Benchmark("backlog", "four minutes", ("--backlog", "3000")),
    Benchmark("hostile", "half a minute", ("--seconds", "5")),
    Benchmark("kill", "six minutes"),
    Benchmark("writers", "two minutes", ("--seconds", "2", "--rounds", "1")),
    Benchmark("simulate", "hours", ("--seeds", "50")),
    Benchmark("power", "two minutes", ("--people", "20", "--cuts", "60")),
)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="only say what can be measured")
    only_list = parser.parse_args(arguments).list
    for each in BENCHMARKS:
        print(f"{each.name}: {each.promise} ({each.takes} in full)")
    for each in () if only_list else BENCHMARKS:
        if each.quick is not None:
            print(f"\n## {each.name} {' '.join(each.quick)}\n", flush=True)
            import_module(f"benchmarks.{each.name}").main(each.quick)
    return 0


if __name__ == "__main__":
    sys.exit(main())
