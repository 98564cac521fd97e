"""Who people are, in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.storage.identities import marks_of
from intake.dialogue.messages import PersonId
from intake.ports.identities import IdentityKeeping, IdentityReading, Mark
from intake.regulations.identity import (
    Code,
    CodeId,
    Coupon,
    Customer,
    CustomerId,
    Link,
    Proof,
    Sealed,
)
from intake.tickets import Status, Ticket
from intake.tid import Tid
from tests.fakes.tables import Tables
from tests.fakes.words import check


class MemoryIdentities(IdentityReading):
    _tables: Tables

    def customer(self, id: CustomerId) -> Customer | None:
        return self._tables.customers.get(id)

    def customers_with(self, mark: Mark, value: str) -> Sequence[Customer]:
        return [each for each in self._customers() if (mark, value) in marks_of(each)]

    def customers(self, after: CustomerId, limit: int) -> Sequence[Customer]:
        return [each for each in self._customers() if each.id > after][:limit]

    def _customers(self) -> list[Customer]:
        return sorted(self._tables.customers.values(), key=lambda each: each.id)

    def coupon(self, seal: Sealed) -> Coupon | None:
        return self._tables.coupons.get(seal)

    def coupons_of(self, customer: CustomerId) -> Sequence[Coupon]:
        known = [each for each in self._tables.coupons.values() if each.customer == customer]
        return sorted(known, key=lambda each: each.seal)

    def proof(self, person: PersonId) -> Proof | None:
        return self._tables.proofs.get(person)

    def code(self, id: CodeId) -> Code | None:
        return None if id in self._tables.used_codes else self._tables.codes.get(id)

    def code_of(self, person: PersonId) -> Code | None:
        mailed = [
            (each.mailed_at, each.id)
            for each in self._tables.codes.values()
            if each.person == person and each.mailed_at
        ]
        return self.code(max(mailed)[1]) if mailed else None

    def codes_mailed(self, since: datetime, *, email: str = "", person: str = "") -> int:
        return sum(
            bool(each.mailed_at and each.mailed_at >= since)
            and (each.email == email or each.person == person)
            for each in self._tables.codes.values()
        )

    def link(self, seal: Sealed) -> Link | None:
        return self._tables.links.get(seal)

    def unproven_tickets(self, person: PersonId, limit: int) -> Sequence[Ticket]:
        own = [
            each
            for each in self._tables.tickets.values()
            if each.owner == person and not each.proof and each.status is not Status.CLOSED
        ]
        newest = sorted(own, key=lambda each: each.accepted_at, reverse=True)[:limit]
        return [replace(each, seen=(each.level, each.proof)) for each in newest]


class MemoryIdentityChanges(MemoryIdentities, IdentityKeeping):
    def put_customers(
        self,
        customers: Sequence[Customer],
        coupons: Sequence[Coupon],
        at: datetime,  # noqa: ARG002 - unread
    ) -> None:
        for customer in customers:
            check(customer.id, customer.name, *customer.people)
            self._tables.customers[customer.id] = customer
        for coupon in coupons:
            self._tables.coupons.setdefault(coupon.seal, coupon)

    def spend_coupon(
        self,
        coupon: Coupon,
        most: int,
        since: datetime,
        tid: Tid,  # noqa: ARG002 - unread
        at: datetime,
    ) -> bool:
        mine = self.coupons_of(coupon.customer)
        spent = sum(bool(each.spent_at and each.spent_at >= since) for each in mine)
        known = self._tables.coupons.get(coupon.seal)
        if known is None or known.spent_at or spent >= most:
            return False
        self._tables.coupons[coupon.seal] = replace(known, spent_at=at)
        return True

    def prove(self, person: PersonId, proof: Proof) -> None:
        check(person, proof.email)
        self._tables.proofs[person] = proof

    def ask_code(self, person: PersonId, email: str, at: datetime) -> CodeId:
        check(person, email)
        id = CodeId(len(self._tables.codes) + 1)
        self._tables.codes[id] = Code(id, person, email, at)
        return id

    def mail_code(self, id: CodeId, seal: Sealed, at: datetime) -> None:
        if known := self.code(id):
            self._tables.codes[id] = replace(known, seal=seal, mailed_at=at, tries=0)

    def try_code(self, code: Code, at: datetime, *, right: bool) -> bool:
        known = self.code(code.id)
        if known is None or known.tries != code.tries:
            return False
        if right:
            self._tables.used_codes[code.id] = at
        else:
            self._tables.codes[code.id] = replace(known, tries=known.tries + 1)
        return True

    def put_link(self, link: Link) -> None:
        self._tables.links[link.seal] = link

    def use_link(self, link: Link, person: PersonId, at: datetime) -> bool:
        check(person)
        known = self._tables.links.get(link.seal)
        if known is None or known.used_at:
            return False
        self._tables.links[link.seal] = replace(known, used_at=at)
        return True
