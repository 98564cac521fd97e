"""The desk with one of its precautions taken away: what the auditor has to notice."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import pytest

from bot.channels.telegram.polling import Polling
from bot.delivery import Delivery
from bot.draining import Drain
from bot.front import Front
from bot.secrecy import Blotter
from bot.sending import Unknown
from bot.storage.attachments import Attachments
from intake import tid
from intake.desk import customer, gathering
from intake.dialogue import corresponding, reviewing
from intake.dialogue.messages import ConversationId, Message, MessageId
from intake.dialogue.playbook import Facts, Playbook, Scene
from intake.dialogue.state import State
from intake.ports import Known, Outgoing, Reading, Store, Work
from intake.tickets import DraftId, Ticket, followed_up
from tests.fakes.store import MemoryWork
from tests.simulation.desks import Process

Patch = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake that somebody could make, and the promises that it breaks."""

    promises: str
    make: Patch


def _no_claim(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(MemoryWork, "claim", lambda *_: True)


def _claim_unread(patch: pytest.MonkeyPatch) -> None:
    claim = MemoryWork.claim

    def claims(work: MemoryWork, message: MessageId, at: Any) -> bool:
        if not claim(work, message, at):
            work._tables.claims[message] = at  # noqa: SLF001 - the row is written once more
        return True

    patch.setattr(MemoryWork, "claim", claims)


def _early_acknowledgement(patch: pytest.MonkeyPatch) -> None:
    hear, tasks = Front.hear, set()

    async def later(front: Front, message: Message) -> None:
        tasks.add(asyncio.create_task(hear(front, message)))

    patch.setattr(Front, "hear", later)


def _careless_polling(patch: pytest.MonkeyPatch) -> None:
    async def take(polling: Polling, batch: Sequence[Any]) -> None:
        takes = (polling._reception.take(raw) for raw in batch)  # noqa: SLF001 - its own code
        await asyncio.gather(*takes, return_exceptions=True)

    patch.setattr(Polling, "_take", take)


@dataclass
class _Early(Store):
    """Hands replies to the delivery while their transaction is still open."""

    store: Store
    process: Process

    async def read(self, question: Callable[[Reading], Any]) -> Any:
        return await self.store.read(question)

    async def record(self, unit: Callable[[Work], Any]) -> Any:
        def early(work: Work) -> Any:
            result = unit(work)
            if isinstance(result, tuple):
                self.process.life.context().run(self.process.delivery.deliver, result)
            return result

        return await self.store.record(early)


def _early_sending(patch: pytest.MonkeyPatch) -> None:
    begin = Process.begin

    def begins(process: Process, line: Any) -> None:
        process.customer.store = _Early(process.customer.store, process)
        begin(process, line)

    patch.setattr(Process, "begin", begins)


def _early_mark(patch: pytest.MonkeyPatch) -> None:
    post = Delivery._post  # noqa: SLF001 - its own code

    async def marks(delivery: Delivery, lane: Any, outgoing: Outgoing) -> None:
        now = delivery._clock()  # noqa: SLF001 - its own code
        await delivery._store.record(lambda work: work.sent(outgoing.id, now, "sent"))  # noqa: SLF001 - its own code
        await post(delivery, lane, outgoing)

    patch.setattr(Delivery, "_post", marks)


def _no_version(patch: pytest.MonkeyPatch) -> None:
    def keep(work: MemoryWork, conversation: ConversationId, state: State, was: int) -> None:
        work._tables.conversations[conversation] = Known(state, was + 1)  # noqa: SLF001 - its own

    patch.setattr(MemoryWork, "keep", keep)


def _filed_twice(patch: pytest.MonkeyPatch) -> None:
    file = MemoryWork.file

    def files(work: MemoryWork, ticket: Ticket) -> None:
        file(work, ticket)
        number = len(work._tables.tickets)  # noqa: SLF001 - a number that nobody has
        file(work, replace(ticket, tid=tid.make(number), draft=DraftId(f"{ticket.draft}b")))

    patch.setattr(MemoryWork, "file", files)


def _no_owner(patch: pytest.MonkeyPatch) -> None:
    gather = gathering.gather

    def gathers(reading: Reading, book: Playbook, message: Message, state: State) -> Facts:
        facts = gather(reading, book, message, state)
        found = map(reading.ticket, gathering.mentioned(message, state))
        return replace(facts, tickets={each.tid: each for each in found if each})

    patch.setattr(customer, "gather", gathers)


def _all_are_staff(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Scene, "is_staff", property(lambda _: True))


def _late_acceptance(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(reviewing, "min", lambda _, now: now, raising=False)


def _moving_time(patch: pytest.MonkeyPatch) -> None:
    def moves(ticket: Ticket, post: Any, due_at: Any) -> Ticket:
        return replace(followed_up(ticket, post, due_at), due_at=due_at)

    patch.setattr(corresponding, "followed_up", moves)


def _lost_bytes(patch: pytest.MonkeyPatch) -> None:
    keep = Attachments.keep

    async def keeps(disk: Attachments, chunks: AsyncIterator[bytes], limit: int) -> Any:
        async def first() -> AsyncIterator[bytes]:
            async for chunk in chunks:
                yield chunk[:30]

        return await keep(disk, first(), limit)

    patch.setattr(Attachments, "keep", keeps)


def _no_order(patch: pytest.MonkeyPatch) -> None:
    deliver = Delivery.deliver

    def delivers(delivery: Delivery, outgoing: Sequence[Outgoing]) -> None:
        deliver(delivery, [replace(each, after=None) for each in reversed(outgoing)])

    patch.setattr(Delivery, "deliver", delivers)


def _no_regard_for_others(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Delivery, "_is_behind", lambda *_: False)


def _unheld(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(MemoryWork, "hold", lambda *_: None)


def _said_again(patch: pytest.MonkeyPatch) -> None:
    post = Delivery._post  # noqa: SLF001 - its own code

    async def insists(delivery: Delivery, lane: Any, outgoing: Outgoing) -> None:
        try:
            await post(delivery, lane, outgoing)
        except Unknown:
            await post(delivery, lane, outgoing)

    patch.setattr(Delivery, "_post", insists)


def _talkative_log(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Blotter, "clean", lambda _, text: text)


def _no_sweep(patch: pytest.MonkeyPatch) -> None:
    async def sweeps(*_: object) -> int:
        return 0

    patch.setattr(Delivery, "sweep", sweeps)


def _no_second_try(patch: pytest.MonkeyPatch) -> None:
    async def looks(_: Drain) -> int:
        return 0

    patch.setattr(Drain, "look", looks)


MUTANTS: Final[Mapping[str, Mutant]] = {
    "a message is not claimed": Mutant("I1", _no_claim),
    "what the claim says is not read": Mutant("I1", _claim_unread),
    "acknowledged before the commit": Mutant("I1", _early_acknowledgement),
    "a batch is confirmed though one of it failed": Mutant("I1", _careless_polling),
    "sent before the commit": Mutant("I2 I7", _early_sending),
    "filed twice": Mutant("I3", _filed_twice),
    "the version is not checked": Mutant("I1", _no_version),
    "nobody asks whose ticket it is": Mutant("I4", _no_owner),
    "replies leave in any order": Mutant("I5", _no_order),
    "no regard for what another process has to say first": Mutant("I5", _no_regard_for_others),
    "the end of a file's parts is lost": Mutant("I6", _lost_bytes),
    "marked sent before it is": Mutant("I7", _early_mark),
    "a hold holds nothing": Mutant("I5 I7", _unheld),
    "what may have arrived is sent again": Mutant("I7", _said_again),
    "accepted when we got to it": Mutant("I8", _late_acceptance),
    "every follow-up moves the promised time": Mutant("I8", _moving_time),
    "the log is not searched for secrets": Mutant("I9", _talkative_log),
    "everybody is staff": Mutant("I10", _all_are_staff),
    "nobody sends what a crash left": Mutant("L", _no_sweep),
    "a message that failed is not tried again": Mutant("L", _no_second_try),
}
