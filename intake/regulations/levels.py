"""Which level a request gets, and why: identity decides it (R12), a coupon lifts it (R16)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from intake.regulations.identity import (
    NOBODY,
    Coupon,
    Customer,
    CustomerId,
    Licence,
    Standing,
    is_at,
)
from intake.regulations.policy import Level, LevelId, Policy
from intake.regulations.scope import BEYOND


class Ground(StrEnum):
    """What a level rests on."""

    COUPON = "coupon"
    """A VIP coupon is spent on it."""
    COUPON_KEPT = "coupon-kept"
    """There was a coupon, which lifts nothing here, and so was not spent."""
    BEYOND_SCOPE = "beyond-scope"
    CATEGORY = "category"
    """Proven to be one of a customer's people; `about` is the customer's category."""
    EDITION = "edition"
    """The edition gives it; `about` names it."""
    INCOMPLETE = "incomplete"
    """The company has not registered its data and its people yet; `about` says how many."""
    EXPIRED = "expired"
    """Support has run out; `about` is its last day, as YYYY-MM-DD."""
    UNREGISTERED = "unregistered"
    """Proven to be somebody whom no customer names."""
    UNPROVEN = "unproven"
    """Nothing is proven."""


@dataclass(frozen=True, slots=True)
class Why:
    ground: Ground
    about: str = ""


@dataclass(frozen=True, slots=True)
class Assigned:
    """The level, what it rests on, and whose it is, where that is proven."""

    level: LevelId
    reasons: tuple[Why, ...]
    customer: CustomerId = NOBODY


def assign(
    standing: Standing, coupon: Coupon | None, beyond_scope: bool, policy: Policy, now: datetime
) -> Assigned:
    """The level of a request that is filed now.

    What lies outside the scope has a level of its own (R3), on which no coupon is wasted. A coupon
    opens one VIP request (R16), whoever holds it. Everything else is identity's: of several
    customers a person belongs to, the one that gives most.
    """
    rules = policy.eligibility
    usable = coupon if rules.coupon else None
    if beyond_scope:
        kept = (Why(Ground.COUPON_KEPT),) if usable else ()
        return Assigned(LevelId(BEYOND), (Why(Ground.BEYOND_SCOPE), *kept))
    if usable:
        return Assigned(LevelId(rules.coupon), (Why(Ground.COUPON),), usable.customer)
    today = now.astimezone(policy.hours.tz).date()
    if standing.customers:
        found = [_of(each, standing.url, policy, today) for each in standing.customers]
        return min(found, key=lambda each: _rank(each.level, policy))
    return Assigned(policy.unproven_level, (_unknown(standing, policy),))


def outranks(level: LevelId, other: LevelId, policy: Policy) -> bool:
    """Whether it gives more than the other."""
    return _rank(level, policy) < _rank(other, policy)


def support_ends(level: Level, since: date) -> date | None:
    """The last day of support that began then; None where it never ends (R24)."""
    return level.support.ends(since) if level.support else None


def coupons_a_year(customer: Customer, policy: Policy, today: date) -> int:
    """How many VIP requests the customer's editions give a calendar year (R16), while their
    support lasts."""
    rules = policy.eligibility
    alive = [
        each for each in customer.licences if not _is_over(_end(customer, each, policy), today)
    ]
    owned = (rules.edition(each.edition) for each in alive)
    return max((each.coupons for each in owned if each), default=0)


def _unknown(standing: Standing, policy: Policy) -> Why:
    """Owners of a demo or a free account are non-commercial by themselves (R12): that needs no
    proof."""
    owned = policy.eligibility.edition(standing.edition)
    if owned and owned.level == policy.unproven_level:
        return Why(Ground.EDITION, owned.id)
    return Why(Ground.UNREGISTERED if standing.proof else Ground.UNPROVEN)


def _of(customer: Customer, url: str, policy: Policy, today: date) -> Assigned:
    rules = policy.eligibility
    people = rules.people or 0
    if customer.category in rules.complete and not (
        customer.registered and len(customer.people) >= people
    ):
        why = Why(Ground.INCOMPLETE, str(people))
        return Assigned(policy.unproven_level, (why,), customer.id)
    licences = _asked_about(customer, url)
    ends = [_end(customer, each, policy) for each in licences]
    alive = [each for each, end in zip(licences, ends, strict=True) if not _is_over(end, today)]
    if licences and not alive:
        last = max(end for end in ends if end)
        expired = LevelId(rules.expired or policy.unproven_level)
        return Assigned(expired, (Why(Ground.EXPIRED, last.isoformat()),), customer.id)
    given = [_given(customer, each, policy) for each in alive or [Licence()]]
    level, why = min(given, key=lambda each: _rank(each[0], policy))
    return Assigned(level, (why,), customer.id)


def _asked_about(customer: Customer, url: str) -> Sequence[Licence]:
    """Accounts are told apart by their URL (R12); where it tells nothing, all of them count."""
    return [each for each in customer.licences if is_at(url, each.urls)] or customer.licences


def _given(customer: Customer, licence: Licence, policy: Policy) -> tuple[LevelId, Why]:
    rules = policy.eligibility
    owned = rules.edition(licence.edition) if customer.category in rules.by_edition else None
    if owned:
        return LevelId(owned.level), Why(Ground.EDITION, owned.id)
    level = rules.categories.get(customer.category, policy.unproven_level)
    return LevelId(level), Why(Ground.CATEGORY, customer.category)


def _end(customer: Customer, licence: Licence, policy: Policy) -> date | None:
    if licence.valid_until or licence.since is None:
        return licence.valid_until
    level, _ = _given(customer, licence, policy)
    return support_ends(policy.level(level), licence.since)


def _is_over(end: date | None, today: date) -> bool:
    return end is not None and end < today


def _rank(level: LevelId, policy: Policy) -> tuple[int, int]:
    """Lower is more: the fewer hours, and of equal ones the level that is named first."""
    ids: Iterable[LevelId] = (each.id for each in policy.levels)
    return policy.level(level).hours, [*ids].index(policy.level(level).id)
