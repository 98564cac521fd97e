"""Customers, and what proves that a person is one of theirs: kept, found, and used once."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from intake.dialogue.messages import PersonId
from intake.ports import Stale, Store
from intake.regulations.identity import (
    CODE_LASTS,
    CODE_TRIES,
    Code,
    CodeId,
    Coupon,
    Customer,
    CustomerId,
    Licence,
    Link,
    Proof,
    Sealed,
)
from intake.regulations.policy import LevelId
from intake.tickets import Reason, answered, closed
from intake.tid import Tid
from tests.storage.stories import LATER, MUCH_LATER, NOW, a_post, a_ticket

ME, OTHER = PersonId("telegram:42"), PersonId("slack:T1/U2")
ACME: Final = Customer(
    CustomerId("acme"),
    "Acmé S. A. 👍",
    "commercial",
    ("ana@example.org", "ben@example.org"),
    False,
    (
        Licence("cms", "premium", Sealed("k1"), ("acme.example.org",), date(2026, 1, 1)),
        Licence("cms", "business", None, (), None, date(2026, 12, 31)),
    ),
)
AGENCY: Final = Customer(CustomerId("agency"), category="partner", people=("ana@example.org",))
COUPONS: Final = tuple(Coupon(Sealed(f"c{n}"), ACME.id) for n in range(4))
LONG_AGO: Final = NOW - timedelta(days=400)


async def put(store: Store, *customers: Customer, coupons: tuple[Coupon, ...] = ()) -> None:
    await store.record(lambda work: work.put_customers(customers, coupons, NOW))


async def found(store: Store, mark: str, value: str) -> list[str]:
    return [
        each.id
        for each in await store.read(lambda look: look.customers_with(mark, value))  # type: ignore[arg-type]  # one of the three
    ]


async def spend(store: Store, coupon: Coupon, most: int = 9, tid: str = "TID-1") -> bool:
    return await store.record(lambda work: work.spend_coupon(coupon, most, LONG_AGO, Tid(tid), NOW))


async def test_a_customer_comes_back_and_is_found_by_what_is_theirs(store: Store) -> None:
    await put(store, AGENCY, ACME)

    assert await store.read(lambda look: look.customer(ACME.id)) == ACME
    assert await store.read(lambda look: look.customer(CustomerId("?"))) is None
    assert await found(store, "email", "ana@example.org") == ["acme", "agency"]
    assert await found(store, "key", "k1") == ["acme"]
    assert await found(store, "url", "acme.example.org") == ["acme"]
    assert await found(store, "url", "k1") == []
    assert await store.read(lambda look: look.customers(CustomerId(""), 1)) == [ACME]
    assert await store.read(lambda look: look.customers(ACME.id, 9)) == [AGENCY]


async def test_r12_whoever_has_left_is_found_no_more(store: Store) -> None:
    await put(store, ACME)
    await put(store, replace(ACME, people=("ben@example.org",)))

    assert await found(store, "email", "ana@example.org") == []
    assert await found(store, "email", "ben@example.org") == ["acme"]


async def test_r16_a_coupon_is_spent_once_and_stays_spent(store: Store) -> None:
    await put(store, ACME, coupons=COUPONS[:2])

    assert await spend(store, COUPONS[0])
    assert not await spend(store, COUPONS[0])
    await put(store, ACME, coupons=COUPONS[:3])
    assert not await spend(store, COUPONS[0])
    assert not await spend(store, Coupon(Sealed("nobody's"), ACME.id))

    known = await store.read(lambda look: look.coupons_of(ACME.id))
    assert [(each.seal, each.spent_at) for each in known] == [
        ("c0", NOW),
        ("c1", None),
        ("c2", None),
    ]
    assert await store.read(lambda look: look.coupon(Sealed("c1"))) == COUPONS[1]
    assert await store.read(lambda look: look.coupon(Sealed("c9"))) is None


async def test_r16_of_many_who_race_for_the_last_coupon_one_gets_it(store: Store) -> None:
    await put(store, ACME, coupons=COUPONS)
    same = await asyncio.gather(*(spend(store, COUPONS[0], tid=f"TID-{n}") for n in range(6)))
    assert sorted(same) == [False] * 5 + [True]


async def test_r16_of_many_with_codes_of_their_own_no_more_than_the_year_allows(
    store: Store,
) -> None:
    await put(store, ACME, coupons=COUPONS)
    spent = await asyncio.gather(*(spend(store, each, most=3) for each in COUPONS))
    assert sorted(spent) == [False, True, True, True]


async def test_r16_what_was_spent_last_year_does_not_count(store: Store) -> None:
    await put(store, ACME, coupons=COUPONS)
    await spend(store, COUPONS[0])
    assert not await spend(store, COUPONS[1], most=1)
    assert await store.record(
        lambda work: work.spend_coupon(COUPONS[1], 1, LATER, Tid("TID-2"), LATER)
    )


async def test_the_newest_proof_is_the_one_that_counts(store: Store) -> None:
    assert await store.read(lambda look: look.proof(ME)) is None
    by_code = Proof("code", NOW, "ana@example.org")
    by_link = Proof("link", LATER, customer=ACME.id)
    for proof in (by_code, by_link, Proof("forgotten", MUCH_LATER)):
        await store.record(lambda work, proof=proof: work.prove(ME, proof))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults
        assert await store.read(lambda look: look.proof(ME)) == proof
    assert await store.read(lambda look: look.proof(OTHER)) is None


async def asked(store: Store, person: PersonId = ME, email: str = "ana@example.org") -> CodeId:
    return await store.record(lambda work: work.ask_code(person, email, NOW))


async def mail(store: Store, id: CodeId, seal: str = "s1") -> None:
    await store.record(lambda work: work.mail_code(id, Sealed(seal), LATER))


async def current(store: Store) -> Code:
    code = await store.read(lambda look: look.code_of(ME))
    assert code
    return code


async def test_a_code_counts_from_when_it_is_mailed(store: Store) -> None:
    id = await asked(store)
    assert await store.read(lambda look: look.code_of(ME)) is None
    assert await store.read(lambda look: look.code(id)) == Code(id, ME, "ana@example.org", NOW)

    await mail(store, id)

    code = await current(store)
    assert code == Code(id, ME, "ana@example.org", NOW, Sealed("s1"), LATER)
    assert code.is_open(LATER + CODE_LASTS - timedelta(seconds=1))
    assert not code.is_open(LATER + CODE_LASTS)


async def test_f10_every_try_is_counted_also_of_two_at_once(store: Store) -> None:
    await mail(store, await asked(store))
    for number in range(CODE_TRIES):
        code = await current(store)
        assert code.is_open(LATER), number
        tries = (store.record(lambda w, c=code: w.try_code(c, LATER, right=False)) for _ in "ab")  # type: ignore[misc]  # mypy cannot infer a lambda with defaults
        assert sorted(await asyncio.gather(*tries)) == [False, True]
    code = await current(store)
    assert not code.is_open(LATER)


async def test_a_code_is_used_once_and_an_older_one_counts_no_more(store: Store) -> None:
    first = await asked(store)
    await mail(store, first)
    second = await asked(store, email="ben@example.org")
    await mail(store, second, "s2")
    code = await current(store)
    assert (code.id, code.email) == (second, "ben@example.org")

    assert await store.record(lambda work: work.try_code(code, LATER, right=True))
    assert not await store.record(lambda work: work.try_code(code, LATER, right=True))

    assert await store.read(lambda look: look.code_of(ME)) is None
    assert await store.read(lambda look: look.code(second)) is None


async def test_a_code_that_is_mailed_again_takes_the_first_ones_place(store: Store) -> None:
    id = await asked(store)
    await mail(store, id)
    code = await current(store)
    assert await store.record(lambda work: work.try_code(code, LATER, right=False))
    await mail(store, id, "s2")
    again = await current(store)
    assert (again.seal, again.tries) == ("s2", 0)


async def test_f11_what_was_mailed_is_counted_by_address_and_by_account(store: Store) -> None:
    for person, email in ((ME, "ana@example.org"), (OTHER, "ana@example.org"), (ME, "x@y.zz")):
        await mail(store, await asked(store, person, email))
    await asked(store)

    async def mailed(since: timedelta = timedelta(), **of: str) -> int:
        return await store.read(lambda look: look.codes_mailed(LATER + since, **of))

    assert await mailed(email="ana@example.org") == 2
    assert await mailed(person=ME) == 2
    assert await mailed(email="nobody@example.org") == 0
    assert await mailed(timedelta(seconds=1), email="ana@example.org") == 0


async def test_f7_a_link_is_used_once(store: Store) -> None:
    link = Link(Sealed("l1"), ACME.id, MUCH_LATER, ME)
    await store.record(lambda work: work.put_link(link))
    assert await store.read(lambda look: look.link(link.seal)) == link
    assert await store.read(lambda look: look.link(Sealed("l2"))) is None

    uses = (store.record(lambda work: work.use_link(link, ME, LATER)) for _ in range(3))
    assert sorted(await asyncio.gather(*uses)) == [False, False, True]

    known = await store.read(lambda look: look.link(link.seal))
    assert known == replace(link, used_at=LATER)


async def test_r12_a_ticket_filed_without_proof_is_raised_once_there_is_one(store: Store) -> None:
    filed = [a_ticket(n, posts=(a_post("Hm"),)) for n in (1, 2)]
    proven = a_ticket(3, proof="code", customer=ACME.id)
    others = a_ticket(4, owner=OTHER)
    for ticket in (*filed, proven, others, a_ticket(5)):
        await store.record(lambda work, each=ticket: work.file(each))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults
    await store.record(lambda work: work.change(closed(a_ticket(5), Reason.SOLVED, NOW)))

    assert await store.read(lambda look: look.unproven_tickets(ME, 9)) == filed[::-1]
    assert await store.read(lambda look: look.unproven_tickets(ME, 1)) == filed[1:]

    raised = replace(filed[0], level=LevelId("c3"), due_at=LATER, customer=ACME.id, proof="code")
    await store.record(lambda work: work.change(raised))

    assert await store.read(lambda look: look.ticket(raised.tid)) == raised
    assert await store.read(lambda look: look.ticket(proven.tid)) == proven
    assert await store.read(lambda look: look.unproven_tickets(ME, 9)) == filed[1:]


async def test_r12_whoever_decided_on_an_unproven_ticket_looks_again(store: Store) -> None:
    """An answer that was being written takes away neither the level nor the proof; nor does a
    proof take back where staff have moved it (R23)."""
    await store.record(lambda work: work.file(a_ticket()))
    seen = await store.read(lambda look: look.ticket(Tid("TID-1")))
    assert seen
    raised = replace(seen, level=LevelId("c3"), proof="code")
    await store.record(lambda work: work.change(raised))

    for stale in (answered(seen, a_post("Restart it")), replace(seen, level=LevelId("d4"))):
        with pytest.raises(Stale):
            await store.record(lambda work, stale=stale: work.change(stale))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults

    again = await store.read(lambda look: look.ticket(seen.tid))
    assert again
    assert (again.level, again.proof) == ("c3", "code")
    await store.record(lambda work: work.change(answered(again, a_post("Restart it"))))
    known = await store.read(lambda look: look.ticket(seen.tid))
    assert known
    assert (known.level, known.proof, len(known.posts)) == ("c3", "code", 1)


@pytest.mark.parametrize("bad", ["nul\0", "half \ud800"])
async def test_what_no_database_can_hold_is_not_kept(store: Store, bad: str) -> None:
    with pytest.raises(ValueError, match="NUL"):
        await store.record(lambda work: work.ask_code(ME, bad, NOW))
