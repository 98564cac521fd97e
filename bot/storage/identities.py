"""The statements of who people are."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import Final

from pydantic import TypeAdapter
from sqlalchemy import Executable, Table, bindparam, delete, func, or_, select, update

from bot.storage import identity_tables
from bot.storage.codec import written
from bot.storage.identity_tables import codes, coupons, customer_marks, customers, links, proofs
from bot.storage.transaction import Found, Transaction, insert
from intake.dialogue.messages import PersonId
from intake.ports.identities import Mark
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
from intake.tid import Tid

_BODY: Final = TypeAdapter(Customer)
_CUSTOMER: Final = select(customers.c.body).where(customers.c.id == bindparam("id"))
_WITH: Final = (
    select(customers.c.body)
    .join(customer_marks, customer_marks.c.customer == customers.c.id)
    .where(customer_marks.c.mark == bindparam("mark"), customer_marks.c.value == bindparam("value"))
    .order_by(customers.c.id)
)
_LISTED: Final = (
    select(customers.c.body)
    .where(customers.c.id > bindparam("after"))
    .order_by(customers.c.id)
    .limit(bindparam("limit"))
)
_UNMARK: Final = delete(customer_marks).where(customer_marks.c.customer == bindparam("of"))
_COUPON: Final = select(coupons).where(coupons.c.seal == bindparam("seal"))
_COUPONS: Final = (
    select(coupons).where(coupons.c.customer == bindparam("customer")).order_by(coupons.c.seal)
)
_SPENT: Final = (
    select(func.count())
    .select_from(coupons)
    .where(coupons.c.customer == bindparam("customer"), coupons.c.spent_at >= bindparam("since"))
)
_SPEND: Final = (
    update(coupons)
    .where(coupons.c.seal == bindparam("of"), coupons.c.spent_at.is_(None))
    .values(spent_at=bindparam("at"), tid=bindparam("on"))
    .returning(coupons.c.seal)
)
_PROOF: Final = select(proofs).where(proofs.c.person == bindparam("person"))
_unused: Final = codes.c.used_at.is_(None)
_CODE: Final = select(codes).where(codes.c.id == bindparam("id"), _unused)
_CODE_OF: Final = (
    select(codes)
    .where(codes.c.person == bindparam("person"), codes.c.mailed_at.is_not(None))
    .order_by(codes.c.mailed_at.desc(), codes.c.id.desc())
    .limit(1)
)
_MAILED: Final = (
    select(func.count())
    .select_from(codes)
    .where(
        or_(codes.c.email == bindparam("email"), codes.c.person == bindparam("person")),
        codes.c.mailed_at >= bindparam("since"),
    )
)
_MAIL: Final = (
    update(codes)
    .where(codes.c.id == bindparam("of"), _unused)
    .values(seal=bindparam("now"), mailed_at=bindparam("at"), tries=0)
)
_TRY: Final = (
    update(codes)
    .where(codes.c.id == bindparam("of"), codes.c.tries == bindparam("was"), _unused)
    .values(tries=bindparam("then"), used_at=bindparam("used"))
    .returning(codes.c.id)
)
_LINK: Final = select(links).where(links.c.seal == bindparam("seal"))
_USE: Final = (
    update(links)
    .where(links.c.seal == bindparam("of"), links.c.used_at.is_(None))
    .values(used_at=bindparam("at"), used_by=bindparam("by"))
    .returning(links.c.seal)
)


@cache
def _put(dialect: str) -> Executable:
    new = insert(dialect, customers)
    as_now = {"body": new.excluded.body, "changed_at": new.excluded.changed_at}
    return new.on_conflict_do_update(index_elements=["id"], set_=as_now)


@cache
def _new(dialect: str, table: Table) -> Executable:
    """One that is there already stays as it is."""
    return insert(dialect, table).on_conflict_do_nothing()


@cache
def _prove(dialect: str) -> Executable:
    new = insert(dialect, proofs)
    as_now = {name: new.excluded[name] for name in ("via", "email", "customer", "at")}
    return new.on_conflict_do_update(index_elements=["person"], set_=as_now)


@cache
def _ask(dialect: str) -> Executable:
    return insert(dialect, codes).returning(codes.c.id)


@cache
def _add_link(dialect: str) -> Executable:
    return insert(dialect, links)


class IdentityRows(Transaction):
    """`IdentityReading`, but for the tickets."""

    def customer(self, id: CustomerId) -> Customer | None:
        row = self._first(_CUSTOMER, {"id": id})
        return _BODY.validate_json(row.body) if row else None

    def customers_with(self, mark: Mark, value: str) -> Sequence[Customer]:
        rows = self._all(_WITH, {"mark": mark, "value": value})
        return [_BODY.validate_json(row.body) for row in rows]

    def customers(self, after: CustomerId, limit: int) -> Sequence[Customer]:
        rows = self._all(_LISTED, {"after": after, "limit": limit})
        return [_BODY.validate_json(row.body) for row in rows]

    def coupon(self, seal: Sealed) -> Coupon | None:
        row = self._first(_COUPON, {"seal": seal})
        return _coupon(row) if row else None

    def coupons_of(self, customer: CustomerId) -> Sequence[Coupon]:
        return [_coupon(row) for row in self._all(_COUPONS, {"customer": customer})]

    def proof(self, person: PersonId) -> Proof | None:
        row = self._first(_PROOF, {"person": person})
        return Proof(row.via, row.at, row.email, row.customer) if row else None

    def code(self, id: CodeId) -> Code | None:
        row = self._first(_CODE, {"id": id})
        return _code(row) if row else None

    def code_of(self, person: PersonId) -> Code | None:
        row = self._first(_CODE_OF, {"person": person})
        return _code(row) if row and row.used_at is None else None

    def codes_mailed(self, since: datetime, *, email: str = "", person: str = "") -> int:
        row = self._first(_MAILED, {"since": since, "email": email, "person": person})
        return int(row[0]) if row else 0

    def link(self, seal: Sealed) -> Link | None:
        row = self._first(_LINK, {"seal": seal})
        return Link(row.seal, row.customer, row.until, row.person, row.used_at) if row else None


class IdentityChanges(IdentityRows):
    """`IdentityKeeping`."""

    def put_customers(
        self, customers: Sequence[Customer], coupons: Sequence[Coupon], at: datetime
    ) -> None:
        for each in customers:
            self._run(
                _put(self._dialect),
                {"id": each.id, "body": written(_BODY, each), "changed_at": at},
            )
            self._run(_UNMARK, {"of": each.id})
            marks = [
                {"mark": mark, "value": value, "customer": each.id}
                for mark, value in dict.fromkeys(marks_of(each))
            ]
            if marks:
                self._run(_new(self._dialect, customer_marks), marks)
        new = [{"seal": each.seal, "customer": each.customer} for each in coupons]
        if new:
            self._run(_new(self._dialect, identity_tables.coupons), new)

    def spend_coupon(
        self, coupon: Coupon, most: int, since: datetime, tid: Tid, at: datetime
    ) -> bool:
        # Two that counted at once would each see room for the last one.
        self._alone("coupons")
        spent = self._first(_SPENT, {"customer": coupon.customer, "since": since})
        if spent is None or spent[0] >= most:
            return False
        return self._hit(_SPEND, {"of": coupon.seal, "at": at, "on": tid})

    def prove(self, person: PersonId, proof: Proof) -> None:
        row = {"via": proof.via, "email": proof.email, "customer": proof.customer, "at": proof.at}
        self._run(_prove(self._dialect), {"person": person, **row})

    def ask_code(self, person: PersonId, email: str, at: datetime) -> CodeId:
        asked = {"person": person, "email": email, "asked_at": at}
        ((number,),) = self._all(_ask(self._dialect), asked)
        return CodeId(number)

    def mail_code(self, id: CodeId, seal: Sealed, at: datetime) -> None:
        self._run(_MAIL, {"of": id, "now": seal, "at": at})

    def try_code(self, code: Code, at: datetime, *, right: bool) -> bool:
        then, used = (code.tries, at) if right else (code.tries + 1, None)
        return self._hit(_TRY, {"of": code.id, "was": code.tries, "then": then, "used": used})

    def put_link(self, link: Link) -> None:
        row = {"seal": link.seal, "customer": link.customer, "person": link.person}
        self._run(_add_link(self._dialect), {**row, "until": link.until})

    def use_link(self, link: Link, person: PersonId, at: datetime) -> bool:
        return self._hit(_USE, {"of": link.seal, "at": at, "by": person})


def marks_of(customer: Customer) -> Iterator[tuple[Mark, str]]:
    """By what the customer is found."""
    yield from (("email", each) for each in customer.people)
    for licence in customer.licences:
        if licence.key:
            yield "key", licence.key
        yield from (("url", each) for each in licence.urls)


def _coupon(row: Found) -> Coupon:
    return Coupon(row.seal, row.customer, row.spent_at)


def _code(row: Found) -> Code:
    return Code(
        CodeId(row.id),
        row.person,
        row.email,
        row.asked_at,
        row.seal,
        row.mailed_at,
        row.tries,
    )
