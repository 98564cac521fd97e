"""Fits the weights of the search on the development sets: `python -m benchmarks.search_weights`.

Every candidate line and "nothing answers" compete in one softmax, so that the same weights rank
lines and say how sure the search is. Plain and mistyped queries; each set weighs alike, and in each
those with an answer as much as those without. A second fit without each source in turn, asked about
that source, tells what an unseen FAQ may expect.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.search import auroc
from benchmarks.search_sets import DEFAULT, FaqSet, Query, faq_sets
from faq_index.asking import understand
from faq_index.candidates import MOST, choose
from faq_index.comparing import PARTS, compare
from faq_index.shelf import Shelf

STEPS, RATE, DECAY = 400, 0.2, 3e-5
FITTED = ("plain", "typo")

Array = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Sample:
    """One set and variant: `parts` is queries x lines x parts, the masks are queries x lines."""

    source: str
    parts: Array
    there: Mask
    answers: Mask

    @property
    def inside(self) -> Mask:
        """Which queries have an answer among their candidates."""
        return np.asarray(self.answers.any(axis=1))


def sample(faq: FaqSet, variant: str) -> Sample:
    """What the search computes about each query of a set before it weighs anything."""
    shelf = Shelf.of(faq.entries[0].language, faq.entries)
    queries = faq.queries[variant]
    shape = (len(queries), MOST)
    parts = np.zeros((*shape, len(PARTS)))
    there, answers = np.zeros(shape, np.bool_), np.zeros(shape, np.bool_)
    for at, query in enumerate(queries):
        _fill(shelf, query, (parts[at], there[at], answers[at]))
    return Sample(faq.name.partition("_")[0], parts, there, answers)


def _fill(shelf: Shelf, query: Query, row: tuple[Array, Mask, Mask]) -> None:
    asked = understand(query.text, shelf.vocabulary)
    if not asked.stems:
        return
    chosen = choose(shelf, asked)
    parts, there, answers = row
    count = len(chosen.lines)
    parts[:count] = compare(shelf, asked, chosen)
    there[:count] = True
    owners = shelf.lines.owner[chosen.lines]
    answers[:count] = [shelf.entries[owner].id in query.relevant for owner in owners]


def fit(samples: Sequence[Sample]) -> Array:
    """Weights of the parts, then the bias (Adam on the softmax loss)."""
    weights, speed, scale = (np.zeros(len(PARTS) + 1) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = np.mean([_slope(each, weights) for each in samples], axis=0)
        slope[:-1] += DECAY * weights[:-1]
        speed = 0.9 * speed + 0.1 * slope
        scale = 0.999 * scale + 0.001 * slope**2
        ahead = speed / (1 - 0.9**step)
        weights = weights - RATE * ahead / (np.sqrt(scale / (1 - 0.999**step)) + 1e-9)
    return weights


def _slope(given: Sample, weights: Array) -> Array:
    logits = np.where(given.there, given.parts @ weights[:-1] + weights[-1], -1e9)
    nothing = np.zeros((len(logits), 1))
    chances = _softmax(np.hstack([logits, nothing]))
    wanted = np.hstack([given.answers, ~given.inside[:, None]])
    target = _softmax(np.where(wanted, np.hstack([logits, nothing]), -1e9))
    share = given.inside.mean()
    balance = np.where(given.inside, 0.5 / share, 0.5 / (1 - share))[:, None]
    error = ((chances - target) * balance)[:, :-1] / len(logits)
    return np.append(np.einsum("ql,qlp->p", error, given.parts, optimize=True), error.sum())


def _softmax(logits: Array) -> Array:
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    chances: Array = raised / raised.sum(axis=1, keepdims=True)
    return chances


def judge(given: Sample, weights: Array) -> tuple[float, float]:
    """The share of answered queries whose best line answers, and AUROC of the best line."""
    logits = np.where(given.there, given.parts @ weights[:-1] + weights[-1], -1e9)
    best = logits.argmax(axis=1)
    first = given.answers[np.arange(len(best)), best][given.inside].mean()
    top = logits.max(axis=1)
    return float(first), auroc(top[given.inside].tolist(), top[~given.inside].tolist())


def main() -> int:
    sets = faq_sets(DEFAULT)
    if not sets:
        print(f"SKIPPED: there are no FAQ sets in {DEFAULT}.")
        return 0
    samples = [sample(faq, variant) for faq in sets for variant in FITTED]
    weights = fit(samples)
    for name, weight in zip((*PARTS, "bias"), weights, strict=True):
        print(f"{name:9} {weight:6.2f}")
    left_out = []
    for source in sorted({each.source for each in samples}):
        others = fit([each for each in samples if each.source != source])
        left_out += [judge(each, others) for each in samples if each.source == source]
    seen = [judge(each, weights) for each in samples]
    for name, judged in (("seen", seen), ("left out", left_out)):
        first, inside = np.mean(judged, axis=0)
        print(f"{name:9} best line answers {first:.3f}, AUROC {inside:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
