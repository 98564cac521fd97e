"""A whole talk as a person has it: they answer what is on the screen, and wait when they must."""

import asyncio
import random
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from benchmarks.crashes.lives import Up
from benchmarks.crashes.phones import Deed, Phone, Seen

_TID: Final = re.compile(r"TID-[0-9A-Z-]*[0-9A-Z]")


@dataclass(frozen=True, slots=True)
class Says:
    text: str


@dataclass(frozen=True, slots=True)
class Presses:
    label: str


@dataclass(frozen=True, slots=True)
class Done:
    """The person has what they came for."""


Step: TypeAlias = Says | Presses | Done
React: TypeAlias = Callable[[Seen], Step | None]
"""What a person does about a message; nothing, where it asks for nothing."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be done, by which message."""

    step: Step
    by: Seen | None


@dataclass(frozen=True, slots=True)
class Script:
    """What somebody wants, what they do about each message, and how patient they are.

    `patience` is the seconds without an answer to a message that the bot has, `endurance` those
    for one still on its way, `tries` how often they begin.
    """

    opening: str
    react: React
    patience: float
    endurance: float = 180.0
    quiet: float = 20.0
    """Seconds that somebody waits before they repeat what the platform has given up."""
    tries: int = 1
    slowest: float = 1.2
    """Seconds that somebody takes at most to read and to type."""


@dataclass(slots=True)
class Story:
    """What came of a talk."""

    phone: Phone
    deeds: list[Deed] = field(default_factory=list)
    filing: list[Deed] = field(default_factory=list)
    """Presses of [File the ticket]."""
    waits: list[float] = field(default_factory=list)
    finished: bool = False
    unanswered: int = 0
    repeated_by_person: int = 0

    @property
    def tids(self) -> set[str]:
        return {found for seen in self.phone.sees() for found in _TID.findall(seen.text)}

    @property
    def repeated_replies(self) -> int:
        """Messages of the bot that say exactly what an earlier one said."""
        texts = [seen.text for seen in self.phone.sees()]
        return len(texts) - len(set(texts))


class Talker:
    """Leads one talk to its end, over however many lives of the bot."""

    def __init__(self, phone: Phone, script: Script, up: Up) -> None:
        """`up` is set while the bot lives."""
        self._phone, self._script, self._up = phone, script, up
        self._chance = random.Random(phone.person)
        self._answered = ""
        self.story = Story(phone)

    async def talk(self) -> Story:
        for _ in range(self._script.tries):
            if await self._try():
                self.story.finished = True
                break
            self.story.unanswered += 1
        return self.story

    async def _try(self) -> bool:
        """False for a talk that was left without an answer."""
        asked: Asked | None = Asked(Says(self._script.opening), None)
        while asked and not isinstance(asked.step, Done):
            asked = await self._until_answered(asked)
        return asked is not None

    async def _until_answered(self, asked: Asked) -> Asked | None:
        """Do it, and again where the platform gives up; None when patience ends."""
        await asyncio.sleep(self._chance.uniform(self._script.slowest / 6, self._script.slowest))
        asked = self._asked() or asked  # something newer may have come meanwhile
        if isinstance(asked.step, Done):
            return asked
        begun = time.monotonic()
        self._answered = asked.by.id if asked.by else self._newest()
        while True:
            deed = await self._do(asked)
            if answer := await self._answer(deed, begun):
                self.story.waits.append(time.monotonic() - begun)
                return answer
            if not deed.given_up() or self._is_late(begun):
                return None
            self.story.repeated_by_person += 1
            await self._up.wait()

    async def _do(self, asked: Asked) -> Deed:
        match asked.step:
            case Says(text):
                deed = await self._phone.says(text)
            case Presses(label):
                assert asked.by is not None
                deed = await self._phone.presses(label, asked.by)
                if label == FILE:
                    self.story.filing.append(deed)
            case Done():
                raise AssertionError("there is nothing more to do")
        self.story.deeds.append(deed)
        return deed

    async def _answer(self, deed: Deed, begun: float) -> Asked | None:
        """Nothing when the platform gives up, and when patience with a bot that has it ends."""
        script, had_it = self._script, False
        while not await self._sees(deed.given_up, script.patience):
            if had_it or self._is_late(begun):
                return None
            had_it = deed.delivered()
        if deed.given_up():
            await self._sees(lambda: False, script.quiet if len(self.story.deeds) == 1 else 0.5)
        return self._asked()

    async def _sees(self, otherwise: Callable[[], bool], seconds: float) -> bool:
        return await self._phone.until(lambda: self._asked() is not None or otherwise(), seconds)

    def _is_late(self, begun: float) -> bool:
        return time.monotonic() - begun > self._script.endurance

    def _newest(self) -> str:
        return next((seen.id for seen in reversed(self._phone.sees())), "")

    def _asked(self) -> Asked | None:
        """The newest message below the one that was answered last, if it wants something; a TID
        ends everything."""
        newest: Asked | None = None
        for seen in reversed(self._phone.sees()):
            if seen.id == self._answered:
                break
            step = self._script.react(seen)
            if isinstance(step, Done):
                return Asked(step, seen)
            if step and not newest:
                newest = Asked(step, seen)
        return newest


FILE: Final = "File the ticket"
_WANTED: Final = ("None of these, open a ticket", FILE, "Yes, it is covered", "No", "Skip")


def customer(number: int, patience: float, slowest: float = 1.2) -> Script:
    """Somebody with a problem that the FAQ does not solve."""
    problem = (
        f"Our catalogue {number} stays empty after the upgrade, see https://cms.example.org. "
        f"It is version 16.2, Business edition. My address is ana{number}@example.org"
    )
    return Script(problem, _to_the_desk, patience, slowest=slowest)


def _to_the_desk(seen: Seen) -> Step | None:
    for label in _WANTED:
        if label in seen.labels:
            return Presses(label)
    return Done() if _TID.search(seen.text) else None


def form_filler(_: int, opening: str, patience: float) -> Script:
    """Somebody who answers the five questions of a simple bot."""
    return Script(opening, _to_the_form, patience, quiet=patience, tries=2)


def _to_the_form(seen: Seen) -> Step | None:
    if found := re.match(r"Question (\d)", seen.text):
        return Says(f"answer {found[1]}")
    return Done() if _TID.search(seen.text) else None


def in_a_hurry(number: int, opening: str, patience: float) -> Script:
    """One of a crowd that all write at the same moment; any answer will do."""
    text = opening or customer(number, patience).opening
    return Script(text, lambda _: Done(), patience, quiet=patience, slowest=0.0)
