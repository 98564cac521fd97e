"""Files on their way onto a draft or a ticket."""

from dataclasses import replace

import pytest

from intake.dialogue.messages import FileId, Judged, RefusedFile
from intake.dialogue.turn import FetchFiles
from intake.regulations.attachments import Refusal
from tests.unit.intake.scenes import agent_answers
from tests.unit.intake.standings import ODD, WHITE
from tests.unit.intake.talk import Talk, playbook


@pytest.fixture
def ana() -> Talk:
    return Talk()


def test_files_go_onto_the_draft_and_an_album_is_acknowledged_once(ana: Talk) -> None:
    ana.says(ODD)
    assert ana.sends("a.png") == ["files-taken", "ask-reproducible"]
    assert ana.sends("b.png", album="x") == ["files-taken", "ask-reproducible"]
    assert ana.sends("c.png", album="x") == []
    assert [file.name for file in ana.draft.files] == ["a.png", "b.png", "c.png"]
    fetched = [effect for effect in ana.effects if isinstance(effect, FetchFiles)]
    assert {effect.draft for effect in fetched} == {ana.draft.id}


def test_a_file_with_a_caption_begins_a_problem(ana: Talk) -> None:
    assert ana.sends("a.png", caption=WHITE) == ["files-taken", "intro", "suggestions"]
    assert [file.name for file in ana.draft.files] == ["a.png"]


def test_a_file_alone_asks_what_is_wrong(ana: Talk) -> None:
    assert ana.sends("a.png") == ["files-taken", "ask-problem"]
    assert ana.says(WHITE) == ["suggestions"]
    assert [file.name for file in ana.draft.files] == ["a.png"]


def test_the_screenshots_question_ends_with_done(ana: Talk) -> None:
    ana.says(ODD)
    ana.presses("no"), ana.says("a.org"), ana.says("3"), ana.presses("option.start")
    ana.says("ana@example.org")
    ana.presses("skip"), ana.presses("skip"), ana.presses("skip")
    assert ana.says("here it is") == ["problem-file-wanted", "ask-screenshots"]
    assert ana.sends("a.png") == ["files-taken", "ask-screenshots"]
    assert ana.presses("done") == ["review"]
    ana.presses("file")
    (ticket,) = ana.tickets.values()
    assert ticket.files == ("a.png",)


def test_d11_more_files_than_the_policy_takes_are_refused_by_number(ana: Talk) -> None:
    ana.says(ODD)
    names = [f"{number}.png" for number in range(12)]
    assert ana.sends(*names) == ["problem-too-many-files", "ask-reproducible"]
    assert len(ana.draft.files) == 10
    assert ana.sends("one-more.png") == ["problem-too-many-files", "ask-reproducible"]


def test_a_refused_file_leaves_the_draft_and_the_ticket_goes_on(ana: Talk) -> None:
    ana.says(ODD)
    ana.sends("a.bmp")
    (file,) = ana.draft.files
    verdict = Judged((RefusedFile(file.id, "a.bmp", Refusal.BMP),))
    assert ana.hears(verdict) == ["files-refused", "ask-reproducible"]
    assert ana.draft.files == ()


def test_a_verdict_after_filing_is_told_too(ana: Talk) -> None:
    ana.files_a_ticket()
    verdict = Judged((RefusedFile(FileId("f"), "a.bmp", Refusal.BMP),))
    assert ana.hears(verdict) == ["files-refused"]


def test_files_for_a_ticket_go_onto_it(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    agent_answers(ana, ticket.tid, "A screenshot, please")
    assert ana.sends("a.png", caption="There") == ["files-taken", "follow-up-added"]
    assert ana.tickets[ticket.tid].posts[-1].text == "There"
    assert ana.sends("b.png") == ["files-taken", "follow-up-added"]
    fetched = [effect for effect in ana.effects if isinstance(effect, FetchFiles)]
    assert {effect.tid for effect in fetched} == {ticket.tid}


def test_d11_a_ticket_takes_no_more_files_than_a_draft(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    agent_answers(ana, ticket.tid, "A screenshot, please")
    full = tuple(f"{number}.png" for number in range(9))
    ana.tickets[ticket.tid] = replace(ana.tickets[ticket.tid], files=full)
    assert ana.sends("a.png", "b.png") == [
        "files-taken",
        "problem-too-many-files",
        "follow-up-added",
    ]
    ana.tickets[ticket.tid] = replace(ana.tickets[ticket.tid], files=(*full, "a.png"))
    assert ana.sends("c.png") == ["problem-too-many-files"]
    assert ana.sends("c.png", caption="There") == ["problem-too-many-files", "follow-up-added"]
    fetched = [effect for effect in ana.effects if isinstance(effect, FetchFiles)]
    assert [file.name for effect in fetched for file in effect.files] == ["a.png"]


def test_a_file_among_words_to_be_sorted_loses_none_of_them(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    said = f"{ticket.tid} now there is an error 500 as well"
    ana.says(said)
    assert ana.sends("a.png") == ["files-taken", "follow-up-added", "sort-words"]
    ana.presses("add")
    assert [post.text for post in ana.tickets[ticket.tid].posts] == ["a.png", said]


def test_files_for_a_closed_ticket_begin_a_new_one(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    agent_answers(ana, ticket.tid, "A screenshot, please")
    kim = Talk(person="telegram:9", playbook=playbook(staff=("telegram:9",)), tickets=ana.tickets)
    kim.commands("close", f"{ticket.tid} solved")
    assert ana.sends("a.png") == ["ticket-is-closed", "files-taken", "ask-problem"]
