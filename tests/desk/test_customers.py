"""Staff bring customers in from files: all of them or none, and what is wrong has a line."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

import pytest

from faq_index.seeding import rows_of
from intake.desk.enrolling import Enrolment, Reader, Roll
from intake.desk.registrar import (
    Changes,
    CouponTaken,
    NoSuchCustomer,
    NoSuchOwner,
    Registrar,
)
from intake.ports import Reading, Stale, Work
from intake.regulations.identity import Customer, CustomerId, Licence, Link, Seal
from intake.regulations.policy import Policy, shipped
from intake.tid import Tid
from tests.fakes.store import MemoryStore
from tests.storage.stories import a_ticket

T = TypeVar("T")

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
SEAL = Seal("a key of the desk's own")
INC, ES = shipped("inc"), shipped("es")
SHEET = """\
id;name;category;people;product;edition;key;cloud_url;self_hosted_url;since;valid_until;coupons
acme;Acme;commercial;Ana@example.org|ben@example.org;cms;premium;K-1;acme.cloud.example;https://www.acme.example/;2026-01-02;;VIP-AAAA-1111|VIP-AAAA-2222
acme;;;;cms;business;;;;;31.12.2026;
agency;Agency;partner;;;;;;;;;
"""


def roll(text: str, policy: Policy = INC, seal: Seal | None = SEAL, name: str = "c.csv") -> Roll:
    return Reader(policy, seal).read(rows_of(text, name, None, needed="id"))


def enrolled(text: str, name: str = "c.csv") -> tuple[Enrolment, ...]:
    found = roll(text, name=name)
    assert not found.errors
    return found.enrolments


def wrong(text: str, policy: Policy = INC, seal: Seal | None = SEAL) -> list[tuple[int, str]]:
    return [(error.line, error.reason) for error in roll(text, policy, seal).errors]


@pytest.fixture
def desk() -> Registrar:
    return Registrar(MemoryStore(), lambda: NOW)


def counts(changes: Changes) -> tuple[int, int, int, int]:
    return len(changes.new), len(changes.changed), changes.same, len(changes.coupons)


def test_rows_of_one_id_are_licences_of_one_customer() -> None:
    acme, agency = enrolled(SHEET)
    assert acme.customer == Customer(
        CustomerId("acme"),
        "Acme",
        "commercial",
        ("ana@example.org", "ben@example.org"),
        True,
        (
            Licence(
                "cms",
                "premium",
                SEAL.of("key", "k1"),
                ("acme.cloud.example", "acme.example"),
                date(2026, 1, 2),
            ),
            Licence("cms", "business", valid_until=date(2026, 12, 31)),
        ),
    )
    assert [each.seal for each in acme.coupons] == [
        SEAL.of("coupon", "VIPAAAA1111"),
        SEAL.of("coupon", "vip aaaa 2222"),
    ]
    assert agency.customer == Customer(CustomerId("agency"), "Agency", "partner")


def test_json_lines_say_the_same() -> None:
    (acme,) = enrolled(
        '{"id": "acme", "category": "vip", "people": ["a@b.org", "A@B.org"], "registered": false}',
        "c.jsonl",
    )
    assert acme.customer == Customer(CustomerId("acme"), "", "vip", ("a@b.org",), False)


@pytest.mark.parametrize(
    ("rows", "line", "reason"),
    [
        ("name\nAcme", 1, "The column 'id' is missing; there are: name."),
        ("id,name\n,Acme", 2, "The column 'id' is empty."),
        ("id,category\na,nobility", 2, "must be one of: vip, partner"),
        ("id,people\na,ana(at)example.org", 2, "no e-mail address"),
        ("id,edition\na,gold", 2, "'edition' must be one of: demo, premium"),
        ("id,since\na,soon", 2, "'since' must be a day, such as 2026-12-31."),
        ("id,since,valid_until\na,2026-02-01,2026-01-31", 2, "lies before 'since'"),
        ("id,registered\na,perhaps", 2, "'registered' must be yes or no"),
        ("id,cloud_url\na,here", 2, "'cloud_url' holds something that is no URL"),
        ("id,coupons\na,VIP-AAAA-1111", 2, "needs an edition that the policy gives coupons"),
        ("id,edition,coupons\na,business,VIP-AAAA-1111", 2, "needs an edition"),
        ("id,edition,coupons\na,premium,VIP-1", 2, "less than 8 letters and digits"),
        (f"id,name\na,{'x' * 301}", 2, "'name' is longer than 300 characters"),
        ("id,name\na,A\n\na,B", 4, "'name' says something else than line 2"),
    ],
)
def test_every_wrong_row_has_its_line_and_reason(rows: str, line: int, reason: str) -> None:
    ((its, told),) = wrong(rows)
    assert its == line
    assert reason in told


def test_r12_no_customer_has_more_people_than_the_policy_allows() -> None:
    rows = "id,people\na,a@b.org|b@b.org|c@b.org"
    assert wrong(rows, ES) == [(2, "The column 'people' names 3; the policy allows 2.")]
    assert wrong(rows) == []


def test_a_list_where_one_text_belongs_is_refused() -> None:
    found = roll('{"id": ["a"]}', name="c.jsonl")
    assert found.errors[0].reason == "The column 'id' must be one text, not a list."


def test_keys_and_coupons_are_taken_only_where_they_can_be_sealed() -> None:
    rows = "id,edition,key,coupons\na,premium,K-1,\nb,premium,,VIP-AAAA-1111"
    reasons = [reason for _, reason in wrong(rows, seal=None)]
    assert [("IDENTITY_SECRET" in each) for each in reasons] == [True, True]


def test_r16_one_coupon_belongs_to_one_row() -> None:
    rows = "id,edition,coupons\na,premium,VIP-AAAA-1111\nb,premium,vipaaaa1111"
    assert wrong(rows) == [(3, "The column 'coupons' holds one that is in line 2 already.")]


def test_a_desk_that_asks_for_no_edition_takes_any() -> None:
    form = [field for field in INC.model_dump()["form"] if field["id"] != "edition"]
    rules = {**INC.eligibility.model_dump(), "editions": ()}
    policy = Policy.model_validate({**INC.model_dump(), "form": form, "eligibility": rules})
    assert wrong("id,edition\na,golden", policy) == []


async def test_the_same_file_again_changes_nothing(desk: Registrar) -> None:
    file = enrolled(SHEET)
    assert counts(await desk.compare(file)) == (2, 0, 0, 2)
    assert await desk.customers() == []

    assert counts(await desk.bring_in(file)) == (2, 0, 0, 2)
    assert counts(await desk.bring_in(file)) == (0, 0, 2, 0)
    assert await desk.customers() == [each.customer for each in file]


async def test_what_a_file_does_not_speak_of_stays(desk: Registrar) -> None:
    await desk.bring_in(enrolled(SHEET))
    acme = (await desk.customers())[0]

    await desk.bring_in(enrolled("id,people\nacme,eva@example.org"))
    eva = replace(acme, people=("eva@example.org",))
    assert (await desk.customers())[0] == eva

    renewed = "id,product,edition,valid_until\nacme,cms,premium,2027-12-31\nacme,cms,demo,"
    await desk.bring_in(enrolled(renewed))
    premium, demo = (await desk.customers())[0].licences
    assert premium == replace(acme.licences[0], valid_until=date(2027, 12, 31))
    assert demo == Licence("cms", "demo")


async def test_r16_a_coupon_cannot_go_over_to_another_customer(desk: Registrar) -> None:
    await desk.bring_in(enrolled(SHEET))
    other = "id,edition,coupons\nzeta,premium,VIP-AAAA-1111"
    with pytest.raises(CouponTaken):
        await desk.bring_in(enrolled(other))
    assert len(await desk.customers()) == 2


@pytest.mark.parametrize("who", ["acme", "BEN@example.org", "https://acme.example", "k-1"])
async def test_a_customer_is_found_by_whatever_is_theirs(desk: Registrar, who: str) -> None:
    await desk.bring_in(enrolled(SHEET))
    account = await desk.account(who, SEAL)
    assert (account.customer.id, len(account.coupons)) == ("acme", 2)


@pytest.mark.parametrize("seal", [SEAL, None])
async def test_who_is_nobodys_is_not_found(desk: Registrar, seal: Seal | None) -> None:
    with pytest.raises(NoSuchCustomer):
        await desk.account("nobody@example.org", seal)


async def test_a_link_is_kept_sealed_for_an_account_or_for_anybody(desk: Registrar) -> None:
    await desk.bring_in(enrolled(SHEET))
    await desk.store.record(lambda work: work.file(a_ticket(1, owner="telegram:42")))
    acme, day = CustomerId("acme"), timedelta(hours=24)

    for of, person in ((None, ""), (Tid("TID-1"), "telegram:42")):
        made = await desk.link(acme, f"prove-{person}", SEAL, day, of)
        seal = SEAL.of("link", f"prove-{person}")
        assert made == Link(seal, acme, NOW + day, person)
        assert await desk.store.read(lambda look, seal=seal: look.link(seal)) == made  # type: ignore[misc]  # mypy cannot infer a lambda with defaults

    with pytest.raises(NoSuchCustomer):
        await desk.link(CustomerId("zeta"), "prove-1", SEAL, day)
    with pytest.raises(NoSuchOwner):
        await desk.link(acme, "prove-1", SEAL, day, Tid("TID-404"))


class Busy(MemoryStore):
    """Somebody else brings the same customers in, in between, so often."""

    times = 1

    async def record(self, unit: Callable[[Work], T]) -> T:
        if self.times:
            self.times -= 1
            name = f"Acme {self.times}"
            other = Customer(CustomerId("acme"), name)
            await super().record(lambda work: work.put_customers((other,), (), NOW))
        return await super().record(unit)

    async def read(self, question: Callable[[Reading], T]) -> T:
        return await super().read(question)


@pytest.mark.parametrize("times", [1, 99])
async def test_of_two_who_bring_in_the_same_the_second_looks_again(times: int) -> None:
    store = Busy()
    store.times = times
    desk = Registrar(store, lambda: NOW)
    file = enrolled("id,category\nacme,vip")
    if times > 9:
        with pytest.raises(Stale):
            await desk.bring_in(file)
        return
    assert counts(await desk.bring_in(file)) == (0, 1, 0, 0)
    assert await desk.customers() == [Customer(CustomerId("acme"), "Acme 0", "vip")]
