"""Chooses, out of all lines of a shelf, the few worth comparing word by word."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from faq_index.asking import Asked, akin, hinted
from faq_index.choosing import largest
from faq_index.postings import Integers, Numbers, Postings, Weights, sums
from faq_index.scope import Mask
from faq_index.shelf import Shelf

MOST: Final = 50
_SHORTLIST: Final = 400
_MOST_POSTINGS: Final = 20_000
"""Postings read for one sentence, those of the rarest stems first."""

_COUNT: Final = np.array([1.0, 0.3, 0.1])
"""What a stem counts in a line, in the tags and in the answer when choosing."""

_RECALL: Final = 0.9
"""What a line's share in what was said counts beside the same share of both together."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Chosen lines: their text, their letters' likeness, what their entries' fields hold (0..1)."""

    lines: Integers
    folded: list[str]
    letters: Weights
    tags: Weights
    answer: Weights


def choose(shelf: Shelf, asked: Asked, admitted: Mask | None = None) -> Candidates:
    """At most `MOST` lines, of the entries admitted where not all are, in no particular order."""
    lines = _promising(shelf, asked, admitted)
    owners, of_line = np.unique(shelf.lines.owner[lines], return_inverse=True)
    folded = shelf.lines.folded.some(lines)
    return Candidates(
        lines=lines,
        folded=folded,
        letters=shelf.letters.alike(asked.folded, folded),
        tags=_tags(shelf, asked, owners)[of_line],
        answer=_answer(shelf, asked, owners)[of_line],
    )


def _promising(shelf: Shelf, asked: Asked, admitted: Mask | None) -> Integers:
    """At most `MOST` lines; where few hold a stem of what was said, also by what is akin to it."""
    if len(shelf.lines) <= MOST:
        lines = np.setdiff1d(np.arange(len(shelf.lines)), shelf.gone_lines)
        return lines if admitted is None else lines[admitted[shelf.lines.owner[lines]]]
    meant = dict(zip(asked.terms.tolist(), asked.term_weights.tolist(), strict=True))
    lines = _best(shelf, asked, hinted(asked, shelf.vocabulary) | meant, admitted)
    if len(lines) < MOST:
        return _best(shelf, asked, akin(asked, shelf.vocabulary) | meant, admitted)
    return lines


def _best(shelf: Shelf, asked: Asked, sought: dict[int, float], admitted: Mask | None) -> Integers:
    """The rarest stems are read and promise lines; the others are looked up in the best."""
    readings = _readings(shelf, sought)
    read = max(int(np.searchsorted(np.cumsum(readings.counts), _MOST_POSTINGS, "right")), 1)
    added = _read(shelf, readings.part(slice(read)))
    lines = np.flatnonzero(added > 0)
    if admitted is not None:
        lines = lines[admitted[shelf.lines.owner[lines]]]
    worth = 2 / (asked.weight + shelf.lines.weight[lines]) + _RECALL / asked.weight
    promise = added[lines] * worth
    rest = readings.part(slice(read, None))
    if len(rest.terms):
        short = np.sort(largest(promise, _SHORTLIST))
        lines = lines[short]
        promise = promise[short] + _looked_up(shelf, rest, lines) * worth[short]
    return lines[largest(promise, MOST)]


@dataclass(frozen=True, slots=True)
class _Readings:
    """Rows of postings, the shortest first: of which field, of which term, and what they add."""

    fields: Integers
    terms: Integers
    counts: Integers
    adds: Weights

    def part(self, which: slice | npt.NDArray[np.bool_]) -> "_Readings":
        return _Readings(
            self.fields[which], self.terms[which], self.counts[which], self.adds[which]
        )


def _readings(shelf: Shelf, sought: dict[int, float]) -> _Readings:
    terms = np.array(list(sought), np.int64)
    weights = np.array(list(sought.values()), np.float64)
    counts = np.concatenate([field.counts(terms) for field in _fields(shelf)])
    order = np.argsort(counts, kind="stable")
    order = order[counts[order].searchsorted(1) :]
    fields, places = np.divmod(order, max(len(terms), 1))
    return _Readings(fields, terms[places], counts[order], _COUNT[fields] * weights[places])


def _read(shelf: Shelf, readings: _Readings) -> Weights:
    """What the readings add to each line of the shelf."""
    lines: list[Numbers | Integers] = []
    adds: list[Weights] = []
    for number, field in enumerate(_fields(shelf)):
        own = readings.part(readings.fields == number)
        if not len(own.terms):
            continue
        # A few long rows: cut out whole, they cost far less than place by place.
        holders = np.concatenate([field.rows.row(term) for term in own.terms.tolist()])
        holders, add = holders[:_MOST_POSTINGS], np.repeat(own.adds, own.counts)[:_MOST_POSTINGS]
        if field is shelf.by_line or shelf.lines.single:
            lines.append(holders)
            adds.append(add)
        else:
            of_them, sizes = shelf.lines.of(holders)
            lines.append(of_them)
            adds.append(np.repeat(add, sizes))
    if not lines:
        return np.zeros(len(shelf.lines))
    added = sums(np.concatenate(lines), np.concatenate(adds), len(shelf.lines))
    added[shelf.gone_lines] = 0.0
    return added


def _looked_up(shelf: Shelf, readings: _Readings, lines: Integers) -> Weights:
    """What the readings add to each of these lines."""
    added = np.zeros(len(lines))
    owners = shelf.lines.owner[lines]
    rows = zip(readings.fields.tolist(), readings.terms.tolist(), readings.adds, strict=True)
    for number, term, add in rows:
        field = _fields(shelf)[number]
        added += add * field.held(term, lines if field is shelf.by_line else owners)
    return added


def _fields(shelf: Shelf) -> tuple[Postings, Postings, Postings]:
    return shelf.by_line, shelf.by_tag, shelf.by_answer


def _tags(shelf: Shelf, asked: Asked, owners: Numbers) -> Weights:
    """The share of the entry's tags that was said."""
    stems, sizes = shelf.tags.rows(owners)
    entry = np.repeat(np.arange(len(owners)), sizes)
    whole = sums(entry, shelf.vocabulary.weights[stems], len(owners))
    heard, places = _said(asked, stems)
    said = sums(entry[heard], asked.term_weights[places], len(owners))
    return np.minimum(np.divide(said, whole, out=np.zeros_like(said), where=whole > 0), 1.0)


def _answer(shelf: Shelf, asked: Asked, owners: Numbers) -> Weights:
    """The share of what was said that the answer holds."""
    if not len(shelf.by_answer.rows.values):
        return np.zeros(len(owners))
    terms = asked.terms.tolist()
    held = np.array([shelf.by_answer.held(term, owners) for term in terms], np.bool_)
    return asked.term_weights @ held.reshape(len(terms), len(owners)) / asked.weight


def _said(asked: Asked, stems: Numbers) -> tuple[Integers, Integers]:
    """Which of the stems were said, and the place of each of those among the terms."""
    at = np.searchsorted(asked.terms, stems)
    at[at == len(asked.terms)] = 0
    said = np.flatnonzero(asked.terms[at] == stems) if len(asked.terms) else np.zeros(0, np.int64)
    return said, at[said]
