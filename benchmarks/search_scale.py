"""Measures what a search costs in a FAQ of a thousand to a million entries, on one core.

Each engine and size in a process of its own: CPU of queries (plain, mistyped, long), CPU to build,
memory after it, and what a change of one entry takes. `--plots` draws them into docs/.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from benchmarks.scales.measuring import KINDS, OURS, Cost
from benchmarks.search_sets import DEFAULT

SIZES: Final = (1_000, 10_000, 100_000, 1_000_000)
ENGINES: Final = (
    OURS,
    "tantivy fuzzy",
    "SQLite FTS5 trigram",
    "bm25s",
    "rapidfuzz token_set_ratio",
)
LARGEST: Final = {"rapidfuzz token_set_ratio": 100_000}
"""Where a size more would take minutes a query or an hour to build."""
DOCS: Final = Path(__file__).parents[1] / "docs"


def measure(engine: str, size: int, data: Path) -> Cost:
    """One engine at one size, in its own process."""
    command = [sys.executable, "-m", "benchmarks.scales.measuring", engine, str(size), str(data)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Cost(**json.loads(done.stdout))


def table(costs: Sequence[Cost]) -> str:
    """A Markdown table, a row for each cost."""
    head = "| entries | engine | build s | index MB | with entries MB | change ms |"
    rows = [head + "".join(f" {kind} p50 / p99 ms | r@3 |" for kind in KINDS)]
    rows.append("|---" * (6 + 2 * len(KINDS)) + "|")
    for cost in costs:
        change = f"{cost.change_ms:.0f}" if cost.change_ms else ""
        cells = [f"{cost.size:,}", cost.engine, f"{cost.build_s:.1f}", f"{cost.index_mb:.0f}"]
        cells += [f"{cost.all_mb:.0f}", change]
        for kind in KINDS:
            p50, p99, third = cost.queries[kind]
            cells += [f"{p50:.2f} / {p99:.2f}", f"{third:.2f}"]
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join(rows)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT, help="a folder of FAQ sets")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--engines", nargs="+", default=ENGINES)
    parser.add_argument("--plots", action="store_true", help="draw into docs/")
    given = parser.parse_args(arguments)
    if not any(given.data.glob("*/entries.jsonl")):
        print(f"SKIPPED: there are no FAQ sets in {given.data} to take words from.")
        return 0
    costs: list[Cost] = []
    for size in given.sizes:
        for engine in given.engines:
            if size <= LARGEST.get(engine, size):
                costs.append(measure(engine, size, given.data))
                print(table(costs[-1:]).rsplit("\n", 1)[-1], file=sys.stderr, flush=True)
    print(table(costs))
    if given.plots:
        from benchmarks.scales.plotting import draw  # noqa: PLC0415 (matplotlib is for who draws)

        draw(costs, DOCS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
