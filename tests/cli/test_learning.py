"""Staff see what people asked in vain, write an entry for it, take wordings, read the report."""

import asyncio
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.app.parts import now
from bot.cli.commands import app
from bot.storage import SqlStore
from faq_index import EntryId
from intake.misses import Miss, MissRef, OfferedWording
from intake.ports import Outcome, Work
from tests.cli.test_cli import house

__all__ = ["house"]

LABELS = "How do I print parcel labels?"
FAQ = '{"id": "white", "question": "White page after an update", "answer": "Clear the cache."}\n'


def orders(*arguments: str, says: str = "") -> Result:
    return CliRunner().invoke(app, ["faq", *arguments], input=says)


@pytest.fixture
def desk(house: Path) -> Path:
    """Two people asked for the same in vain, one was helped in words of his own."""
    (house / "f.jsonl").write_text(FAQ, "utf-8")
    assert orders("import", "f.jsonl").exit_code == 0
    asyncio.run(_lived())
    return house


async def _lived() -> None:
    at, white = now(), EntryId("white")
    ana = Miss(
        ref=MissRef("a"),
        conversation="telegram:42",
        language="en",
        words=LABELS,
        why="none-found",
        at=at,
    )
    ben = replace(ana, conversation="slack:T1/D7", words="printing parcel labels fails")
    words = "all white and empty since updating"
    wording = OfferedWording(entry=white, language="en", words=words, conversation="a", at=at)

    def unit(work: Work) -> None:
        for each in (ana, ben):
            work.note_miss(each)
            work.count(Outcome("none-found", (), "en", at))
        work.want_told("telegram:42", MissRef("a"), at)
        work.count(Outcome("shown", (white,), "en", at))
        work.count(Outcome("helped", (white,), "en", at, white))
        work.offer_wording(wording)

    async with SqlStore("sqlite:///var/tidings.db") as store:
        await store.record(unit)


@pytest.mark.usefixtures("desk")
def test_from_what_was_asked_in_vain_to_an_entry() -> None:
    listed = orders("misses").output
    assert re.search(r"1 +2 +2 +en +\S", listed), listed
    shown = orders("misses", "--show", "2").output
    assert LABELS in shown
    assert "printing parcel labels fails" in shown
    answers = f"{LABELS}\nInstall the label add-on.\nhttps://docs.example.org/labels\ny\n"
    added = orders("misses", "--add", "1", says=answers)
    assert added.exit_code == 0, added.output
    assert "2 questions are answered. 1 person who wanted to know is told." in added.output
    assert "Nobody has asked in vain lately." in orders("misses").output
    found = orders("search", "parcel labels fail").output
    assert "Install" not in found
    assert LABELS in found
    late = orders("misses", "--answer", "1", "white")
    assert (late.exit_code, late.stderr.count("No open question has this number")) == (2, 1)


@pytest.mark.usefixtures("desk")
def test_an_entry_that_is_there_may_answer() -> None:
    assert "no entry with this id" in orders("misses", "--answer", "1", "nothing").stderr
    answered = orders("misses", "--answer", "1", "white").output
    assert "2 questions are answered. 1 person who wanted to know is told." in answered


@pytest.mark.usefixtures("desk")
def test_nothing_is_kept_before_the_last_answer() -> None:
    refused = orders("misses", "--add", "1", says="?\n\njavascript:alert(1)\n")
    assert refused.exit_code == 2
    assert "The link must begin with https:// or http://." in refused.stderr
    assert orders("misses", "--add", "1", says="?\n").exit_code == 1
    bare = orders("misses", "--add", "1", says=f"{LABELS}\n\n\nn\n")
    assert bare.exit_code == 0
    assert "No wording waits." not in orders("wordings").output


@pytest.mark.usefixtures("desk")
def test_wordings_are_taken_or_refused() -> None:
    offered = orders("wordings").output
    assert "all white and empty since updating" in offered
    assert "White page after an update" in offered
    assert "now a wording of white" in orders("wordings", "--accept", "1").output
    assert "No wording waits." in orders("wordings").output
    again = orders("wordings", "--refuse", "1")
    assert (again.exit_code, "No wording of this number waits" in again.stderr) == (2, True)


@pytest.mark.usefixtures("desk")
def test_a_wording_is_refused() -> None:
    assert "1: refused." in orders("wordings", "--refuse", "1").output


def test_the_report_tells_and_draws_how_the_faq_does(desk: Path) -> None:
    for name in ("wall.png", "wall.svg"):
        told = orders("report", "--weeks", "2", "--plot", name)
        assert told.exit_code == 0, told.output
        assert "The FAQ answered 33 % of 3 questions" in told.output
        assert re.search(r"all +1 +1 +0 +2 +0", told.output)
        assert re.search(r"white +1 +1 +0 +0 +White page", told.output)
    assert (desk / "wall.png").read_bytes().startswith(b"\x89PNG")
    drawn = (desk / "wall.svg").read_text("utf-8")
    assert "The FAQ answered 33 % of 3 questions" in drawn
    assert "White page after an update" in drawn


def test_a_desk_that_nobody_asked_has_a_report_too(house: Path) -> None:
    assert "Nobody has asked the FAQ yet" in orders("report", "--plot", "empty.png").output
    assert (house / "empty.png").exists()


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("wall.jpg", "A plot is a .png or a .svg file."),
        ("nowhere/wall.png", "nowhere/wall.png cannot be written: FileNotFoundError"),
    ],
)
@pytest.mark.usefixtures("house")
def test_a_picture_that_cannot_be_drawn_is_one_sentence(file: str, reason: str) -> None:
    told = orders("report", "--plot", file)
    assert told.exit_code == 2
    assert reason in told.stderr


@pytest.mark.usefixtures("house")
def test_without_matplotlib_the_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    told = orders("report", "--plot", "wall.png")
    assert told.exit_code == 2
    assert "make plots" in told.stderr
    assert orders("report").exit_code == 0
