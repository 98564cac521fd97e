"""What staff do with customers: bring them in, look them up, send a link that proves who one is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from intake.desk.enrolling import Enrolment
from intake.errors import IntakeError
from intake.ports import Clock, Reading, Stale, Store, Work
from intake.regulations.identity import (
    NOBODY,
    Coupon,
    Customer,
    CustomerId,
    Link,
    Seal,
    address,
    place,
)
from intake.tid import Tid

TRIES: Final = 8
_PAGE: Final = 1_000


class NoSuchCustomer(IntakeError):
    """There is no such customer."""


class NoSuchOwner(IntakeError):
    """There is no ticket with this TID."""


class CouponTaken(IntakeError):
    """A coupon of the file belongs to another customer already."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What bringing customers in does: new, different (as it is, as it becomes), the same."""

    new: tuple[Customer, ...]
    changed: tuple[tuple[Customer, Customer], ...]
    same: int
    coupons: tuple[Coupon, ...]
    """Those that are new."""


@dataclass(frozen=True, slots=True)
class Account:
    """A customer, and their coupons."""

    customer: Customer
    coupons: Sequence[Coupon]


@dataclass(frozen=True, slots=True)
class Registrar:
    """The desk's customers. Whoever uses it has been let in by its caller."""

    store: Store
    clock: Clock

    async def compare(self, enrolments: Sequence[Enrolment]) -> Changes:
        """What bringing them in would change. Raises CouponTaken."""
        return await self.store.read(lambda reading: _compared(reading, enrolments))

    async def bring_in(self, enrolments: Sequence[Enrolment]) -> Changes:
        """Add and change what they say, all of it or nothing. Raises CouponTaken."""
        for _ in range(TRIES):
            changes = await self.compare(enrolments)
            try:
                await self.store.record(lambda work, new=changes: self._put(work, new))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults
            except Stale:
                continue
            return changes
        raise Stale

    async def customers(self) -> Sequence[Customer]:
        """All of them, by id."""
        return await self.store.read(lambda reading: [*_all(reading)])

    async def account(self, who: str, seal: Seal | None) -> Account:
        """By id, e-mail address, URL or licence key; the first of several. Raises
        NoSuchCustomer."""
        return await self.store.read(lambda reading: _account(reading, who, seal))

    async def link(
        self, customer: CustomerId, token: str, seal: Seal, lasts: timedelta, of: Tid | None = None
    ) -> Link:
        """Keep a link: whoever uses the token first is proven to be this customer's; with a TID,
        only the owner of that ticket. Raises NoSuchCustomer and NoSuchOwner."""
        until = self.clock() + lasts

        def unit(work: Work) -> Link:
            if work.customer(customer) is None:
                raise NoSuchCustomer
            person = _owner(work, of) if of else ""
            link = Link(seal.of("link", token), customer, until, person)
            work.put_link(link)
            return link

        return await self.store.record(unit)

    def _put(self, work: Work, changes: Changes) -> None:
        # Whoever brings the same in at the same moment is waited for, and compared with.
        for was, becomes in _puts(changes):
            if work.customer(becomes.id) != was:
                raise Stale
        becoming = [becomes for _, becomes in _puts(changes)]
        work.put_customers(becoming, changes.coupons, self.clock())


def _puts(changes: Changes) -> Iterator[tuple[Customer | None, Customer]]:
    yield from ((None, each) for each in changes.new)
    yield from changes.changed


def _compared(reading: Reading, enrolments: Iterable[Enrolment]) -> Changes:
    new: list[Customer] = []
    changed: list[tuple[Customer, Customer]] = []
    coupons: list[Coupon] = []
    same = 0
    for each in enrolments:
        coupons += _new_coupons(reading, each)
        was = reading.customer(each.customer.id)
        if was is None:
            new.append(each.customer)
        elif (becomes := each.onto(was)) != was:
            changed.append((was, becomes))
        else:
            same += 1
    return Changes(tuple(new), tuple(changed), same, tuple(coupons))


def _new_coupons(reading: Reading, enrolment: Enrolment) -> Iterator[Coupon]:
    for each in enrolment.coupons:
        known = reading.coupon(each.seal)
        if known is None:
            yield each
        elif known.customer != each.customer:
            raise CouponTaken


def _all(reading: Reading) -> Iterator[Customer]:
    after = NOBODY
    while page := reading.customers(after, _PAGE):
        yield from page
        after = page[-1].id


def _account(reading: Reading, who: str, seal: Seal | None) -> Account:
    for look in _looks(reading, who, seal):
        for customer in look():
            return Account(customer, reading.coupons_of(customer.id))
    raise NoSuchCustomer


def _looks(
    reading: Reading, who: str, seal: Seal | None
) -> Iterator[Callable[[], Sequence[Customer]]]:
    yield lambda: [each] if (each := reading.customer(CustomerId(who))) else []
    yield lambda: reading.customers_with("email", address(who))
    yield lambda: reading.customers_with("url", place(who))
    if seal:
        yield lambda: reading.customers_with("key", seal.of("key", who))


def _owner(work: Work, tid: Tid) -> str:
    ticket = work.ticket(tid)
    if ticket is None:
        raise NoSuchOwner
    return ticket.owner
