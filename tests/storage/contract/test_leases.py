"""A lease has one holder, whatever the clocks of the others say."""

from datetime import datetime, timedelta
from functools import partial

from intake.leases import Lease
from intake.ports import Store, Work
from tests.storage.stories import LATER, MUCH_LATER, NOW

ANA, BO = Lease("ana", LATER), Lease("bo", LATER)


async def asks(store: Store, wanted: Lease, at: datetime = NOW, dead: Lease | None = None) -> Lease:
    return await store.record(lambda work: work.lease("polling", wanted, at, dead))


async def ends(store: Store, holder: str) -> None:
    await store.record(partial(_release, holder=holder))


async def test_the_first_has_it_until_it_runs_out(store: Store) -> None:
    assert await asks(store, ANA) == ANA
    assert await asks(store, BO) == ANA
    assert await asks(store, BO, LATER - timedelta(microseconds=1)) == ANA
    late = Lease("bo", MUCH_LATER)
    assert await asks(store, late, LATER) == late
    assert await asks(store, ANA, LATER) == late


async def test_whoever_has_it_renews_it(store: Store) -> None:
    await asks(store, ANA)
    longer = Lease("ana", MUCH_LATER)
    assert await asks(store, longer) == longer
    assert await asks(store, BO, LATER) == longer


async def test_whoever_ends_his_own_makes_room_at_once(store: Store) -> None:
    await asks(store, ANA)
    await ends(store, "bo")
    assert await asks(store, BO) == ANA
    await ends(store, "ana")
    assert await asks(store, BO) == BO


async def test_a_dead_holders_is_taken_only_as_it_was_seen(store: Store) -> None:
    far = Lease("ana", MUCH_LATER)
    await asks(store, far)
    assert await asks(store, BO, dead=ANA) == far  # renewed since
    assert await asks(store, BO, dead=far) == BO


async def test_leases_of_other_names_are_other_leases(store: Store) -> None:
    await asks(store, ANA)
    other = await store.record(lambda work: work.lease("sweeping", BO, NOW))
    assert other == BO


def _release(work: Work, holder: str) -> None:
    work.release("polling", holder)
