"""Whoever came, filed a ticket and went leaves nothing in memory: a process runs for months."""

import asyncio
import gc
from collections import Counter, deque
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.channels.slack.recent import Recent
from faq_index.stems import stem
from tests.journeys.journey import CHATS, journey
from tests.journeys.telling import files_a_ticket

OURS = ("bot.", "intake.", "faq_index.")
GROWING = (dict, set, list, deque)
CACHE = type(stem)
LOOKS = 20


@pytest.mark.parametrize("way", CHATS)
async def test_people_who_went_leave_nothing(tmp_path: Path, way: str) -> None:
    async with journey(tmp_path, way) as trip:
        await files_a_ticket(trip.person("ana"))
        before = await least()
        for name in ("bob", "eva"):
            await files_a_ticket(trip.person(name))
        more = await least(before) - before
        assert not more


async def least(wanted: Counter[str] | None = None) -> Counter[str]:
    """How much there is of ours, by kind, with how much lies in its collections.

    A database thread needs a moment to let go of what it was asked last: looks again until there
    is no more than what is wanted, or, without that, until nothing goes any more.
    """
    found = _held()
    for _ in range(LOOKS):
        await asyncio.sleep(0.01)
        before, found = found, _held()
        if not (before - found if wanted is None else found - wanted):
            break
    return found


def _held() -> Counter[str]:
    _forget_what_is_bounded()
    gc.collect()
    found: Counter[str] = Counter()
    for each in gc.get_objects():
        kind = type(each)
        if str(kind.__module__).startswith(OURS):
            found[kind.__qualname__] += 1
            for name, value in _attributes(each):
                if isinstance(value, GROWING) and getattr(value, "maxlen", None) is None:
                    found[f"{kind.__qualname__}.{name}"] += len(value)
    return found


def _forget_what_is_bounded() -> None:
    """Memories that forget the oldest by themselves; the next story fills them anew."""
    for each in gc.get_objects():
        if isinstance(each, CACHE) and each.cache_parameters()["maxsize"]:
            each.cache_clear()
        elif isinstance(each, Recent):
            each._held.clear()  # noqa: SLF001 - nobody else has to forget everything


def _attributes(owner: object) -> Iterator[tuple[str, object]]:
    names = [*getattr(owner, "__dict__", ())]
    for kind in type(owner).__mro__:
        slots = kind.__dict__.get("__slots__", ())
        names += [slots] if isinstance(slots, str) else slots
    return ((name, getattr(owner, name, None)) for name in names)
