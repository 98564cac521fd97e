"""Somebody with a problem, the same at every client: says, presses, sends, reads."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

Story = Sequence[tuple[str, ...]]
"""Steps: what is done (`says`, `presses`, ...), its words, and what is read after it, in order."""

TID = re.compile(r"TID-\w{3}-\w{3}-\w{3}")


@dataclass(frozen=True)
class Shown:
    """One message of the desk's on somebody's screen."""

    text: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Act:
    """What the person did, and what they read after it. Nothing done: it came by itself."""

    done: str
    shown: tuple[Shown, ...]


@dataclass(frozen=True)
class File:
    """A file to send; `claimed` is the size in bytes that the platform tells, if not the true."""

    name: str
    content: bytes
    mime: str = "image/png"
    claimed: int | None = None


@dataclass
class Person(ABC):
    """Each act ends when everything that follows from it has been said."""

    opening: ClassVar[str]
    """How a talk is opened here."""
    name: str
    id: str
    conversation: str
    settled: Callable[[], Awaitable[None]]
    acts: list[Act] = field(default_factory=list)

    async def arrives(self) -> None:
        """Opens the talk, as the platform invites to."""
        await self._did(self.opening, self._open())

    async def says(self, text: str) -> None:
        await self._did(text, self._say(text))

    async def presses(self, label: str, times: int = 1) -> None:
        """Presses the newest button of that label, quickly, that many times."""
        await self._did(f"[{label}]", self._press(label, times))

    async def commands(self, name: str, argument: str = "") -> None:
        await self._did(f"/{name} {argument}".strip(), self._command(name, argument))

    async def sends(self, *files: File, caption: str = "") -> None:
        """All of them at once where the platform can."""
        done = f"({', '.join(file.name for file in files)}) {caption}".strip()
        await self._did(done, self._send(files, caption))

    async def edits(self, before: str, after: str) -> None:
        """Changes one's own newest message that says `before`."""
        await self._did(f"{before} -> {after}", self._edit(before, after))

    async def looks(self) -> None:
        """Sees what has come by itself."""
        await self._did("", self._look())

    async def plays(self, story: Story) -> None:
        """Does one step after the other, and reads what it should after each."""
        for act, words, *fragments in story:
            match act:
                case "arrives":
                    await self.arrives()
                case "says":
                    await self.says(words)
                case "presses":
                    await self.presses(words)
                case "commands":
                    await self.commands(*words.split(" ", 1))
                case _:
                    raise ValueError(act)
            self.reads(*fragments)

    def reads(self, *fragments: str) -> str:
        """All of what came after the last act, which holds these words in this order."""
        text, place = self.screen, 0
        for fragment in fragments:
            found = text.find(fragment, place)
            assert found >= 0, f"{self.name} does not read {fragment!r} but:\n{text}"
            place = found + len(fragment)
        return text

    def has_read(self, *fragments: str) -> None:
        """These words came at some time, each of them."""
        text = "\n".join(shown.text for act in self.acts for shown in act.shown)
        assert [each for each in fragments if each not in text] == []

    @property
    def screen(self) -> str:
        return "\n".join(shown.text for shown in self.acts[-1].shown)

    @property
    def labels(self) -> tuple[str, ...]:
        """The buttons that came after the last act."""
        return tuple(label for shown in self.acts[-1].shown for label in shown.labels)

    @property
    def tid(self) -> str:
        """The one TID that is on screen."""
        (found,) = set(TID.findall(self.screen))
        return str(found)

    async def _did(self, done: str, doing: Awaitable[None]) -> None:
        await doing
        await self.settled()
        self.acts.append(Act(done, tuple(self._news())))

    @abstractmethod
    async def _open(self) -> None: ...

    @abstractmethod
    async def _say(self, text: str) -> None: ...

    @abstractmethod
    async def _press(self, label: str, times: int) -> None: ...

    @abstractmethod
    async def _command(self, name: str, argument: str) -> None: ...

    @abstractmethod
    async def _send(self, files: Sequence[File], caption: str) -> None: ...

    @abstractmethod
    async def _edit(self, before: str, after: str) -> None: ...

    async def _look(self) -> None:  # noqa: B027 (on most screens nothing has to be done for it)
        """Makes what has come by itself appear."""

    @abstractmethod
    def _news(self) -> Sequence[Shown]:
        """What is on screen now and was not before."""
        ...
