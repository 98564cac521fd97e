"""Mistakes in what becomes of a ticket: its words, its clock, and what somebody's word is worth."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

import pytest

from intake import owed
from intake.desk import knowing
from intake.dialogue import corresponding, identifying, staffing
from intake.ports import Outgoing
from intake.regulations.identity import Coupon
from intake.tickets import Ticket, answered, followed_up
from tests.fakes.store import MemoryWork
from tests.simulation.mutants import Mutant


def _noted_twice(patch: pytest.MonkeyPatch) -> None:
    def insists(ticket: Ticket, post: Any, due_at: Any) -> Ticket:
        return followed_up(followed_up(ticket, post, due_at), post, due_at)

    patch.setattr(corresponding, "followed_up", insists)


def _running_on(patch: pytest.MonkeyPatch) -> None:
    def answers(ticket: Ticket, post: Any) -> Ticket:
        return replace(answered(ticket, post), due_at=ticket.due_at)

    patch.setattr(staffing, "answered", answers)


def _nothing_lost_by_asking(patch: pytest.MonkeyPatch) -> None:
    left = owed.left

    def lefts(*args: Any) -> timedelta | None:
        known = left(*args)
        return None if known is None else known + timedelta(hours=1)

    patch.setattr(owed, "left", lefts)


def _left_forgotten(patch: pytest.MonkeyPatch) -> None:
    by = owed.by

    def forgets(ticket: Ticket, *args: Any) -> Any:
        return by(replace(ticket, left=None), *args)

    patch.setattr(owed, "by", forgets)


def _endless_coupons(patch: pytest.MonkeyPatch) -> None:
    usable, spend = knowing.usable_coupon, MemoryWork.spend_coupon

    @dataclass
    class Unspent:
        reading: Any

        def coupon(self, seal: Any) -> Coupon | None:
            known: Coupon | None = self.reading.coupon(seal)
            return known and replace(known, spent_at=None)

        def __getattr__(self, name: str) -> Any:
            return getattr(self.reading, name)

    def spends(work: MemoryWork, coupon: Coupon, *args: Any) -> bool:
        work._tables.coupons[coupon.seal] = coupon  # noqa: SLF001 - as if nobody had
        return spend(work, coupon, *args)

    patch.setattr(knowing, "usable_coupon", lambda reading, *args: usable(Unspent(reading), *args))
    patch.setattr(MemoryWork, "spend_coupon", spends)


def _coupon_kept(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(MemoryWork, "spend_coupon", lambda *_: True)


def _any_code(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(identifying, "_fits", lambda *_: True)


def _told_by_anybody(patch: pytest.MonkeyPatch) -> None:
    say = MemoryWork.say

    def says(work: MemoryWork, where: Any, replies: Any, *args: Any) -> tuple[Outgoing, ...]:
        if any(each.kind == "complaint" for each in replies):
            args = (*args[:-1], timedelta())
        return say(work, where, replies, *args)

    patch.setattr(MemoryWork, "say", says)


IN_TICKETS: Final[Mapping[str, Mutant]] = {
    "words are put on a ticket twice": Mutant("I3", _noted_twice),
    "the clock runs on though the client is answered": Mutant("I8", _running_on),
    "a pause gives an hour": Mutant("I8", _nothing_lost_by_asking),
    "what was left at a pause is forgotten": Mutant("I8", _left_forgotten),
    "a coupon can be spent again": Mutant("I11", _endless_coupons),
    "a coupon is not spent": Mutant("I11", _coupon_kept),
    "any code proves": Mutant("I11", _any_code),
    "what the supervisor is told is anybody's to send": Mutant("I7", _told_by_anybody),
}
