"""The few largest of many numbers, without sorting the many."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from faq_index.postings import Integers

_GROUP: Final = 64


def largest(values: npt.NDArray[Any], most: int) -> Integers:
    """Places of the `most` largest values, in no particular order; all where there are no more."""
    if len(values) <= most:
        return np.arange(len(values))
    return _among(values, most) if len(values) > 2 * most * _GROUP else _of_all(values, most)


def _among(values: npt.NDArray[Any], most: int) -> Integers:
    """Each of the `most` best groups has a value at least as large as the worst group's best."""
    whole = len(values) // _GROUP * _GROUP
    best = values[:whole].reshape(_GROUP, -1).max(axis=0)
    bound = np.partition(best, len(best) - most)[len(best) - most]
    places = np.flatnonzero(values >= bound)
    return places[_of_all(values[places], most)] if len(places) > most else places


def _of_all(values: npt.NDArray[Any], most: int) -> Integers:
    return np.argpartition(values, len(values) - most)[len(values) - most :]
