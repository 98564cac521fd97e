"""Turns the odds of the entries found into the chance that each answers, and says what is shown."""

from collections.abc import Sequence
from math import exp, log
from typing import Final

SHOW: Final = 0.5
"""The confidence from which a match is worth showing to a person as it is."""

MAYBE: Final = 0.22
"""The confidence from which a match is worth showing to a person as one that may be meant."""

RIVALS: Final = 3
RIVALRY: Final = 0.5
"""Of the best so many, what counts of the odds of the others: where several answer alike, each is
less sure."""

SLOPE, LIFT = 0.67, 0.03
"""Fitted by `python -m benchmarks.search_confidence` on sources that the odds were not fitted on:
those are too sure of themselves."""


def confidences(odds: Sequence[float]) -> list[float]:
    """The chances (0..1) of entries, given their odds, best first; the order stays."""
    best = sum(odds[:RIVALS])
    rivals = (best - odds[min(place, RIVALS - 1)] for place in range(len(odds)))
    return [_chance(each, rival) for each, rival in zip(odds, rivals, strict=True)]


def _chance(odds: float, rivals: float) -> float:
    if not odds:
        return 0.0
    likely = SLOPE * (log(odds) - log(1 + RIVALRY * max(rivals, 0.0))) + LIFT
    return 1 / (1 + exp(-likely))
