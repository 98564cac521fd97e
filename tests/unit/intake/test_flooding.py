"""B15: whoever floods is told so once; nothing that was read is lost."""

from dataclasses import replace
from datetime import timedelta

from intake.dialogue.messages import FileId, Files, IncomingFile, Judged, Text
from intake.dialogue.playbook import LIMIT
from tests.unit.intake.talk import Talk, playbook


def floods(talk: Talk, times: int) -> list[list[str]]:
    """That many messages at one moment."""
    answers = []
    for number in range(times):
        talk.now -= timedelta(seconds=1)
        answers.append(talk.says(f"the cart lost article number {number}"))
    return answers


def test_the_first_message_too_many_is_answered_and_the_others_are_silence() -> None:
    talk = Talk()
    talk.says("The checkout button does nothing at all")
    read = floods(talk, LIMIT.messages - 1)
    kept = talk.draft
    assert all(answer and "too-fast" not in answer for answer in read)
    assert floods(talk, 1) == [["too-fast"]]
    assert floods(talk, 100) == [[]] * 100
    assert talk.draft == kept


def test_after_the_pause_they_are_read_again_where_they_stood() -> None:
    talk = Talk()
    talk.says("The checkout button does nothing at all")
    floods(talk, 40)
    kept = talk.draft
    talk.later(seconds=LIMIT.within.total_seconds())
    assert talk.says("it is every article")[:1] != ["too-fast"]
    assert talk.draft.id == kept.id


def test_a_day_of_messages_that_comes_at_once_was_not_sent_at_once() -> None:
    talk = Talk()
    answers = []
    for number in range(3 * LIMIT.messages):
        talk.later(minutes=20)
        answers += talk.says(f"another thing, number {number}")
    assert "too-fast" not in answers


def test_a_clock_that_goes_back_begins_a_new_burst() -> None:
    talk = Talk()
    floods(talk, 40)
    talk.later(hours=-1)
    assert talk.says("hello") != []


def test_an_album_of_many_files_and_what_becomes_of_them_are_no_flood() -> None:
    talk = Talk()
    talk.says("The checkout button does nothing at all")
    floods(talk, 40)
    for number in range(10):
        talk.now -= timedelta(seconds=1)
        picture = IncomingFile(FileId(f"f{number}"), "a.png", 9, "")
        talk.hears(Files((picture,), album="a"))
    assert len(talk.draft.files) == 10
    talk.now -= timedelta(seconds=1)
    assert talk.hears(Judged(())) != []


def test_where_nobody_else_waits_there_is_no_limit() -> None:
    talk = Talk(playbook=replace(playbook(), limit=None))
    talk.hears(Text("The checkout button does nothing at all"))
    assert all(floods(talk, 3 * LIMIT.messages))
