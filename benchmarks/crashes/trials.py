"""One trial: people talk to a bot on a platform while the bot is killed again and again."""

import asyncio
import logging
import random
import signal
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from benchmarks.crashes.lives import Launcher, Lives, Program, Rhythm
from benchmarks.crashes.phones import Phone
from benchmarks.crashes.slack_ground import slack_ground
from benchmarks.crashes.talks import Script, Story, Talker, customer, form_filler, in_a_hurry
from benchmarks.crashes.telegram_ground import telegram_ground
from benchmarks.crashes.verdict import Kept, Trial, Verdict, judge, kept_by_stock, kept_by_tidings

_SETTLING: Final = 60.0


class Ground(Protocol):
    """A platform with room for people."""

    @property
    def environment(self) -> Mapping[str, str]: ...

    def phone(self, number: int) -> Phone: ...

    def acknowledged(self) -> Mapping[str, str]: ...

    def calls(self) -> int: ...

    async def settled(self, seconds: float) -> None: ...

    async def repeated(self, seconds: float) -> None: ...


GROUNDS: Final[Mapping[str, Callable[[], AbstractAsyncContextManager[Ground]]]] = {
    "Telegram polling": partial(telegram_ground, webhook=False),
    "Telegram webhook": partial(telegram_ground, webhook=True),
    "Slack HTTP": partial(slack_ground, socket=False),
    "Slack Socket Mode": partial(slack_ground, socket=True),
}


@dataclass(frozen=True, slots=True)
class Contender:
    """A bot, how people talk to it, and where it keeps what it keeps."""

    name: str
    program: Program
    script: Callable[[int], Script]
    kept: Callable[[Path], Kept]


TIDINGS: Final = Contender(
    "Tidings",
    Program("bot", ("run",), ("bot.cli",), "tidings.started"),
    # A reply whose sender was killed belongs to that sender for 6 s more, and that may happen
    # to its next sender too.
    partial(customer, patience=45.0),
    lambda folder: kept_by_tidings(folder / "tidings.db"),
)
STOCK_TELEGRAM: Final = Contender(
    "python-telegram-bot",
    Program(
        "benchmarks.crashes.stock_telegram",
        (),
        ("telegram.ext", "starlette.routing", "uvicorn"),
        "Application started",
    ),
    # Nothing but its memory could still bring an answer: a few lives are enough to wait.
    partial(form_filler, opening="/start", patience=5.0),
    kept_by_stock,
)
STOCK_SLACK: Final = Contender(
    "Bolt",
    Program(
        "benchmarks.crashes.stock_slack",
        (),
        ("slack_bolt.async_app", "slack_bolt.adapter.socket_mode.async_handler"),
        "Bolt app is running",
    ),
    partial(form_filler, opening="hello", patience=5.0),
    kept_by_stock,
)


def stock(mode: str) -> Contender:
    """What people use on that platform without us."""
    return STOCK_TELEGRAM if mode.startswith("Telegram") else STOCK_SLACK


def rushed(contender: Contender) -> Contender:
    """The same bot, when everybody writes at once and only the first answer counts."""
    opening, patience = ("", 45.0) if contender is TIDINGS else (contender.script(0).opening, 5.0)
    script = partial(in_a_hurry, opening=opening, patience=patience)
    return replace(contender, name=f"{contender.name}, rush", script=script)


@dataclass(frozen=True, slots=True)
class Size:
    """How many talks, how many of them at a time, and the seed of the moments of death."""

    talks: int
    at_once: int
    seed: int = 1
    first: int = 0
    """The number of the first person."""
    lives: tuple[float, float] = (0.3, 2.0)
    """Seconds that the bot lives, at least and at most, once it is ready."""
    repeated: bool = False
    """Whether the platform tells everything once more at the end."""
    kills: int = sys.maxsize
    """After that many the bot is left alone."""
    how: signal.Signals = signal.SIGKILL


async def trial(
    launcher: Launcher, contender: Contender, mode: str, size: Size, folder: Path
) -> Verdict:
    """Raises NeverReady when the bot ends by itself, TimeoutError when it never settles."""
    begun = time.monotonic()
    async with GROUNDS[mode]() as ground:
        lives = Lives(launcher, contender.program, settings(ground, folder), folder)
        stories = await _talks_through(lives, ground, contender, size)
        life = await lives.begin()
        await ground.settled(_SETTLING)
        await all_said(contender, folder)
        before = contender.kept(folder)
        if size.repeated:
            await ground.repeated(_SETTLING)
        await life.end(signal.SIGTERM)
        happened = Trial(
            name=f"{contender.name}, {mode}",
            stories=stories,
            acknowledged=ground.acknowledged(),
            kept=contender.kept(folder),
            before=before,
            kills=lives.kills,
            endings=tuple(lives.endings),
            seconds=time.monotonic() - begun,
        )
    return judge(happened)


def settings(ground: Ground, folder: Path) -> Mapping[str, str]:
    """By which a bot finds the platform, and everything it keeps in the folder."""
    return {
        **ground.environment,
        "DATABASE_URL": f"sqlite:///{folder / 'tidings.db'}",
        "ATTACHMENTS_URL": f"file://{folder / 'attachments'}",
    }


async def talks(ground: Ground, contender: Contender, size: Size, up: asyncio.Event) -> list[Story]:
    """All the talks, some of them at a time; `up` is set while the bot lives."""
    places = asyncio.Semaphore(size.at_once)

    async def talk(number: int) -> Story:
        async with places:
            return await Talker(ground.phone(number), contender.script(number), up).talk()

    async with asyncio.TaskGroup() as group:
        people = range(size.first, size.first + size.talks)
        talking = [group.create_task(talk(number)) for number in people]
    return [each.result() for each in talking]


async def _talks_through(
    lives: Lives, ground: Ground, contender: Contender, size: Size
) -> list[Story]:
    """All the talks, under a bot that dies all the time; it is dead when this returns."""
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)  # requests that died half-way
    rhythm = Rhythm(random.Random(size.seed), *size.lives, size.kills, size.how)
    dying = asyncio.create_task(lives.die_again_and_again(rhythm))
    talking = asyncio.create_task(talks(ground, contender, size, lives.up))
    try:
        await asyncio.wait([dying, talking], return_when=asyncio.FIRST_COMPLETED)
        return await dying if dying.done() else talking.result()
    finally:
        for task in (talking, dying):
            task.cancel()
        await asyncio.gather(talking, dying, return_exceptions=True)


async def all_said(contender: Contender, folder: Path) -> None:
    """Until the last life has sent what earlier ones could not. Raises TimeoutError."""
    async with asyncio.timeout(_SETTLING):
        while contender.kept(folder).unsent:  # noqa: ASYNC110 - a file tells nobody of its changes
            await asyncio.sleep(0.2)
