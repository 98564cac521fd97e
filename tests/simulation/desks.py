"""One process of the desk: the real front, delivery, worker and polling, over simulated ports."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, cast

from bot import worker
from bot.channels.slack.turns import Turns
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.reception import Desk as Telegram
from bot.channels.telegram.reception import Reception
from bot.channels.telegram.updates import Heard
from bot.delivery import Delivery
from bot.draining import Drain
from bot.errands import Errands
from bot.front import Front
from bot.leasing import OnlyOne
from bot.mailing import NotMailed
from bot.pacing import Pace
from bot.sending import NotSent, Sender, Unknown, Unreachable, Wait
from bot.worker import Worker
from intake.desk.clock import sweep
from intake.desk.customer import Customer
from intake.desk.proving import CodeMail
from intake.dialogue.messages import ConversationId, Message, MessageId
from intake.dialogue.playbook import Playbook
from intake.inbox import Letter
from intake.ports import Errand, Outgoing, Store, StoreUnavailable
from tests.fakes.pictures import glimpsed
from tests.simulation.loop import Life
from tests.simulation.ports import Answer, Disk, Download, StorePort, ask
from tests.simulation.world import World

PACES: Final = {"telegram": Pace(1.0, 3, 24.0), "slack": Pace(1.0, 3, 16.0)}


@dataclass(frozen=True, slots=True)
class Post(Sender):
    """A channel's way to post, and what networks do to it."""

    world: World
    life: Life

    async def send(self, outgoing: Outgoing) -> None:
        """Raises Wait, Unreachable, Unknown, NotSent, and now and then what nobody expects."""
        weather = self.world.weather
        slow = weather.strikes("slow post")
        delay = self.world.chance.uniform(1, 20) if slow else weather.moment()
        await ask(self.world, lambda: self._arrives(outgoing), delay)

    def _arrives(self, outgoing: Outgoing) -> Answer:
        world, weather, audit = self.world, self.world.weather, self.world.audit
        if outgoing.conversation in world.blocked:
            audit.refused.add(outgoing.id)
            return self._failed(outgoing, Unreachable())
        if weather.strikes("not sent"):
            return self._failed(outgoing, NotSent())
        if weather.strikes("wait"):
            return self._failed(outgoing, Wait(world.chance.uniform(1, 40)))
        if weather.strikes("odd post"):
            audit.refused.add(outgoing.id)
            return self._failed(outgoing, RuntimeError("an answer that nobody expects"))
        if weather.strikes("not known"):
            audit.unknown.add(outgoing.id)
            if world.chance.random() < 0.5:
                self._show(outgoing, known=False)
            return self._failed(outgoing, Unknown())
        self._show(outgoing, known=True)
        return Answer()

    def _show(self, outgoing: Outgoing, *, known: bool) -> None:
        world, where = self.world, outgoing.conversation
        world.trace.note(
            "{} shows {} #{} {}", self.life.name, where, outgoing.id, outgoing.reply.kind
        )
        world.audit.shown(world, outgoing, self.life, known=known)
        world.screens[where](outgoing)

    def _failed(self, outgoing: Outgoing, error: Exception) -> Answer:
        name = type(error).__name__
        self.world.trace.note("{}: #{} ends in {}", self.life.name, outgoing.id, name)
        return Answer(error=error)


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail server, which may take a mail and not be heard to say so."""

    world: World

    async def send(self, mail: CodeMail, _: str) -> None:
        """Raises NotMailed."""
        await ask(self.world, lambda: self._arrives(mail), self.world.weather.moment())

    def _arrives(self, mail: CodeMail) -> Answer:
        world = self.world
        if world.weather.strikes("mail fails"):
            return Answer(error=NotMailed())
        world.mailboxes.setdefault(mail.email, []).append(mail.digits)
        world.audit.mailed(world.tables.codes[mail.id], mail.digits)
        world.trace.note("{} is mailed to {}", mail.digits, mail.email)
        return Answer(error=NotMailed() if world.weather.strikes("mail untold") else None)


class Counter(Reception):
    """Takes updates in as the real one does; only the reading of their JSON is left out."""

    def __init__(self, desk: Telegram, world: World) -> None:
        super().__init__(cast(Any, None), desk, cast(Any, None))
        self._world = world

    def _read(self, raw: dict[str, Any]) -> Heard:
        return Heard(self._world.messages[MessageId(f"telegram:{raw['update_id']}")])


@dataclass(slots=True)
class Process:
    """Made anew for each life; nothing but the world outlives it."""

    world: World
    life: Life
    customer: Customer
    delivery: Delivery
    front: Front
    worker: Worker
    drain: Drain
    errands: Errands
    reception: Counter
    turns: Turns = field(default_factory=Turns)
    tasks: list[asyncio.Task[Any]] = field(default_factory=list)

    @classmethod
    def of(cls, world: World, life: Life, playbook: Playbook) -> "Process":
        store = StorePort(world, life)
        customer = Customer(store, playbook, world.now, lambda: _bits(world))
        delivery = Delivery(store, world.now, asyncio.sleep, world.loop.time)
        for channel, pace in PACES.items():
            delivery.serve(channel, Post(world, life), pace)
        front = Front(customer, delivery)
        fetchers = dict.fromkeys(PACES, lambda remote, _: Download(world, remote))
        hear = front.hear
        works = Worker(store, customer, delivery, Disk(world), fetchers, hear, world.now)
        works.look = glimpsed
        drain = Drain(store, front, delivery.deliver, world.now)
        front.wake = drain.wake
        keep = partial(_keep, store)
        telegram = Telegram(front.hear, world.now, asyncio.sleep, keep, front.wait)
        reception = Counter(telegram, world)
        nothing = cast(Any, None)  # the engine of the errands is the world's own
        errands = Errands(
            cast(Any, store), nothing, nothing, delivery, front.hear, playbook.staff, world.now
        )
        errands.seal, errands.mailer = playbook.seal, cast(Any, Mail(world))
        return cls(world, life, customer, delivery, front, works, drain, errands, reception)

    def begin(self, line: Any) -> None:
        """Do what a worker does: sweep, fetch, look what is due, and ask Telegram where it is
        asked and nobody else does."""
        self.spawn(self.worker.run())
        self.spawn(self.worker.follow_faq())
        self.spawn(self.drain.run())
        self.spawn(self._look_what_is_due())
        if line is not None:
            store, clock = self.worker.store, self.world.now
            only = OnlyOne("telegram", store, clock, asyncio.sleep, self.world.loop.time)
            polling = Polling(line, self.reception, asyncio.sleep, only.holds)
            self.spawn(only.run(polling.run))

    async def _look_what_is_due(self) -> None:
        while True:
            with suppress(StoreUnavailable):
                await self.worker.store.record(partial(sweep, now=self.world.now()))
            await asyncio.sleep(worker.EVERY)

    async def carry_out(self, errand: Errand, done: "asyncio.Future[None]") -> None:
        """As the engine of the errands has it done: whoever fails is asked again."""
        with suppress(Exception):
            await self.errands.carry_out(errand)
            if not done.done():
                done.set_result(None)

    def spawn(self, doing: Coroutine[Any, Any, Any]) -> None:
        """Something that dies with this process."""
        task = self.world.loop.create_task(doing, context=self.life.context())
        self.tasks.append(task)

    async def receive(self, message: Message, heard: "asyncio.Future[bool]") -> None:
        """A posted message, as the webhook of its channel takes it; answers True for 200."""
        try:
            if message.id.startswith("telegram:"):
                await self.reception.take(update(message))
            else:
                async with self.turns.turn(message.speaker.id):
                    await self.front.hear(message)
            taken = True
        except StoreUnavailable:
            taken = False
        except Exception:  # noqa: BLE001 - Slack's listener answers 500
            taken = False
        if not heard.done():
            heard.set_result(taken)


class OddTurn(Exception):
    """A fault of the desk's own."""


def update(message: Message) -> dict[str, Any]:
    """The message as Telegram tells it, as far as anybody looks."""
    chat = {"id": int(message.conversation.rpartition(":")[2])}
    return {"update_id": int(message.id.rpartition(":")[2]), "message": {"chat": chat}}


async def _keep(store: Store, letter: Letter) -> None:
    await store.record(lambda work: work.put_letter(letter, ConversationId("")))


def _bits(world: World) -> int:
    """Mostly a number never seen before; where the seed wants it, soon one that is taken, or a
    turn that fails."""
    if world.weather.strikes("turn fails"):
        raise OddTurn
    return world.chance.getrandbits(3 if world.weather.strikes("tid again") else 40)
