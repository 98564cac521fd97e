"""Staff bring their FAQ in from files, look at it, hide parts of it, and undo what was wrong."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.test_cli import house, orders

__all__ = ["house"]

SHEET = """\
id;question;answer;link;product;valid_until
pay;How do I pay?;By card.;https://x.example/pay;Larkspur;
ship;Do you ship to Peru?;Yes.;;;2020-12-31
"""


@pytest.fixture
def shop(house: Path) -> Path:
    """A desk with two entries, one of which was true long ago."""
    (house / "faq.csv").write_text(SHEET)
    assert orders("faq", "import", "faq.csv").exit_code == 0
    return house


def test_a_dry_run_shows_what_would_change_and_changes_nothing(shop: Path) -> None:
    (shop / "new.csv").write_text("id,question,answer\npay,How do I pay?,By invoice.\nx,New?,\n")

    shown = orders("faq", "import", "new.csv", "--dry-run").output

    assert shown.splitlines() == [
        "new      x  New?",
        "changed  pay  How do I pay?",
        "         answer: By card. -> By invoice.",
        "Nothing was changed; it would be 1 new, 1 changed, 0 the same.",
    ]
    assert "By card." in orders("faq", "show", "pay").output
    imported = orders("faq", "import", "new.csv").output
    assert imported == "Imported: 1 new, 1 changed, 0 the same.\n"
    page = orders("faq", "show", "pay").output
    assert "By invoice." in page
    assert "https://x.example/pay" in page, "what the file does not speak of stays"
    assert re.search(r"changed +\d{4}-\d\d-\d\d \d\d:\d\d UTC by cli", page)


def test_what_is_exported_can_be_imported_and_changes_nothing(shop: Path) -> None:
    for name in ("all.csv", "all.tsv", "all.jsonl", "all.yaml"):
        assert orders("faq", "export", name).output == f"2 entries were written to {name}.\n"
        assert "0 new, 0 changed, 2 the same" in orders("faq", "import", name).output
    orders("faq", "hide", "ship")
    assert "1 entry was written" in orders("faq", "export", "open.csv", "--no-hidden").output
    assert "ship" not in (shop / "open.csv").read_text()


def test_an_export_overwrites_nothing_and_knows_its_formats(shop: Path) -> None:
    del shop
    for name, reason in (("faq.csv", "cannot be written: File exists"), ("a.pdf", "must end in")):
        result = orders("faq", "export", name)
        assert (result.exit_code, reason in result.output) == (2, True), result.output


def test_an_export_of_another_system_is_read_by_the_names_of_its_columns(house: Path) -> None:
    sheet = (
        "IE_XML_ID;IE_NAME;IE_DETAIL_TEXT;IE_ACTIVE\n"
        '12;Как оплатить счёт?;"<p>Картой.<br>Или &laquo;счётом&raquo;.</p>";Y\n'
        "13;Черновик;;N\n"
    )
    (house / "export.csv").write_bytes(sheet.encode("windows-1251"))
    named = ("id=IE_XML_ID", "question=IE_NAME", "answer=IE_DETAIL_TEXT", "published=IE_ACTIVE")
    options = [word for each in named for word in ("--map", each)]

    done = orders("faq", "import", "export.csv", *options, "--set", "lang=ru")

    assert done.output == "Imported: 2 new, 0 changed, 0 the same.\n"
    assert re.search(r"Картой\. *\n +Или «счётом»\.", orders("faq", "show", "12").output)
    hidden = orders("faq", "list", "--hidden", "--language", "ru").output
    assert "Черновик" in hidden
    assert "оплатить" not in hidden


def test_every_error_can_be_listed_or_written_down(house: Path) -> None:
    rows = "\n".join(json.dumps({"question": "Q?", "url": f"javascript:{n}"}) for n in range(30))
    (house / "bad.jsonl").write_text(rows)

    short = orders("faq", "import", "bad.jsonl", "--errors-to", "errors.txt")
    every = orders("faq", "import", "bad.jsonl", "--all-errors")

    assert (short.exit_code, every.exit_code) == (1, 1)
    assert "... and 10 more" in short.output
    assert "bad.jsonl:30:" in every.output
    assert len((house / "errors.txt").read_text().splitlines()) == 30
    assert every.output.endswith("Nothing was imported.\n")


def test_what_was_not_read_of_a_file_is_told(house: Path) -> None:
    (house / "typo.csv").write_text("question,anwser\nHow?,So.\n")
    (house / "bare.csv").write_text("question,answer\n")

    typo = orders("faq", "import", "typo.csv")
    bare = orders("faq", "import", "bare.csv")
    lost = orders("faq", "import", "bare.csv", "--errors-to", "no/such/folder.txt")

    assert typo.output == (
        "Not read, because no entry has it: anwser.\nImported: 1 new, 0 changed, 0 the same.\n"
    )
    assert bare.exit_code == 1
    assert bare.output == "bare.csv: There is no entry in it.\nNothing was imported.\n"
    assert (lost.exit_code, "folder.txt cannot be written: No such file" in lost.output) == (
        2,
        True,
    )


def test_what_cannot_be_read_at_all_is_one_sentence(house: Path) -> None:
    (house / "sheet.xlsx").write_bytes(b"PK\x03\x04\0\0")
    (house / "map.xml").write_text('<!DOCTYPE a [<!ENTITY b "c">]><urlset>&b;</urlset>')
    for arguments, reason in (
        (("missing.csv",), "cannot be read: No such file or directory"),
        (("sheet.xlsx",), "The file holds bytes that no text has."),
        (("map.xml",), "The sitemap declares entities, and those are not taken."),
        (("http://127.0.0.1:9/faq",), "leads to a private host over http"),
        (("https://10.0.0.1/faq",), "The host is in a private network."),
        (("faq.csv", "--map", "colour=RED"), "'colour=RED' must be COLUMN=…"),
    ):
        result = orders("faq", "import", *arguments)
        assert (result.exit_code, result.output.count("\n")) == (2, 1), result.output
        assert reason in result.output


def test_a_hidden_entry_is_not_found_and_an_undone_change_is(shop: Path) -> None:
    del shop
    assert "How do I pay?" in orders("faq", "search", "how to pay").output

    assert orders("faq", "hide", "pay").output.startswith("1 hidden.")
    assert "How do I pay?" not in orders("faq", "search", "how to pay").output

    assert orders("faq", "undo", "pay").output.startswith("1 entry is as before")
    assert "How do I pay?" in orders("faq", "search", "how to pay").output
    told = orders("faq", "history", "pay").output
    assert re.findall(r"published: (.+)", told) == ["False -> True", "True -> False"]
    assert told.count(" UTC  cli  pay  How do I pay?") == 3


def test_a_search_shows_what_a_person_is_shown_today(shop: Path) -> None:
    (shop / "more.jsonl").write_text(
        '{"id": "late", "question": "How do I pay late?", "product": "Rose", "tags": "debt"}\n'
    )
    orders("faq", "import", "more.jsonl")
    tagged = orders("faq", "search", "How do I pay?", "--tag", "debt").output
    assert ("How do I pay?" in tagged, "How do I pay late?" in tagged) == (False, True)
    assert "Peru" not in orders("faq", "search", "Do you ship to Peru?").output, "it was long ago"
    both = orders("faq", "search", "How do I pay?").output
    assert ("How do I pay?" in both, "How do I pay late?" in both) == (True, True)
    its = orders("faq", "search", "How do I pay?", "--product", "larkspur").output
    assert ("How do I pay?" in its, "How do I pay late?" in its) == (True, False)


def test_the_last_import_is_undone_as_a_whole(shop: Path) -> None:
    del shop
    assert "2 entries are as before; what was new is hidden." in orders("faq", "undo").output
    listed = orders("faq", "list").output
    assert listed.count("hidden") == 2
    assert "2 published." in orders("faq", "publish", "pay", "ship").output


def test_the_list_can_be_narrowed(shop: Path) -> None:
    del shop
    for option, there, missing in (
        (["--product", "Larkspur"], "pay", "Peru"),
        (["--kind", "video"], "", "pay"),
        (["--expired"], "Peru", "pay"),
        (["--valid", "--published"], "pay", "Peru"),
    ):
        listed = orders("faq", "list", *option).output
        assert there in listed, option
        assert missing not in listed, option


def test_what_is_not_there_cannot_be_shown_or_undone(shop: Path) -> None:
    del shop
    for command in ("show", "hide", "publish", "history", "undo"):
        result = orders("faq", command, "nothing")
        assert (result.exit_code, result.output) == (
            2,
            "tidings: There is no entry with this id.\n",
        )


def test_a_faq_without_faults_is_told_so(shop: Path) -> None:
    del shop
    result = orders("faq", "check", "--no-links")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "1 entry can be found today.",
        "1 of 1 wordings find their entry first.",
        "Nothing is wrong.",
    ]


def test_what_is_wrong_in_a_faq_is_told_and_the_command_fails(house: Path) -> None:
    (house / "faq.csv").write_text(
        "id,question,answer,link,wordings\n"
        "a,How do I pay an invoice?,By card.,https://127.0.0.1:9/pay,Settling bills\n"
        "b,How do I pay an invoice,So.,,\n"
        "c,How do I pay an invoices?,,,\n"
    )
    assert orders("faq", "import", "faq.csv").exit_code == 0

    within = orders("faq", "check")
    result = orders("faq", "check", "--private")

    assert (within.exit_code, result.exit_code) == (1, 1)
    away = "unreachable  https://127.0.0.1:9/pay (a): "
    assert f"{away}The host is in a private network." in within.output
    assert f"{away}No connection could be made." in result.output
    assert "Links: 0 ok, 0 redirected, 0 dead, 0 refused, 1 unreachable." in result.output
    assert "several entries (1):\n  “How do I pay an invoice?” (a, b)" in result.output
    assert re.search(r"Almost the same in several entries \(\d\):\n  .+ \(., c\)", result.output)
    assert "answer nor a link (1):\n  “How do I pay an invoices?” (c)" in result.output
    assert re.search(r"[1-4] of 4 wordings find their entry first\.", result.output)
