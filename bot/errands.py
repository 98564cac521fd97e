"""Looks each second for what time has made due, and does the errands that this process is given."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final, assert_never

import structlog

from bot.delivery import Delivery
from bot.effects import Effects
from bot.mailing import Mailer
from bot.presence import Presence
from bot.storage.forgetting import forget, forget_lessons
from bot.storage.store import SqlStore
from bot.worker import Hear
from intake import misses
from intake.desk import clock as desk
from intake.desk import learning
from intake.desk.proving import code_to_mail
from intake.dialogue.messages import ConversationId, PersonId
from intake.ports import Clock, Errand, StoreUnavailable, Work
from intake.regulations.identity import CodeId, Seal

EVERY: Final = 1.0
BEGIN_AGAIN: Final = 5.0
ORPHANS_EVERY: Final = 30
"""Rounds between two looks for what a process left behind that died while it took over another."""
NIGHT: Final = 3
"""The hour, UTC, from which on what has served its time is removed."""
KEPT: Final = timedelta(days=7)
"""How long claims and sent replies are kept; platforms repeat for a day at most."""
ERRANDS_KEPT: Final = timedelta(days=2)
A_BATCH: Final = 500
"""Rows removed in one transaction: nobody's turn waits for more."""

log = structlog.get_logger()


@dataclass(slots=True)
class Errands:
    """What a worker does beside its channels."""

    store: SqlStore
    effects: Effects
    presence: Presence
    delivery: Delivery
    hear: Hear
    staff: frozenset[PersonId]
    clock: Clock
    soon: timedelta = desk.SOON
    """So long before an answer is due staff are told."""
    seal: Seal | None = None
    mailer: Mailer | None = None
    rounds: int = 0
    purged: date | None = None

    async def run(self) -> None:
        """Until cancelled."""
        await self.presence.settle()
        try:
            await self._begin()
            while True:
                await self._try_round()
                await asyncio.sleep(EVERY)
        finally:
            await self.effects.stop()
            await self.presence.leave()

    async def _begin(self) -> None:
        while True:
            try:
                await self.effects.start(self.presence.name, self.carry_out)
            except Exception:
                log.exception("errands.not_begun")
                await self.effects.stop()
                await asyncio.sleep(BEGIN_AGAIN)
            else:
                return

    async def _try_round(self) -> None:
        try:
            await self.round()
        except StoreUnavailable:
            log.warning("errands.store_unavailable")
        except Exception:
            log.exception("errands.round_failed")

    async def round(self) -> None:
        """Everything that is due now, once."""
        await self.presence.beat()
        dead = await self.presence.bury()
        if dead or self.rounds % ORPHANS_EVERY == 0:
            taken = await self.effects.take_over(self.presence.living)
            if dead or taken:
                log.info("errands.taken_over", dead=list(dead), errands=taken)
        self.rounds += 1
        now = self.clock()
        await self.store.record(lambda work: desk.sweep(work, now, self.soon))
        await self._purge_at_night(now)

    async def carry_out(self, errand: Errand) -> None:
        """Do one errand. Our own rows say what is done: a repetition changes nothing."""
        match errand.kind:
            case "tell":
                await self.delivery.sweep([errand.about[0]])
            case "remind":
                talk, version = errand.about
                await self.hear(desk.reminder(ConversationId(talk), version, self.clock()))
            case "warn":
                await self.store.record(partial(self._warn, errand=errand))
            case "answered":
                await self.store.record(partial(learning.tell, errand=errand, now=self.clock()))
            case "code":
                await self._mail_code(*errand.about)
            case "purge":
                await self._purge()
            case _:
                assert_never(errand.kind)

    async def _mail_code(self, number: str, language: str) -> None:
        """The code that somebody asked for, if their address is a customer's."""
        seal, mailer = self.seal, self.mailer
        if seal is None or mailer is None:
            return
        decide = partial(code_to_mail, id=CodeId(int(number)), seal=seal, now=self.clock())
        if mail := await self.store.record(decide):
            await mailer.send(mail, language)

    def _warn(self, work: Work, errand: Errand) -> None:
        desk.warn(work, desk.deadline(errand), self.staff, self.clock())

    async def _purge_at_night(self, now: datetime) -> None:
        if now.hour < NIGHT or self.purged == now.date():
            return
        errand = Errand("purge", (now.date().isoformat(),))
        await self.store.run(lambda connection: self.effects.enqueue(connection, errand))
        self.purged = now.date()

    async def _purge(self) -> None:
        now, removed = self.clock(), 0
        for sweep, kept in ((forget, KEPT), (forget_lessons, misses.KEPT)):
            a_batch = partial(sweep, before=now - kept, limit=A_BATCH)
            while count := await self.store.run(a_batch):
                removed += count
        errands = await self.effects.purge(self.clock() - ERRANDS_KEPT)
        log.info("errands.purged", rows=removed, errands=errands)
