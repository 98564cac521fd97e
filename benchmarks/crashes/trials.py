"""One trial: people talk to a bot on a platform while the bot is killed again and again."""

import asyncio
import logging
import random
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final, NoReturn, Protocol

from benchmarks.crashes.arrangements import ALONE, Arrangement
from benchmarks.crashes.balancer import balancing
from benchmarks.crashes.lives import AnyOf, Launcher, Lives, Program, Rhythm, Up
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
    kept: Callable[[Path, str], Kept]
    arrangement: Arrangement = ALONE


_LOADED: Final = (
    "bot.cli.commands",
    "bot.app.running",
    "bot.app.on_telegram",
    "bot.app.on_slack",
    "bot.effects",
)
TIDINGS: Final = Contender(
    "Tidings",
    Program("bot", ("run",), _LOADED, "tidings.started"),
    # A reply whose sender was killed belongs to that sender for 6 s more, and that may happen
    # to its next sender too.
    partial(customer, patience=45.0),
    kept_by_tidings,
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
    ours = contender.program is TIDINGS.program
    opening, patience = ("", 45.0) if ours else (contender.script(0).opening, 5.0)
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
    async with AsyncExitStack() as stack:
        ground = await stack.enter_async_context(GROUNDS[mode]())
        url = stack.enter_context(contender.arrangement.database(folder))
        found_by = settings(ground, folder, url)
        bots = await _bots(launcher, contender, stack, found_by, folder)
        stories = await _talks_through(bots, ground, contender, size)
        last = [await each.begin() for each in bots]
        await ground.settled(_SETTLING)
        await all_said(contender, folder, url)
        before = contender.kept(folder, url)
        if size.repeated:
            await ground.repeated(_SETTLING)
        for life in last:
            await life.end(signal.SIGTERM)
        happened = Trial(
            name=", ".join(filter(None, (contender.name, mode, contender.arrangement.name))),
            stories=stories,
            acknowledged=ground.acknowledged(),
            kept=contender.kept(folder, url),
            before=before,
            kills=sum(each.kills for each in bots),
            endings=tuple(ending for each in bots for ending in each.endings),
            seconds=time.monotonic() - begun,
        )
    return judge(happened)


async def _bots(
    launcher: Launcher,
    contender: Contender,
    stack: AsyncExitStack,
    environment: Mapping[str, str],
    folder: Path,
) -> list[Lives]:
    """The processes of the desk, none of them alive yet, behind the one port that is known."""
    port = environment["PORT"]
    ports = contender.arrangement.ports(port)
    if len(ports) > 1:
        await stack.enter_async_context(balancing(int(port), ports))
    return [
        Lives(launcher, contender.program, {**environment, "PORT": str(each)}, folder)
        for each in ports
    ]


def settings(ground: Ground, folder: Path, url: str = "") -> Mapping[str, str]:
    """By which a bot finds the platform, and everything it keeps in the folder."""
    return {
        **ground.environment,
        "DATABASE_URL": url or f"sqlite:///{folder / 'tidings.db'}",
        "ATTACHMENTS_URL": f"file://{folder / 'attachments'}",
    }


async def talks(ground: Ground, contender: Contender, size: Size, up: Up) -> list[Story]:
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
    bots: Sequence[Lives], ground: Ground, contender: Contender, size: Size
) -> list[Story]:
    """All the talks, under bots that die all the time; they are dead when this returns."""
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)  # requests that died half-way
    chance = random.Random(size.seed)
    dying: list[asyncio.Task[NoReturn]] = []
    for each in bots:
        rhythm = Rhythm(random.Random(chance.random()), *size.lives, size.kills, size.how)
        dying.append(asyncio.create_task(each.die_again_and_again(rhythm)))
    talking = asyncio.create_task(talks(ground, contender, size, AnyOf(bots)))
    try:
        done, _ = await asyncio.wait([*dying, talking], return_when=asyncio.FIRST_COMPLETED)
        for failed in done - {talking}:
            await failed
        return talking.result()
    finally:
        for task in (talking, *dying):
            task.cancel()
        await asyncio.gather(talking, *dying, return_exceptions=True)


async def all_said(contender: Contender, folder: Path, url: str = "") -> None:
    """Until the last life has sent what earlier ones could not. Raises TimeoutError."""
    url = url or f"sqlite:///{folder / 'tidings.db'}"
    async with asyncio.timeout(_SETTLING):
        while contender.kept(folder, url).unsent:  # noqa: ASYNC110 - a file tells nobody of its changes
            await asyncio.sleep(0.2)
