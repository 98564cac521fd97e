"""What we stand on: locked with hashes, from nowhere in particular, under licences that fit."""

import re
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PINNED = re.compile(r"^([A-Za-z0-9_.\-]+)==(\S+)", re.MULTILINE)
# The Lesser GPL lets a program import a library; the GPL and the AGPL would be ours then.
STRONG = re.compile(r"(?<![L])\b(A?GPL|GNU (Affero )?General Public)", re.IGNORECASE)


def licence(package: metadata.PackageMetadata) -> str:
    classifiers = [each for each in package.get_all("Classifier") or [] if "License" in each]
    named = [(package.get_all(key) or [""])[0][:80] for key in ("License-Expression", "License")]
    return " ".join([*named, *classifiers]).strip()


def running() -> list[metadata.PackageMetadata]:
    found = []
    for name, _ in PINNED.findall((ROOT / "requirements.lock").read_text()):
        try:
            found.append(metadata.metadata(name))
        except metadata.PackageNotFoundError:
            continue  # for another system, such as colorama
    return found


def test_everything_that_runs_has_a_licence_that_fits() -> None:
    packages = running()
    assert len(packages) > 40
    for package in packages:
        assert licence(package), package["Name"]
        assert not STRONG.search(licence(package)), package["Name"]


def test_the_licence_check_can_fail() -> None:
    for words in ("AGPL-3.0", "GPL-2.0-only", "GNU General Public License v3 (GPLv3)"):
        assert STRONG.search(words)
    assert not STRONG.search("LGPL-3.0-only")


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_locks_name_hashes_and_no_registry(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    pins = PINNED.findall(text)
    assert len(pins) > 40
    for block in re.split(r"\n(?=\S)", text.strip()):
        assert "--hash=sha256:" in block, block[:60]


def test_what_runs_is_what_is_developed_with() -> None:
    run = set(PINNED.findall((ROOT / "requirements.lock").read_text()))
    develop = set(PINNED.findall((ROOT / "requirements-dev.lock").read_text()))
    assert run <= develop
