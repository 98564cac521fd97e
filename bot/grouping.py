"""Puts similar questions that found no answer together, in one process of all, for all to count."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Final

import structlog

from intake.desk.asked_in_vain import put_together
from intake.misses import KEPT, MissId
from intake.ports import Clock, Store, StoreUnavailable, Work

FEW: Final = 500
"""So many may wait to be put together: those are clustered whenever somebody asks."""
SHARE: Final = 10
"""Nor is everything compared anew before a tenth has come: so each question costs the same."""
MOST: Final = 200_000
"""Questions that are looked at, the newest."""
_LOOK: Final = 10.0
_SLICE: Final = 500
_BREATH: Final = 0.05
"""Seconds between two slices: people come first."""

pause: Final = asyncio.sleep

log = structlog.get_logger()


@dataclass(slots=True)
class Grouping:
    """The questions without an answer, put together again once enough of them are new."""

    store: Store
    clock: Clock
    _left: int = 0
    """Those that were not looked at, because there are too many."""

    async def group_on(self) -> None:
        """Until cancelled; for one process at a time (`OnlyOne`)."""
        while True:
            try:
                await self.round()
            except StoreUnavailable:
                log.warning("grouping.store_unavailable")
            except Exception:
                log.exception("grouping.round_failed")
            await pause(_LOOK)

    async def round(self) -> int:
        """Put them together, if that is due; returns how many have another group than before."""
        since = self.clock() - KEPT
        every, loose = await self.store.read(lambda look: look.count_misses(since))
        if loose - self._left < max(FEW, (every - loose) // SHARE):
            return 0
        misses = await self.store.read(lambda look: look.open_misses(since, MOST))
        groups = await asyncio.to_thread(put_together, misses)
        for some in _slices(list(groups.items())):
            await self.store.record(partial(_group, groups=some))
            await pause(_BREATH)
        self._left = max(0, every - len(misses))
        log.info("misses.grouped", misses=len(misses), changed=len(groups))
        return len(groups)


def _group(work: Work, groups: dict[MissId, MissId]) -> None:
    work.group_misses(groups)


def _slices(pairs: Sequence[tuple[MissId, MissId]]) -> Iterator[dict[MissId, MissId]]:
    rest = iter(pairs)
    while some := dict(islice(rest, _SLICE)):
        yield some
