"""Which test shows which case of the catalogue of faults: read from the tests, not run."""

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
TESTS: Final = ROOT / "tests"
_RANGE: Final = re.compile(r"\b([A-H])(\d{1,2}) to \1?(\d{1,2})\b")
_ID: Final = re.compile(r"\b[A-H]\d{1,2}\b")
_IN_NAME: Final = re.compile(r"(?<![a-z0-9])[a-h]\d{1,2}(?![a-z0-9])")


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that is done to the desk. Exactly one of tests, `figure` and `later` stands for
    it, or tests and a figure together."""

    what: str
    later: str = ""
    rest: str = ""
    figure: str = ""


def cases() -> dict[str, Case]:
    """The catalogue, in its order."""
    text = Path(__file__).with_suffix(".toml").read_text("utf-8")
    return {name: Case(**fields) for name, fields in tomllib.loads(text).items()}


def shown_by() -> Mapping[str, tuple[str, ...]]:
    """For each id the tests that name it, as pytest would print them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        for test, ids in _named(ast.parse(path.read_text("utf-8"))):
            for each in ids:
                found[each].append(f"{path.relative_to(ROOT)}::{test}")
    return {name: tuple(tests) for name, tests in found.items()}


def _named(module: ast.Module) -> Iterator[tuple[str, set[str]]]:
    common = _ids(ast.get_docstring(module))
    for each in ast.walk(module):
        match each:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                if name.startswith("test_"):
                    yield name, common | _ids(ast.get_docstring(each)) | _in_name(name)
            case _:
                pass


def _ids(text: str | None) -> set[str]:
    """Every id in a docstring; ``B6 to B8`` names three."""
    text = text or ""
    ranged = {
        f"{letter}{number}"
        for letter, first, last in _RANGE.findall(text)
        for number in range(int(first), int(last) + 1)
    }
    return ranged | set(_ID.findall(text))


def _in_name(name: str) -> set[str]:
    """``test_a6_a7_...`` names two."""
    return {each.upper() for each in _IN_NAME.findall(name.replace("_", " "))}


def main() -> None:
    """Print the catalogue: what shows each case, and what belongs to later work."""
    shown = shown_by()
    for name, case in cases().items():
        print(f"{name:4} {case.what}")
        print(f"     later: {case.later}") if case.later else None
        print(f"     measured by {case.figure}") if case.figure else None
        print(f"     rest, later: {case.rest}") if case.rest else None
        for test in () if case.later else shown.get(name, ()):
            print(f"     {test}")


if __name__ == "__main__":
    main()
