"""A message that is edited corrects what it said (A9)."""

import pytest

from intake.dialogue.state import Sorting
from tests.unit.intake.standings import ODD, WHITE
from tests.unit.intake.talk import Talk


@pytest.fixture
def ana() -> Talk:
    return Talk()


def test_a9_an_edited_answer_corrects_the_draft(ana: Talk) -> None:
    ana.says(ODD)
    ana.presses("no")
    ana.says("a.org", ref="url")
    assert ana.edits("url", "b.org") == ["corrected", "ask-version"]
    assert ana.answers()["url"] == "https://b.org"
    assert ana.edits("url", "nonsense here") == ["problem-url"]
    assert ana.answers()["url"] == "https://b.org"


def test_a9_an_edited_problem_searches_again(ana: Talk) -> None:
    ana.says(WHITE, ref="p")
    assert ana.edits("p", "E-mail notifications are not sent at all") == ["suggestions"]
    assert ana.answers()["problem"] == "E-mail notifications are not sent at all"


def test_an_edited_problem_is_looked_through_again(ana: Talk) -> None:
    ana.says(f"{ODD} in version 20.5", ref="p")
    assert ana.answers()["version"] == "20.5"
    ana.edits("p", f"{ODD} in version 21.0")
    assert ana.answers()["version"] == "21.0"


def test_edits_of_other_messages_change_nothing(ana: Talk) -> None:
    ana.says("hello", ref="h")
    assert ana.edits("h", "hallo") == []
    assert ana.edits("h", "   ") == []
    ana.says(ODD)
    assert ana.edits("h", "hallo") == []


def test_an_edit_of_words_that_are_being_sorted_replaces_them(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    ana.says(f"{ticket.tid} now there is an error 500 as well", ref="w")
    assert ana.edits("w", f"{ticket.tid} the error 500 is gone again") == ["sort-words"]
    assert isinstance(ana.state.stage, Sorting)
    assert ana.state.stage.words.text.endswith("gone again")
