"""The inbox is worked off: conversations side by side, each in order, nobody in anybody's way."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from bot.delivery import Delivery
from bot.draining import AT_ONCE, HELD, Drain
from bot.front import HANGS, Front
from intake.dialogue.messages import Message, Text
from intake.inbox import Waiting
from intake.ports import Outgoing, StoreUnavailable
from tests.desk.test_customer import House
from tests.platforms.telegram.bell import Bell
from tests.unit.intake.talk import keys


class Office(House):
    """A desk with an inbox, and words that trip it up."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self.order: list[str] = []
        self.bell = Bell()
        self.poison, self.lets_go = "", asyncio.Event()
        self.front = Front(self.customer, Delivery(self.store, self.clock), patience=5)
        self.drain = self.another()
        self.front.wake = self.drain.wake
        resume = type(self.customer).resume

        async def listen(_: object, waiting: Waiting) -> tuple[Outgoing, ...]:
            words = waiting.message.said.text if isinstance(waiting.message.said, Text) else ""
            self.order.append(f"{waiting.message.conversation}: {words}")
            self.bell.ring()
            if words == self.poison:
                raise ZeroDivisionError
            if words == "slow":
                await self.lets_go.wait()
            return await resume(self.customer, waiting)

        monkeypatch.setattr(type(self.customer), "resume", listen)

    def clock(self) -> datetime:
        return self.now

    def another(self) -> Drain:
        return Drain(self.store, self.front, self.deliver, self.clock)

    def deliver(self, replies: Sequence[Outgoing]) -> None:
        for each in replies:
            (said,) = keys((each.reply,))
            self.sent.append((each.conversation, said))
            self.bell.ring()

    def messages(self, *texts: str, of: str = "telegram:42") -> list[Message]:
        return [self.message(Text(each), of) for each in texts]

    async def works_off(self) -> None:
        while await self.drain.look():
            await self.drain.settle()


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Office:
    return Office(monkeypatch)


async def test_each_conversation_is_worked_off_in_order(office: Office) -> None:
    ana, bo = office.messages("one", "two"), office.messages("eins", of="telegram:7")
    await office.front.wait([*ana, *bo])
    await office.works_off()
    of_ana = [each for each in office.order if "42" in each]
    assert of_ana == ["telegram:42: one", "telegram:42: two"]
    assert {where for where, _ in office.sent} == {"telegram:42", "telegram:7"}
    assert await office.drain.look() == 0


async def test_a13_a_poison_message_is_tried_five_times_and_others_go_on(office: Office) -> None:
    office.poison = "hemlock"
    await office.front.wait(office.messages("hemlock", "after it"))
    await office.front.wait(office.messages("bo", of="telegram:7"))
    await office.works_off()
    # The same person's next words wait a moment; everybody else does not.
    assert office.order == ["telegram:42: hemlock", "telegram:7: bo"]
    for _ in range(6):
        office.now += timedelta(milliseconds=100)
        await office.works_off()
    assert office.order[2:] == ["telegram:42: hemlock"] * 2 + ["telegram:42: after it"]
    assert ("telegram:42", "takes-longer") in office.sent

    for _ in range(12):
        office.now += timedelta(minutes=1)
        await office.works_off()
    # The talk has gone on meanwhile, and a poison that would now succeed is not slipped into it.
    assert office.sent[-1] == ("telegram:42", "not-dealt-with")
    assert office.order.count("telegram:42: hemlock") == 5
    (letter,) = await office.store.read(lambda look: look.letters(9))
    assert letter.cause.startswith("ZeroDivisionError")


async def test_a_slow_message_holds_up_its_own_talk_only(office: Office) -> None:
    await office.front.wait(office.messages("slow", "behind"))
    assert await office.drain.look() == 2
    await asyncio.sleep(0)
    await office.front.wait(office.messages("bo", of="telegram:7"))
    assert await office.drain.look() == 1
    await office.bell.until(lambda: office.sent, 5)
    assert office.order == ["telegram:42: slow", "telegram:7: bo"]
    office.lets_go.set()
    await office.drain.settle()
    assert office.order[-1] == "telegram:42: behind"


async def test_what_is_in_hand_stays_ours_for_as_long_as_it_takes(office: Office) -> None:
    await office.front.wait(office.messages("slow"))
    await office.drain.look()
    for _ in range(9):
        office.now += HELD / 2
        await office.drain.look()
        assert await office.another().look() == 0
    office.lets_go.set()
    await office.drain.settle()
    assert office.order == ["telegram:42: slow"]


async def test_another_process_goes_on_with_what_a_dead_one_had(office: Office) -> None:
    await office.front.wait(office.messages("one", "two"))
    taken = await office.store.record(lambda work: work.next_waiting(office.now, HELD, 9))
    assert len(taken) == 2  # and then it was killed
    await office.works_off()
    assert office.order == []
    office.now += HELD
    await office.works_off()
    assert office.order == ["telegram:42: one", "telegram:42: two"]


async def test_no_more_is_in_hand_than_there_is_room_for(office: Office) -> None:
    for number in range(AT_ONCE + 1):
        await office.front.wait(office.messages("slow", of=f"telegram:{number}"))
    assert await office.drain.look() == AT_ONCE
    assert await office.drain.look() == 0
    office.lets_go.set()
    await office.drain.settle()
    assert await office.drain.look() == 1
    await office.drain.settle()


async def test_a_hanging_message_is_given_up_without_another_try(office: Office) -> None:
    office.front._patience = 0.01  # noqa: SLF001 - nobody waits five seconds here
    await office.front.wait(office.messages("slow"))
    await office.works_off()
    (letter,) = await office.store.read(lambda look: look.letters(9))
    assert letter.cause == HANGS
    assert office.sent == [("telegram:42", "not-dealt-with")]


async def test_while_the_store_is_away_nothing_is_lost(office: Office) -> None:
    await office.front.wait(office.messages("slow"))
    await office.drain.look()
    office.store.down = True
    office.lets_go.set()
    await office.drain.settle()
    with pytest.raises(StoreUnavailable):
        await office.drain.look()
    office.store.down = False
    office.now += HELD
    await office.works_off()
    assert office.order == ["telegram:42: slow"] * 2
    assert office.sent[0] == ("telegram:42", "intro")


async def test_it_runs_until_it_is_stopped_and_wakes_when_something_waits(office: Office) -> None:
    running = asyncio.create_task(office.drain.run())
    await office.front.wait(office.messages("one"))
    await office.bell.until(lambda: office.sent, 5)
    await office.front.wait(office.messages("slow", of="telegram:7"))
    await office.bell.until(lambda: len(office.order) == 2, 5)
    stopping = asyncio.create_task(office.drain.stop())
    await asyncio.sleep(0)
    assert not stopping.done()
    office.lets_go.set()
    await stopping
    await running
    assert {where for where, _ in office.sent} == {"telegram:42", "telegram:7"}
