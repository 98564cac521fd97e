"""Memory that nobody needs any more goes back to the system."""

import ctypes
import gc
import sys

import psutil
import pytest

from bot.app.resting import at_rest, give_back


def resident() -> int:
    gc.collect()
    return int(psutil.Process().memory_info().rss)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' C libraries keep less")
def test_what_lies_free_between_pieces_in_use_is_given_back() -> None:
    kept = [bytes(3_000) for _ in range(20_000)]
    # Every hundredth stays: without help the C library keeps all that lies between.
    kept = kept[::100]
    before = resident()
    give_back()
    assert before - resident() > 20_000_000
    assert len(kept) == 200


def test_where_the_c_library_cannot_nothing_is_asked_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    give_back()


def test_the_collector_looks_seldom_and_in_the_end_as_before() -> None:
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    with at_rest():
        assert gc.get_threshold()[0] > 10 * before[0]
        assert gc.get_freeze_count() > frozen
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, 0)
