"""Whole turns through the real libraries, sending included, beside their echo bots."""

import os
import signal
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.crashes.lives import Launcher, Lives
from benchmarks.crashes.phones import Seen
from benchmarks.crashes.talks import Done, Presses, Says, Script, Step, customer, form_filler
from benchmarks.crashes.trials import (
    GROUNDS,
    STOCK_SLACK,
    STOCK_TELEGRAM,
    Contender,
    Ground,
    Size,
    settings,
    talks,
)
from benchmarks.loads.peers import AIOGRAM, missing, redis
from benchmarks.turns.costs import KEEPING_ECHO_SLACK, OURS, echo_on, used_by

WORDS: Final = 12
"""Answers that one person types."""
AT_ONCE: Final = 30
_WARM_UP: Final = 15
_BOT_CORE, _PLATFORM_CORE = 0, 1
_HEADS: Final = (
    "| | bot | CPU ms a message: median (least to most) | messages a CPU second | of the echo's |"
    " messages/s seen |\n|---|---|--:|--:|--:|--:|"
)


def _talk(number: int) -> Script:
    return customer(number, patience=60.0, slowest=0.0)


def _enters(number: int) -> Script:
    """Somebody on the way from the problem to the form."""

    def react(seen: Seen) -> Step | None:
        for label in ("None of these, open a ticket", "Yes, it is covered", "No"):
            if label in seen.labels:
                return Presses(label)
        return Done() if {"Skip", "Back"} & set(seen.labels) else None

    return replace(_talk(number), react=react)


def _answers(number: int) -> Script:
    """They go to and fro in the form: a message typed, a reply shown, nothing else."""
    typed: dict[str, int] = {}

    def react(seen: Seen) -> Step | None:
        if not {"Skip", "Back"} & set(seen.labels):
            return None
        number = typed.setdefault(seen.id, len(typed))
        return Done() if number == WORDS else Says("skip" if number % 2 else "back")

    return replace(_talk(number), opening="skip", react=react)


def _form(number: int, opening: str) -> Script:
    """Somebody who answers the five questions of a simple bot."""
    return replace(form_filler(number, opening, patience=60.0), slowest=0.0)


_PROGRAM: Final = replace(OURS.program, module="benchmarks.loads.unpaced_bot")
ANSWERS: Final = Contender("Tidings, typed answers", _PROGRAM, _answers, OURS.kept)
ENTERING: Final = replace(ANSWERS, script=_enters)
"""What they say before that is none of the answers, and not measured."""
TALKS: Final = Contender("Tidings, whole talks", _PROGRAM, _talk, OURS.kept)
FORM: Final = replace(
    STOCK_TELEGRAM,
    name="ConversationHandler, written once a minute",
    script=partial(_form, opening="/start"),
)
DURABLE: Final = replace(
    FORM,
    name="ConversationHandler, written at each update",
    program=replace(FORM.program, module="benchmarks.loads.durable_telegram"),
)
BOLT: Final = replace(
    STOCK_SLACK, name="a form on Bolt, in files", script=partial(_form, opening="hello")
)


def contenders(mode: str) -> tuple[Contender, ...]:
    """The echo first, ours, and what somebody would write from the library's examples."""
    if not mode.startswith("Telegram"):
        return (echo_on(mode), ANSWERS, TALKS, KEEPING_ECHO_SLACK, BOLT)
    beside = () if missing() else (AIOGRAM,)
    return (echo_on(mode), ANSWERS, TALKS, FORM, DURABLE, *beside)


@dataclass(frozen=True, slots=True)
class Ran:
    """One run of one bot; `beside_ms` is what its database server took."""

    cpu_ms: float
    beside_ms: float
    rate: float


async def whole(people: int = 60, runs: int = 3, modes: Sequence[str] = tuple(GROUNDS)) -> str:
    """Everything once, then everything again: what else the machine does hits all alike."""
    ran: dict[tuple[str, str], list[Ran]] = defaultdict(list)
    ours = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {_PLATFORM_CORE})
    try:
        async with AsyncExitStack() as stack:
            launchers = await _launchers(stack, modes)
            for _ in range(runs):
                for mode in modes:
                    for bot in contenders(mode):
                        launcher = launchers[bot.program.python]
                        ran[mode, bot.name].append(await _run(launcher, bot, mode, people))
    finally:
        os.sched_setaffinity(0, ours)
    lines = [_HEADS, *(_row(mode, name, ran) for mode, name in ran)]
    return "\n".join([*lines, f"\nNOT MEASURED, missing: {missing()}"] if missing() else lines)


async def _launchers(stack: AsyncExitStack, modes: Sequence[str]) -> Mapping[str, Launcher]:
    """One for each Python."""
    programs = {bot.program for mode in modes for bot in contenders(mode)}
    return {
        python: await stack.enter_async_context(
            Launcher(*(each for each in programs if each.python == python))
        )
        for python in {each.python for each in programs}
    }


async def _run(launcher: Launcher, bot: Contender, mode: str, people: int) -> Ran:
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="whole-")))
        ground = await stack.enter_async_context(GROUNDS[mode]())
        environment, server = settings(ground, folder), 0
        if bot is AIOGRAM:
            url, server = await stack.enter_async_context(redis(folder))
            environment = {**environment, "REDIS_URL": url}
        lives = Lives(launcher, bot.program, environment, folder)
        life = await lives.begin()
        for thread in os.listdir(f"/proc/{life.pid}/task"):  # noqa: PTH208
            os.sched_setaffinity(int(thread), {_BOT_CORE})

        def look() -> tuple[float, float, float, int]:
            beside = used_by(server) if server else 0.0
            return time.monotonic(), used_by(life.pid), beside, len(ground.acknowledged())

        if bot is ANSWERS:
            await _talked(ground, ENTERING, Size(_WARM_UP + people, AT_ONCE), lives)
        await _talked(ground, bot, Size(_WARM_UP, AT_ONCE), lives)
        before = look()
        await _talked(ground, bot, Size(people, AT_ONCE, first=_WARM_UP), lives)
        after = look()
        await life.end(signal.SIGTERM)
    seconds, cpu, beside, messages = (
        late - early for early, late in zip(before, after, strict=True)
    )
    return Ran(1000 * cpu / messages, 1000 * beside / messages, messages / seconds)


async def _talked(ground: Ground, bot: Contender, size: Size, lives: Lives) -> None:
    stories = await talks(ground, bot, size, lives.up)
    assert all(story.finished for story in stories), "a talk was not finished"
    await ground.settled(30.0)


def _row(mode: str, name: str, ran: dict[tuple[str, str], list[Ran]]) -> str:
    ms = [each.cpu_ms for each in ran[mode, name]]
    median = statistics.median(ms)
    echo = statistics.median(each.cpu_ms for each in ran[mode, echo_on(mode).name])
    rate = statistics.median(each.rate for each in ran[mode, name])
    spread = f"{median:.2f} ({min(ms):.2f} to {max(ms):.2f})"
    if beside := statistics.median(each.beside_ms for each in ran[mode, name]):
        spread += f" and Redis {beside:.2f}"
    return (
        f"| {mode} | {name} | {spread} | {1000 / median:.0f} | {echo / median:.0%} | {rate:.0f} |"
    )
