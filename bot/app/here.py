"""The desk in this terminal: a talk by keyboard or by script."""

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import Final

from rich.console import Console

from bot.app.parts import Parts, opened
from bot.channels import terminal
from bot.draining import Drain
from bot.settings import Settings
from bot.worker import Worker
from intake.dialogue.messages import ConversationId, Message
from intake.ports import Clock, Outgoing, Work

HELD: Final = timedelta(seconds=15)


async def chat(settings: Settings, guest: terminal.Guest) -> None:
    """Talk until the input ends or the guest leaves."""
    async with opened(settings) as parts:
        # A script says everything at once, and nobody else is there to wait for it.
        # And nobody may be there who does the errand of mailing a code.
        parts.customer.playbook = replace(parts.customer.playbook, limit=None, mails=False)
        await parts.seed_sample()
        with terminal.Keyboard() as keyboard:
            await terminal.talk(desk_for(parts, guest), guest, keyboard, Console())


def desk_for(parts: Parts, guest: terminal.Guest) -> terminal.Desk:
    """The desk as this guest meets it."""
    seat = _Seat(parts, ConversationId(f"terminal:{guest.name}"))
    return terminal.Desk(seat.answer, seat.inbox, parts.words, parts.worker.clock)


@dataclass
class _Seat:
    """Nobody delivers here: whatever is said in this conversation is fetched from here."""

    parts: Parts
    where: ConversationId
    worker: Worker = field(init=False)
    drain: Drain = field(init=False)
    overheard: list[Outgoing] = field(default_factory=list)

    def __post_init__(self) -> None:
        fetchers = {"terminal": _fetch}
        self.worker = replace(self.parts.worker, fetchers=fetchers, hear=self._overhear)
        store, front = self.parts.store, self.parts.front
        self.drain = Drain(store, front, self._keep, self.worker.clock, [self.where])

    async def answer(self, message: Message) -> Sequence[Outgoing]:
        """The replies to a message of the guest's."""
        # What was told to others on the way (staff answer from here too) leaves by their channels.
        mine = self._mine(await self.parts.front.answer(message))
        await self.parts.store.record(partial(_mark_sent, replies=mine, clock=self.worker.clock))
        return mine

    async def inbox(self) -> Sequence[Outgoing]:
        """What came for the guest meanwhile."""
        await self.worker.refresh()
        await self.worker.fetch_files()
        await self.drain.look()
        await self.drain.settle()
        arrived, self.overheard = self.overheard, []
        take = partial(_take, where=self.where, clock=self.worker.clock, arrived=arrived)
        return await self.parts.store.record(take)

    async def _overhear(self, message: Message) -> None:
        """A file's verdict belongs to whoever fetched it, and is read at once."""
        self._keep(await self.parts.front.answer(message))

    def _keep(self, replies: Sequence[Outgoing]) -> None:
        self.overheard += self._mine(replies)

    def _mine(self, replies: Iterable[Outgoing]) -> list[Outgoing]:
        return [each for each in replies if each.conversation == self.where]


def _take(
    work: Work, where: ConversationId, clock: Clock, arrived: Sequence[Outgoing]
) -> tuple[Outgoing, ...]:
    replies = (*arrived, *work.unsent(clock(), HELD, 20, [where]))
    _mark_sent(work, replies, clock)
    return replies


def _mark_sent(work: Work, replies: Sequence[Outgoing], clock: Clock) -> None:
    for each in replies:
        work.sent(each.id, clock(), "sent")


async def _fetch(remote: str, _limit: int) -> AsyncIterator[bytes]:
    async for chunk in terminal.fetch(remote):
        yield chunk
