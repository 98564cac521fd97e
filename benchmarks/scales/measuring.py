"""What one engine costs over one made-up FAQ, on one core."""

import gc
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
import psutil

from benchmarks.engines import Engine
from benchmarks.engines import engines as peers
from benchmarks.scales.entries import Language, queries
from benchmarks.search_sets import faq_sets
from bot.app.resting import give_back
from faq_index import Entry, FaqIndex

KINDS: Final = ("plain", "typo", "long")
OURS: Final = "tidings"
QUERIES: Final = 150
SLOW: Final = 20
"""Queries where each takes long, so that a table is there today."""
ROUNDS: Final = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU and resident memory; `queries` are p50 and p99 in ms and the share found, by kind."""

    engine: str
    size: int
    build_s: float
    index_mb: float
    all_mb: float
    change_ms: float
    queries: dict[str, tuple[float, float, float]]


class _Timed:
    """Entries as they are made up, one after the other, and the CPU that making them took."""

    def __init__(self, entries: Iterator[Entry]) -> None:
        self._entries = entries
        self.seconds = 0.0

    def __iter__(self) -> Iterator[Entry]:
        while True:
            begun = time.process_time()
            some = list(islice(self._entries, 1_000))
            self.seconds += time.process_time() - begun
            if not some:
                return
            yield from some


class _Ours:
    """faq_index, which takes entries one by one and keeps them itself."""

    def __init__(self, index: FaqIndex) -> None:
        self.index = index

    def build(self, entries: Sequence[Entry]) -> None:
        self.index = FaqIndex.build(entries)

    def search(self, query: str, language: str) -> list[tuple[str, float]]:
        found = self.index.search(query, language=language)
        return [(match.entry.id, match.confidence) for match in found]


def ours(language: Language, size: int) -> Cost:
    before = _memory()
    made = _Timed(language.entries(size))
    begun = time.process_time()
    index = FaqIndex.build(made)
    build = time.process_time() - begun - made.seconds
    whole = _memory() - before
    settled = (each for shelf in index.shelves.values() for each in shelf.entries.settled)
    packed = sum(len(each.whole) for each in settled) / 1e6
    entry = next(iter(language.entries(1)))
    begun = time.process_time()
    changed = index.changed([replace(entry, question="Where does the zeppelin land today?")])
    change = 1_000 * (time.process_time() - begun)
    assert changed.search("zeppelin landing", language="en")[0].entry.id == entry.id
    del changed
    asked = _queries(_Ours(index), language, size)
    return Cost(OURS, size, build, whole - packed, whole, change, asked)


def theirs(name: str, engine: Engine, language: Language, size: int) -> Cost:
    bare = _memory()
    entries = list(language.entries(size))
    before = _memory()
    begun = time.process_time()
    engine.build(entries)
    build = time.process_time() - begun
    after = _memory()
    asked = _queries(engine, language, size)
    return Cost(name, size, build, after - before, after - bare, 0.0, asked)


def _queries(
    engine: Engine | _Ours, language: Language, size: int
) -> dict[str, tuple[float, float, float]]:
    # The entries asked about are among the first 100,000: making up a million again takes long.
    some = list(islice(language.entries(size), 0, 100_000, max(min(size, 100_000) // QUERIES, 1)))
    return {kind: _asked(engine, kind, some) for kind in KINDS}


def _asked(
    engine: Engine | _Ours, kind: str, entries: Sequence[Entry]
) -> tuple[float, float, float]:
    seconds: list[float] = []
    third: list[bool] = []
    for query, entry in zip(queries(entries, kind), entries, strict=True):
        if len(seconds) >= SLOW and sum(seconds) > SLOW:
            break
        begun = time.process_time()
        found = engine.search(query, "en")
        best = time.process_time() - begun
        for _ in range(ROUNDS - 1 if best < 1 else 0):
            begun = time.process_time()
            engine.search(query, "en")
            best = min(best, time.process_time() - begun)
        seconds.append(best)
        third.append(entry.id in [id for id, _ in found[:3]])
    p50, p99 = (1_000 * float(each) for each in np.percentile(seconds, [50, 99]))
    return p50, p99, float(np.mean(third))


def _memory() -> float:
    """As it is a minute after: every engine's process gives back what it does not need."""
    gc.collect()
    give_back()
    return float(psutil.Process().memory_info().rss) / 1e6


def main(name: str, size: str, data: str) -> None:
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    language = Language.of(faq_sets(Path(data)), int(size))
    FaqIndex.build(language.entries(100)).search("warm it up", language="en")
    if name == OURS:
        cost = ours(language, int(size))
    else:
        cost = theirs(name, peers()[name](), language, int(size))
    print(json.dumps(asdict(cost)))


if __name__ == "__main__":
    main(*sys.argv[1:])
