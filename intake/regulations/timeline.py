"""Counted time as a line of stretches, summed up beforehand: a deadline is two look-ups in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from intake.errors import IntakeError

Instant = int
"""Microseconds since 1970 in UTC: exact, and cheap to reckon with."""
Stretch = tuple[Instant, Instant]
"""From the first instant to just before the second."""
Lay = Callable[[int], Sequence[Stretch]]
"""The stretches of one year, in order and apart."""

_EMPTY_YEARS: Final = 2


class NeverOpens(IntakeError):
    """This desk never opens."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """The stretches from one year to another; `upto` sums what each and all before it last."""

    first: int
    last: int
    starts: tuple[Instant, ...]
    ends: tuple[Instant, ...]
    upto: tuple[int, ...]


class Timeline:
    """One clock's counted time, laid out year by year as far as anybody has asked."""

    def __init__(self, lay: Lay) -> None:
        self._lay = lay
        # Replaced whole: turns on other threads go on with the one that they have.
        self._laid: _Laid | None = None
        self._years: dict[int, Sequence[Stretch]] = {}

    def after(self, start: Instant, allowance: int, year: int) -> Instant:
        """When so much counted time has gone by since `start`, which lies in that year.

        Raises NeverOpens.
        """
        if allowance <= 0:
            return start
        laid, empty = self._over(year, year), 0
        while (at := bisect_right(laid.ends, start)) == len(laid.ends) or (
            _counted(laid, at, start) + allowance > laid.upto[-1]
        ):
            longer = self._over(laid.first, laid.last + 1)
            empty = 0 if len(longer.ends) > len(laid.ends) else empty + 1
            if empty == _EMPTY_YEARS:
                raise NeverOpens
            laid = longer
        target = _counted(laid, at, start) + allowance
        ending = bisect_left(laid.upto, target, at)
        return laid.ends[ending] - (laid.upto[ending] - target)

    def stretches(self, start: Instant, end: Instant, years: tuple[int, int]) -> Iterator[Stretch]:
        """What counts between two instants, which lie in these years."""
        laid = self._over(*years)
        at = bisect_right(laid.ends, start)
        while at < len(laid.ends) and laid.starts[at] < end:
            yield max(start, laid.starts[at]), min(end, laid.ends[at])
            at += 1

    def touches(self, start: Instant, end: Instant, years: tuple[int, int]) -> bool:
        """Whether any stretch reaches in between the two, which lie in these years."""
        return next(self.stretches(start, end, years), None) is not None

    def _over(self, first: int, last: int) -> _Laid:
        """At least these years; years that were laid out before stay."""
        laid = self._laid
        if laid is not None:
            if laid.first <= first and last <= laid.last:
                return laid
            first, last = min(first, laid.first), max(last, laid.last)
        starts, ends = split(
            merged(each for year in range(first, last + 1) for each in self._year(year))
        )
        upto = accumulate(end - start for start, end in zip(starts, ends, strict=True))
        self._laid = laid = _Laid(first, last, starts, ends, tuple(upto))
        return laid

    def _year(self, year: int) -> Sequence[Stretch]:
        if year not in self._years:
            self._years[year] = self._lay(year)
        return self._years[year]


def _counted(laid: _Laid, at: int, start: Instant) -> int:
    """What has been counted until `start`, which lies in the stretch `at` or before it."""
    return laid.upto[at] - (laid.ends[at] - max(start, laid.starts[at]))


def split(stretches: Iterable[Stretch]) -> tuple[tuple[Instant, ...], tuple[Instant, ...]]:
    """Where they start, and where they end."""
    pairs = tuple(stretches)
    return tuple(start for start, _ in pairs), tuple(end for _, end in pairs)


def merged(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """In order of their starts: those that touch or overlap become one."""
    last: Stretch | None = None
    for start, end in stretches:
        if last and start <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def without(stretches: Iterable[Stretch], holes: Sequence[Stretch]) -> Iterator[Stretch]:
    """What is left of them; the holes are in order and apart."""
    for start, end in stretches:
        left = start
        for hole, over in holes:
            if over > left and hole < end:
                if hole > left:
                    yield left, hole
                left = over
        if left < end:
            yield left, end
