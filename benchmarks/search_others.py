"""Makes FAQ sets of what others wrote, to measure the search on what it was not developed on:
`python -m benchmarks.search_others FROM TO`, then `python -m benchmarks.search --data TO`.

FROM holds, in any mixture,
- `NAME_LANGUAGE.txt`: wordings, one a line, an empty line between two entries;
- `outside_LANGUAGE.txt`: questions on something else, one a line;
- unpacked voice skills (`**/locale/xx-yy/**/*.intent`, as OpenVoiceOS ships them): one set for
  each language that has enough of them.

Of each entry the first few wordings, shuffled, are its own, and people ask with the others. An
eighth of the entries is left out: what asks for them has no answer.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from faq_index.text import words

PADDING: Final = Path(__file__).with_name("padding")
FEWEST_ENTRIES: Final = 20
MOST_QUERIES: Final = 8
"""Of one entry."""

FAR: Final = 60
"""Questions on something else asked of each set, at most."""

LEFT_OUT: Final = 8
MISTYPED: Final = 0.2
"""The share of the longer words in which something is mistyped; at least one of each query."""

_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_PLAIN: Final = str.maketrans("áéíóúàèìòùâêôãõçñäöüß", "aeiouaeiouaeoaocnaous")
_CHOICE: Final = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Written:
    """The entries of a set, each as its wordings."""

    name: str
    language: str
    entries: tuple[tuple[str, ...], ...]


def written(folder: Path) -> list[Written]:
    """All sets of a folder."""
    found = [_of_text(file) for file in sorted(folder.glob("[!o]*_??.txt"))]
    return found + _of_skills(folder)


def outside(folder: Path) -> dict[str, list[str]]:
    """Questions on something else, by language."""
    files = folder.glob("outside_??.txt")
    return {file.stem[-2:]: file.read_text("utf-8").splitlines() for file in files}


def _of_text(file: Path) -> Written:
    blocks = file.read_text("utf-8").split("\n\n")
    entries = tuple(_distinct(block.strip().splitlines()) for block in blocks)
    return Written(file.stem, file.stem[-2:], entries)


def _of_skills(folder: Path) -> list[Written]:
    by_language: dict[str, list[tuple[str, ...]]] = {}
    for file in sorted(folder.glob("*/**/locale/*/**/*.intent")):
        language = file.parts[file.parts.index("locale") + 1][:2].lower()
        lines = file.read_text("utf-8", "replace").splitlines()
        said = _distinct(map(_spoken, (line for line in lines if "{" not in line)))
        by_language.setdefault(language, []).append(said)
    sets = [
        Written(f"skills_{language}", language, tuple(each for each in entries if len(each) > 2))
        for language, entries in by_language.items()
    ]
    known = {file.stem for file in PADDING.glob("*.txt")}
    return [each for each in sets if len(each.entries) >= FEWEST_ENTRIES and each.language in known]


def _spoken(line: str) -> str:
    """One of what a pattern such as `(how|what) is [the] time` allows."""
    dice = random.Random(line)
    while found := _CHOICE.search(line):
        required, optional = found.groups()
        options = required.split("|") if required is not None else [*optional.split("|"), ""]
        line = line[: found.start()] + dice.choice(options) + line[found.end() :]
    return " ".join(line.split())


def _distinct(lines: Iterable[str]) -> tuple[str, ...]:
    """Without lines of the same words, in whatever order."""
    found: dict[frozenset[str], str] = {}
    for line in lines:
        if said := frozenset(words(line)):
            found.setdefault(said, line.strip())
    return tuple(found.values())


def mistyped(text: str, dice: random.Random) -> str:
    """As somebody in a hurry types it."""
    spelt = text.split(" ")
    long = [at for at, word in enumerate(spelt) if len(word) > 3] or [0]
    for at in {dice.choice(long), *(each for each in long if dice.random() < MISTYPED)}:
        spelt[at] = _slip(spelt[at], dice)
    slipped = " ".join(spelt)
    if dice.random() < 0.15:
        slipped = slipped.translate(_PLAIN)
    case = dice.random()
    return slipped.lower() if case < 0.1 else slipped.upper() if case > 0.95 else slipped


def _slip(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(word)) if len(word) > 1 else 0
    left, here, right = word[:at], word[at : at + 1], word[at + 1 :]
    ways = (left + right, left + here * 2 + right, left + right[:1] + here + right[1:])
    return dice.choice([*ways, left + _beside(here, dice) + right])


def _beside(letter: str, dice: random.Random) -> str:
    """A letter that lies beside this one on the keyboard."""
    row = next((each for each in _ROWS if letter.lower() in each), letter)
    at = row.find(letter.lower()) + dice.choice((-1, 1))
    return row[min(max(at, 0), len(row) - 1)]


def padded(text: str, language: str, dice: random.Random) -> str:
    """Within a message, as people write when they write to somebody."""
    blocks = (PADDING / f"{language}.txt").read_text("utf-8").strip().split("\n\n")
    hello, talk, bye = (block.splitlines() for block in blocks)
    first = dice.sample(talk, dice.randrange(1, 3))
    after = dice.sample([each for each in talk if each not in first], dice.randrange(2))
    asked = text if text[-1:] in ".?!" else f"{text}."
    return " ".join([dice.choice(hello), *first, asked, *after, dice.choice(bye)])


Row = dict[str, object]


def made(given: Written, foreign: Sequence[str], wordings: int) -> tuple[list[Row], list[Row]]:
    """The rows of a set's entries and of its plain queries."""
    dice = random.Random(given.name)
    rows: list[Row] = []
    queries: list[Row] = []
    for number, said in enumerate(given.entries):
        shuffled = dice.sample(said, len(said))
        kept = shuffled[: min(wordings, len(said) - 1)]
        ids = [f"{given.name}:{number}.{place}" for place in range(len(kept))]
        is_near = number % LEFT_OUT == LEFT_OUT - 1
        if not is_near:
            group = f"{given.name}/{number}"
            rows += [_entry(*each, given.language, group) for each in zip(ids, kept, strict=True)]
        asked = shuffled[len(kept) :][:MOST_QUERIES]
        oos = "near" if is_near else None
        queries += [_query(each, [] if is_near else ids, given.language, oos) for each in asked]
    far = dice.sample(foreign, min(FAR, len(foreign)))
    return rows, queries + [_query(each, [], given.language, "far") for each in far]


