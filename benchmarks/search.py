"""Measures the FAQ search beside what a desk would pick instead: `python -m benchmarks.search`."""

import argparse
import statistics
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.engines import Engine, engines
from benchmarks.search_sets import DEFAULT, VARIANTS, FaqSet, Query, faq_sets


@dataclass(frozen=True, slots=True)
class Score:
    """Recall over queries that have an answer; AUROC of the best score, in against out of scope."""

    first: float
    third: float
    auroc: float
    ms: float


def score(engine: Engine, queries: Sequence[Query]) -> Score:
    """How one engine, already built, answers the queries of one set; `ms` is the median."""
    first: list[bool] = []
    third: list[bool] = []
    inside: list[float] = []
    outside: list[float] = []
    seconds: list[float] = []
    for query in queries:
        begun = time.perf_counter()
        found = engine.search(query.text, query.language)
        seconds.append(time.perf_counter() - begun)
        ids = [each for each, _ in found]
        (inside if query.relevant else outside).append(found[0][1] if found else -1.0)
        if query.relevant:
            first.append(bool(query.relevant.intersection(ids[:1])))
            third.append(bool(query.relevant.intersection(ids[:3])))
    median = 1_000 * statistics.median(seconds)
    return Score(statistics.fmean(first), statistics.fmean(third), auroc(inside, outside), median)


def auroc(inside: Sequence[float], outside: Sequence[float]) -> float:
    """The chance that one of `inside` is above one of `outside`; a tie counts half."""
    lower = np.sort(np.array(outside))
    below = np.searchsorted(lower, inside, "left") + np.searchsorted(lower, inside, "right")
    return float(below.mean() / 2 / len(lower))


def measure(sets: Iterable[FaqSet]) -> dict[str, dict[tuple[str, str], Score]]:
    """Scores by engine, then by set and variant."""
    scores: dict[str, dict[tuple[str, str], Score]] = {name: {} for name in engines()}
    for faq in sets:
        for name, engine in engines().items():
            engine.build(faq.entries)
            for variant in VARIANTS:
                scores[name][faq.name, variant] = score(engine, faq.queries[variant])
            print(f"measured {faq.name} with {name}", file=sys.stderr)
    return scores


def mean(scores: Iterable[Score]) -> Score:
    """The macro mean: every set weighs alike."""
    rows = [(s.first, s.third, s.auroc, s.ms) for s in scores]
    return Score(*map(statistics.fmean, zip(*rows, strict=True)))


def table(rows: Iterable[tuple[str, dict[str, Score]]]) -> str:
    """A Markdown table: a row for each name, recall@1 / recall@3 for each variant."""
    lines = [
        "| | " + " | ".join(f"{variant} r@1 / r@3" for variant in VARIANTS) + " | AUROC | ms |",
        "|---" * (len(VARIANTS) + 3) + "|",
    ]
    for name, scores in rows:
        cells = " | ".join(f"{scores[v].first:.3f} / {scores[v].third:.3f}" for v in VARIANTS)
        plain = scores["plain"]
        lines.append(f"| {name} | {cells} | {plain.auroc:.3f} | {plain.ms:.2f} |")
    return "\n".join(lines)


def report(scores: dict[str, dict[tuple[str, str], Score]], names: Sequence[str]) -> str:
    """The macro table of all engines, then a table for each set."""
    macro = [
        (engine, {v: mean(of[name, v] for name in names) for v in VARIANTS})
        for engine, of in scores.items()
    ]
    parts = [f"Macro mean over {len(names)} sets; AUROC and median ms for plain.\n\n{table(macro)}"]
    for name in names:
        rows = [(engine, {v: of[name, v] for v in VARIANTS}) for engine, of in scores.items()]
        parts.append(f"{name}\n\n{table(rows)}")
    return "\n\n".join(parts)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT, help="a folder of FAQ sets")
    folder = parser.parse_args(arguments).data
    sets = faq_sets(folder)
    if not sets:
        print(f"SKIPPED: there are no FAQ sets in {folder}.")
        return 0
    print(report(measure(sets), [faq.name for faq in sets]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
