"""How much of the access data that people write is found, and how often nothing is taken for it.

The sentences of `seen` were there while the patterns were written; those of `held_out` were not
looked at: their misses are told with --misses only.
"""

import argparse
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from statistics import median
from typing import Final, Literal

from intake.access_data import LONGEST, find_access, hide

PARTS: Final = ("seen", "held_out")
LANGUAGES: Final = ("en", "es", "de", "ru")
LONG: Final = {
    "prose": "The page is white since the update, and users see a password prompt. ",
    "settings": "upload_max_filesize => 2M => 2M\n",
    "passwords": "password ",
    "one word": "a",
}
"""What 40,000 characters are made of."""
_MARK: Final = re.compile(r"\[\[(.*?)\]\](?!\])|\{\{(.*?)\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What somebody wrote, and where in it secrets and names of logins are."""

    part: str
    language: str
    said: str
    secrets: tuple[range, ...]
    names: tuple[range, ...]

    @property
    def verdict(self) -> Literal["found", "missed", "clean", "false alarm"]:
        covered = {at for each in find_access(self.said) for at in range(each.start, each.end)}
        if not self.secrets:
            return "false alarm" if covered else "clean"
        return "found" if all(covered.issuperset(each) for each in self.secrets) else "missed"

    @property
    def hidden_names(self) -> int:
        """Of who logs in."""
        covered = {at for each in find_access(self.said) for at in range(each.start, each.end)}
        return sum(covered.issuperset(each) for each in self.names)


def sentences(part: str) -> Iterator[Sentence]:
    """All of one part."""
    text = resources.files(__package__).joinpath(f"access_words/{part}.txt").read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            language, _, marked = line.partition(" ")
            yield _read(part, language, marked.replace("¶", "\n"))


def _read(part: str, language: str, marked: str) -> Sentence:
    said, done = "", 0
    secrets: list[range] = []
    names: list[range] = []
    for match in _MARK.finditer(marked):
        said += marked[done : match.start()]
        words = match[1] or match[2]
        place = range(len(said), len(said) + len(words))
        (secrets if match[1] else names).append(place)
        said, done = said + words, match.end()
    return Sentence(part, language, said + marked[done:], tuple(secrets), tuple(names))


def figures(of: Sequence[Sentence]) -> dict[str, int]:
    """How many of each verdict."""
    verdicts = [each.verdict for each in of]
    return {name: verdicts.count(name) for name in ("found", "missed", "clean", "false alarm")}


def _row(name: str, of: Sequence[Sentence]) -> str:
    told = figures(of)
    hold, clean = told["found"] + told["missed"], told["clean"] + told["false alarm"]
    names = sum(len(each.names) for each in of)
    hidden = sum(each.hidden_names for each in of)
    return (
        f"| {name} | {told['found']} of {hold} | {told['found'] / hold:.1%} "
        f"| {told['false alarm']} of {clean} | {told['false alarm'] / clean:.1%} "
        f"| {hidden} of {names} |"
    )


def _told(of: Iterable[Sentence], verdict: str) -> Iterator[str]:
    for each in of:
        if each.verdict == verdict:
            yield f"- {each.language} `{hide(each.said).text}`".replace("\n", " ¶ ")


def _milliseconds(piece: str) -> float:
    said = (piece * LONGEST)[:LONGEST]
    took: list[float] = []
    for _ in range(5):
        began = time.process_time()
        hide(said)
        took.append(time.process_time() - began)
    return median(took) * 1000


def main(arguments: Sequence[str] = ()) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="of the held-out part too")
    chosen = parser.parse_args(arguments)
    parts = {part: [*sentences(part)] for part in PARTS}
    print("| | found | | false alarms | | names of logins |\n|---|---|---|---|---|---|")
    for part, every in parts.items():
        for language in LANGUAGES:
            print(_row(f"{part}, {language}", [e for e in every if e.language == language]))
        print(_row(f"{part}, all", every))
    print(_row("all", [each for every in parts.values() for each in every]))
    for part in PARTS if chosen.misses else PARTS[:1]:
        for verdict in ("missed", "false alarm"):
            print(f"\n{part}, {verdict}:")
            print("\n".join(_told(parts[part], verdict)) or "none")
    print("\n40,000 characters:")
    for name, piece in LONG.items():
        print(f"{name}: {_milliseconds(piece):.0f} ms of CPU")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