def _entry(id: str, question: str, language: str, group: str) -> Row:
    return {"id": id, "question": question, "lang": language, "group": group, "tags": []}


def _query(text: str, relevant: list[str], language: str, oos: str | None) -> Row:
    return {"query": text, "relevant": relevant, "lang": language, "oos": oos}


def variants(plain: Sequence[Row], language: str) -> Iterator[tuple[str, list[Row]]]:
    """The files of a set's queries: as they are, mistyped, and within a message."""
    dice = random.Random(language)
    yield "queries.jsonl", list(plain)
    yield "queries_typo.jsonl", [row | {"query": mistyped(_text(row), dice)} for row in plain]
    yield (
        "queries_long.jsonl",
        [row | {"query": padded(_text(row), language, dice)} for row in plain],
    )


def _text(row: Row) -> str:
    return str(row["query"])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("of", type=Path, metavar="FROM", help="a folder of wordings")
    parser.add_argument("to", type=Path, metavar="TO", help="where the sets go")
    parser.add_argument("--wordings", type=int, default=2, help="of each entry, at most")
    given = parser.parse_args(arguments)
    foreign = outside(given.of)
    for each in written(given.of):
        rows, plain = made(each, foreign.get(each.language, []), given.wordings)
        folder = given.to / each.name
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / "entries.jsonl", rows)
        for name, queries in variants(plain, each.language):
            _write(folder / name, queries)
        entries = len({row["group"] for row in rows})
        print(f"{each.name}: {entries} entries, {len(plain)} queries")
    return 0


def _write(file: Path, rows: Iterable[Row]) -> None:
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    file.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
