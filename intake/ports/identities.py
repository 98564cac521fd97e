"""What is remembered of who people are: customers, proofs, codes, links, coupons."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, Protocol

from intake.dialogue.messages import PersonId
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
from intake.tickets import Ticket
from intake.tid import Tid

Mark = Literal["email", "key", "url"]
"""By what a customer is found: an address, a sealed licence key, a place (`identity.place`)."""


class IdentityReading(Protocol):
    """What is asked; a part of `Reading`."""

    def customer(self, id: CustomerId) -> Customer | None: ...

    def customers_with(self, mark: Mark, value: str) -> Sequence[Customer]:
        """By id, those who have this address, key or place."""
        ...

    def customers(self, after: CustomerId, limit: int) -> Sequence[Customer]:
        """By id, from `after` on."""
        ...

    def coupon(self, seal: Sealed) -> Coupon | None: ...

    def coupons_of(self, customer: CustomerId) -> Sequence[Coupon]:
        """Spent ones too, by their seals."""
        ...

    def proof(self, person: PersonId) -> Proof | None:
        """What proves who this account is, or that it is not to be proven (`forgotten`)."""
        ...

    def code(self, id: CodeId) -> Code | None:
        """One that was asked for and not used."""
        ...

    def code_of(self, person: PersonId) -> Code | None:
        """The newest code that was mailed for this account, unless it was used."""
        ...

    def codes_mailed(self, since: datetime, *, email: str = "", person: str = "") -> int:
        """How many were mailed since then, to this address or for this account."""
        ...

    def link(self, seal: Sealed) -> Link | None: ...

    def unproven_tickets(self, person: PersonId, limit: int) -> Sequence[Ticket]:
        """The newest of the account's own tickets that are not closed and were filed without
        proof, whole."""
        ...


class IdentityKeeping(IdentityReading, Protocol):
    """What is done; a part of `Work`."""

    def put_customers(
        self, customers: Sequence[Customer], coupons: Sequence[Coupon], at: datetime
    ) -> None:
        """Add or replace customers by id, and add coupons; one that is known stays as it is."""
        ...

    def spend_coupon(
        self, coupon: Coupon, most: int, since: datetime, tid: Tid, at: datetime
    ) -> bool:
        """Spend it on a ticket; False where it was spent, or its customer has spent `most` since
        then. Of two who race for the last one, one is told True."""
        ...

    def prove(self, person: PersonId, proof: Proof) -> None:
        """Keep it in the place of an earlier one."""
        ...

    def ask_code(self, person: PersonId, email: str, at: datetime) -> CodeId:
        """Remember that a code was asked for."""
        ...

    def mail_code(self, id: CodeId, seal: Sealed, at: datetime) -> None:
        """This code is being mailed; an earlier one of the same request counts no more."""
        ...

    def try_code(self, code: Code, at: datetime, *, right: bool) -> bool:
        """Count a wrong try, or use the code; False where it was tried or used meanwhile."""
        ...

    def put_link(self, link: Link) -> None:
        """Keep a new link."""
        ...

    def use_link(self, link: Link, person: PersonId, at: datetime) -> bool:
        """False where somebody has used it."""
        ...
