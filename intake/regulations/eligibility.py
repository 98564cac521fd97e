"""Who has a right to which level, as a policy's data (R12, R16, R24)."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from intake.regulations.section import Section


class EditionRule(Section):
    """What owning an edition gives; `coupons` are VIP requests a calendar year (R16)."""

    id: str
    level: str
    coupons: Annotated[int, Field(ge=0)] = 0


class Eligibility(Section):
    """The section `[eligibility]`. Without it nobody has a right to more than the unproven
    level."""

    people: Annotated[int, Field(gt=0)] | None = None
    """At most so many e-mail addresses of one customer may use support (R12)."""
    complete: tuple[str, ...] = ()
    """Categories that count only once the company's data and all its `people` are registered."""
    categories: dict[str, str] = {}
    """The level of each category of customers."""
    by_edition: tuple[str, ...] = ()
    """Categories whose level is that of the edition they own, where `editions` names it."""
    editions: tuple[EditionRule, ...] = ()
    coupon: str = ""
    """The level of a request that a VIP coupon is spent on; without one there are no coupons."""
    expired: str = ""
    """What a customer falls to whose support has run out (R24); empty: the unproven level."""
    register_url: str = ""
    renew_url: str = ""

    def edition(self, id: str) -> EditionRule | None:
        return next((each for each in self.editions if each.id == id), None)

    def levels(self) -> Iterator[str]:
        """Every level that is named here."""
        yield from self.categories.values()
        yield from (each.level for each in self.editions)
        yield from filter(None, (self.coupon, self.expired))

    def mistakes(self) -> Iterator[str]:
        """What does not fit together, a sentence each."""
        for name in (*self.complete, *self.by_edition):
            if name not in self.categories:
                yield f"{name!r} is none of the categories"
        if self.complete and self.people is None:
            yield "'complete' needs 'people', which says how many make it so"
