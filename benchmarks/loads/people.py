"""People who talk to a desk in its own process, as fast as it answers."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Final, Literal, Protocol

from intake.dialogue.messages import (
    ConversationId,
    Message,
    MessageId,
    PersonId,
    Pressed,
    Said,
    Speaker,
    Text,
)
from intake.dialogue.replies import Receipt, Reply
from intake.ports import Clock, Outgoing

Mix = Literal["talks", "answers"]
"""Whole talks from the problem to the TID; or only answers to a form's questions, for ever."""

PROBLEM: Final = (
    "Our catalogue {} stays empty after the upgrade, see https://cms.example.org. "
    "It is version 16.2, Business edition. My address is ana{}@example.org"
)
_TO_A_TICKET: Final = ("none", "covered", "file", "no", "skip")
_TO_AND_FRO: Final = ("skip", "back")


class Hears(Protocol):
    """The front of a desk."""

    async def hear(self, message: Message) -> None: ...


class Mailbox:
    """A sender of replies that all arrive at once."""

    def __init__(self) -> None:
        self._of: dict[ConversationId, asyncio.Queue[Reply]] = {}

    def of(self, conversation: ConversationId) -> asyncio.Queue[Reply]:
        return self._of.setdefault(conversation, asyncio.Queue())

    def forget(self, conversation: ConversationId) -> None:
        self._of.pop(conversation, None)

    async def send(self, outgoing: Outgoing) -> None:
        self.of(outgoing.conversation).put_nowait(outgoing.reply)


@dataclass
class Person:
    """One conversation; `turn` says the next thing in it and waits until that is recorded."""

    name: str
    mix: Mix
    mailbox: Mailbox
    numbers: Iterator[int] = field(default_factory=count)
    _next: Said = field(init=False)
    _left: bool = False

    def __post_init__(self) -> None:
        self.where = ConversationId(f"telegram:{self.name}")
        self._next = Text(PROBLEM.format(self.name, self.name))

    async def turn(self, front: Hears, clock: Clock) -> None:
        """One message; the replies are read at once and decide what is said next."""
        speaker = Speaker(PersonId(self.where), f"Ana {self.name}", "en")
        number = MessageId(f"telegram:{self.name}.{next(self.numbers)}")
        await front.hear(Message(number, self.where, speaker, self._next, clock()))
        replies = self.mailbox.of(self.where)
        answer = None
        while answer is None:
            answer = self._answer(await replies.get())
        self._next = answer

    def _answer(self, reply: Reply) -> Said | None:
        if isinstance(reply, Receipt):
            return Text(PROBLEM.format(self.name, self.name))
        tokens = [choice.token for choice in getattr(reply, "choices", ())]
        for word in self._wanted():
            for token in tokens:
                if token.rpartition(":")[2] == word or token.rpartition(".")[2] == word:
                    return Pressed(token)
        return None

    def _wanted(self) -> tuple[str, ...]:
        if self.mix == "talks":
            return _TO_A_TICKET
        self._left = not self._left
        return ("none", "covered", "no", *(_TO_AND_FRO if self._left else reversed(_TO_AND_FRO)))


class Crowd:
    """People of whom the one who has been silent longest speaks next: nobody floods the desk."""

    def __init__(self, people: Iterable[Person], turn: Callable[[Person], Awaitable[None]]) -> None:
        self._idle: deque[Person] = deque(people)
        self._turn = turn

    async def turns(self, number: int, at_once: int) -> None:
        """So many turns, never more than `at_once` under way."""
        left = iter(range(number))

        async def on_and_on() -> None:
            for _ in left:
                await self._say()

        async with asyncio.TaskGroup() as group:
            for _ in range(at_once):
                group.create_task(on_and_on())

    async def arrive(self, rate: float) -> None:
        """So many messages a second, whether the desk keeps up or not; until cancelled."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        async with asyncio.TaskGroup() as group:
            for number in count():
                await asyncio.sleep(max(0.0, begun + number / rate - loop.time()))
                group.create_task(self._say())

    async def _say(self) -> None:
        person = self._idle.popleft()
        await self._turn(person)
        self._idle.append(person)
