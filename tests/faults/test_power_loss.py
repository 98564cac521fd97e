"""E3: the power goes, and with it every write that was not synced: nobody is told too much."""

import pytest

from benchmarks.powercut.desk import WAYS
from benchmarks.powercut.recording import NoCompiler
from benchmarks.powercut.trial import Verdict, trial

OURS, WITHOUT_FULL, WITHOUT_FILE_SYNC = WAYS


def cut_off(way: str) -> Verdict:
    """Twenty-four cuts, each with two kinds of luck."""
    try:
        return trial(way, people=10, cuts=24, seed=3)
    except NoCompiler:
        pytest.skip("the recorder of writes needs Linux and a C compiler")


def test_e3_what_was_acknowledged_is_there_when_the_power_comes_back() -> None:
    """Messages, tickets, and the bytes of every file that a row speaks of (I1, I2, I6)."""
    verdict = cut_off(OURS)

    assert verdict.is_clean, verdict
    assert verdict.cuts > 40
    assert verdict.promised > 60


def test_e3_the_cuts_would_find_a_commit_that_is_not_synced() -> None:
    assert cut_off(WITHOUT_FULL).messages > 10


def test_e3_the_cuts_would_find_a_file_that_is_not_synced() -> None:
    assert cut_off(WITHOUT_FILE_SYNC).files > 0
