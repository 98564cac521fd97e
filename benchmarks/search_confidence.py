"""Fits how sure the search may be, and draws it: `python -m benchmarks.search_confidence`.

Each source is asked with weights fitted on the others only, plain, mistyped and long, as many
questions with an answer as without. Two numbers bring the odds to chances. The picture shows of the
first match how often it answers at each confidence; the table, what each threshold would show.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.search_sets import VARIANTS, all_sets
from benchmarks.search_weights import Array, Integers, Mask, Sample, entries, left_out, sample
from faq_index import MAYBE, SHOW
from faq_index.confidence import LIFT, RIVALRY, RIVALS, SLOPE

PLOT = Path(__file__).parents[1] / "docs" / "search-confidence.svg"
THRESHOLDS = (0.1, 0.15, 0.2, MAYBE, 0.3, 0.4, SHOW, 0.6, 0.7, 0.8)
SIDE, EDGE = 320, 48


@dataclass(frozen=True, slots=True)
class Found:
    """The first matches of a sample's queries: which query, place from 0, log-odds, right or not.

    `weights` are those of the queries, `inside` says which have an answer.
    """

    query: Integers
    place: Integers
    logits: Array
    right: Mask
    weights: Array
    inside: Mask


def found(given: Sample, weights: Array) -> Found:
    """What a person would be shown, with log-odds that count the rivals."""
    query, odds, answers = entries(given, weights)
    firsts = np.flatnonzero(np.diff(query, prepend=-1))
    place = np.arange(len(query)) - np.repeat(firsts, np.diff(np.append(firsts, len(query))))
    shown = place < RIVALS
    query, odds, place, answers = query[shown], odds[shown], place[shown], answers[shown]
    rivals = np.bincount(query, odds, len(given.inside))[query] - odds
    share = given.inside.mean()
    balance = np.where(given.inside, 0.5 / share, 0.5 / (1 - share)) / len(given.inside)
    logits = np.log(odds) - np.log1p(RIVALRY * np.maximum(rivals, 0))
    return Found(query, place, logits, answers, balance, given.inside)


def fitted(every: Sequence[Found]) -> tuple[float, float]:
    """Slope and lift of the first matches' log-odds (logistic regression, Newton's method)."""
    logits, right, weight = _firsts(every)
    columns = np.stack([logits, np.ones(len(logits))], axis=1)
    line = np.array([1.0, 0.0])
    for _ in range(20):
        chance = 1 / (1 + np.exp(-(columns @ line)))
        bend = columns.T @ (columns * (weight * chance * (1 - chance))[:, None])
        line = line - np.linalg.solve(bend, columns.T @ (weight * (chance - right)))
    return float(line[0]), float(line[1])


def _firsts(every: Iterable[Found]) -> tuple[Array, Array, Array]:
    rows = [
        (each.logits[first], each.right[first], each.weights[each.query[first]])
        for each in every
        for first in [each.place == 0]
    ]
    logits, right, weight = (np.concatenate(column) for column in zip(*rows, strict=True))
    return logits, right.astype(np.float64), weight


def _chance(logits: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-(SLOPE * logits + LIFT))))


def curve(every: Sequence[Found]) -> list[tuple[float, float, float]]:
    """By tenths of confidence: its mean, how often that answers, and the share of questions."""
    logits, right, weight = _firsts(every)
    chance = _chance(logits)
    tenth = np.minimum((chance * 10).astype(np.int64), 9)
    rows = []
    for each in np.unique(tenth):
        own = tenth == each
        mean, is_right = (
            np.average(values[own], weights=weight[own]) for values in (chance, right)
        )
        rows.append((float(mean), float(is_right), float(weight[own].sum() / weight.sum())))
    return rows


def shown(given: Found, threshold: float) -> tuple[float, float, float]:
    """Of the questions with an answer those shown anything, and shown it; of the others, shown."""
    above = _chance(given.logits) >= threshold
    anything, it = np.zeros((2, len(given.inside)), np.bool_)
    anything[given.query[above]] = True
    it[given.query[above & given.right]] = True
    outside = anything[~given.inside]
    inside = given.inside
    return float(anything[inside].mean()), float(it[inside].mean()), float(outside.mean())


def x(at: float) -> float:
    return EDGE + SIDE * at


def y(at: float) -> float:
    return EDGE + SIDE * (1 - at)


def drawn(rows: Sequence[tuple[float, float, float]]) -> str:
    """The curve as SVG: a dot's area is its share of the questions."""
    size = SIDE + 2 * EDGE
    line = " ".join(f"{x(mean):.1f},{y(right):.1f}" for mean, right, _ in rows)
    dots = "".join(
        f'<circle cx="{x(mean):.1f}" cy="{y(right):.1f}" r="{3 + 20 * share**0.5:.1f}"/>'
        for mean, right, share in rows
    )
    ticks = "".join(
        f'<text x="{x(at):.0f}" y="{y(0) + 18:.0f}" text-anchor="middle">{at:.1f}</text>'
        f'<text x="{x(0) - 8:.0f}" y="{y(at) + 4:.0f}" text-anchor="end">{at:.1f}</text>'
        for at in (0, 0.2, 0.4, 0.6, 0.8, 1)
    )
    bounds = "".join(
        f'<path d="M{x(at):.1f} {y(0)}V{y(1)}" stroke="#999" stroke-dasharray="4"/>'
        f'<text x="{x(at) + 4:.0f}" y="{y(1) + 12:.0f}">{name}</text>'
        for at, name in ((MAYBE, "maybe"), (SHOW, "show"))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" '
        'font-family="sans-serif" font-size="12" fill="#333">'
        f'<rect width="{size}" height="{size}" fill="#fff"/>'
        f'<path d="M{x(0)} {y(1)}V{y(0)}H{x(1)}M{x(0)} {y(0)}L{x(1)} {y(1)}" '
        f'fill="none" stroke="#bbb"/>{bounds}{ticks}'
        f'<polyline points="{line}" fill="none" stroke="#1f6feb" stroke-width="2"/>'
        f'<g fill="#1f6feb" fill-opacity=".35">{dots}</g>'
        f'<text x="{size / 2}" y="{size - 8}" text-anchor="middle">confidence of the first match'
        '</text><text transform="rotate(-90)" '
        f'x="{-size / 2}" y="14" text-anchor="middle">share that answers</text></svg>\n'
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, action="append", help="FAQ sets; may be given again")
    parser.add_argument("--plot", type=Path, default=PLOT, help="where the picture goes")
    given = parser.parse_args(arguments)
    sets = all_sets(given.data)
    if not sets:
        print("SKIPPED: there are no FAQ sets.")
        return 0
    samples = [sample(faq, variant) for faq in sets for variant in VARIANTS]
    report([found(*each) for each in left_out(samples)], given.plot)
    return 0


def report(every: Sequence[Found], plot: Path) -> None:
    """Prints the fit and the tables, and draws the curve."""
    print("slope {:.2f}, lift {:.2f}".format(*fitted(every)))
    rows = curve(every)
    off = sum(abs(mean - right) * share for mean, right, share in rows)
    print(f"\nOff by {off:.3f} on average.\n\n| confidence | answers | share |\n|---|---|---|")
    print("\n".join("| " + " | ".join(f"{each:.2f}" for each in row) + " |" for row in rows))
    print("\n| from | shown | right | shown, none answers | precision |\n|---|---|---|---|---|")
    for threshold in THRESHOLDS:
        means = np.mean([shown(each, threshold) for each in every], axis=0)
        cells = [threshold, *means, means[1] / max(means[0] + means[2], 1e-9)]
        print("| " + " | ".join(f"{each:.2f}" for each in cells) + " |")
    plot.write_text(drawn(rows), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
