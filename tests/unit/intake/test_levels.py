"""Which level a request gets, and why: by both shipped policies and by a vendor's own."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

import pytest

from intake.regulations.identity import (
    Coupon,
    Customer,
    CustomerId,
    Licence,
    Proof,
    Sealed,
    Standing,
)
from intake.regulations.levels import (
    Assigned,
    Ground,
    Why,
    assign,
    coupons_a_year,
    support_ends,
)
from intake.regulations.policy import Policy, PolicyInvalid, read, shipped

NOW: Final = datetime(2026, 3, 2, 9, tzinfo=UTC)
TODAY: Final = NOW.date()
INC, ES = shipped("inc"), shipped("es")
PROOF: Final = Proof("code", NOW, "ana@example.org")
COUPON: Final = Coupon(Sealed("5ea1"), CustomerId("acme"))


def acme(category: str, *licences: Licence, people: int = 2, registered: bool = True) -> Customer:
    addresses = tuple(f"p{number}@example.org" for number in range(people))
    return Customer(CustomerId("acme"), "Acme", category, addresses, registered, licences)


def proven(*customers: Customer, url: str = "") -> Standing:
    return Standing(PROOF, customers, url)


def given(standing: Standing, policy: Policy = INC) -> tuple[str, str, str]:
    """The level, what it rests on, and what that is about."""
    found = assign(standing, None, False, policy, NOW)
    (why,) = found.reasons
    return found.level, why.ground, why.about


@pytest.mark.parametrize(
    "category", ["partner", "partner-bronze", "partner-silver", "partner-gold"]
)
def test_r1_partners_of_the_global_desk_have_one_level(category: str) -> None:
    assert given(proven(acme(category))) == ("partner", "category", category)


@pytest.mark.parametrize("tier", ["partner-bronze", "partner-silver", "partner-gold"])
def test_r12_partners_of_three_tiers_have_their_own_levels_in_es(tier: str) -> None:
    assert given(proven(acme(tier)), ES) == (tier, "category", tier)


@pytest.mark.parametrize(
    ("edition", "level", "ground"),
    [
        ("premium", "vip", "edition"),
        ("ultimate", "vip", "edition"),
        ("business", "commercial", "category"),
        ("demo", "non-commercial", "edition"),
        ("", "commercial", "category"),
    ],
)
def test_r12_the_edition_of_a_commercial_client_tells_their_level(
    edition: str, level: str, ground: str
) -> None:
    owner = acme("commercial", Licence(edition=edition))
    assert given(proven(owner))[:2] == (level, ground)


def test_r12_a_typed_address_gives_nothing_whatever_else_is_said() -> None:
    said = Standing(url="https://acme.example.org", edition="premium")
    assert given(said) == ("non-commercial", "unproven", "")


def test_r12_somebody_proven_whom_no_customer_names_is_unregistered() -> None:
    assert given(proven()) == ("non-commercial", "unregistered", "")


@pytest.mark.parametrize(("policy", "edition"), [(INC, "demo"), (ES, "demo"), (ES, "free")])
def test_r12_owners_of_a_demo_or_a_free_account_need_no_proof(policy: Policy, edition: str) -> None:
    said = Standing(edition=edition)
    assert given(said, policy) == ("non-commercial", "edition", edition)


def test_r12_a_company_is_commercial_in_es_once_it_has_registered_two_people() -> None:
    site = Licence(edition="site")
    assert given(proven(acme("commercial", site)), ES)[0] == "commercial"
    for lacking in (
        acme("commercial", site, people=1),
        acme("commercial", site, registered=False),
    ):
        assert given(proven(lacking), ES) == ("non-commercial", "incomplete", "2")
    assert given(proven(acme("commercial", site, people=1)))[0] == "commercial"


def test_r12_accounts_are_told_apart_by_their_url() -> None:
    shop = Licence(edition="premium", urls=("shop.example.org",))
    blog = Licence(edition="business", urls=("example.org/blog", "blog.example.org"))
    owner = acme("commercial", blog, shop)
    assert given(proven(owner, url="https://www.shop.example.org/cart?id=7"))[0] == "vip"
    assert given(proven(owner, url="http://example.org/blog/"))[0] == "commercial"
    assert given(proven(owner, url="https://notshop.example.org"))[0] == "vip"
    assert given(proven(owner))[0] == "vip"


def test_r12_of_several_customers_the_one_that_gives_most_counts() -> None:
    partner = replace(acme("partner-silver"), id=CustomerId("agency"))
    found = assign(proven(acme("non-commercial"), partner), None, False, ES, NOW)
    assert (found.level, found.customer) == ("partner-silver", "agency")


def test_r16_a_coupon_opens_a_vip_request_whoever_asks() -> None:
    expected = Assigned(INC.levels[0].id, (Why(Ground.COUPON),), CustomerId("acme"))
    assert assign(Standing(), COUPON, False, INC, NOW) == expected
    assert assign(proven(acme("commercial")), COUPON, False, INC, NOW) == expected


def test_r16_where_the_policy_has_no_coupons_they_lift_nothing() -> None:
    rules = INC.eligibility.model_copy(update={"coupon": ""})
    policy = INC.model_copy(update={"eligibility": rules})
    assert assign(Standing(), COUPON, False, policy, NOW).level == "non-commercial"


def test_r3_what_is_beyond_the_scope_has_its_own_level_and_wastes_no_coupon() -> None:
    beyond = Why(Ground.BEYOND_SCOPE)
    plain = assign(proven(acme("vip")), None, True, INC, NOW)
    assert (plain.level, plain.reasons) == ("beyond-scope", (beyond,))
    kept = assign(proven(acme("vip")), COUPON, True, INC, NOW)
    assert (kept.level, kept.reasons) == ("beyond-scope", (beyond, Why(Ground.COUPON_KEPT)))


@pytest.mark.parametrize(
    ("policy", "edition", "coupons"),
    [
        *((INC, "premium", 3), (INC, "ultimate", 5), (ES, "premium", 3), (ES, "ultimate", 5)),
        *((INC, "business", 0), (INC, "", 0)),
    ],
)
def test_r16_premium_has_three_coupons_a_year_and_ultimate_five(
    policy: Policy, edition: str, coupons: int
) -> None:
    owner = acme("vip", Licence(edition=edition))
    assert coupons_a_year(owner, policy, TODAY) == coupons


def test_r16_there_are_no_coupons_once_support_has_run_out() -> None:
    over = acme("vip", Licence(edition="ultimate", valid_until=date(2026, 3, 1)))
    assert coupons_a_year(over, INC, TODAY) == 0


def test_r24_support_lasts_through_its_last_day_on_the_desks_calendar() -> None:
    owner = acme("commercial", Licence(edition="business", valid_until=date(2026, 3, 2)))
    assert given(proven(owner))[0] == "commercial"
    later = datetime(2026, 3, 3, 4, 59, tzinfo=UTC)  # in New York the second has a minute left
    assert assign(proven(owner), None, False, INC, later).level == "commercial"
    after = datetime(2026, 3, 3, 5, tzinfo=UTC)
    found = assign(proven(owner), None, False, INC, after)
    assert (found.level, found.reasons) == (
        "non-commercial",
        (Why(Ground.EXPIRED, "2026-03-02"),),
    )
    assert found.customer == "acme"


@pytest.mark.parametrize(
    ("category", "edition", "since", "alive"),
    [
        ("commercial", "business", date(2025, 3, 2), True),
        ("commercial", "business", date(2025, 3, 1), False),
        ("commercial", "ultimate", date(2025, 3, 1), False),
        ("commercial", "demo", date(2026, 1, 31), True),
        ("commercial", "demo", date(2026, 1, 30), False),
        ("non-commercial", "", date(2026, 1, 30), False),
        ("partner-gold", "", date(2001, 1, 1), True),
    ],
)
def test_r24_support_lasts_as_long_as_its_level_says(
    category: str, edition: str, since: date, alive: bool
) -> None:
    owner = acme(category, Licence(edition=edition, since=since))
    assert (given(proven(owner))[1] != "expired") == alive


def test_r24_a_licence_that_lives_counts_beside_one_that_has_run_out() -> None:
    over = Licence(edition="ultimate", valid_until=date(2025, 1, 1))
    alive = Licence(edition="business", since=date(2026, 1, 1))
    assert given(proven(acme("commercial", over, alive)))[0] == "commercial"
    gone = Licence(edition="business", valid_until=date(2025, 6, 1))
    assert given(proven(acme("commercial", over, gone)))[1:] == ("expired", "2025-06-01")


def test_r24_a_year_from_a_leap_day_ends_before_march() -> None:
    commercial = INC.level("commercial")
    assert support_ends(commercial, date(2024, 2, 29)) == date(2025, 2, 28)
    assert support_ends(commercial, date(2025, 3, 31)) == date(2026, 3, 31)
    assert support_ends(INC.level("non-commercial"), date(2026, 2, 1)) == date(2026, 3, 3)
    assert support_ends(INC.level("partner"), date(2026, 2, 1)) is None


def test_r24_a_policy_says_what_a_customer_falls_to() -> None:
    owner = acme("commercial", Licence(valid_until=date(2025, 1, 1)))
    for expired, level in (("beyond-scope", "beyond-scope"), ("", "non-commercial")):
        rules = INC.eligibility.model_copy(update={"expired": expired})
        policy = INC.model_copy(update={"eligibility": rules})
        assert given(proven(owner), policy)[0] == level


def test_a_category_that_the_policy_does_not_know_gives_nothing() -> None:
    assert given(proven(acme("nobility"))) == ("non-commercial", "category", "nobility")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ('expired = "platinum"', "'platinum' is not one of the levels"),
        ('complete = ["commercial"]', "needs 'people'"),
        ('by_edition = ["nobility"]', "'nobility' is none of the categories"),
    ],
)
def test_a_policy_whose_rights_do_not_fit_together_is_refused(wrong: str, words: str) -> None:
    key = wrong.partition(" ")[0]
    text = (
        "\n".join(line for line in (_source().splitlines()) if not line.startswith(f"{key} ="))
    ).replace("[eligibility]", f"[eligibility]\n{wrong}", 1)
    with pytest.raises(PolicyInvalid, match=words):
        read(text)


def _source() -> str:
    from importlib import resources  # noqa: PLC0415

    return resources.files("intake.regulations").joinpath("inc.toml").read_text("utf-8")
