"""What is the same in every seed, and therefore laid out once for all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from typing import Any, Final

from faq_index import Entry, EntryId, FaqIndex, Match
from intake.access_data import hide
from intake.regulations.identity import Coupon, Customer, CustomerId, Licence
from intake.regulations.policy import Policy, shipped
from intake.regulations.scope import Picked, Topic, guess
from tests.fakes.store import MemoryWork
from tests.fakes.tables import Tables
from tests.simulation.world import COUPONS, START, STRANGER
from tests.unit.intake.talk import SEAL


class Library:
    """Every seed has the same FAQ: it is laid out once, and each question looked up in it once."""

    @staticmethod
    def build(entries: Iterable[Entry]) -> FaqIndex:
        return _index(tuple(entries))


@dataclass(frozen=True, slots=True)
class _Index(FaqIndex):
    found: dict[tuple[Any, ...], tuple[Match, ...]] = field(default_factory=dict)

    def changed(self, entries: Iterable[Entry]) -> FaqIndex:
        return _index((*self, *entries))

    def search(self, text: str, **how: Any) -> tuple[Match, ...]:
        asked = (text, *sorted(how.items()))
        if asked not in self.found:
            self.found[asked] = FaqIndex.search(self, text, **how)
        return self.found[asked]


@cache
def _index(entries: tuple[Entry, ...]) -> FaqIndex:
    index = FaqIndex.build(entries)
    return _Index(index.shelves)


hidden: Final = lru_cache(maxsize=4096)(hide)


@cache
def policy(*, pausing: bool) -> Policy:
    """As it ships, or with clocks that pause while the desk waits for a client (R20)."""
    as_it_ships = shipped("inc")
    if not pausing:
        return as_it_ships
    levels = [each.model_copy(update={"while_waiting": "pause"}) for each in as_it_ships.levels]
    return as_it_ships.model_copy(update={"levels": tuple(levels)})


def guessed(text: str, _: Sequence[Topic]) -> Picked | None:
    return _guessed_in_our_policy(text)


@lru_cache(maxsize=4096)
def _guessed_in_our_policy(text: str) -> Picked | None:
    return guess(text, policy(pausing=False).topics)


def furnish(tables: Tables) -> None:
    """The FAQ, and a customer two of whose people write to the desk."""
    work = MemoryWork(tables)
    work.put_entries(_FAQ, START, "cli")
    work.put_customers([_CUSTOMER], _COUPONS, START)


_FAQ: Final = (
    Entry(
        id=EntryId("white"),
        question="The site shows a white page after an update",
        answer="Turn on error output and clear the cache.",
        url="https://docs.example.org/white-page",
    ),
    Entry(
        id=EntryId("mail"),
        question="E-mail notifications are not sent",
        answer="Check the mail settings.",
        url="https://docs.example.org/mail",
    ),
)
_CUSTOMER: Final = Customer(
    CustomerId("larkspur"),
    "Larkspur Mills",
    category="commercial",
    people=("zebra0q@example.org", "zebra1q@example.org", STRANGER),
    licences=(Licence(edition="ultimate", since=date(2026, 1, 2)),),
)
_COUPONS: Final = tuple(Coupon(SEAL.of("coupon", each), _CUSTOMER.id) for each in COUPONS)
