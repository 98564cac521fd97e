"""The catalogue of faults is whole, and no case of it is silently missing."""

import re

import pytest

from tests.faults.catalogue import ROOT, cases, shown_by

CASES = cases()
SHOWN = shown_by()
HOW_MANY = {"A": 20, "B": 21, "C": 6, "D": 24, "E": 13, "F": 14, "G": 14, "H": 18}


def test_every_id_is_listed_in_order() -> None:
    wanted = [f"{letter}{n + 1}" for letter, many in HOW_MANY.items() for n in range(many)]
    assert list(CASES) == wanted


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_shown_or_said_to_belong_to_later_work(name: str) -> None:
    case = CASES[name]
    if case.later:
        assert not case.figure
        assert not case.rest
        assert name not in SHOWN, "it is shown: say so"
    elif case.figure:
        assert (ROOT / case.figure).is_file()
    else:
        assert name in SHOWN, f"no test names {name}: {case.what}"


def test_no_test_names_a_case_that_nobody_knows() -> None:
    # What looks like an id and is a rule's or a channel's number has other letters.
    assert set(SHOWN) - set(CASES) == set()


def test_a_case_is_told_in_a_line() -> None:
    assert [name for name, case in CASES.items() if not re.fullmatch(r".{12,120}", case.what)] == []
