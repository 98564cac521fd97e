"""Who somebody is: asked once, remembered for a while, never waited for long."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from bot.channels.slack.deeds import Person
from bot.channels.slack.people import KNOWN_FOR, NoDirectMessage, People
from bot.channels.slack.recent import Recent
from intake.dialogue.messages import Speaker
from tests.platforms.slack import FakeSlack, Late, RateLimited, SaysNo
from tests.platforms.slack.bots import PROXY_VARIABLES, ana_in, client

ANA = Person("T1", "U2")
KNOWN = Speaker(ANA.id, "Ana", "es-ES", "America/Lima")


@pytest.fixture(autouse=True)
def _without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack() as server:
        ana_in(server)
        yield server


async def others_turn(slack: FakeSlack, lookups: int) -> None:
    """Whatever is asked in the background is answered meanwhile."""
    async with asyncio.timeout(5):
        while len(slack.log.of("users.info")) < lookups:  # noqa: ASYNC110 (nothing rings)
            await asyncio.sleep(0)
    for _ in range(3):
        await client(slack).auth_test()


class Hours:
    now = 0.0

    def __call__(self) -> float:
        return self.now


async def test_a_profile_is_asked_for_once_by_many(slack: FakeSlack) -> None:
    people = People(client(slack))
    assert await asyncio.gather(*(people.speaker(ANA) for _ in range(10))) == [KNOWN] * 10
    assert await people.speaker(ANA) == KNOWN
    assert len(slack.log.of("users.info")) == 1


async def test_the_first_words_go_on_without_a_late_profile(slack: FakeSlack) -> None:
    late = Late(asyncio.Event())
    slack.faults.on("users.info", late)
    people = People(client(slack), patience=0)
    assert await people.speaker(ANA) == Speaker(ANA.id)
    late.until.set()
    while await people.speaker(ANA) != KNOWN:  # noqa: ASYNC110 (nothing rings when it has come)
        await asyncio.sleep(0)
    assert len(slack.log.of("users.info")) == 1


async def test_an_old_profile_serves_while_it_is_looked_up_again(slack: FakeSlack) -> None:
    hours = Hours()
    people = People(client(slack), hours)
    await people.speaker(ANA)
    hours.now = KNOWN_FOR + 1
    slack.faults.on("users.info", SaysNo("user_not_found"))
    assert await people.speaker(ANA) == KNOWN
    await others_turn(slack, 2)
    assert await people.speaker(ANA) == KNOWN
    assert len(slack.log.of("users.info")) == 2


async def test_a_profile_that_is_not_to_be_had_is_not_asked_for_each_time(
    slack: FakeSlack,
) -> None:
    slack.faults.on("users.info", RateLimited(30))
    people = People(client(slack, retry_handlers=[]))
    assert await people.speaker(ANA) == Speaker(ANA.id)
    assert await people.speaker(ANA) == Speaker(ANA.id)
    await others_turn(slack, 1)
    assert len(slack.log.of("users.info")) == 1


async def test_a_direct_message_is_opened_once_or_known_from_their_words(
    slack: FakeSlack,
) -> None:
    people = People(client(slack))
    assert [await people.channel(ANA) for _ in range(3)] == ["DU2"] * 3
    assert len(slack.log.of("conversations.open")) == 1
    people.met(Person("T1", "U9"), "D9")
    assert await people.channel(Person("T1", "U9")) == "D9"
    with pytest.raises(NoDirectMessage):
        await people.channel(Person("T1", "U404"))


def test_the_memory_forgets_the_oldest() -> None:
    memory = Recent[int, str](2)
    assert [memory.is_new(n, "x") for n in (1, 2, 2, 3, 1)] == [True, True, False, True, True]
    assert memory.get(2) is None


async def vouched(slack: FakeSlack, person: Person = ANA, **profile: Any) -> str:
    for name, value in profile.items():
        slack.workspace.people[person.user] = replace(
            slack.workspace.people[person.user], **{name: value}
        )
    return (await People(client(slack), trusted=["T1"]).speaker(person)).email


async def test_r12_a_trusted_workspace_vouches_for_its_full_members(slack: FakeSlack) -> None:
    assert await vouched(slack) == "ana@example.org"
    assert (await People(client(slack)).speaker(ANA)).email == ""
    assert await vouched(slack, Person("T9", "U2")) == "", "of another workspace (F2)"
    assert await vouched(slack, confirmed=False) == ""
    assert await vouched(slack, confirmed=True, guest=True) == ""


async def test_r12_a_stranger_of_a_shared_channel_is_not_vouched_for(slack: FakeSlack) -> None:
    """The workspace that is trusted is another than the one which the profile is of."""
    people = People(client(slack), trusted=["T9"])
    assert (await people.speaker(Person("T9", "U2"))).email == ""
