"""R36: an operator announces something, and the next talk shows it."""

from pathlib import Path

from tests.cli.test_cli import house, orders, talks

__all__ = ["house"]


def test_a_notice_is_announced_shown_and_ended(house: Path) -> None:
    closed = ("We are closed", "es=Estamos cerrados")
    said = orders("notice", "add", "holiday", *closed, "--until", "2099-01-02")
    assert said.output.startswith("Notice 1 is shown from "), said.output
    assert "until 2099-01-02 00:00 EST" in said.output
    assert "es: Estamos cerrados" in orders("notice", "list").output
    assert "We are closed" in talks(house, "hello\n")
    assert orders("notice", "end", "1").output == "Notice 1 is shown no more.\n"
    assert orders("notice", "list").output == "Nothing is announced.\n"
    assert "no notice of this number" in orders("notice", "end", "1").output.lower()


def test_a_notice_that_nobody_would_see_is_refused(house: Path) -> None:
    assert "var" not in {each.name for each in house.iterdir()}
    refused = orders("notice", "add", "incident", "Late", "--until", "2020-01-01")
    assert refused.exit_code != 0
    assert "has to end after it begins" in refused.output
