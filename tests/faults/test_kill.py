"""A bot that is killed while people talk to it (E1), on every way to it; the short form of
`python -m benchmarks.kill`."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.crashes.arrangements import TWO_ON_POSTGRESQL
from benchmarks.crashes.lives import Launcher
from benchmarks.crashes.trials import GROUNDS, TIDINGS, Contender, Size, rushed, trial
from benchmarks.crashes.verdict import Verdict

TALKS = Size(talks=8, at_once=8, kills=2, repeated=True)
FEW = Size(talks=6, at_once=6, kills=2, repeated=True)
CROWD = Size(talks=30, at_once=30, kills=3, lives=(0.05, 0.4))


async def verdicts(
    bot: Contender, size: Size, folder: Path, modes: Sequence[str] = tuple(GROUNDS)
) -> Sequence[Verdict]:
    """Of every mode, side by side: people mostly wait."""
    folders = [folder / str(number) for number in range(len(modes))]
    for each in folders:
        each.mkdir()
    async with Launcher(bot.program) as launcher, asyncio.TaskGroup() as group:
        trials = [
            group.create_task(trial(launcher, bot, mode, size, where))
            for mode, where in zip(modes, folders, strict=True)
        ]
    return [each.result() for each in trials]


async def test_whoever_talks_to_a_dying_bot_gets_one_ticket_and_every_answer(
    tmp_path: Path,
) -> None:
    """E1, and A6 at the end: what the platforms tell once more has no second effect."""
    for verdict in await verdicts(TIDINGS, TALKS, tmp_path):
        assert verdict.is_clean, verdict
        assert verdict.kills > 1, verdict
        assert verdict.acknowledged >= 7 * TALKS.talks
        assert verdict.tickets == TALKS.talks


async def test_whoever_talks_to_two_dying_processes_on_one_database_is_served_alike(
    tmp_path: Path,
) -> None:
    """E1: each is killed in its own time, and the other goes on."""
    bot = replace(TIDINGS, arrangement=TWO_ON_POSTGRESQL)
    for verdict in await verdicts(bot, FEW, tmp_path, ("Telegram polling", "Slack HTTP")):
        assert verdict.is_clean, verdict
        assert verdict.kills > 1, verdict
        assert verdict.tickets == FEW.talks


async def test_a_crowd_that_writes_at_once_to_a_dying_bot_is_heard_and_answered(
    tmp_path: Path,
) -> None:
    """E1: here whatever is acknowledged before it is recorded is lost."""
    told = await verdicts(rushed(TIDINGS), CROWD, tmp_path)
    for verdict in told:
        assert verdict.is_clean, verdict
    # On one way or another all may be answered before the first moment of death.
    assert sum(verdict.kills for verdict in told) > 1, told
