"""The command line: a newcomer's talk through a pipe, the desk's side, the FAQ, plain errors."""

import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner, Result

from bot.cli.commands import app
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
TALK = """hello
Since the last update the checkout button of my shop does nothing at all
{none}yes
no
shop.example.org
24.5
Business
ana(at)example.org
ana@example.org
skip
skip
skip
skip
file the ticket
"""
TID = re.compile(r"TID(?:-[0-9A-HJKMNP-TV-Z]{3}){3}")


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """An empty folder to live in, and no settings from outside."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield tmp_path
    root.handlers, root.level = before, level
    structlog.reset_defaults()


def orders(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def talks(house: Path, lines: str, *arguments: str) -> str:
    """A script through a pipe, in a process of its own, as a newcomer would."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "bot", *(arguments or ("chat", "--as", "ana"))],
        input=lines,
        capture_output=True,
        text=True,
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=True,
    )
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    return done.stdout


def filed(house: Path) -> str:
    """A ticket filed by a script; its TID."""
    said = talks(house, TALK.format(none="None of these, open a ticket\n"))
    found = TID.findall(said)
    assert found, said
    return str(found[0])


def test_a_script_files_a_ticket_and_prints_its_tid(house: Path) -> None:
    number = filed(house)
    listed = orders("tickets")
    assert listed.exit_code == 0
    assert number in listed.output


def test_run_without_tokens_talks_here_and_ends_well_without_words(house: Path) -> None:
    said = talks(house, "", "run")
    assert "not an official channel" in said
    assert (house / "var" / "tidings.db").exists()


def test_the_loop_closes_from_question_to_answer_and_back(house: Path) -> None:
    number = filed(house)
    assert orders("answer", number.lower(), "Please [bold]reload[/bold].").exit_code == 0
    said = talks(house, "I did, and it works now\n")
    assert "Please [bold]reload[/bold]." in said
    assert number in said.rpartition("it works now")[2]
    page = orders("ticket", number).output
    assert "I did, and it works now" in page
    assert "Please [bold]reload[/bold]." in page
    assert "shop.example.org" in page
    assert orders("close", number, "--reason", "solved").exit_code == 0
    assert "solved" in orders("ticket", number).output
    assert number not in orders("tickets").output
    assert number in orders("tickets", "--all").output


def test_r22_r23_r34_staff_move_a_ticket_note_something_and_open_it_again(house: Path) -> None:
    number = filed(house)
    assert "non-commercial" in orders("ticket", number).output
    assert orders("pass", number, "Please look").exit_code == 2
    assert "Noted" in orders("note", number, "Seen in March", "--as", "Kim").output
    assert "Asked" in orders("ask", number, "Which version is it?").output
    assert "Moved" in orders("beyond", number).output
    page = orders("ticket", number).output
    assert "beyond-scope" in page
    assert "note, for staff Kim" in page
    orders("close", number, "--reason", "solved")
    assert "Open again" in orders("reopen", number, "Closed too early").output
    assert number in orders("tickets").output
    said = talks(house, "status\n")
    assert "Which version is it?" in said
    assert "Closed too early" in said
    assert "Seen in March" not in said


def test_r36_a_break_is_announced_listed_and_ended(house: Path) -> None:
    del house
    break_ = ("policy", "break", "--until")
    assert orders(*break_, "2020-01-01 10:00").exit_code == 2
    assert orders(*break_, "soon").exit_code == 2
    assert "No break was announced." in orders("policy", "breaks").output
    done = orders(
        *break_,
        "2099-03-03 15:00",
        "--from",
        "2099-03-03 10:00",
        "--why",
        "flood",
        "--tell",
        "No power.",
    )
    assert "No power." in orders("notice", "list").output
    assert "Break 1 is announced" in done.output
    asked = ("policy", "explain", "--level", "commercial", "--at", "2099-03-03 09:00")
    assert "announced break; flood" in orders(*asked).output
    assert "announced break" not in orders(*asked, "--policy", "inc").output
    listed = orders("policy", "breaks").output
    assert "2099-03-03 10:00" in listed
    assert "flood" in listed
    assert "Break 1 is over" in orders("policy", "end-break", "1").output
    assert "called off" in orders("policy", "breaks").output
    assert "announced break" not in orders(*asked).output
    assert orders("policy", "end-break", "1").exit_code == 2


