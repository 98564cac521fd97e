"""Fits the weights of the search on the development sets: `python -m benchmarks.search_weights`.

Every candidate line and "nothing answers" compete in one softmax, so that the same weights rank
lines and say how sure the search is. Each set and variant weighs alike, and in each those with an
answer as much as those without. A second fit without each source in turn, asked about that source,
tells what an unseen FAQ may expect.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.search import auroc
from benchmarks.search_sets import VARIANTS, FaqSet, Query, all_sets
from faq_index.asking import hear
from faq_index.candidates import choose
from faq_index.comparing import PARTS, compare
from faq_index.ranking import BEST_LINES
from faq_index.shelf import Shelf

STEPS, LONGEST_STEP, DECAY = 40, 1.0, 3e-3
MOST_QUERIES = 500
"""Of one set and variant: every set weighs alike, and more would only take longer."""

Array = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Sample:
    """One set and variant: a row for each query, sentence and line, in this order.

    `groups` numbers query, sentence and entry together, so that an entry's lines may add up;
    `inside` says of each query whether anything answers it.
    """

    source: str
    variant: str
    parts: Array
    query: Integers
    groups: Integers
    answers: Mask
    inside: Mask


@dataclass(frozen=True, slots=True)
class Judged:
    """What weights make of a sample: as in the table of `benchmarks.search`."""

    first: float
    third: float
    mrr: float
    auroc: float


def sample(faq: FaqSet, variant: str) -> Sample:
    """What the search computes about each query of a set before it weighs anything."""
    shelf = Shelf.of(faq.entries[0].language, faq.entries)
    queries = faq.queries[variant]
    queries = queries[:: -(-len(queries) // MOST_QUERIES)]
    rows = [row for at, query in enumerate(queries) for row in _rows(shelf, at, query)]
    parts, query, groups, answers = (np.concatenate(each) for each in zip(*rows, strict=True))
    return Sample(
        source=faq.name.partition("_")[0],
        variant=variant,
        parts=parts,
        query=query,
        groups=groups,
        answers=answers,
        inside=np.array([bool(query.relevant) for query in queries]),
    )


def _rows(shelf: Shelf, at: int, query: Query) -> Iterator[tuple[Array, Integers, Integers, Mask]]:
    for sentence, asked in enumerate(hear(query.text, shelf.vocabulary)):
        if asked.words:
            chosen = choose(shelf, asked)
            if not len(chosen.lines):
                continue
            owners = np.asarray(shelf.lines.owner[chosen.lines], np.int64)
            ids = [shelf.entries[owner].id for owner in owners.tolist()]
            answers = np.array([id in query.relevant for id in ids], np.bool_)
            groups = (at * 64 + sentence) * len(shelf.entries) + owners
            yield compare(shelf, asked, chosen), np.full(len(owners), at), groups, answers


def fit(samples: Sequence[Sample], decay: float = DECAY) -> Array:
    """Weights of the parts, then the bias (Newton's method, the bend that is sure to be upward)."""
    count = samples[0].parts.shape[1]
    weights = np.zeros(count + 1)
    held = np.append(np.full(count, decay), 1e-6)
    for _ in range(STEPS):
        slopes, bends = zip(*(_slope_and_bend(each, weights) for each in samples), strict=True)
        slope = np.mean(slopes, axis=0) + held * weights
        step = np.linalg.solve(np.mean(bends, axis=0) + np.diag(held), slope)
        weights = weights - np.clip(step, -LONGEST_STEP, LONGEST_STEP)
    return weights


def _slope_and_bend(given: Sample, weights: Array) -> tuple[Array, Array]:
    odds = _odds(given, weights)
    right = _by_query(given, odds * given.answers)
    # A query whose answer is not even a candidate teaches that nothing here answers it.
    inside = _by_query(given, given.answers.astype(np.float64)) > 0
    share = inside.mean()
    balance = (np.where(inside, 0.5 / share, 0.5 / (1 - share)) / len(inside))[given.query]
    chances = odds / (_by_query(given, odds) + 1)[given.query]
    wanted = odds * given.answers / np.maximum(right, 1e-300)[given.query]
    parts = np.hstack([given.parts, np.ones((len(odds), 1))])
    slope = ((chances - wanted) * balance) @ parts
    means = np.stack([_by_query(given, chances * np.sqrt(balance) * each) for each in parts.T])
    bend = parts.T @ (parts * (chances * balance)[:, None]) - means @ means.T
    return slope, bend


def _odds(given: Sample, weights: Array) -> Array:
    return np.asarray(np.exp(np.minimum(given.parts @ weights[:-1] + weights[-1], 50.0)))


def _by_query(given: Sample, values: Array) -> Array:
    return np.bincount(given.query, values, len(given.inside)).astype(np.float64)


def entries(given: Sample, weights: Array) -> tuple[Integers, Array, Mask]:
    """Each query's entries, the best first: number of the query, odds, whether it answers."""
    odds = _odds(given, weights)
    order = np.lexsort((-odds, given.groups))
    group, odds, query = given.groups[order], odds[order], given.query[order]
    firsts = np.flatnonzero(np.diff(group, prepend=-1))
    place = np.arange(len(group)) - np.repeat(firsts, np.diff(np.append(firsts, len(group))))
    sums = np.add.reduceat(np.where(place < BEST_LINES, odds, 0.0), firsts)
    query, answers = query[firsts], given.answers[order][firsts]
    best = np.lexsort((-sums, query))
    return query[best], sums[best], answers[best]


def judge(given: Sample, weights: Array) -> Judged:
    """Places of the first entry that answers, and AUROC of the best."""
    query, odds, answers = entries(given, weights)
    firsts = np.flatnonzero(np.diff(query, prepend=-1))
    place = np.arange(len(query)) - np.repeat(firsts, np.diff(np.append(firsts, len(query))))
    found = np.full(len(given.inside), np.inf)
    np.minimum.at(found, query[answers], place[answers] + 1)
    top = np.zeros(len(given.inside))
    top[query[firsts]] = odds[firsts]
    inside, places = given.inside, found[given.inside]
    return Judged(
        first=float((places <= 1).mean()),
        third=float((places <= 3).mean()),
        mrr=float((1 / places).mean()),
        auroc=auroc(top[inside].tolist(), top[~inside].tolist()),
    )


def left_out(samples: Sequence[Sample], decay: float = DECAY) -> Iterator[tuple[Sample, Array]]:
    """Each sample with the weights fitted without its source."""
    for source in sorted({each.source for each in samples}):
        others = fit([each for each in samples if each.source != source], decay)
        yield from ((each, others) for each in samples if each.source == source)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, action="append", help="FAQ sets; may be given again")
    sets = all_sets(parser.parse_args(arguments).data)
    if not sets:
        print("SKIPPED: there are no FAQ sets.")
        return 0
    samples = [sample(faq, variant) for faq in sets for variant in VARIANTS]
    weights = fit(samples)
    for name, weight in zip((*PARTS, "bias"), weights, strict=True):
        print(f"{name:9} {weight:6.2f}")
    rows = {"seen": [(each, weights) for each in samples], "left out": [*left_out(samples)]}
    print("\n| | | r@1 | r@3 | MRR | AUROC |\n|---|---|---|---|---|---|")
    for name, pairs in rows.items():
        for variant in VARIANTS:
            judged = [judge(each, fitted) for each, fitted in pairs if each.variant == variant]
            means = np.mean([(j.first, j.third, j.mrr, j.auroc) for j in judged], axis=0)
            print(f"| {name} | {variant} | " + " | ".join(f"{mean:.3f}" for mean in means) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
