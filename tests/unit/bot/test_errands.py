"""What a worker does each second, and each errand that it can be given."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.delivery import Delivery
from bot.effects import Effects
from bot.errands import Errands
from bot.front import Front
from bot.pacing import Pace
from bot.presence import Presence
from bot.storage import SqlStore
from faq_index import Entry, EntryId
from intake.desk import learning
from intake.desk.agent import Desk
from intake.desk.customer import Customer
from intake.desk.proving import CodeMail
from intake.dialogue.messages import ConversationId, MessageId, PersonId
from intake.dialogue.replies import DueWarning
from intake.dialogue.staffing import Agent
from intake.dialogue.state import Draft, State
from intake.misses import KEPT, Miss, MissRef
from intake.ports import Errand, Outgoing, Work
from intake.regulations.identity import Customer as Client
from intake.regulations.identity import CustomerId
from intake.tickets import DraftId
from intake.tid import Tid
from tests.storage.stories import ANA, a_ticket
from tests.unit.intake.talk import SEAL, playbook

KIM = "telegram:9"
NIGHT = datetime(2026, 3, 2, 2, 59, tzinfo=UTC)


class House:
    """A worker with one channel, on paper; nothing runs by itself."""

    def __init__(self, store: SqlStore, effects: Effects) -> None:
        self.store, self.effects, self.now = store, effects, NIGHT
        self.paper: list[Outgoing] = []
        self.delivery = Delivery(store, self.clock)
        self.delivery.serve("telegram", self, Pace(1000, 1000, 10_000))
        customer = Customer(store, playbook(staff=(KIM,)), self.clock, lambda: 7)
        self.errands = Errands(
            store,
            effects,
            Presence(store, "one", self.clock),
            self.delivery,
            Front(customer, self.delivery).hear,
            frozenset({PersonId(KIM)}),
            self.clock,
        )

    def clock(self) -> datetime:
        return self.now

    async def send(self, outgoing: Outgoing) -> None:
        self.paper.append(outgoing)

    async def does(self, kind: str, *about: str) -> list[str]:
        """What is told by it, and to whom."""
        self.paper.clear()
        await self.errands.carry_out(Errand(kind, about))  # type: ignore[arg-type]  # by its name
        await self.delivery.settle()
        return [f"{each.conversation} {each.reply.kind}" for each in self.paper]

    async def asked_for(self) -> list[str]:
        """The ids of the errands that were asked for."""
        ask = text("SELECT workflow_uuid FROM workflow_status ORDER BY workflow_uuid")
        return await self.store.run(lambda c: [row[0] for row in c.execute(ask)])


class Post:
    """Where mail goes out."""

    def __init__(self) -> None:
        self.sent: list[tuple[CodeMail, str]] = []

    async def send(self, mail: CodeMail, language: str) -> None:
        self.sent.append((mail, language))


async def test_a_code_is_mailed_to_a_customers_mailbox_in_the_persons_language(
    house: House,
) -> None:
    post, me = Post(), PersonId("telegram:42")
    acme = Client(CustomerId("acme"), people=("ana@example.org",))
    await house.store.record(lambda work: work.put_customers((acme,), (), NIGHT))
    ids = [
        await house.store.record(lambda work, to=to: work.ask_code(me, to, NIGHT))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults
        for to in ("ana@example.org", "x@example.org")
    ]
    for id in ids:
        await house.does("code", str(id), "es")
    assert post.sent == [], "no mail server is set"

    house.errands.seal, house.errands.mailer = SEAL, post  # type: ignore[assignment]  # it has a `send`
    for id in ids:
        await house.does("code", str(id), "es")

    ((mail, language),) = post.sent
    assert (mail.email, language) == ("ana@example.org", "es")
    code = await house.store.read(lambda look: look.code_of(me))
    assert code
    assert code.seal == SEAL.of("code", mail.digits)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    url = f"sqlite:///{tmp_path}/desk.db"
    effects = Effects(url)
    async with SqlStore(url, effects.enqueue) as store, effects:
        yield House(store, effects)


async def test_what_staff_say_where_there_is_no_channel_is_told_by_a_worker(house: House) -> None:
    await house.store.record(lambda work: work.file(a_ticket()))
    elsewhere = Desk(house.store, house.clock)
    (told,) = await elsewhere.answer(Tid("TID-1"), Agent("Kim"), "Clear the cache.")
    assert await house.asked_for() == [f"tell:{ANA}:{told.id}"]
    assert await house.does("tell", ANA, str(told.id)) == [f"{ANA} agent-answer"]
    assert await house.does("tell", ANA, str(told.id)) == []


async def test_a_talk_on_a_channel_that_is_not_ours_is_left_to_others(house: House) -> None:
    talk = ConversationId("terminal:ana")
    await house.store.record(lambda work: work.file(a_ticket(conversation=talk)))
    await Desk(house.store, house.clock).answer(Tid("TID-1"), Agent("Kim"), "Clear the cache.")
    assert await house.does("tell", talk, "1") == []
    unsent = await house.store.record(
        lambda work: work.unsent(house.now, timedelta(seconds=6), 9, [talk])
    )
    assert [each.reply.kind for each in unsent] == ["agent-answer"]


async def test_b14_a_round_finds_the_draft_and_the_errand_says_the_word(house: House) -> None:
    def unit(work: Work) -> None:
        draft = Draft(DraftId("d"), house.now)
        work.keep(ANA, State("en", draft=draft, remind_at=house.now), 0)

    await house.store.record(unit)
    await house.errands.round()
    assert await house.asked_for() == [f"remind:{ANA}:1"]
    assert await house.does("remind", ANA, "1") == [f"{ANA} say"]
    assert await house.does("remind", ANA, "1") == []


async def test_staff_are_warned_once(house: House) -> None:
    due = house.now + timedelta(minutes=30)
    await house.store.record(lambda work: work.file(a_ticket(due_at=due)))
    await house.store.record(lambda work: work.keep(ConversationId(KIM), _kims(), 0))
    await house.errands.round()
    (errand,) = await house.asked_for()
    assert errand == f"warn:TID-1:{due.isoformat()}:soon"
    about = ("TID-1", due.isoformat(), "soon")
    assert await house.does("warn", *about) == []
    assert [each for each in await house.asked_for() if each.startswith("tell")] == [
        f"tell:{KIM}:1"
    ]
    assert await house.does("tell", KIM, "1") == [f"{KIM} due-warning"]
    assert isinstance(house.paper[0].reply, DueWarning)
    assert await house.does("warn", *about) == []
    assert await house.does("tell", KIM, "1") == []


async def test_whoever_asked_in_vain_is_told_what_answers_it(house: House) -> None:
    miss = Miss(
        ref=MissRef("m"), conversation=ANA, language="en", words="?", why="refused", at=house.now
    )
    entry = Entry(id=EntryId("white"), question="Why?")

    def unit(work: Work) -> None:
        work.note_miss(miss)
        work.want_told(ANA, miss.ref, house.now)
        learning.add(work, [1], entry, house.now, "cli")

    await house.store.record(unit)
    assert await house.asked_for() == ["answered:1"]
    assert await house.does("answered", "1") == []
    assert "tell:telegram:42:1" in await house.asked_for()
    assert await house.does("tell", ANA, "1") == [f"{ANA} faq-answer"]
    assert await house.does("answered", "1") == []
    assert await house.does("tell", ANA, "1") == []


async def test_what_was_asked_in_vain_half_a_year_ago_is_removed_at_night(house: House) -> None:
    old = Miss(
        ref=MissRef("m"), conversation=ANA, language="en", words="?", why="refused", at=house.now
    )
    await house.store.record(lambda work: work.note_miss(old))
    house.now += KEPT
    await house.does("purge", "2026-03-02")
    assert await house.store.read(lambda look: look.open_misses(NIGHT, 9))
    house.now += timedelta(seconds=1)
    await house.does("purge", "2026-03-03")
    assert not await house.store.read(lambda look: look.open_misses(NIGHT, 9))


def _kims() -> State:
    return State("en", staff=PersonId(KIM))


async def test_at_night_once_what_has_served_its_time_is_removed(house: House) -> None:
    old, young = MessageId("telegram:1"), MessageId("telegram:2")
    await house.store.record(lambda work: work.claim(old, house.now - timedelta(days=8)))
    await house.store.record(lambda work: work.claim(young, house.now))
    await house.errands.round()
    assert await house.asked_for() == []
    house.now += timedelta(minutes=2)
    await house.errands.round()
    await house.errands.round()
    assert await house.asked_for() == ["purge:2026-03-02"]
    assert await house.does("purge", "2026-03-02") == []
    assert await house.store.record(lambda work: work.claim(old, house.now))
    assert not await house.store.record(lambda work: work.claim(young, house.now))
    house.now += timedelta(days=1)
    await house.errands.round()
    assert await house.asked_for() == ["purge:2026-03-02", "purge:2026-03-03"]