def test_what_is_not_possible_is_one_sentence_and_exit_code_2(house: Path) -> None:
    number = filed(house)
    orders("close", number, "--reason", "solved")
    for arguments in (
        ("answer", number, "hi"),
        ("ticket", "TID-123"),
        ("ticket", "TID-000-000-000"),
        ("faq", "import", "missing.csv"),
    ):
        result = orders(*arguments)
        assert result.exit_code == 2, arguments
        assert result.output.count("\n") == 1
        assert result.output.startswith("tidings: ")


def test_h13_a_wrong_setting_stops_the_start(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del house
    monkeypatch.setenv("PORT", "canary-4711")
    result = orders("tickets")
    assert result.exit_code == 2
    assert "PORT" in result.output
    assert "canary" not in result.output


def test_the_faq_is_imported_searched_and_listed(house: Path) -> None:
    rows = [
        {"id": "a", "question": "How do I water the larks?", "url": "https://x.example/a"},
        {"id": "b", "question": "Warum singt die Lerche nicht?", "lang": "de"},
    ]
    (house / "f.jsonl").write_text("\n".join(map(json.dumps, rows)))
    first = orders("faq", "import", "f.jsonl")
    assert first.output == "Imported: 2 new, 0 changed, 0 the same.\n"
    again = orders("faq", "import", "f.jsonl").output
    assert again == "Imported: 0 new, 0 changed, 2 the same.\n"
    found = orders("faq", "search", "watering larks")
    assert "How do I water the larks?" in found.output
    assert "letters" in found.output
    assert "Nothing found." in orders("faq", "search", "👍").output
    german = orders("faq", "list", "--language", "de").output
    assert "Lerche" in german
    assert "water" not in german


def test_a_search_tells_what_a_person_would_see_and_cuts_no_link(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    link = f"https://docs.example/{'larks/' * 20}"
    rows = [
        {"id": str(n), "question": f"How do I water lark number {n}?", "url": f"{link}{n}"}
        for n in range(5)
    ]
    (house / "f.jsonl").write_text("\n".join(map(json.dumps, rows)))
    orders("faq", "import", "f.jsonl")
    found = orders("faq", "search", "how do I water a lark").output
    # All five are likely, none more than the others; nobody is shown more than three.
    places = re.findall(r"^\d\.\d\d  (maybe|shown|not shown)  How", found, re.MULTILINE)
    assert places == ["maybe"] * 3 + ["not shown"] * 2
    assert all(f"{link}{n}\n" in found for n in range(5))
    assert all(f"{link}{n} " in orders("faq", "list").output for n in range(5))


def test_the_queue_through_a_pipe_is_a_line_a_ticket(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "There are no tickets yet." in orders("tickets", "--all").output
    assert "No ticket waits for an answer." in orders("tickets").output
    number = filed(house)
    monkeypatch.setenv("COLUMNS", "80")
    for listed in (orders("tickets"), orders("tickets", "--all")):
        (line,) = [each for each in listed.output.split("\n") if number in each]
        assert "Since the last update the checkout button of my shop does nothing at all" in line


def test_g8_one_bad_row_and_nothing_is_imported(house: Path) -> None:
    (house / "f.csv").write_text("question,url\nGood?,https://x.example\nBad?,javascript:1\n")
    result = orders("faq", "import", "f.csv")
    assert result.exit_code == 1
    assert "f.csv:3:" in result.output
    assert "Nothing was imported." in result.output
    assert "Good?" not in orders("faq", "list").output


def test_migrating_twice_is_harmless(house: Path) -> None:
    assert orders("migrate").exit_code == 0
    assert orders("migrate").exit_code == 0
    assert (house / "var" / "tidings.db").exists()


def test_the_slack_manifest_is_printed_for_sockets_and_for_http(house: Path) -> None:
    del house
    socket = json.loads(orders("slack-manifest").output)
    http = json.loads(orders("slack-manifest", "--url", "https://desk.example").output)
    assert socket["settings"]["socket_mode_enabled"] is True
    assert http["settings"]["socket_mode_enabled"] is False
    assert "https://desk.example/slack/events" in json.dumps(http)


def test_g13_what_is_given_on_the_command_line_is_taken_literally(house: Path) -> None:
    number = filed(house)
    words = "--reason $(id) `id` \n; rm -rf ~\n*bold* --help"
    assert orders("answer", number, "--", words).exit_code == 0
    assert orders("answer", number, words).exit_code == 2
    said = talks(house, "thank you\n")
    assert all(line in said for line in words.split("\n"))
    rows = json.dumps({"id": "--all", "question": "$(reboot)?", "url": "https://x.example/;ls"})
    (house / "-f.jsonl").write_text(rows)
    assert orders("faq", "import", "--", "-f.jsonl").exit_code == 0
    assert "$(reboot)?" in orders("faq", "list").output
