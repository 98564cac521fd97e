"""Chooses, out of all lines of a shelf, the few worth comparing word by word."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from faq_index.asking import Asked
from faq_index.grams import grams
from faq_index.postings import Integers, Postings, Weights
from faq_index.shelf import Shelf

MOST: Final = 50
_MOST_POSTINGS: Final = 200_000
"""Postings of n-grams read for one sentence, the rarest n-grams first."""

_WORDS, _TAGS, _ANSWER = 0.9, 0.3, 0.1
"""What stems, tags and answers count beside the letters when choosing."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Chosen lines, with their letters' likeness and what their entries' fields hold (0..1)."""

    lines: Integers
    letters: Weights
    tags: Weights
    answer: Weights


def choose(shelf: Shelf, asked: Asked) -> Candidates:
    """At most `MOST` lines, in no particular order."""
    owner = shelf.lines.owner
    letters = _letters(shelf, asked)
    stems = _shared(shelf.by_stem, asked, len(owner)) / asked.weight
    tags = _shared(shelf.tags.postings, asked, len(shelf.entries))
    answer = _shared(shelf.answer.postings, asked, len(shelf.entries)) / asked.weight
    promise = letters + _WORDS * stems + (_TAGS * tags / asked.weight + _ANSWER * answer)[owner]
    lines = _largest(promise, MOST)
    return Candidates(
        lines=lines,
        letters=letters[lines],
        tags=_share(tags, shelf.tags.weight)[owner[lines]],
        answer=answer[owner[lines]],
    )


def _letters(shelf: Shelf, asked: Asked) -> Weights:
    """The cosine of the n-grams of the sentence and of each line, rare n-grams counting more."""
    said = np.unique(grams([asked.folded])[0])
    places, _ = shelf.by_gram.locate(said)
    counts = shelf.by_gram.starts[places + 1] - shelf.by_gram.starts[places]
    rarest = np.argsort(counts, kind="stable")
    places = places[rarest[np.cumsum(counts[rarest]) <= _MOST_POSTINGS]]
    weights = shelf.gram_weight[places] ** 2
    unheard = np.log1p(2 * len(shelf.lines) + 1) ** 2 * (len(said) - len(places))
    norm = shelf.gram_norm * np.sqrt(weights.sum() + unheard)
    shared = shelf.by_gram.spread(places, weights, len(shelf.lines))
    return _share(shared, norm)


def _shared(postings: Postings, asked: Asked, size: int) -> Weights:
    places, held = postings.locate(asked.terms)
    return postings.spread(places, asked.term_weights[held], size)


def _share(part: Weights, whole: Weights) -> Weights:
    return np.minimum(np.divide(part, whole, out=np.zeros_like(part), where=whole > 0), 1.0)


def _largest(values: Weights, most: int) -> Integers:
    if len(values) <= most:
        return np.arange(len(values))
    return np.argpartition(-values, most - 1)[:most]
