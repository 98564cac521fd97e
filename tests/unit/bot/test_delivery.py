"""Replies leave in order, at the platform's pace, each of them once (A15 to A17, faults 2.3)."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest

from bot.delivery import AT_A_TIME, HELD, Delivery
from bot.pacing import Pace
from bot.sending import NotSent, Unknown, Unreachable, Wait
from intake import tid
from intake.dialogue.messages import ConversationId
from intake.dialogue.replies import Receipt, Reply, Say
from intake.dialogue.state import State
from intake.ports import Outgoing, StoreUnavailable, Work
from tests.fakes.store import MemoryStore, MemoryWork

T = TypeVar("T")

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
FAST = Pace(1000, 1000, 10_000)

RECEIPT = Receipt(tid.make(5), "vip", START, START, "business-days", 24)


@dataclass
class Time:
    """A clock that only sleeping moves, so that pauses take no time and can be counted."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def clock(self) -> datetime:
        return START + timedelta(seconds=self.now)

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        target = self.now + seconds
        await asyncio.sleep(0)
        self.now = max(self.now, target)


@dataclass
class Platform:
    """Takes what is sent, after going through the troubles it was given."""

    time: Time
    troubles: dict[str, list[Exception]] = field(default_factory=dict)
    posted: list[tuple[str, str, float]] = field(default_factory=list)

    async def send(self, outgoing: Outgoing) -> None:
        await asyncio.sleep(0)
        if waiting := self.troubles.get(outgoing.conversation):
            raise waiting.pop(0)
        self.posted.append((outgoing.conversation, key(outgoing.reply), self.time.now))

    def keys(self, conversation: str = "telegram:1") -> list[str]:
        return [said for where, said, _ in self.posted if where == conversation]


def key(reply: Reply) -> str:
    return reply.key if isinstance(reply, Say) else reply.kind


class Scene:
    """A delivery on its platform, with a store in memory."""

    def __init__(self, pace: Pace = FAST) -> None:
        self.time = Time()
        self.store = MemoryStore()
        self.platform = Platform(self.time)
        self.delivery = self.another(pace)

    def another(self, pace: Pace = FAST) -> Delivery:
        time = self.time
        delivery = Delivery(self.store, time.clock, time.sleep, time.monotonic)
        delivery.serve("telegram", self.platform, pace)
        return delivery

    async def record(self, *replies: Reply, to: str = "telegram:1") -> tuple[Outgoing, ...]:
        return await self.store.record(
            lambda work: work.say(
                ConversationId(to), replies, State(language="en"), self.time.clock(), HELD
            )
        )

    async def sends(self, *replies: Reply, to: str = "telegram:1") -> None:
        self.delivery.deliver(await self.record(*replies, to=to))

    async def left(self) -> int:
        later = self.time.clock() + timedelta(days=9)
        return len(await self.store.record(lambda work: work.unsent(later, timedelta(), 99)))


@pytest.fixture
def scene() -> Scene:
    return Scene()


async def test_replies_leave_in_the_order_of_their_conversation(scene: Scene) -> None:
    await scene.sends(Say("one"), Say("two"))
    await scene.sends(Say("three"))
    await scene.delivery.settle()
    assert scene.platform.keys() == ["one", "two", "three"]
    assert await scene.left() == 0


async def test_what_a_crash_left_unsent_is_sent_after_its_hold(scene: Scene) -> None:
    await scene.record(Say("one"))
    assert await scene.delivery.sweep() == 0  # somebody else's, for now
    scene.time.now += HELD.total_seconds() + 1
    assert await scene.delivery.sweep() == 1
    await scene.delivery.settle()
    assert scene.platform.keys() == ["one"]
    assert await scene.left() == 0


async def test_two_processes_never_send_the_same_reply(scene: Scene) -> None:
    await scene.record(*(Say(str(number)) for number in range(20)))
    scene.time.now += HELD.total_seconds() + 1
    other = scene.another()
    await asyncio.gather(scene.delivery.sweep(), other.sweep())
    await asyncio.gather(scene.delivery.settle(), other.settle())
    assert sorted(map(int, scene.platform.keys())) == list(range(20))


async def test_a_sweep_leaves_what_it_could_not_send_soon_to_others(scene: Scene) -> None:
    """E1: a process that took everything over, and died again, would silence everybody."""
    for chat in range(2 * AT_A_TIME):
        await scene.record(Say("one"), to=f"telegram:{chat}")
    scene.time.now += HELD.total_seconds() + 1
    assert await scene.delivery.sweep() == AT_A_TIME
    assert await scene.another().sweep() == AT_A_TIME


