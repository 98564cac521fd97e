"""R10: a report about somebody's server goes to the desk with a yes only, as a file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.dialogue.consenting import CONFIGURATION, NAME
from intake.dialogue.environment import taken_out
from intake.dialogue.messages import WRITTEN, Pressed, Waited
from intake.dialogue.state import State
from intake.dialogue.turn import FetchFiles
from intake.dialogue.words import LONGEST
from tests.unit.intake.reports import EVERY, GOES_ON, NONE, PHPINFO, WINDOWS
from tests.unit.intake.scenes import agent_answers
from tests.unit.intake.standings import ODD
from tests.unit.intake.talk import UNSCOPED, Talk, playbook, with_form


@pytest.fixture
def ana() -> Talk:
    return Talk()


def fetched(talk: Talk) -> list[str]:
    """The words of the reports that will be on a ticket."""
    files = [f for each in talk.effects if isinstance(each, FetchFiles) for f in each.files]
    return [f.remote.removeprefix(WRITTEN) for f in files if f.remote.startswith(WRITTEN)]


# --- what is one ---------------------------------------------------------------------------------


@pytest.mark.parametrize("report", EVERY)
def test_a_report_is_taken_out_of_the_words_around_it(report: str) -> None:
    rest, found = taken_out(f"The page is white since Monday.\n\n{report}\n\nPlease help!", False)
    assert rest.split("\n\n\n") == ["The page is white since Monday.", "Please help!"]
    assert found == report


@pytest.mark.parametrize("said", NONE)
def test_what_is_no_report_stays_in_the_words(said: str) -> None:
    assert taken_out(said, False) == (said, "")


def test_the_rest_of_a_report_that_a_chat_has_cut_needs_no_marks() -> None:
    assert taken_out(GOES_ON, False) == (GOES_ON, "")
    assert taken_out(GOES_ON, True) == ("", GOES_ON)
    assert taken_out("It is slow", True) == ("It is slow", "")


@settings(max_examples=15)
@given(st.lists(st.sampled_from(["a", ":", "=>", "\n", " ", "_", "memory_limit", "1"]), max_size=6))
def test_b10_whatever_repeats_is_read_to_the_end(pieces: list[str]) -> None:
    piece = "".join(pieces) or "x"
    taken_out((piece * LONGEST)[:LONGEST], False)
    taken_out((f"{piece}\n" * LONGEST)[:LONGEST], True)


# --- what becomes of it --------------------------------------------------------------------------


def test_it_is_held_and_asked_about_and_with_a_yes_it_is_a_file(ana: Talk) -> None:
    told = ana.says(f"{ODD}\n\n{PHPINFO}")
    assert told[-1] == "report-found"
    assert "memory_limit" not in ana.answers()["problem"]
    assert ana.answers()["problem"].startswith(ODD)
    assert fetched(ana) == []
    told = ana.presses("report-yes.")
    assert told[0] == "files-taken"
    assert [file.name for file in ana.draft.files] == [NAME]
    assert ana.answers()[CONFIGURATION] == "yes"
    (report,) = fetched(ana)
    assert "memory_limit => 128M => 128M" in report
    assert ana.state.report is None


def test_a_yes_in_words_is_for_what_was_asked_last(ana: Talk) -> None:
    ana.says(f"{ODD}\n\n{PHPINFO}")
    assert ana.says("yes")[0] == "files-taken"
    eva = Talk(person="telegram:7")
    eva.says(f"{ODD}\n\n{PHPINFO}")
    eva.commands("help")
    assert "files-taken" not in eva.says("yes")
    assert eva.state.report is not None
    assert eva.hears(Pressed("*:report-no."))[0] == "report-left-out"


def test_with_a_no_nothing_of_it_is_kept(ana: Talk) -> None:
    ana.says(f"{ODD}\n\n{PHPINFO}")
    assert ana.presses("report-no.")[0] == "report-left-out"
    assert "memory_limit" not in repr(ana.state)
    assert ana.answers()[CONFIGURATION] == "no"
    assert fetched(ana) == []
    assert ana.hears(Pressed("*:report-yes."))[0] == "question-passed"


def test_a_report_alone_begins_a_draft_and_asks_what_is_wrong(ana: Talk) -> None:
    assert ana.says(PHPINFO) == ["ask-problem", "report-found"]
    ana.presses("report-yes.")
    assert ana.says(ODD)[-1].startswith("ask-")
    assert [file.name for file in ana.draft.files] == [NAME]


def test_the_form_asks_for_it_too_and_its_answer_counts(ana: Talk) -> None:
    ana.says(f"{ODD}\n\n{PHPINFO}")
    ana.presses("no"), ana.says("a.org"), ana.says("3"), ana.presses("option.start")
    ana.says("ana@example.org")
    while ana.state.stage.kind == "asking" and ana.state.stage.field != CONFIGURATION:
        ana.presses("skip")
    assert ana.presses("yes")[0] == "files-taken"
    assert len(fetched(ana)) == 1


def test_a_button_on_the_forms_own_question_goes_on_to_the_next(ana: Talk) -> None:
    ana.says(ODD)
    ana.presses("no"), ana.says("a.org"), ana.says("3"), ana.presses("option.start")
    ana.says("ana@example.org")
    while ana.state.stage.kind == "asking" and ana.state.stage.field != CONFIGURATION:
        ana.presses("skip")
    assert ana.says(WINDOWS) == [f"ask-{CONFIGURATION}", "report-found"]
    told = ana.presses("report-yes.")
    assert told[0] == "files-taken"
    assert f"ask-{CONFIGURATION}" not in told


def test_whoever_has_said_yes_or_no_is_not_asked_again(ana: Talk) -> None:
    ana.says(f"{ODD}\n\n{PHPINFO}")
    ana.presses("report-yes.")
    assert "report-found" not in ana.says(WINDOWS)
    assert [file.name for file in ana.draft.files] == [NAME, NAME]
    eva = Talk(person="telegram:7")
    eva.says(f"{ODD}\n\n{PHPINFO}")
    eva.presses("report-no.")
    assert "report-left-out" in eva.says(WINDOWS)
    assert fetched(eva) == []


def test_its_parts_are_one_report_and_are_asked_about_once(ana: Talk) -> None:
    ana.says(PHPINFO)
    assert ana.says(GOES_ON) == []
    ana.hears(Pressed("*:report-yes."))
    (report,) = fetched(ana)
    assert report.endswith(GOES_ON)


def test_filed_without_a_word_about_it_nothing_of_it_is_kept(ana: Talk) -> None:
    ana.says(f"{ODD}\n\n{PHPINFO}")
    ana.presses("no"), ana.says("a.org"), ana.says("3"), ana.presses("option.start")
    ana.says("ana@example.org")
    while ana.state.stage.kind == "asking":
        ana.presses("skip")
    assert "report-left-out" in ana.presses("file")
    assert "memory_limit" not in repr((ana.state, ana.tickets, ana.effects))


def test_a_report_for_a_ticket_goes_onto_it_with_a_yes(ana: Talk) -> None:
    ticket = ana.files_a_ticket()
    agent_answers(ana, ticket.tid, "Which server is it?")
    assert ana.says(WINDOWS)[-1] == "report-found"
    assert not ana.tickets[ticket.tid].posts[1:]
    assert ana.presses(f"report-yes.{ticket.tid}") == ["files-taken", "follow-up-added"]
    assert [effect.tid for effect in ana.effects if isinstance(effect, FetchFiles)] == [ticket.tid]
    assert len(fetched(ana)) == 1
    ana.says(f"Here it is once more\n{WINDOWS}")
    assert ana.tickets[ticket.tid].posts[-1].text == "Here it is once more"
    assert ana.presses(f"report-no.{ticket.tid}")[0] == "report-left-out"
    assert len(fetched(ana)) == 1


def test_a_yes_on_the_ticket_counts_for_what_follows(ana: Talk) -> None:
    ana.says(f"{ODD}\n\n{PHPINFO}")
    ana.presses("report-yes.")
    ana.presses("no"), ana.says("a.org"), ana.says("3"), ana.presses("option.start")
    ana.says("ana@example.org")
    while ana.state.stage.kind == "asking":
        ana.presses("done" if ana.state.stage.field == "screenshots" else "skip")
    ana.presses("file")
    (ticket,) = ana.tickets.values()
    agent_answers(ana, ticket.tid, "And the other server?")
    assert "files-taken" in ana.says(WINDOWS)
    assert len(fetched(ana)) == 2


def test_a_caption_and_an_edited_message_hold_reports_too(ana: Talk) -> None:
    assert "report-found" in ana.sends("a.png", caption=f"{ODD}\n{PHPINFO}")
    assert ana.presses("report-no.")[0] == "report-left-out"
    ana.says("It is slow too", ref="more")
    assert "report-left-out" in ana.edits("more", f"It is very slow too\n{WINDOWS}")
    assert "OS Version" not in repr(ana.state)


def test_a_desk_that_does_not_ask_for_it_may_still_get_it_with_a_yes() -> None:
    policy = with_form({"id": "problem", "kind": "long-text"})
    for word, files in (("yes", 1), ("no", 0)):
        ana = Talk(playbook=playbook(policy))
        ana.says(f"{ODD}\n\n{PHPINFO}")
        ana.hears(Pressed(f"*:report-{word}."))
        assert len(fetched(ana)) == files


def test_what_nobody_said_yes_to_for_a_day_is_gone(ana: Talk) -> None:
    ana.says(f"{ODD}\n\n{PHPINFO}")
    ana.now += UNSCOPED.thresholds.remind_draft
    assert ana.hears(Waited()) == ["draft-reminder"]
    assert "memory_limit" not in repr(ana.state)
    eva = Talk(person="telegram:7")
    ticket = eva.files_a_ticket()
    agent_answers(eva, ticket.tid, "Which server is it?")
    eva.says(WINDOWS)
    assert eva.hears(Waited()) == []
    assert eva.state.report is not None
    eva.now += UNSCOPED.thresholds.remind_draft
    assert eva.hears(Waited()) == []
    assert (eva.state.report, eva.state.remind_at) == (State().report, None)
