"""What people asked in vain, all of it: what was put together before, and what has come since."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from faq_index.misses import Asked, Cluster, clusters, joining, together
from intake.errors import IntakeError
from intake.misses import KEPT, Miss, MissGroup, MissId
from intake.ports import Reading

LOOSE: Final = 2_000
"""Questions that nobody has put together yet are clustered when they are asked for, the newest of
them, in less than half a second. `bot/grouping.py` sees to it that there are seldom more."""
GROUPS: Final = 2_000
"""Groups that a new question may belong to, those of most people."""


class NoSuchMiss(IntakeError):
    """No open question has this number: it was answered meanwhile, or is too old."""


@dataclass(frozen=True, slots=True)
class Missed:
    """Similar questions together, what most people ask first."""

    listed: tuple[Cluster, ...] = ()
    more: int = 0
    """Further clusters, which fewer people asked."""


@dataclass(frozen=True, slots=True)
class _Group:
    """What was put together before and what of the latest belongs to it, or either alone."""

    known: MissGroup | None
    new: Sequence[Asked] = ()

    @property
    def rank(self) -> tuple[int, int, int]:
        people = len({each.person for each in self.new})
        if self.known is None:
            return (-people, -len(self.new), self.new[0].number)
        return (-people - self.known.people, -len(self.new) - self.known.times, self.known.first.id)

    def holds(self, miss: Miss) -> bool:
        is_known = self.known is not None and self.known.group == miss.grouped
        return is_known or any(each.number == miss.id for each in self.new)

    def whole(self, reading: Reading, since: datetime) -> Cluster:
        """With each of its questions."""
        known = reading.misses_of(self.known.group, since) if self.known else ()
        return together([*map(_asked, known), *self.new])


def missed(reading: Reading, now: datetime, most: int) -> Missed:
    """The first few with each of their questions, the others counted."""
    groups = sorted(_groups(reading, now - KEPT), key=lambda each: each.rank)
    listed = tuple(each.whole(reading, now - KEPT) for each in groups[:most])
    return Missed(listed, len(groups) - len(listed))


def missed_like(reading: Reading, number: int, now: datetime) -> Cluster:
    """The questions that ask what the one of this number asks. Raises NoSuchMiss."""
    since = now - KEPT
    miss = reading.open_miss(MissId(number))
    if miss is None or miss.at < since:
        raise NoSuchMiss
    for group in _groups(reading, since):
        if group.holds(miss):
            return group.whole(reading, since)
    # More are there than are looked at, and fewer people asked this.
    return together(map(_asked, reading.misses_of(miss.grouped or miss.id, since) or [miss]))


def put_together(misses: Iterable[Miss]) -> dict[MissId, MissId]:
    """The group of each of these misses, where it is not the one that it was in."""
    was = {each.id: each for each in misses}
    return {
        MissId(each.number): MissId(cluster.number)
        for cluster in clusters(map(_asked, was.values()))
        for each in cluster.asked
        if was[MissId(each.number)].grouped != cluster.number
    }


def _groups(reading: Reading, since: datetime) -> list[_Group]:
    known = reading.miss_groups(since, GROUPS)
    new = clusters(map(_asked, reading.loose_misses(since, LOOSE)))
    alone: list[_Group] = []
    joined: defaultdict[int, list[Asked]] = defaultdict(list)
    belongs = joining([_asked(each.first) for each in known], new)
    for place, cluster in zip(belongs, new, strict=True):
        if place is None:
            alone.append(_Group(None, cluster.asked))
        else:
            joined[place] += cluster.asked
    return [_Group(each, joined[place]) for place, each in enumerate(known)] + alone


def _asked(miss: Miss) -> Asked:
    return Asked(miss.id, miss.words, miss.language, miss.conversation, miss.at)