async def test_a_reply_stays_ours_while_the_platform_is_slow_to_answer(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.RENEWED", 0)
    answers = asyncio.Event()
    fast = scene.platform.send

    async def slow(outgoing: Outgoing) -> None:
        await answers.wait()
        await fast(outgoing)

    monkeypatch.setattr(scene.platform, "send", slow)
    await scene.sends(Say("one"))
    other = scene.another()
    for _ in range(20):
        scene.time.now += HELD.total_seconds() / 4
        for _ in range(9):
            await asyncio.sleep(0)
        assert await other.sweep() == 0
    answers.set()
    await scene.delivery.settle()
    assert scene.platform.keys() == ["one"]


async def test_a_sweep_takes_only_channels_that_are_served(scene: Scene) -> None:
    await scene.record(Say("one"), to="slack:T1/D1")
    scene.time.now += HELD.total_seconds() + 1
    assert await scene.delivery.sweep() == 0
    assert await scene.left() == 1


async def test_a15_a_429_makes_only_its_own_conversation_wait_exactly_so_long(
    scene: Scene,
) -> None:
    scene.platform.troubles["telegram:1"] = [Wait(37)]
    await scene.sends(Say("one"), Say("two"))
    await scene.sends(Say("other"), to="telegram:2")
    await scene.delivery.settle()
    assert scene.time.slept == [37]
    assert scene.platform.keys("telegram:2") == ["other"]
    assert ("telegram:2", "other", 0) in scene.platform.posted
    assert scene.platform.keys() == ["one", "two"]


async def test_a_long_wait_keeps_others_from_sending_it_too(scene: Scene) -> None:
    scene.platform.troubles["telegram:1"] = [Wait(300)]
    seen: list[int] = []
    sleep = scene.time.sleep

    async def look_while_asleep(seconds: float) -> None:
        await sleep(seconds)
        seen.append(await scene.another().sweep())

    scene.delivery = Delivery(
        scene.store, scene.time.clock, look_while_asleep, scene.time.monotonic
    )
    scene.delivery.serve("telegram", scene.platform, FAST)
    await scene.sends(Say("one"), Say("two"))
    await scene.delivery.settle()
    assert seen == [0]
    assert scene.platform.keys() == ["one", "two"]


async def test_a15_somebody_out_of_reach_is_not_tried_again(scene: Scene) -> None:
    scene.platform.troubles["telegram:1"] = [Unreachable()]
    await scene.sends(Say("one"), Say("two"))
    await scene.delivery.settle()
    assert scene.platform.keys() == ["two"]
    assert await scene.left() == 0


async def test_a16_what_may_have_arrived_is_not_repeated(scene: Scene) -> None:
    scene.platform.troubles["telegram:1"] = [Unknown()]
    await scene.sends(Say("one"), Say("two"))
    await scene.delivery.settle()
    assert scene.platform.keys() == ["two"]
    assert await scene.left() == 0


async def test_a16_but_the_receipt_is_sent_once_more(scene: Scene) -> None:
    scene.platform.troubles["telegram:1"] = [Unknown()]
    await scene.sends(RECEIPT)
    await scene.delivery.settle()
    assert scene.platform.keys() == ["receipt"]
    scene.platform.troubles["telegram:1"] = [Unknown(), Unknown()]
    await scene.sends(RECEIPT)
    await scene.delivery.settle()
    assert scene.platform.keys() == ["receipt"]
    assert await scene.left() == 0


async def test_what_was_not_sent_is_tried_with_growing_pauses_and_then_left(scene: Scene) -> None:
    scene.platform.troubles["telegram:1"] = [NotSent() for _ in range(5)]
    await scene.sends(Say("one"), Say("two"))
    await scene.delivery.settle()
    assert scene.time.slept == [1, 2, 4, 8, 16]
    assert scene.platform.keys() == []
    # Nothing is lost: the next sweep brings both back, in order.
    scene.time.now += 3600
    assert await scene.delivery.sweep() == 2
    await scene.delivery.settle()
    assert scene.platform.keys() == ["one", "two"]


async def test_a_reply_that_cannot_be_drawn_does_not_stop_its_conversation(scene: Scene) -> None:
    scene.platform.troubles["telegram:1"] = [ZeroDivisionError()]
    await scene.sends(Say("one"), Say("two"))
    await scene.delivery.settle()
    assert scene.platform.keys() == ["two"]


async def test_a17_one_conversation_keeps_its_pace_after_a_burst() -> None:
    scene = Scene(Pace(per_conversation=1, burst=3, overall=1000))
    await scene.sends(*(Say(str(number)) for number in range(6)))
    await scene.delivery.settle()
    times = [at for _, _, at in scene.platform.posted]
    assert times == [0, 0, 0, 1, 2, 3]


async def test_a17_all_conversations_together_keep_the_overall_pace() -> None:
    scene = Scene(Pace(per_conversation=1, burst=3, overall=30))
    for number in range(90):
        await scene.sends(Say("x"), to=f"telegram:{number}")
    await scene.delivery.settle()
    within = [at for _, _, at in scene.platform.posted if at < 1]
    assert len(within) <= 30
    assert scene.time.now == pytest.approx(3.5, abs=0.1)


async def test_a_long_queue_is_held_as_long_as_it_takes() -> None:
    scene = Scene(Pace(per_conversation=0.1, burst=1, overall=1000))
    await scene.sends(*(Say(str(number)) for number in range(8)))
    other = scene.another()
    await scene.delivery.settle()
    assert scene.platform.keys() == [str(number) for number in range(8)]
    assert await other.sweep() == 0


async def test_stopping_leaves_the_rest_for_the_next_start(scene: Scene) -> None:
    blocked = asyncio.Event()

    class Stuck:
        async def send(self, _: Outgoing) -> None:
            await blocked.wait()

    scene.delivery.serve("telegram", Stuck(), FAST)
    await scene.sends(Say("one"))
    await scene.delivery.stop(0)
    scene.delivery.serve("telegram", scene.platform, FAST)
    scene.time.now += 60
    assert await scene.another().sweep() == 1


async def test_e5_a_store_that_is_away_stops_nothing_for_ever(scene: Scene) -> None:
    await scene.sends(Say("one"))
    scene.store.down = True
    await scene.delivery.settle()
    scene.store.down = False
    scene.time.now += 60
    assert await scene.delivery.sweep() == 1


class Watched(MemoryStore):
    """Notes after every commit what another process could take over."""

    def __init__(self, time: Time) -> None:
        super().__init__()
        self.time = time
        self.free: list[str] = []

    async def record(self, unit: Callable[[Work], T]) -> T:
        result = await super().record(unit)
        look = MemoryWork(self.tables.layer())
        self.free += [key(each.reply) for each in look.unsent(self.time.clock(), HELD, 9)]
        return result


async def test_what_joins_a_waiting_conversation_is_never_free_for_another_process(
    scene: Scene,
) -> None:
    scene.store = store = Watched(scene.time)
    scene.delivery = scene.another()
    scene.platform.troubles["telegram:1"] = [Wait(37)]
    first, *others = await scene.record(Say("one"), Say("two"), Say("three"))
    scene.delivery.deliver([first])
    while not scene.time.slept:  # noqa: ASYNC110 - its sleep is our own
        await asyncio.sleep(0)
    scene.delivery.deliver(others)
    await scene.delivery.settle()
    assert scene.platform.keys() == ["one", "two", "three"]
    assert store.free == []


async def test_whoever_slept_past_a_jump_of_the_clock_lets_go_of_what_others_may_have_sent(
    scene: Scene,
) -> None:
    scene.platform.troubles["telegram:1"] = [Wait(37)]
    await scene.sends(Say("one"), Say("two"))
    while not scene.time.slept:  # noqa: ASYNC110 - its sleep is our own
        await asyncio.sleep(0)
    scene.time.now += 86_400
    other = scene.another()
    assert await other.sweep() == 2
    await other.settle()
    await scene.delivery.settle()
    assert scene.platform.keys() == ["one", "two"]
    assert await scene.left() == 0


async def test_a_process_that_stood_still_between_two_replies_lets_go_of_the_second(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    await scene.sends(Say("one"), Say("two"))
    record, other = scene.store.record, scene.another()

    async def stands_still(unit: Callable[[Work], T]) -> T:
        monkeypatch.setattr(scene.store, "record", record)
        result = await record(unit)
        scene.time.now += HELD.total_seconds() + 1
        assert await other.sweep() == 1
        await other.settle()
        return result

    monkeypatch.setattr(scene.store, "record", stands_still)
    await scene.delivery.settle()
    assert scene.platform.keys() == ["one", "two"]
    assert await scene.left() == 0


async def test_a_database_that_is_away_while_a_platform_takes_its_time_costs_no_reply(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.RENEWED", 0)
    record = scene.store.record

    async def once_away(_: Callable[[Work], T]) -> T:
        monkeypatch.setattr(scene.store, "record", record)
        raise StoreUnavailable

    async def slowly(_: Outgoing) -> None:
        scene.time.now = 10.0
        monkeypatch.setattr(scene.store, "record", once_away)
        await asyncio.Event().wait()

    monkeypatch.setattr(scene.platform, "send", slowly)
    await scene.sends(Say("one"))
    await scene.delivery.settle()
    assert await scene.left() == 1


async def test_what_another_process_has_to_say_first_is_said_first(scene: Scene) -> None:
    """I5: the one that recorded "one" may be slow, made to wait, or dead."""
    await scene.record(Say("one"))
    await scene.sends(Say("two"))
    await scene.sends(Say("three"))
    await scene.delivery.settle()
    assert scene.platform.keys() == []
    scene.time.now += HELD.total_seconds()
    assert await scene.delivery.sweep() == 3
    await scene.delivery.settle()
    assert scene.platform.keys() == ["one", "two", "three"]


async def test_what_has_just_left_keeps_nobody_back(scene: Scene) -> None:
    first = await scene.record(Say("one"))
    second = await scene.record(Say("two"))
    scene.delivery.deliver(first)
    await scene.delivery.settle()
    scene.delivery.deliver(second)
    await scene.delivery.settle()
    assert scene.platform.keys() == ["one", "two"]


async def test_what_cannot_be_given_back_is_free_when_its_hold_ends(scene: Scene) -> None:
    await scene.record(Say("one"))
    said = await scene.record(Say("two"))
    scene.store.down = True
    scene.delivery.deliver(said)
    await scene.delivery.settle()
    scene.store.down = False
    scene.time.now += HELD.total_seconds()
    await scene.delivery.sweep()
    await scene.delivery.settle()
    assert scene.platform.keys() == ["one", "two"]
