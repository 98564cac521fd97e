"""Reads customers from the rows of a file, or tells what is wrong in which line (R12)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from faq_index.seeding.cells import Refused, day, is_yes, text
from faq_index.seeding.rows import Cell, Row, RowError
from intake.dialogue.answers import Accepted, read
from intake.regulations.identity import (
    SHORTEST_COUPON,
    Coupon,
    Customer,
    CustomerId,
    Licence,
    Seal,
    Sealed,
    address,
    place,
)
from intake.regulations.policy import FieldId, FormField, Policy

COLUMNS: Final = (
    *("id", "name", "category", "people", "registered", "product", "edition", "key"),
    *("cloud_url", "self_hosted_url", "since", "valid_until", "coupons"),
)
"""What a row may say; several texts of one cell have `|` between them."""

_OF_LICENCE: Final[Mapping[str, str]] = {
    "product": "product",
    "edition": "edition",
    "key": "key",
    "cloud_url": "urls",
    "self_hosted_url": "urls",
    "since": "since",
    "valid_until": "valid_until",
}
_OF_CUSTOMER: Final = ("name", "category", "people", "registered")
_EMAIL: Final = FormField(id=FieldId("email"), kind="email")


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A customer as a file tells it, and what of it the file speaks of at all."""

    line: int
    customer: Customer
    given: frozenset[str]
    coupons: tuple[Coupon, ...] = ()

    def onto(self, present: Customer) -> Customer:
        """The present customer with what the file says; what it does not speak of stays."""
        told = {name: getattr(self.customer, name) for name in _OF_CUSTOMER if name in self.given}
        return replace(present, **told, licences=self._licences(present))

    def _licences(self, present: Customer) -> tuple[Licence, ...]:
        names = {_OF_LICENCE[name] for name in self.given if name in _OF_LICENCE}
        if not names:
            return present.licences
        known = list(present.licences)
        return tuple(_renewed(each, known, names) for each in self.customer.licences)


@dataclass(frozen=True, slots=True)
class Roll:
    """The customers of a file and its errors, by line: with any error, take none."""

    enrolments: tuple[Enrolment, ...]
    errors: tuple[RowError, ...]


@dataclass(slots=True)
class Reader:
    """Makes customers of rows; rows of one `id` are licences of one customer."""

    policy: Policy
    seal: Seal | None
    """None where no secret is set: then neither keys nor coupons can be taken."""
    _found: dict[CustomerId, Enrolment] = field(default_factory=dict)
    _coupons: dict[Sealed, int] = field(default_factory=dict)

    def read(self, rows: Iterable[Row | RowError]) -> Roll:
        errors: list[RowError] = []
        for row in rows:
            if isinstance(row, RowError):
                errors.append(row)
                continue
            try:
                self._add(self._enrolment(row))
            except Refused as refused:
                errors.append(RowError(row.line, str(refused)))
        return Roll(tuple(self._found.values()), tuple(errors))

    def _add(self, new: Enrolment) -> None:
        first = self._found.get(new.customer.id)
        if first is None:
            self._found[new.customer.id] = new
            return
        for name in _OF_CUSTOMER:
            its, was = getattr(new.customer, name), getattr(first.customer, name)
            if name in new.given and its not in {was, ""} and its != ():
                raise Refused(f"The column '{name}' says something else than line {first.line}.")
        both = (*first.customer.licences, *new.customer.licences)
        self._found[new.customer.id] = replace(
            first,
            customer=replace(first.customer, licences=both),
            given=first.given | new.given,
            coupons=(*first.coupons, *new.coupons),
        )

    def _enrolment(self, row: Row) -> Enrolment:
        id = CustomerId(text(row, "id"))
        if not id:
            raise Refused("The column 'id' is empty.")
        licence = self._licence(row)
        customer = Customer(
            id,
            text(row, "name"),
            self._category(row),
            self._people(row),
            is_yes(row, "registered"),
            (licence,) if licence != Licence() else (),
        )
        given = frozenset(name for name in row.cells if name in COLUMNS)
        return Enrolment(row.line, customer, given, self._coupons_of(row, id, licence))

    def _category(self, row: Row) -> str:
        category, known = (
            text(row, "category").lower(),
            self.policy.eligibility.categories,
        )
        if category and category not in known:
            raise Refused(f"The column 'category' must be one of: {', '.join(known)}.")
        return category

    def _people(self, row: Row) -> tuple[str, ...]:
        people = dict.fromkeys(map(_address, _several(row, "people")))
        most = self.policy.eligibility.people
        if most is not None and len(people) > most:
            raise Refused(f"The column 'people' names {len(people)}; the policy allows {most}.")
        return tuple(people)

    def _licence(self, row: Row) -> Licence:
        since, until = day(row, "since"), day(row, "valid_until")
        if since and until and until < since:
            raise Refused("The column 'valid_until' lies before 'since'.")
        key = text(row, "key")
        urls = (*_places(row, "cloud_url"), *_places(row, "self_hosted_url"))
        sealed = self._sealed("key").of("key", key) if key else None
        return Licence(text(row, "product"), self._edition(row), sealed, urls, since, until)

    def _edition(self, row: Row) -> str:
        edition, asked = text(row, "edition").lower(), self.policy.field("edition")
        known = [each.id for each in self.policy.eligibility.editions]
        known += [each.id for each in asked.options] if asked else []
        if edition and known and edition not in known:
            names = ", ".join(dict.fromkeys(known))
            raise Refused(f"The column 'edition' must be one of: {names}.")
        return edition

    def _coupons_of(self, row: Row, id: CustomerId, licence: Licence) -> tuple[Coupon, ...]:
        codes = _several(row, "coupons")
        owned = self.policy.eligibility.edition(licence.edition)
        if codes and not (owned and owned.coupons):
            raise Refused("The column 'coupons' needs an edition that the policy gives coupons.")
        if any(len(re.findall(r"[^\W_]", code)) < SHORTEST_COUPON for code in codes):
            raise Refused(
                f"The column 'coupons' holds one of less than {SHORTEST_COUPON} letters and digits."
            )
        sealed = [self._sealed("coupons").of("coupon", code) for code in codes]
        for each in sealed:
            first = self._coupons.setdefault(each, row.line)
            if first != row.line:
                raise Refused(f"The column 'coupons' holds one that is in line {first} already.")
        return tuple(Coupon(each, id) for each in dict.fromkeys(sealed))

    def _sealed(self, column: str) -> Seal:
        if self.seal is None:
            raise Refused(f"The column '{column}' can only be taken once IDENTITY_SECRET is set.")
        return self.seal


def _renewed(told: Licence, known: list[Licence], names: set[str]) -> Licence:
    """The licence of the same product and edition, with what is told of it."""
    for was in known:
        if (was.product, was.edition) == (told.product, told.edition):
            known.remove(was)
            return replace(was, **{name: getattr(told, name) for name in names})
    return told


def _several(row: Row, column: str) -> list[str]:
    cell: Cell = row.cells.get(column, "")
    texts: Iterator[str] = map(str.strip, cell if isinstance(cell, tuple) else cell.split("|"))
    return list(filter(None, texts))


def _address(written: str) -> str:
    verdict = read(_EMAIL, written)
    if not isinstance(verdict, Accepted):
        raise Refused("The column 'people' holds something that is no e-mail address.")
    return address(verdict.value)


def _places(row: Row, column: str) -> tuple[str, ...]:
    found = [place(each) for each in _several(row, column)]
    if not all(found):
        raise Refused(f"The column '{column}' holds something that is no URL.")
    return tuple(dict.fromkeys(found))
