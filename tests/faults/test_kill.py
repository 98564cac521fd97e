"""A bot that is killed while people talk to it (E1), on every way to it; the short form of
`python -m benchmarks.kill`."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from benchmarks.crashes.lives import Launcher
from benchmarks.crashes.trials import GROUNDS, TIDINGS, Contender, Size, rushed, trial
from benchmarks.crashes.verdict import Verdict

TALKS = Size(talks=10, at_once=10, kills=3, repeated=True)
CROWD = Size(talks=30, at_once=30, kills=3, lives=(0.05, 0.4))


async def verdicts(bot: Contender, size: Size, folder: Path) -> Sequence[Verdict]:
    """Of every mode, side by side: people mostly wait."""
    folders = [folder / str(number) for number in range(len(GROUNDS))]
    for each in folders:
        each.mkdir()
    async with Launcher(bot.program) as launcher, asyncio.TaskGroup() as group:
        trials = [
            group.create_task(trial(launcher, bot, mode, size, where))
            for mode, where in zip(GROUNDS, folders, strict=True)
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


async def test_a_crowd_that_writes_at_once_to_a_dying_bot_is_heard_and_answered(
    tmp_path: Path,
) -> None:
    """E1: here whatever is acknowledged before it is recorded is lost."""
    for verdict in await verdicts(rushed(TIDINGS), CROWD, tmp_path):
        assert verdict.is_clean, verdict
        assert verdict.kills > 1, verdict
