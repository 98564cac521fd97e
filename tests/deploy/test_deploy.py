"""What an operator is given fits the program: every setting, figure, alarm and command is real."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml
from prometheus_client.parser import text_string_to_metric_families
from typer.core import TyperGroup

from benchmarks.__main__ import BENCHMARKS
from bot.app.vitals import Vitals
from bot.cli.commands import app
from bot.metrics import Metrics
from bot.settings import Settings
from tests.fakes.store import MemoryStore
from tests.storage.stories import NOW

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
GUIDE = (ROOT / "docs/operations.md").read_text("utf-8")
KEYS = {name.upper() for name in Settings.model_fields}
UNITS = sorted(DEPLOY.glob("*.service"))


def commands() -> set[str]:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return set(group.commands)


def section(title: str) -> str:
    """The text under a heading of the guide."""
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", GUIDE, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


def first_cells(text: str) -> set[str]:
    """What stands in code in the first column of the text's tables."""
    rows = re.findall(r"^\| (.*?) \|", text, re.MULTILINE)
    return {word for row in rows for word in re.findall(r"`([^`{]+)[^`]*`", row)}


def test_the_guide_names_every_setting_and_no_other() -> None:
    assert first_cells(section("Settings")) == KEYS


def test_the_readme_names_every_setting() -> None:
    assert first_cells((ROOT / "README.md").read_text("utf-8")) >= KEYS


def figures() -> set[str]:
    """The names under which the program's own figures are read."""
    families = text_string_to_metric_families(Metrics().text().decode())
    return {
        f"{each.name}_total" if each.type == "counter" else each.name
        for each in families
        if each.name.startswith("tidings_") and not each.name.endswith("_created")
    }


def test_the_guide_names_every_figure_and_no_other() -> None:
    told = {each for each in first_cells(section("Health and figures")) if each[:8] == "tidings_"}
    assert told == figures()


async def test_the_guide_names_every_part_that_may_be_unwell() -> None:
    vitals = Vitals(MemoryStore(), lambda: NOW, Metrics())
    parts = {each.part for each in await vitals.look()}
    assert parts | {"telegram", "slack"} <= first_cells(section("Health and figures"))


def rules() -> list[dict[str, Any]]:
    (group,) = yaml.safe_load((DEPLOY / "alerts.yaml").read_text("utf-8"))["groups"]
    return list(group["rules"])


def test_every_alarm_is_explained_and_every_explanation_is_an_alarm() -> None:
    assert first_cells(section("If something woke you")) == {each["alert"] for each in rules()}
    assert all(each["annotations"]["summary"] for each in rules())


def test_every_alarm_asks_for_figures_that_there_are() -> None:
    asked = {name for each in rules() for name in re.findall(r"tidings_\w+", each["expr"])}
    assert asked
    assert {name.removesuffix("_bucket") for name in asked} <= figures()


def test_every_event_that_the_guide_explains_is_logged_somewhere() -> None:
    source = "".join(each.read_text("utf-8") for each in (ROOT / "bot").rglob("*.py"))
    events = first_cells(section("Logs"))
    assert len(events) > 10
    assert [each for each in events if f'"{each}"' not in source] == []


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_every_unit_starts_a_command_that_there_is(unit: Path) -> None:
    text = unit.read_text("utf-8")
    (command,) = re.findall(r"^ExecStart=/opt/tidings/.venv/bin/tidings (\S+)$", text, re.MULTILINE)
    assert command in commands()
    assert set(re.findall(r"^Environment=(\w+)=", text, re.MULTILINE)) <= KEYS
    assert {"Type=notify", "NoNewPrivileges=yes", "ProtectSystem=strict"} <= set(text.splitlines())


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_understands_every_unit(unit: Path, tmp_path: Path) -> None:
    text = unit.read_text("utf-8").replace("/opt/tidings/.venv/bin/tidings", "/bin/true")
    copy = tmp_path / unit.name.replace("@", "@1")
    copy.write_text(text, "utf-8")
    done = subprocess.run(  # noqa: S603 - a file of ours
        [shutil.which("systemd-analyze") or "", "verify", "--man=no", str(copy)],
        capture_output=True,
        text=True,
        check=False,
    )
    about_ours = [line for line in done.stderr.splitlines() if "tidings" in line]
    assert about_ours == []


def test_the_containers_start_commands_that_there_are_with_settings_that_there_are() -> None:
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    ours = {name: each for name, each in compose["services"].items() if name != "db"}
    assert set(ours) == {"migrate", "web", "worker"}
    for each in ours.values():
        assert each["command"][0] in commands()
        assert set(each["environment"]) <= KEYS
        assert (DEPLOY / each["build"]["context"] / each["build"]["dockerfile"]).is_file()
    assert compose["services"]["web"]["ports"] == ["127.0.0.1:8080:8080"]


def test_the_image_is_made_of_what_is_here_from_locked_parts_and_runs_as_nobody_special() -> None:
    text = (DEPLOY / "Containerfile").read_text("utf-8")
    copied = [
        word
        for line in re.findall(r"^COPY (?!--)(.*) \S+$", text, re.MULTILINE)
        for word in line.split()
    ]
    assert [each for each in copied if not (ROOT / each).exists()] == []
    assert "--require-hashes -r requirements.lock" in text
    assert re.search(r"^USER 10001$", text, re.MULTILINE)
    assert re.search(r"^HEALTHCHECK ", text, re.MULTILINE)
    (settings,) = re.findall(r"^ENV (.*)$", text, re.MULTILINE)
    names = {each.partition("=")[0] for each in settings.split()}
    assert names - {"PATH", "PYTHONUNBUFFERED"} <= KEYS
    (command,) = re.findall(r'^CMD \["(\w+)"\]$', text, re.MULTILINE)
    assert command in commands()


def test_every_command_of_the_guide_is_there() -> None:
    told = set(re.findall(r"(?<![/=\w])tidings ([a-z][a-z-]+)\b", GUIDE))
    assert {"run", "web", "worker", "migrate", "tickets"} <= told
    assert told <= commands()


def test_what_the_documents_tell_to_measure_can_be_measured_and_is_listed() -> None:
    documents = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    told = {
        name
        for each in documents
        for name in re.findall(r"python -m benchmarks\.(\w+)", each.read_text("utf-8"))
    }
    assert "kill" in told
    assert told == {each.name for each in BENCHMARKS}
    assert all(each.promise.endswith(".") for each in BENCHMARKS)
