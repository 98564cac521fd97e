"""Cuts the power of a desk at many moments, and counts what it had promised and lost."""

import hashlib
import random
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from benchmarks.powercut.desk import DATABASE, FILES, TOLD
from benchmarks.powercut.disk import Disk
from benchmarks.powercut.recording import Call, recorded
from bot.storage.migrate import migrate
from intake.errors import IntakeError

LUCK: Final = (0.0, 0.5)
"""How much of what was not synced reaches the disk all the same."""


@dataclass(slots=True)
class Promised:
    """What people were told so far."""

    messages: set[str] = field(default_factory=set)
    tickets: set[str] = field(default_factory=set)

    def add(self, line: str) -> None:
        message, _, tid = line.strip().partition(" ")
        self.messages.add(message)
        if tid:
            self.tickets.add(tid)


@dataclass(slots=True)
class Verdict:
    """Of one way to run a desk; losses are counted in cuts."""

    way: str
    cuts: int = 0
    promised: int = 0
    """Messages that were acknowledged before the last cut."""
    unusable: int = 0
    messages: int = 0
    tickets: int = 0
    files: int = 0
    worst: int = 0
    """Acknowledged messages that one cut took."""

    @property
    def is_clean(self) -> bool:
        return not (self.unusable or self.messages or self.tickets or self.files)


def trial(way: str, people: int, cuts: int, seed: int) -> Verdict:
    """Half of the cuts happen right after somebody was told something, half anywhere."""
    verdict, promised = Verdict(way), Promised()
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="power-") as name:
        folder = Path(name).resolve()
        calls = recorded("benchmarks.powercut.desk", (str(people), way), folder)
        told = folder / "disk" / TOLD
        moments = _moments(list(_tellings(calls, told)), len(calls), cuts, chance)
        disk = Disk(PurePosixPath(folder / "disk"))
        for number, call in enumerate(calls):
            disk.take(call)
            if call.what == "w" and disk.handles.get(call.file) == PurePosixPath(told):
                promised.add(call.content.decode())
            if number in moments:
                for luck in LUCK:
                    with tempfile.TemporaryDirectory(dir=folder) as place:
                        _come_back(disk, Path(place), chance, luck)
                        _judge(Path(place), promised, verdict)
    return verdict


def _tellings(calls: Sequence[Call], told: Path) -> Iterator[int]:
    """When somebody was told something."""
    handle = None
    for number, call in enumerate(calls):
        if call.what == "o" and call.content == str(told).encode():
            handle = call.file
        elif call.what == "w" and call.file == handle:
            yield number


def _moments(tellings: Sequence[int], calls: int, cuts: int, chance: random.Random) -> set[int]:
    after = chance.sample(tellings, min(cuts // 2, len(tellings)))
    anywhere = chance.sample(range(tellings[0], calls), min(cuts // 2, calls - tellings[0]))
    return {*after, *anywhere}


def _come_back(disk: Disk, place: Path, chance: random.Random, luck: float) -> None:
    for name, content in disk.after_a_cut(chance, luck):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)


def _judge(place: Path, promised: Promised, verdict: Verdict) -> None:
    """Start the desk again, and ask for everything that it had promised."""
    verdict.cuts += 1
    verdict.promised = len(promised.messages)
    try:
        migrate(f"sqlite:///{place / DATABASE}")
    except IntakeError:
        verdict.unusable += 1
        return
    with closing(sqlite3.connect(place / DATABASE)) as database:
        claims = {id for (id,) in database.execute("SELECT id FROM claims")}
        tickets = {tid for (tid,) in database.execute("SELECT tid FROM tickets")}
        kept = "SELECT path, sha256 FROM attachments WHERE path IS NOT NULL"
        files = database.execute(kept).fetchall()
    lost = len(promised.messages - claims)
    verdict.messages += bool(lost)
    verdict.worst = max(verdict.worst, lost)
    verdict.tickets += not tickets >= promised.tickets
    verdict.files += not all(_is_whole(place / FILES / name, sha256) for name, sha256 in files)


def _is_whole(path: Path, sha256: str) -> bool:
    return path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def table(verdicts: Sequence[Verdict]) -> str:
    """Markdown: a row for each way."""
    lines = [
        "| a desk whose power is cut | cuts | acknowledged | cuts that lost messages | the most"
        " | that lost tickets | that lost files | desk cannot start |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for each in verdicts:
        lines.append(
            f"| {each.way} | {each.cuts} | {each.promised} | {each.messages} | {each.worst} |"
            f" {each.tickets} | {each.files} | {each.unusable} |"
        )
    return "\n".join(lines)
