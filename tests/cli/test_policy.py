"""`tidings policy`: mistakes are told with their place, the page is what the commands print."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.commands import app
from bot.settings import Settings
from tests.cli.policy_page import PAGE, ROOT, anew


@pytest.fixture(autouse=True)
def house(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder of the repository, without settings from outside."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(ROOT)


def orders(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["policy", *arguments])


def test_r17_to_r20_the_page_of_the_regulations_shows_what_the_commands_print() -> None:
    """`python -m tests.cli.policy_page` writes it anew."""
    page = PAGE.read_text("utf-8")
    assert page.count("$ tidings policy explain") >= 10
    assert anew(page) == page


@pytest.mark.parametrize("desk", ["inc", "es"])
def test_what_the_product_prints_is_what_the_regulations_say(desk: str) -> None:
    """R13, R18, R22, R24: cell by cell."""
    page = PAGE.read_text("utf-8").split(f"### {desk}\n")[1]
    said = rows(page.split("```")[0])
    printed = rows(page.split("```")[1])[: len(said)]
    kept = [printed[0].index(each) for each in said[0]]
    assert [[row[place] for place in kept] for row in printed] == said


def test_r9_r12_r16_r17_so_are_coupons_people_hours_and_files() -> None:
    inc, es = (orders("show", "--policy", each, "--year", "2026").output for each in ("inc", "es"))
    for page in (inc, es):
        assert ["owner of premium", "vip", "3"] in rows(page)
        assert ["owner of ultimate", "vip", "5"] in rows(page)
        assert "Files: png, gif, jpeg, " in page
    assert "A company registers 2 people" in es
    assert ["monday", "08:00-18:30"] in rows(es)
    assert ["saturday", "-"] in rows(es)
    assert "Zone America/Lima" in es


def rows(text: str) -> list[list[str]]:
    lines = (line.strip() for line in text.splitlines())
    cells = [line.strip("|").split("|") for line in lines if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in cells if row[0].strip(" -") != ""]


def test_h15_check_tells_every_mistake_of_every_file(tmp_path: Path) -> None:
    good, bad, worse = ROOT / "docs/example-policy.toml", tmp_path / "bad.toml", tmp_path / "no"
    bad.write_text(good.read_text("utf-8").replace('country = "DE"', 'country = "Bavaria"'))
    done = orders("check", str(good), str(bad), str(worse))
    assert done.exit_code == 2
    assert f"{good}: nothing is wrong with the policy 'bavaria'" in done.output
    line = good.read_text("utf-8").splitlines().index('country = "DE"') + 1
    assert f"line {line}, hours.country: the holidays of 'Bavaria' are not known" in done.output
    assert "POLICY: inc, es, or the path of a readable file" in done.output


def test_check_looks_at_the_desks_own_words(tmp_path: Path) -> None:
    text, file = (ROOT / "docs/example-policy.toml").read_text("utf-8"), tmp_path / "own.toml"
    file.write_text(text.replace("receipt-once =", "receipt-twice ="))
    line = next(n for n, each in enumerate(text.splitlines(), 1) if each.startswith("receipt-once"))
    done = orders("check", str(file))
    assert (done.exit_code, f"line {line}, texts.en.receipt-twice: there is no" in done.output) == (
        2,
        True,
    ), done.output


def test_check_finds_a_desk_that_never_opens(tmp_path: Path) -> None:
    text = (ROOT / "docs/example-policy.toml").read_text("utf-8")
    every = ", ".join(f'"{month:02}-{day:02}"' for month in range(1, 13) for day in range(1, 29))
    rest = ', "01-29", "01-30", "01-31", "02-29", "03-29", "03-30", "03-31", "04-29", "04-30"'
    rest += ', "05-29", "05-30", "05-31", "06-29", "06-30", "07-29", "07-30", "07-31", "08-29"'
    rest += ', "08-30", "08-31", "09-29", "09-30", "10-29", "10-30", "10-31", "11-29", "11-30"'
    rest += ', "12-29", "12-30"'
    shut = tmp_path / "shut.toml"
    shut.write_text(
        text.replace('closed_days = ["12-31",', f'closed_days = [{every}{rest}, "12-31",').replace(
            "working_days", "# working_days"
        )
    )
    done = orders("check", str(shut))
    assert (done.exit_code, "never opens" in done.output) == (2, True)


def test_the_policy_that_is_set_is_explained(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/desk.db")
    monkeypatch.setenv("POLICY", "es")
    done = orders("explain", "--level", "vip-coupon", "--at", "2026-03-07T23:00:30")
    assert not (tmp_path / "desk.db").exists()
    assert "due       Sunday 2026-03-08 03:00:30 America/Lima (UTC-05:00)" in done.output
    assert "2026" in orders("show", "--year", "2026").output


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("gold", "2026-03-07 23:00"), "There is no level 'gold'; there are vip"),
        (("vip", "soon"), 'A time is written "2026-12-23 17:50"'),
        (("vip", "2026-03-07", "--zone", "Atlantis"), "A zone is an IANA name"),
        (("vip", "2026-03-07", "--policy", "no.toml"), "a readable file"),
    ],
)
def test_what_cannot_be_explained_is_said(wrong: tuple[str, ...], told: str) -> None:
    level, at, *more = wrong
    done = orders("explain", "--policy", "inc", "--level", level, "--at", at, *more)
    assert (done.exit_code, told in done.output) == (2, True), done.output
