"""Costs of messages: people talk to a bot that lives, and its process is looked at."""

import json
import signal
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from benchmarks.crashes.lives import Launcher, Life, Lives, Program
from benchmarks.crashes.phones import Seen
from benchmarks.crashes.talks import Done, Says, Script, Step, customer
from benchmarks.crashes.trials import (
    GROUNDS,
    TIDINGS,
    Contender,
    Ground,
    Size,
    all_said,
    settings,
    talks,
)
from benchmarks.crashes.verdict import Kept
from benchmarks.turns.counted_bot import COUNTS

WORDS: Final = 7
"""Messages of an echo talk: as many as a ticket takes."""
_WARM_UP: Final = 10
_AROUND: Final = ("BEGIN", "SAVEPOINT", "RELEASE", "PRAGMA", "ROLLBACK")
"""Not counted as statements; commits are counted by themselves."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run showed, per message."""

    cpu_ms: float
    calls: float
    """What the bot asked of the platform."""


@dataclass(frozen=True, slots=True)
class Statements:
    """Per message of a whole talk, filing included; the worker's rounds left out."""

    statements: float
    commits: float


def echo(_: int) -> Script:
    """Somebody who likes to hear themselves."""
    return Script("word 1", _echoed, patience=20.0, slowest=0.0)


def _echoed(seen: Seen) -> Step | None:
    number = int(seen.text.removeprefix("word "))
    return Says(f"word {number + 1}") if number < WORDS else Done()


def quick_customer(number: int) -> Script:
    """Somebody with a problem, who answers at once."""
    return customer(number, patience=20.0, slowest=0.0)


def _nothing_kept(_: Path, __: str) -> Kept:
    return Kept(frozenset(), ())


OURS: Final = Contender("Tidings", TIDINGS.program, quick_customer, TIDINGS.kept)
COUNTED: Final = Contender(
    "Tidings",
    Program("benchmarks.turns.counted_bot", ("run",), TIDINGS.program.imports, OURS.program.ready),
    quick_customer,
    TIDINGS.kept,
)
ECHO_TELEGRAM: Final = Contender(
    "echo on python-telegram-bot",
    Program(
        "benchmarks.turns.echo_telegram",
        (),
        ("telegram.ext", "starlette.routing", "uvicorn"),
        "Application started",
    ),
    echo,
    _nothing_kept,
)
ECHO_SLACK: Final = Contender(
    "echo on Bolt",
    Program(
        "benchmarks.turns.echo_slack",
        (),
        ("slack_bolt.async_app", "slack_bolt.adapter.socket_mode.async_handler"),
        "Bolt app is running",
    ),
    echo,
    _nothing_kept,
)
KEEPING_ECHO_SLACK: Final = replace(
    ECHO_SLACK,
    name="echo on Bolt, each message committed first",
    program=replace(ECHO_SLACK.program, module="benchmarks.turns.keeping_echo_slack"),
)


def echo_on(mode: str) -> Contender:
    return ECHO_TELEGRAM if mode.startswith("Telegram") else ECHO_SLACK


async def cost(
    launcher: Launcher, contender: Contender, mode: str, size: Size, folder: Path
) -> Cost:
    """Processor time of the bot while people talk; the first few are not counted."""
    async with GROUNDS[mode]() as ground:
        lives = Lives(launcher, contender.program, settings(ground, folder), folder)
        life = await lives.begin()
        await _talk(ground, contender, Size(_WARM_UP, size.at_once), lives, folder)
        before = processor_time(life), len(ground.acknowledged()), ground.calls()
        begun = replace(size, first=_WARM_UP)
        await _talk(ground, contender, begun, lives, folder)
        after = processor_time(life), len(ground.acknowledged()), ground.calls()
        await life.end(signal.SIGTERM)
    seconds, messages, calls = (late - early for early, late in zip(before, after, strict=True))
    return Cost(1000 * seconds / messages, calls / messages)


async def statements(launcher: Launcher, mode: str, folders: tuple[Path, Path]) -> Statements:
    """What twice as many talks run more, one person at a time."""
    few, many = [
        await _counted(launcher, mode, Size(talks, 1), folder)
        for talks, folder in zip((3, 6), folders, strict=True)
    ]
    more = many - few
    messages = 3 * WORDS
    commits = more.pop("COMMIT")
    counted = sum(n for words, n in more.items() if not words.startswith(_AROUND))
    return Statements(counted / messages, commits / messages)


async def _counted(launcher: Launcher, mode: str, size: Size, folder: Path) -> Counter[str]:
    async with GROUNDS[mode]() as ground:
        lives = Lives(launcher, COUNTED.program, settings(ground, folder), folder)
        life = await lives.begin()
        await _talk(ground, COUNTED, size, lives, folder)
        await life.end(signal.SIGTERM)
    return Counter(json.loads((folder / COUNTS).read_text("utf-8")))


async def _talk(
    ground: Ground, contender: Contender, size: Size, lives: Lives, folder: Path
) -> None:
    """Raises AssertionError where somebody did not get to the end."""
    stories = await talks(ground, contender, size, lives.up)
    assert all(story.finished for story in stories), "a talk was not finished"
    await ground.settled(20.0)
    await all_said(contender, folder)


def processor_time(life: Life) -> float:
    """Seconds that the process has used so far, all its threads together."""
    return used_by(life.pid)


def used_by(pid: int) -> float:
    """Linux names the clock of another process so: `man 3 clock_getcpuclockid`."""
    return time.clock_gettime((~pid << 3) | 2)
